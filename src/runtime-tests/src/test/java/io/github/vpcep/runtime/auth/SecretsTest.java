package io.github.vpcep.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.runtime.engine.Engine;
import io.github.vpcep.runtime.error.AuthenticationFailedException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Secrets go where they must, and are nowhere else to be read. */
@Timeout(30)
class SecretsTest {
    @RegisterExtension
    final Cloud cloud = new Cloud();

    private record Key(String name, Function<String, Credentials> make) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Key> KEYS = List.of(
            new Key("ak", s -> Credentials.accessKey(s, "sk")),
            new Key("sk", s -> Credentials.accessKey("ak", s)),
            new Key("ak", s -> Credentials.accessKey(s, "sk", "token")),
            new Key("sk", s -> Credentials.accessKey("ak", s, "token")),
            new Key("securityToken", s -> Credentials.accessKey("ak", "sk", s)),
            new Key("ak", s -> Credentials.accessKeyToken(s, "sk", "project")),
            new Key("sk", s -> Credentials.accessKeyToken("ak", s, "project")));

    private static final List<Key> LINES = List.of(
            new Key("user", s -> Credentials.password(s, "p", "d", "project")),
            new Key("password", s -> Credentials.password("u", s, "d", "project")),
            new Key("domain", s -> Credentials.password("u", "p", s, "project")),
            new Key("project", s -> Credentials.password("u", "p", "d", s)),
            new Key("project", s -> Credentials.accessKeyToken("ak", "sk", s)));

    @ParameterizedTest
    @FieldSource("KEYS")
    void key_whenItCannotBeOne_namesTheArgumentAndThePlace(Key key) {
        Map.of(
                        "s3cret\n", "character 7 of 7 is white space or a control character",
                        "\ts3c", "character 1 of 4 is white space or a control character",
                        "s3cret ", "character 7 of 7 is white space or a control character",
                        "s3c\u0000ret", "character 4 of 7 is white space or a control character",
                        "s3c\u007fret", "character 4 of 7 is white space or a control character",
                        "s3crét", "character 5 of 6 is a non-ASCII character",
                        "密钥s3cr", "character 1 of 6 is a non-ASCII character")
                .forEach((value, why) -> refuses(key, value, key.name() + " cannot be used: " + why));
        assertThat(key.make().apply("!~")).isNotNull();
    }

    @ParameterizedTest
    @FieldSource("LINES")
    void line_whenItIsMoreThanOne_namesTheArgumentAndThePlace(Key line) {
        refuses(
                line,
                "s3cret\n",
                line.name() + " cannot be used: character 7 of 7 is a line break or control character");
        refuses(
                line,
                "s3\u0000",
                line.name() + " cannot be used: character 3 of 3 is a line break or control character");
        refuses(line, "\ts3c", line.name() + " cannot be used: character 1 of 4 is a line break or control character");
        refuses(
                line,
                "\ud83ds3c",
                line.name() + " cannot be used: character 1 of 4 is half of one (a surrogate without the other)");
        refuses(
                line,
                "s3cret\ud83d!",
                line.name() + " cannot be used: character 7 of 8 is half of one (a surrogate without the other)");
        assertThat(line.make().apply("密码 s3crét \ud83d\ude00")).isNotNull();
    }

    static Stream<Key> all() {
        return Stream.concat(KEYS.stream(), LINES.stream());
    }

    @ParameterizedTest
    @MethodSource("all")
    @SuppressWarnings("NullAway") // what a caller without null checks may do
    void argument_whenItIsBlank_isNamed(Key argument) {
        refuses(argument, "", argument.name() + " must not be blank");
        refuses(argument, " \t", argument.name() + " must not be blank");
        refuses(argument, null, argument.name() + " must not be null");
    }

    private static void refuses(Key argument, String value, String message) {
        assertThatThrownBy(() -> argument.make().apply(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message)
                .hasMessageNotContaining("s3c")
                .hasNoCause();
    }

    static Stream<Arguments> printed() {
        return Stream.of(
                Arguments.of(Credentials.accessKey("s3ak", "s3cret"), "Credentials.accessKey(***)"),
                Arguments.of(Credentials.accessKey("s3ak", "s3cret", "s3token"), "Credentials.accessKey(***)"),
                Arguments.of(Credentials.password("s3u", "s3cret", "s3d", "s3p"), "Credentials.password(***)"),
                Arguments.of(
                        Credentials.accessKeyToken("s3ak", "s3cret", "s3p").iamEndpoint("https://s3host"),
                        "Credentials.accessKeyToken(***)"),
                Arguments.of(Identity.password("s3u", "s3cret", "s3d", "s3p"), "***"),
                Arguments.of(Token.inHeader("s3cret", 0, Duration.ofDays(1)), "***"),
                Arguments.of(Credentials.metadata(), "Credentials.metadata(***)"),
                Arguments.of(
                        Credentials.agency(Credentials.accessKey("s3ak", "s3cret"), "s3d", "s3a"),
                        "Credentials.agency(***)"),
                Arguments.of(new Sha256.Key("s3cret"), "***"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("printed")
    void toString_hidesTheSecret(Object holder, String expected) {
        assertThat(holder).hasToString(expected);
    }

    /** All that is logged while calls are signed, tokens fetched, refused and renewed, at the finest level. */
    @Test
    void log_hasNoSecret() {
        ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getLoggerName() + " " + line.getMessage() + " " + line.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        root.setLevel(Level.ALL);
        root.addHandler(handler);
        try {
            callAll();
        } finally {
            root.removeHandler(handler);
            root.setLevel(before);
        }
        assertThat(lines).as("something is logged").isNotEmpty();
        assertThat(String.join("\n", lines)).doesNotContainPattern("s3(sk|token|password|iam)");
    }

    private void callAll() {
        Cloud.answer(cloud.iam(), request -> Cloud.token("s3iam", "2999-01-01T00:00:00Z"));
        List<Credentials> all = List.of(
                new AccessKeyCredentials("ak", "s3sk", "s3token", Clock.systemUTC()),
                Credentials.token("s3token"),
                Credentials.password("u", "s3password", "d", "p").iamEndpoint(cloud.iamUrl()),
                Credentials.accessKeyToken("ak", "s3sk", "p").iamEndpoint(cloud.iamUrl()));
        for (Credentials credentials : all) {
            try (Engine engine = cloud.builder(credentials).build()) {
                Cloud.answer(cloud.api(), request -> Cloud.json(200, "{}"));
                Cloud.read(engine, "x");
                Cloud.answer(cloud.api(), request -> Cloud.json(401, "{}"));
                assertThatThrownBy(() -> Cloud.read(engine, "x")).isInstanceOf(AuthenticationFailedException.class);
            }
        }
    }
}
