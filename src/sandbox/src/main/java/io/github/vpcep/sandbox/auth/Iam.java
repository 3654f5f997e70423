package io.github.vpcep.sandbox.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.control.SandboxClock;
import io.github.vpcep.sandbox.domain.Problem;
import io.github.vpcep.sandbox.http.HttpAnswer;
import io.github.vpcep.sandbox.http.HttpRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The one call to IAM: gives a token to a user with a password, or to the owner of an access key. */
public final class Iam {
    /** Where it is asked for. */
    public static final String PATH = "/v3/auth/tokens";

    private final Accounts accounts;
    private final Tokens tokens;
    private final String region;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * Knows these accounts.
     *
     * @param clock by which tokens end
     * @param region the name of each account's first project
     */
    public Iam(Accounts accounts, SandboxClock clock, String region) {
        this.accounts = accounts;
        this.tokens = new Tokens(accounts, clock);
        this.region = region;
    }

    /**
     * Answers a POST.
     *
     * @throws Problem why there is no token
     */
    public HttpAnswer answer(HttpRequest request) {
        JsonNode auth = parse(BodyLimit.body(request)).path("auth");
        Account account =
                inProject(identified(auth.path("identity")), auth.path("scope").path("project"));
        Instant expiry = tokens.expiry();
        return HttpAnswer.of(201, HttpAnswer.JSON, body(account, expiry))
                .with("X-Subject-Token", tokens.issue(account, expiry));
    }

    private JsonNode parse(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            // Not the text of the mapper, which may repeat the password.
            throw new Problem(ErrorCode.INVALID_PARAMETER, "The body is not JSON.");
        }
    }

    private List<Account> identified(JsonNode identity) {
        String method = identity.path("methods").path(0).asText();
        List<Account> found = switch (method) {
            case "password" -> byPassword(identity.path("password").path("user"));
            case "hw_ak_sk" -> byKey(identity.path("hw_ak_sk"));
            default ->
                throw new Problem(
                        ErrorCode.INVALID_PARAMETER,
                        "auth.identity.methods has to be [\"password\"] or [\"hw_ak_sk\"].");
        };
        if (found.isEmpty()) {
            throw new Problem(ErrorCode.AUTHENTICATION_FAILED);
        }
        return found;
    }

    private List<Account> byPassword(JsonNode user) {
        String password = user.path("password").asText();
        return accounts
                .ofUser(
                        user.path("domain").path("name").asText(),
                        user.path("name").asText())
                .stream()
                .filter(account -> account.password() != null && Secrets.same(account.password(), password))
                .toList();
    }

    private List<Account> byKey(JsonNode key) {
        String secret = key.path("secret").path("key").asText();
        return accounts.ofAccessKey(key.path("access").path("key").asText()).stream()
                .filter(account -> Secrets.same(account.secretKey(), secret))
                .toList();
    }

    /** Of the projects of an identity the one that is meant: by its id, or by the region for the first. */
    private Account inProject(List<Account> found, JsonNode project) {
        String id = project.path("id").asText();
        String name = project.path("name").asText();
        return found.stream()
                .filter(each -> each.projectId().equals(id) || each.projectId().equals(name))
                .findFirst()
                .or(() -> name.equals(region) ? found.stream().findFirst() : Optional.empty())
                .orElseThrow(() -> new Problem(
                        ErrorCode.AUTHENTICATION_FAILED,
                        ErrorCode.AUTHENTICATION_FAILED.message()
                                + " auth.scope.project names neither a project of the user nor the region "
                                + region + "."));
    }

    private byte[] body(Account account, Instant expiry) {
        ObjectNode root = json.createObjectNode();
        ObjectNode token = root.putObject("token");
        token.put("issued_at", expiry.minus(Tokens.LIFE).toString());
        token.put("expires_at", expiry.toString());
        ObjectNode project = token.putObject("project");
        project.put("id", account.projectId());
        project.put("name", region);
        project.putObject("domain").put("id", account.domainId()).put("name", account.domainId());
        try {
            return json.writeValueAsBytes(root);
        } catch (IOException e) {
            throw new IllegalStateException("A token cannot be written", e);
        }
    }
}
