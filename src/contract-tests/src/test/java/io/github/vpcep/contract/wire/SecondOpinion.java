package io.github.vpcep.contract.wire;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Message;
import com.atlassian.oai.validator.report.ValidationReport.MessageContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;

/** What Atlassian's swagger-request-validator finds wrong with an exchange, by a bundle that everybody gets. */
public final class SecondOpinion {
    private final OpenApiInteractionValidator validator;

    /** By the vendor's contract. */
    public SecondOpinion() {
        this("/vpcep/openapi.yaml");
    }

    /** By the contract of that name. */
    public SecondOpinion(String bundle) {
        validator = OpenApiInteractionValidator.createForInlineApiSpecification(text(bundle))
                .build();
    }

    private static String text(String bundle) {
        try (InputStream packed = SecondOpinion.class.getResourceAsStream(bundle)) {
            return new String(Objects.requireNonNull(packed, "the bundle").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each with its side, the validator's key and its words: {@code request validation.request.body.missing: …}. */
    public List<String> of(Request request, Response answer) throws IOException {
        return validator.validate(request(request), answer(answer)).getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .flatMap(SecondOpinion::leaves)
                .map(message -> side(message) + " " + message.getKey() + ": " + message.getMessage())
                .toList();
    }

    private static Stream<Message> leaves(Message message) {
        return message.getNestedMessages().isEmpty()
                ? Stream.of(message)
                : message.getNestedMessages().stream().flatMap(SecondOpinion::leaves);
    }

    private static String side(Message message) {
        return message.getContext()
                .flatMap(MessageContext::getLocation)
                .map(location -> location.name().toLowerCase(Locale.ROOT))
                .orElse("either");
    }

    private static SimpleRequest request(Request request) throws IOException {
        HttpUrl url = request.url();
        SimpleRequest.Builder sent = new SimpleRequest.Builder(request.method(), url.encodedPath());
        request.headers().names().forEach(name -> sent.withHeader(name, request.headers(name)));
        url.queryParameterNames().forEach(name -> sent.withQueryParam(name, url.queryParameterValues(name)));
        if (request.body() != null) {
            Buffer body = new Buffer();
            request.body().writeTo(body);
            if (body.size() > 0) {
                sent.withBody(body.readUtf8());
            }
            if (request.body().contentType() != null) {
                sent.withContentType(request.body().contentType().toString());
            }
        }
        return sent.build();
    }

    private static SimpleResponse answer(Response answer) throws IOException {
        SimpleResponse.Builder got = SimpleResponse.Builder.status(answer.code());
        answer.headers().names().forEach(name -> got.withHeader(name, answer.headers(name)));
        String body = answer.peekBody(Long.MAX_VALUE).string();
        return (body.isEmpty() ? got : got.withBody(body)).build();
    }
}
