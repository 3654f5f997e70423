package io.github.vpcep.consumer;

import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.vpcep.sandbox.VpcepSandbox;
import io.github.vpcep.sandbox.WithSandbox;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Sandboxes without a field. */
class AnnotatedTest {
    @WithSandbox
    @RepeatedTest(2)
    void methodHasItsOwn(VpcepSandbox sandbox) {
        Seen.use(sandbox);
    }

    @Nested
    @WithSandbox
    class OfAClass {
        private final VpcepSandbox given;

        OfAClass(VpcepSandbox given) {
            this.given = given;
        }

        @RepeatedTest(2)
        void findsNothing(VpcepSandbox sandbox) {
            assertSame(given, sandbox);
            Seen.use(sandbox);
        }

        @Test
        void findsNothingEither() {
            Seen.use(given);
        }
    }
}
