package io.github.vpcep.consumer;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import io.github.vpcep.sandbox.VpcepSandbox;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A contract test of a server: what goes to it and comes from it is held to the document in the spec's jar. */
public final class ContractTest {
    private ContractTest() {}

    /** Ends with 1 if anything is not as it should be. */
    public static void main(String[] args) throws Exception {
        String document;
        try (InputStream found = ContractTest.class.getResourceAsStream("/vpcep/openapi.json")) {
            document = new String(found.readAllBytes(), StandardCharsets.UTF_8);
        }
        OpenApiInteractionValidator validator =
                OpenApiInteractionValidator.createForInlineApiSpecification(document).build();
        try (VpcepSandbox sandbox = VpcepSandbox.start()) {
            String service =
                    sandbox.client().endpointServices().listPublic().items().get(0).id();
            String path = "/v1/" + sandbox.account().projectId() + "/vpc-endpoints";
            String body = "{\"endpoint_service_id\":\"" + service + "\",\"vpc_id\":\"vpc-1\",\"subnet_id\":\"subnet-1\"}";
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(sandbox.uri() + path))
                                    .header("Content-Type", "application/json")
                                    .header("X-Auth-Token", sandbox.account().token())
                                    .POST(BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString());
            String token = sandbox.account().token();
            none("right", validate(validator, path, token, body, answer.statusCode(), answer.body()));
            one(
                    "request without a VPC",
                    "vpc_id",
                    validate(validator, path, token, body.replace("\"vpc_id\":\"vpc-1\",", ""), answer.statusCode(), answer.body()));
            one(
                    "answer whose time is none",
                    "created_at",
                    validate(
                            validator,
                            path,
                            token,
                            body,
                            answer.statusCode(),
                            answer.body().replaceFirst("(\"created_at\":)\"[^\"]*\"", "$1\"yesterday\"")));
        }
        System.exit(0);
    }

    private static ValidationReport validate(
            OpenApiInteractionValidator validator, String path, String token, String body, int status, String answer) {
        return validator.validate(
                SimpleRequest.Builder.post(path)
                        .withContentType("application/json")
                        .withHeader("X-Auth-Token", token)
                        .withBody(body)
                        .build(),
                SimpleResponse.Builder.status(status)
                        .withContentType("application/json")
                        .withBody(answer)
                        .build());
    }

    private static void none(String what, ValidationReport report) {
        if (report.hasErrors()) {
            throw new AssertionError(what + ": " + report.getMessages());
        }
    }

    private static void one(String what, String named, ValidationReport report) {
        List<ValidationReport.Message> found = report.getMessages();
        if (found.size() != 1 || !found.get(0).toString().contains(named)) {
            throw new AssertionError(what + ": expected one finding of " + named + ", but was " + found);
        }
    }
}
