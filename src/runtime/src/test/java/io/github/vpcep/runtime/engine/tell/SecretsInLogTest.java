package io.github.vpcep.runtime.engine.tell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.runtime.engine.FaultServer;
import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.engine.SuiteLog;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs last, and searches what all tests before it have logged, at every level. */
@Order(Integer.MAX_VALUE)
class SecretsInLogTest {
    /** Every secret of a test has this in it. Base64 of a proxy's login begins with a name, so it is here as well. */
    private static final List<String> SECRETS = List.of("s3cret", "s3cr", "bWU6czNjcmV0");

    @RegisterExtension
    final Shelf shelf = new Shelf();

    @Test
    void log_ofTheWholeSuite_hasNoSecret() {
        shelf.answers(200, FaultServer.PAGE);
        shelf.client().list().execute();
        List<SuiteLog.Line> lines = SuiteLog.lines();
        assertThat(lines).isNotEmpty();
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.text().toLowerCase(Locale.ROOT))
                        .doesNotContain(SECRETS.stream()
                                .map(s -> s.toLowerCase(Locale.ROOT))
                                .toArray(String[]::new)));
    }
}
