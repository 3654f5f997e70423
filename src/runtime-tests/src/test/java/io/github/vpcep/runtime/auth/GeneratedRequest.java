package io.github.vpcep.runtime.auth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** A request as its sender thinks of it, before anything is encoded, made by chance. */
record GeneratedRequest(
        String method,
        List<String> segments,
        Map<String, List<String>> query,
        Map<String, String> headers,
        @Nullable String body) {

    private static final String[] PIECES = {
        "a", "Z", "0", "7", "-", "_", ".", "~", "*", "+", "%", " ", "  ", "%20", "%2F", "%zz", "é", "ß", "北京", "日本",
        "\u0301", "🐳", "𝒜", "!", "\"", "$", "&", "'", "(", ")", ",", ":", ";", "<", "=", ">", "@", "[", "\\", "]",
        "^", "`", "{", "|", "}", "name", "7c9e6679-7425-40de-944b-e07fc1f90ae7"
    };

    /** Not in a path: the vendor's signer takes the path as text in which these have a meaning. */
    private static final String[] IN_QUERY_ONLY = {"/", "?", "#", "//", "+ % / ~ *"};

    /** Plain, because the vendor's signer writes others twice, once raw. */
    private static final String[] NAMES = {
        "limit", "offset", "sort_key", "a", "A", "a.b", "a-b", "id", "q", "B", "_", "~"
    };

    static GeneratedRequest of(Random random) {
        String method = List.of("GET", "POST", "PUT", "DELETE", "PATCH").get(random.nextInt(5));
        List<String> segments = new ArrayList<>(List.of("v1"));
        for (int i = random.nextInt(5); i > 0; i--) {
            segments.add(text(random, PIECES, 1 + random.nextInt(6)));
        }
        segments.add(random.nextBoolean() ? "end" : "");
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            String value = random.nextInt(5) == 0
                    ? ""
                    : text(random, random.nextInt(3) == 0 ? IN_QUERY_ONLY : PIECES, 1 + random.nextInt(6));
            query.computeIfAbsent(NAMES[random.nextInt(NAMES.length)], name -> new ArrayList<>())
                    .add(value);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        if (random.nextInt(3) == 0) {
            headers.put("X-Language", random.nextBoolean() ? "zh-cn" : "en  us");
        }
        if (random.nextInt(3) == 0) {
            headers.put("x_underscore", "1");
        }
        return new GeneratedRequest(method, segments, query, headers, body(random, method));
    }

    private static @Nullable String body(Random random, String method) {
        if (method.equals("GET") || method.equals("DELETE")) {
            return null;
        }
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> "";
            case 3 -> text(random, PIECES, 300_000);
            default -> "{\"name\":\"" + text(random, PIECES, random.nextInt(40)) + "\"}";
        };
    }

    private static String text(Random random, String[] pieces, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        // These two would change the path; Retrofit refuses them.
        return text.toString().equals(".") || text.toString().equals("..") ? "dot" : text.toString();
    }

    /** Returns it for OkHttp, which encodes it. */
    Request toOkHttp(String server) {
        HttpUrl.Builder url = HttpUrl.get(server).newBuilder();
        segments.forEach(url::addPathSegment);
        query.forEach((name, values) -> values.forEach(value -> url.addQueryParameter(name, value)));
        Request.Builder request = new Request.Builder()
                .url(url.build())
                .method(method, body == null ? null : RequestBody.create(body, null));
        headers.forEach(request::header);
        return request.build();
    }

    /** Short enough to be read when a test fails. */
    @Override
    public String toString() {
        return method + " " + segments + " " + query + " " + headers + " "
                + (body == null || body.length() < 500 ? body : body.length() + " characters");
    }
}
