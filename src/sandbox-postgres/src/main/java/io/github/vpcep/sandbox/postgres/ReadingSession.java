package io.github.vpcep.sandbox.postgres;

import io.github.vpcep.sandbox.postgres.Sql.Statement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is there, with each change of state that is due as if it were done already. So reading never writes, and
 * waits for nobody who does.
 */
final class ReadingSession extends Session {
    private final boolean oneMoment;
    private final AtomicBoolean wasDue;
    private final BigDecimal time;
    private boolean settled;
    private boolean begun;

    /**
     * Begins.
     *
     * @param oneMoment whether all is read as of one moment, in a transaction, or each question by itself
     * @param wasDue whether the last reader found something due; kept for the next
     */
    ReadingSession(Sql sql, Instant now, boolean oneMoment, AtomicBoolean wasDue) {
        super(sql, now);
        this.oneMoment = oneMoment;
        this.wasDue = wasDue;
        this.time = Columns.seconds(now);
        this.settled = wasDue.get();
    }

    @Override
    void change(String text, @Nullable Object... values) {
        throw new IllegalStateException("A unit that reads cannot change anything");
    }

    @Override
    void send(List<Statement<?>> questions) {
        if (begun && oneMoment) {
            read(questions);
            return;
        }
        begun = true;
        if (oneMoment) {
            sql.begin();
        }
        Statement<Boolean> isDue =
                Statement.asking(row -> row.getBoolean(1), Settled.IS_DUE, List.<@Nullable Object>of(time, time));
        List<Statement<?>> all = new ArrayList<>();
        all.add(isDue);
        all.addAll(questions);
        read(all);
        wasDue.set(isDue.only());
        if (isDue.only() && !settled) {
            settled = true;
            read(questions);
        }
    }

    private void read(List<Statement<?>> questions) {
        if (settled) {
            sql.send(questions, Settled.TABLES, time);
        } else {
            sql.send(questions);
        }
    }

    @Override
    void commit() {
        if (oneMoment && begun) {
            sql.send(List.of(Statement.doing("commit")));
        }
    }
}
