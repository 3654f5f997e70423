package io.github.vpcep.sandbox.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.control.SandboxClock;
import io.github.vpcep.sandbox.domain.Problem;
import io.github.vpcep.sandbox.http.HttpAnswer;
import io.github.vpcep.sandbox.http.HttpRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls to IAM: a token for a user with a password or the owner of an access key, temporary keys of a caller or of
 * an account that a caller may act for, and the projects of a caller.
 */
public final class Iam {
    private static final String TOKENS = "/v3/auth/tokens";
    private static final String PROJECTS = "/v3/projects";
    private static final String KEYS = "/v3.0/OS-CREDENTIAL/securitytokens";
    private static final Map<String, String> METHODS = Map.of(TOKENS, "POST", KEYS, "POST", PROJECTS, "GET");
    /** How long a temporary key lives, in seconds. */
    private static final int SHORTEST_LIFE = 15 * 60;

    private static final int LONGEST_LIFE = 24 * 60 * 60;

    private final Accounts accounts;
    private final Authentication authentication;
    private final Tokens tokens;
    private final TemporaryKeys keys;
    private final String region;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * Knows these accounts.
     *
     * @param authentication finds out who calls
     * @param clock by which tokens end
     * @param region the name of each account's first project
     */
    public Iam(Accounts accounts, Authentication authentication, SandboxClock clock, String region) {
        this.accounts = accounts;
        this.authentication = authentication;
        this.tokens = new Tokens(accounts, clock);
        this.keys = new TemporaryKeys(accounts, clock);
        this.region = region;
    }

    /** Whether a path is one of IAM's. */
    public static boolean has(String path) {
        return METHODS.containsKey(path);
    }

    /** The methods that one of these paths supports, as {@code Allow} lists them. */
    public static String allowed(String path) {
        return Objects.requireNonNull(METHODS.get(path));
    }

    /**
     * Answers a request to one of these paths, by a method that it supports.
     *
     * @throws Problem why it is refused
     */
    public HttpAnswer answer(HttpRequest request) {
        return switch (request.path()) {
            case TOKENS -> token(request);
            case KEYS -> key(request);
            default -> projects(request);
        };
    }

    private HttpAnswer token(HttpRequest request) {
        JsonNode auth = parse(BodyLimit.body(request)).path("auth");
        Account account =
                inProject(identified(auth.path("identity")), auth.path("scope").path("project"));
        Instant expiry = tokens.expiry();
        return HttpAnswer.of(201, HttpAnswer.JSON, body(account, expiry))
                .with("X-Subject-Token", tokens.issue(account, expiry));
    }

    private HttpAnswer key(HttpRequest request) {
        Account caller = authentication.account(request);
        JsonNode identity = parse(BodyLimit.body(request)).path("auth").path("identity");
        String method = identity.path("methods").path(0).asText();
        JsonNode wish = identity.path(method);
        Account account = switch (method) {
            case "assume_role", "hw_assume_role" -> assumed(caller, wish);
            case "token" -> caller;
            default -> throw invalid("auth.identity.methods has to be [\"assume_role\"] or [\"token\"].");
        };
        TemporaryKeys.Key key = keys.issue(account, life(wish.path("duration_seconds")));
        ObjectNode root = json.createObjectNode();
        root.putObject("credential")
                .put("access", key.id())
                .put("secret", key.secret())
                .put("securitytoken", key.securityToken())
                .put("expires_at", key.expiry().toString().replace("Z", ".000000Z"));
        return HttpAnswer.of(201, HttpAnswer.JSON, bytes(root));
    }

    private static Duration life(JsonNode seconds) {
        if (seconds.isMissingNode()) {
            return Duration.ofSeconds(SHORTEST_LIFE);
        }
        if (!seconds.isInt() || seconds.asInt() < SHORTEST_LIFE || seconds.asInt() > LONGEST_LIFE) {
            throw invalid("duration_seconds has to be a number from " + SHORTEST_LIFE + " to " + LONGEST_LIFE + ".");
        }
        return Duration.ofSeconds(seconds.asInt());
    }

