package io.github.vpcep.runtime.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which addresses are the API's own, and which can be read on their way. */
class ServerTest {
    @ParameterizedTest
    @CsvSource({
        "https://a.example.com/x,true",
        "https://a.example.com:443,true",
        "https://A.example.com/base/,true",
        "https://b.example.com/base/,false",
        "https://a.example.com:444/base/,false",
        "http://a.example.com:443/base/,false"
    })
    void server_ownsWhatHasItsSchemeHostAndPort(String url, boolean isOwned) {
        Server server = Server.at(URI.create("https://a.example.com/base"));
        assertThat(server.owns(HttpUrl.get(url))).isEqualTo(isOwned);
        assertThat(server.baseUrl()).hasToString("https://a.example.com/base/");
        assertThat(Server.at(URI.create("https://a.example.com/base/"))).isEqualTo(server);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example.com,false",
        "http://localhost,false",
        "http://a.localhost:81/x,false",
        "http://[::1]:81,false",
        "http://127.0.0.1,false",
        "http://127.255.9.1:81,false",
        "http://a.example.com,true",
        "http://nolocalhost,true",
        "http://localhost.example.com,true",
        "http://[::2],true",
        "http://128.0.0.1,true",
        "http://127.example.com,true",
        "http://127.0.0.1.example.com,true"
    })
    void address_isInTheClear_byHttpToAnotherMachine(String url, boolean isInTheClear) {
        assertThat(Server.isInTheClear(HttpUrl.get(url))).isEqualTo(isInTheClear);
    }

    @Test
    void address_isUsable_byHttpOnly() {
        assertThat(Server.isUsable(URI.create("https://a.example.com"))).isTrue();
        assertThat(Server.isUsable(URI.create("ftp://a.example.com"))).isFalse();
    }
}
