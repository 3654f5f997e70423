package io.github.vpcep.runtime.engine.tell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.runtime.engine.SuiteLog;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** After every class of tests, searches what has been logged, at every level, for the secrets of tests. */
public final class SecretsInLog implements AfterAllCallback {
    /** Every secret of a test has this in it. Base64 of a proxy's login begins with a name, so it is here as well. */
    private static final List<String> SECRETS = List.of("s3cret", "s3cr", "bWU6czNjcmV0");

    private static final AtomicInteger SEARCHED = new AtomicInteger();

    @Override
    public void afterAll(ExtensionContext context) {
        List<SuiteLog.Line> lines = SuiteLog.lines();
        assertThat(withSecret(lines.subList(SEARCHED.getAndSet(lines.size()), lines.size())))
                .as("logged lines with a secret")
                .isEmpty();
    }

    /** Returns the lines in which a secret is, in whatever case. */
    static List<SuiteLog.Line> withSecret(List<SuiteLog.Line> lines) {
        return lines.stream().filter(line -> hasSecret(lower(line.text()))).toList();
    }

    private static boolean hasSecret(String text) {
        return SECRETS.stream().anyMatch(secret -> text.contains(lower(secret)));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