    /** The account, in its first project, that a caller may act for by an agency. */
    private Account assumed(Account caller, JsonNode role) {
        String domain = text(role, "domain_name", "domain_id");
        String agency = text(role, "agency_name", "xrole_name");
        List<Account> found = accounts.all().stream()
                .filter(each ->
                        each.domainId().equals(domain) && each.agencies().containsKey(agency))
                .toList();
        if (found.isEmpty()) {
            throw new Problem(
                    ErrorCode.RESOURCE_NOT_FOUND,
                    ErrorCode.RESOURCE_NOT_FOUND.message() + " There is no agency of this name in the account of"
                            + " domain_name.");
        }
        return found.stream()
                .filter(each -> caller.domainId().equals(each.agencies().get(agency)))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        ErrorCode.PERMISSION_DENIED,
                        ErrorCode.PERMISSION_DENIED.message()
                                + " The agency is for another account than the caller's."));
    }

    private static String text(JsonNode node, String name, String otherName) {
        JsonNode value = node.hasNonNull(name) ? node.path(name) : node.path(otherName);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw invalid(name + " is missing or no text.");
        }
        return value.asText();
    }

    private static Problem invalid(String reason) {
        return new Problem(ErrorCode.INVALID_PARAMETER, reason);
    }

    private HttpAnswer projects(HttpRequest request) {
        Account caller = authentication.account(request);
        String name = parameter(request.query(), "name");
        ObjectNode root = json.createObjectNode();
        ArrayNode list = root.putArray("projects");
        accounts.ofAccessKey(caller.accessKey()).stream()
                .filter(each -> name == null || name.equals(projectName(each)))
                .forEach(each -> list.addObject()
                        .put("id", each.projectId())
                        .put("name", projectName(each))
                        .put("domain_id", each.domainId())
                        .put("parent_id", each.domainId())
                        .put("description", "")
                        .put("is_domain", false)
                        .put("enabled", true));
        root.putObject("links").put("self", request.path()).putNull("previous").putNull("next");
        return HttpAnswer.of(200, HttpAnswer.JSON, bytes(root));
    }

    /** The region's for the first project of a key; the others are named like their ids. */
    private String projectName(Account account) {
        Account first = accounts.ofAccessKey(account.accessKey()).get(0);
        return first.projectId().equals(account.projectId()) ? region : account.projectId();
    }

    private static @Nullable String parameter(@Nullable String query, String name) {
        for (String each : query == null ? new String[0] : query.split("&", -1)) {
            if (each.startsWith(name + "=")) {
                try {
                    return URLDecoder.decode(each.substring(name.length() + 1), StandardCharsets.UTF_8);
                } catch (IllegalArgumentException e) {
                    throw invalid("The parameter " + name + " is not percent-encoded.");
                }
            }
        }
        return null;
    }

    private JsonNode parse(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            // Not the text of the mapper, which may repeat the password.
            throw invalid("The body is not JSON.");
        }
    }

    private List<Account> identified(JsonNode identity) {
        String method = identity.path("methods").path(0).asText();
        List<Account> found = switch (method) {
            case "password" -> byPassword(identity.path("password").path("user"));
            case "hw_ak_sk" -> byKey(identity.path("hw_ak_sk"));
            default -> throw invalid("auth.identity.methods has to be [\"password\"] or [\"hw_ak_sk\"].");
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
        project.put("name", projectName(account));
        project.putObject("domain").put("id", account.domainId()).put("name", account.domainId());
        return bytes(root);
    }

    private byte[] bytes(JsonNode answer) {
        try {
            return json.writeValueAsBytes(answer);
        } catch (IOException e) {
            throw new IllegalStateException("An answer cannot be written", e);
        }
    }
}
