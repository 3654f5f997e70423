package io.github.vpcep.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a signature lists, against a sorted map of the same headers. */
class SignedHeadersTest {
    private final SignedHeaders headers = new SignedHeaders();
    private final TreeMap<String, String> expected = new TreeMap<>();

    private void put(String name, String value) {
        headers.put(name, value);
        expected.put(name, value);
    }

    private void assertListed() {
        assertThat(headers.names()).isEqualTo(String.join(";", expected.keySet()));
        StringBuilder lines = new StringBuilder();
        headers.writeTo(lines);
        assertThat(lines)
                .hasToString(expected.entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    @Test
    void none_listsNothing() {
        assertListed();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 40})
    void headers_inAnyOrder_areListedByName(int count) {
        Random random = new Random(count);
        for (int i = 0; i < count; i++) {
            put(Integer.toString(random.nextInt(1_000_000), 36), "v" + i);
        }
        assertListed();
    }

    @Test
    void header_givenTwice_hasTheLastValue() {
        put("host", "first");
        put("accept", "a");
        put("x-sdk-date", "d");
        put("host", "last");
        assertListed();
    }
}
