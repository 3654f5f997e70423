package io.github.vpcep.runtime.engine.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** These tests run twice: on the oldest OkHttp and on the newest. Each run is held to its own. */
class OkHttpVersionTest {
    @Test
    void run_isOnTheOkHttpThatItIsMeantFor_andOnNoOther() throws IOException {
        // Not OkHttp.VERSION: the compiler writes its value into this class.
        assertThat(OkHttpClient.class.getProtectionDomain().getCodeSource().getLocation())
                .asString()
                .endsWith("-" + System.getProperty("vpcep.okhttp") + ".jar");
        assertThat(Collections.list(OkHttpClient.class.getClassLoader().getResources("okhttp3/OkHttpClient.class")))
                .hasSize(1);
    }
}
