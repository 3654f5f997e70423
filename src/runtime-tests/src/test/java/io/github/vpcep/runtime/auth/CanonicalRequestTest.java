package io.github.vpcep.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one way in which a path and a query are written to be hashed, whatever way they were sent in. */
class CanonicalRequestTest {
    private record Sent(String path, @Nullable String query) implements OutgoingRequest {
        @Override
        public String method() {
            return "PUT";
        }

        @Override
        public URI uri() {
            return URI.create("https://a");
        }

        @Override
        public String host() {
            return "a";
        }

        @Override
        public @Nullable String projectId() {
            return null;
        }

        @Override
        public Map<String, String> headers() {
            return Map.of();
        }

        @Override
        public byte[] body() {
            return new byte[0];
        }
    }

    private static String text(String path, @Nullable String query) {
        SignedHeaders headers = new SignedHeaders();
        headers.put("host", "a");
        headers.put("x-sdk-date", "d");
        return CanonicalRequest.of(new Sent(path, query), headers, "host;x-sdk-date", "h4sh");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|/",
                "/|/",
                "//|/",
                "/a|/a/",
                "/a//|/a/",
                "/a//b|/a//b/",
                "/a%20b c|/a%20b%20c/",
                "/a+b|/a%2Bb/",
                "/%7e~%2f|/~~%2F/",
                "/é|/%C3%A9/",
                "/%zz%4z|/%25zz%254z/",
                "/%|/%25/",
                "/a%4|/a%254/",
                "/%41|/A/",
                "/%0A%A0|/%0A%A0/",
                "/%6g%z4|/%256g%25z4/",
                "/xab é|/xab%20%C3%A9/",
                "/AZaz09-._~|/AZaz09-._~/",
                "/@[:/;`{|/%40%5B%3A/%3B%60%7B/"
            })
    void path_endsEachSegmentWithASlash_andIsEncodedOnce(String path, String written) {
        assertThat(text(path, null)).isEqualTo("PUT\n" + written + "\n\nhost:a\nx-sdk-date:d\n\nhost;x-sdk-date\nh4sh");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|''",
                "&&|''",
                "a|a=",
                "a=|a=",
                "=x|=x",
                "a=b=c|a=b%3Dc",
                "&a=1&&|a=1",
                "b=2&a=1|a=1&b=2",
                "a=2&a=1|a=2&a=1",
                "ab=1&a=2|a=2&ab=1",
                "a-=1&a=2&a|a=2&a=&a-=1",
                "b&a=1|a=1&b=",
                "a&b=1|a=&b=1",
                "a+b=x+y|a%20b=x%20y",
                "a=%2B%2b|a=%2B%2B",
                "é=1&z=2|%C3%A9=1&z=2",
                "a=%7E*|a=~%2A"
            })
    void query_isSortedByName_andEachHasAnEqualsSign(String query, String written) {
        assertThat(text("/", query)).startsWith("PUT\n/\n" + written + "\nhost:a\n");
    }
}
