package io.github.vpcep.prism;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What Prism is told. */
class TaskTest {
    private static final Path CONTRACT = Path.of("contract.yaml");
    private static final URI UPSTREAM = URI.create("http://127.0.0.1:1");

    @Test
    void mock_isToldWhereItListens_andTheContract() {
        assertThat(new Task(CONTRACT, null).arguments("127.0.0.1", 7, "there.yaml", null))
                .containsExactly("mock", "-h", "127.0.0.1", "-p", "7", "--multiprocess=false", "there.yaml");
    }

    @Test
    void proxy_isToldTheServerBehindIt_byItsNameThere() {
        URI there = URI.create("http://host:1");

        assertThat(new Task(CONTRACT, UPSTREAM).arguments("0.0.0.0", 0, "there.yaml", there))
                .containsExactly(
                        "proxy", "-h", "0.0.0.0", "-p", "0", "--multiprocess=false", "there.yaml", "http://host:1");
    }
}
