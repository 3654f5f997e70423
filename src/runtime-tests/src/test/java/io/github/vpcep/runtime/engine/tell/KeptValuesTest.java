package io.github.vpcep.runtime.engine.tell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.engine.SuiteLog;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

/** How often it is told that a value was kept, and by which names. */
class KeptValuesTest {
    private static final String WORDS =
            " that the contract does not allow: it is kept in additionalProperties() as it was sent";

    private final KeptValues kept = new KeptValues();
    private final int before = SuiteLog.lines().size();

    @Test
    void value_isToldByItsOperation_andOnceAsAWarning() {
        kept.know(Shelf.LIST);
        kept.know(Shelf.ADD);
        for (String request : new String[] {"POST /v1/{project_id}/books", "PUT /v1/{project_id}/books"}) {
            kept.tell(request, "Book.pages");
            kept.tell(request, "Book.pages");
        }
        String ofTheOperation = "AddBook was answered with a value of Book.pages" + WORDS;
        String ofTheRequest = "PUT /v1/{project_id}/books was answered with a value of Book.pages" + WORDS;
        assertThat(SuiteLog.since(before, Level.WARN))
                .containsExactly(
                        ofTheOperation + "; from now on this is told at debug",
                        ofTheRequest + "; from now on this is told at debug");
        assertThat(SuiteLog.since(before, Level.DEBUG)).containsExactly(ofTheOperation, ofTheRequest);
    }

    @Test
    void values_areRememberedUpToAThousand() {
        for (int i = 0; i <= 1000; i++) {
            kept.tell("GET /a", "Book.p" + i);
        }
        assertThat(SuiteLog.since(before, Level.WARN)).hasSize(1000);
        assertThat(SuiteLog.since(before, Level.DEBUG)).hasSize(1);
    }
}
