package io.github.vpcep.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Answers with what it was asked. */
final class Echo implements HttpHandler {
    @Override
    public void handle(HttpRequest request, Reply reply) {
        reply.send(answer(request));
    }

    static HttpAnswer answer(HttpRequest request) {
        Refusal refusal = request.refusal();
        if (refusal != null) {
            return text(refusal.status(), "refused: " + refusal);
        }
        if (request.path().equals("/nothing")) {
            return HttpAnswer.of(204, null, new byte[0]);
        }
        byte[] body = request.body();
        return text(
                200,
                request.method() + " " + request.path()
                        + " query=" + Objects.requireNonNullElse(request.query(), "-")
                        + " host=" + Objects.requireNonNullElse(request.header("host"), "-")
                        + " x=" + Objects.requireNonNullElse(request.header("x"), "-")
                        + " body=" + (body == null ? "too long" : new String(body, StandardCharsets.UTF_8)));
    }

    private static HttpAnswer text(int status, String text) {
        return HttpAnswer.of(status, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }
}
