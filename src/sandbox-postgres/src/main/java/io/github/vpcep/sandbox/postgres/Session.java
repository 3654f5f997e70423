package io.github.vpcep.sandbox.postgres;

import io.github.vpcep.sandbox.postgres.Sql.Row;
import io.github.vpcep.sandbox.postgres.Sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one unit of work asks and changes; sent together when an answer is wanted. */
abstract class Session {
    final Sql sql;
    private final Instant now;
    private final List<Statement<?>> ready = new ArrayList<>();
    private boolean ended;

    Session(Sql sql, Instant now) {
        this.sql = sql;
        this.now = now;
    }

    /** The time of the unit. */
    Instant now() {
        return now;
    }

    /** Asks with whatever is sent next. */
    <T> Statement<T> ask(Row<T> row, String text, List<@Nullable Object> values) {
        Statement<T> question = Statement.asking(row, text, values);
        add(question);
        return question;
    }

    /** Asks, and waits for the answer. */
    <T> List<T> all(Row<T> row, String text, List<@Nullable Object> values) {
        Statement<T> question = ask(row, text, values);
        send();
        return question.rows();
    }

    /** Asks for one row, and waits for the answer. */
    <T> Optional<T> first(Row<T> row, String text, List<@Nullable Object> values) {
        return all(row, text, values).stream().findFirst();
    }

    /** Changes something with whatever is sent next. */
    void change(String text, @Nullable Object... values) {
        add(Statement.doing(text, values));
    }

    /** Sends what is ready. */
    void send() {
        send(taken());
    }

    /** Sends these statements, and what has to go with them. */
    abstract void send(List<Statement<?>> statements);

    /** Makes what was changed last. */
    abstract void commit();

    /** Refuses all use from now on. */
    void end() {
        ended = true;
    }

    /** What is ready, which from then on is not. */
    List<Statement<?>> taken() {
        List<Statement<?>> statements = List.copyOf(ready);
        ready.clear();
        return statements;
    }

    private void add(Statement<?> statement) {
        if (ended) {
            throw new IllegalStateException("The unit of work has ended");
        }
        ready.add(statement);
    }
}
