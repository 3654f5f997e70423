package io.github.vpcep.runtime.engine.tell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.runtime.engine.FaultServer;
import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.engine.SuiteLog;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;

/** What is searched after every class of tests is there, and the search finds. */
class SecretsInLogTest {
    @RegisterExtension
    final Shelf shelf = new Shelf();

    @RegisterExtension
    final BeforeEachCallback settings =
            context -> detection = context.getConfigurationParameter("junit.jupiter.extensions.autodetection.enabled");

    private Optional<String> detection = Optional.empty();

    @Test
    void search_isMadeAfterEveryClass() {
        assertThat(detection).contains("true");
        assertThat(ServiceLoader.load(Extension.class)).hasAtLeastOneElementOfType(SecretsInLog.class);
    }

    @Test
    void call_isLogged() {
        int before = SuiteLog.lines().size();
        shelf.answers(200, FaultServer.PAGE);
        shelf.client().list().execute();
        assertThat(SuiteLog.lines()).hasSizeGreaterThan(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"token s3cret/key", "{\"password\":\"S3CR", "Proxy-Authorization: Basic bWU6czNjcmV0"})
    void line_withASecret_isFound(String text) {
        SuiteLog.Line line = new SuiteLog.Line("a logger", Level.TRACE, text);
        SuiteLog.Line other = new SuiteLog.Line("a logger", Level.TRACE, "token ***");
        assertThat(SecretsInLog.withSecret(List.of(other, line))).containsExactly(line);
    }
}
