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
        if (request.path().equals("/nothing")) {
            return HttpAnswer.of(204, null, new byte[0]);
        }
        Refusal refusal = request.refusal();
        byte[] body = request.body();
        return text(
                refusal == null ? 200 : refusal.status(),
                (refusal == null ? "" : "refused: " + refusal + " ")
                        + request.method() + " " + request.path()
                        + " query=" + Objects.requireNonNullElse(request.query(), "-")
                        + " host=" + Objects.requireNonNullElse(request.header("host"), "-")
                        + " x=" + Objects.requireNonNullElse(request.header("x"), "-")
                        + " body=" + (body == null ? "too long" : new String(body, StandardCharsets.UTF_8)));
    }

    private static HttpAnswer text(int status, String text) {
        return HttpAnswer.of(status, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }
}
