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
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The calls to IAM: tokens, which are also looked at and revoked, temporary keys, and the account, the projects and the
 * services of a caller.
 */
public final class Iam {
    private static final String TOKENS = "/v3/auth/tokens";
    private static final String KEYS = "/v3.0/OS-CREDENTIAL/securitytokens";
    private static final String CATALOG = "/v3/auth/catalog";
    private static final String DOMAINS = "/v3/auth/domains";
    private static final Map<String, List<String>> METHODS = Map.of(
            TOKENS,
            List.of("POST", "GET", "HEAD", "DELETE"),
            KEYS,
            List.of("POST"),
            CATALOG,
            List.of("GET"),
            DOMAINS,
            List.of("GET"),
            "/v3/auth/projects",
            List.of("GET"),
            "/v3/projects",
            List.of("GET"));

    /** How long a temporary key lives, in seconds. */
    private static final int SHORTEST_LIFE = 15 * 60;

    private static final int LONGEST_LIFE = 24 * 60 * 60;

    private final Authentication authentication;
    private final Identities identities;
    private final TemporaryKeys keys;
    private final IamDocuments documents;
    private final String region;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * Knows the accounts of who calls.
     *
     * @param authentication finds out who calls, and knows the tokens
     * @param clock by which keys end
     * @param region the name of each account's first project
     */
    public Iam(Authentication authentication, SandboxClock clock, String region) {
        Accounts accounts = authentication.accounts();
        this.authentication = authentication;
        this.identities = new Identities(accounts, authentication);
        this.keys = new TemporaryKeys(accounts, clock);
        this.documents = new IamDocuments(accounts, region);
        this.region = region;
    }

    /** Whether a path is one of IAM's. */
    public static boolean has(String path) {
        return METHODS.containsKey(path);
    }

    /** The methods that one of these paths supports. */
    public static List<String> methods(String path) {
        return Objects.requireNonNull(METHODS.get(path));
    }

    /**
     * Answers a request to one of these paths, by a method that it supports.
     *
     * @param base the address under which the caller reached the server
     * @throws Problem why it is refused
     */
    public HttpAnswer answer(HttpRequest request, URI base) {
        return switch (request.path()) {
            case TOKENS ->
                switch (request.method()) {
                    case "POST" -> newToken(request, base);
                    case "DELETE" -> revoke(request);
                    default -> token(request, base);
                };
            case KEYS -> key(request);
            case CATALOG -> list("catalog", documents.catalog(authentication.bearer(request), base), request, base);
            case DOMAINS -> domains(request, base);
            default -> projects(request, base);
        };
    }

    private HttpAnswer newToken(HttpRequest request, URI base) {
        JsonNode auth = parse(BodyLimit.body(request)).path("auth");
        Identities.Identity identity = identities.of(auth.path("identity"), request);
        Tokens.Bearer bearer = scoped(identity, auth.path("scope"));
        return told(201, bearer, Tokens.text(bearer), request, base);
    }

    private HttpAnswer token(HttpRequest request, URI base) {
        return told(200, subject(request), subjectToken(request), request, base);
    }

    private HttpAnswer told(int status, Tokens.Bearer bearer, String text, HttpRequest request, URI base) {
        boolean withCatalog = request.parameter("nocatalog") == null;
        return answer(status, documents.token(bearer, withCatalog ? base : null))
                .with("X-Subject-Token", text);
    }

    private HttpAnswer revoke(HttpRequest request) {
        Tokens.Bearer bearer = subject(request);
        if (bearer.isOfSetUp()) {
            throw denied("The token in X-Subject-Token is one of the set-up, which stays.");
        }
        authentication.tokens().revoke(bearer);
        return HttpAnswer.of(204, null, new byte[0]);
    }

    /** Whom the token is of that a caller asks about, who may do so for the own account only. */
    private Tokens.Bearer subject(HttpRequest request) {
        Account caller = authentication.account(request);
        Tokens.Bearer bearer = authentication
                .tokens()
                .find(subjectToken(request))
                .orElseThrow(() -> new Problem(
                        ErrorCode.RESOURCE_NOT_FOUND,
                        ErrorCode.RESOURCE_NOT_FOUND.message()
                                + " The token in X-Subject-Token is unknown, has expired or was revoked."));
        if (!bearer.account().domainId().equals(caller.domainId())) {
            throw denied("The token in X-Subject-Token is of another account.");
        }
        return bearer;
    }

    private static String subjectToken(HttpRequest request) {
        String token = request.header("x-subject-token");
        if (token == null || token.isBlank()) {
            throw invalid("The request has no token in X-Subject-Token.");
        }
        return token.strip();
    }

    private HttpAnswer key(HttpRequest request) {
        JsonNode identity = parse(BodyLimit.body(request)).path("auth").path("identity");
        String allowed = "assume_role, hw_assume_role, token";
        String method = Identities.method(identity, allowed);
        JsonNode wish = identity.path(method);
        Account account = switch (method) {
            case "assume_role", "hw_assume_role" ->
                identities
                        .assumed(authentication.account(request), wish, method)
                        .projects()
                        .get(0);
            // The token stands in the body or in the header.
            case "token" -> wish.has("id") ? identities.byToken(wish).account() : authentication.account(request);
            default -> throw invalid("auth.identity.methods has to be a list of one of " + allowed + ".");
        };
        TemporaryKeys.Key key = keys.issue(account, life(wish.path("duration_seconds")));
        return answer(201, IamDocuments.key(key));
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

    private HttpAnswer domains(HttpRequest request, URI base) {
        Account caller = authentication.account(request);
        String name = request.parameter("name");
        ArrayNode list = json.createArrayNode();
        if (name == null || name.equals(caller.domainId())) {
            list.add(IamDocuments.domain(caller));
        }
        return list("domains", list, request, base);
    }

    private HttpAnswer projects(HttpRequest request, URI base) {
        Tokens.Bearer caller = authentication.bearer(request);
        String name = request.parameter("name");
        ArrayNode list = json.createArrayNode();
        identities.projects(caller).stream()
                .filter(each -> name == null || name.equals(documents.projectName(each)))
                .forEach(each -> list.add(documents.project(each)));
        return list("projects", list, request, base);
    }

    private HttpAnswer list(String name, ArrayNode list, HttpRequest request, URI base) {
        ObjectNode root = json.createObjectNode();
        root.set(name, list);
        root.putObject("links")
                .put("self", base + request.path())
                .putNull("previous")
                .putNull("next");
        return answer(200, root);
    }

    private JsonNode parse(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            // Not the text of the mapper, which may repeat the password.
            throw invalid("The body is not JSON.");
        }
    }

    /** What of an identity is meant: a project, or, unless one is named, the account as a whole. */
    private Tokens.Bearer scoped(Identities.Identity identity, JsonNode scope) {
        JsonNode project = scope.path("project");
        JsonNode domain = scope.path("domain");
        boolean ofProject = !project.isMissingNode();
        boolean isScope = scope.isObject() && scope.size() == 1 && (ofProject || !domain.isMissingNode());
        if (!isScope && !scope.isMissingNode()) {
            throw invalid("auth.scope has to be absent, or to have either project or domain.");
        }
        Account first = identity.projects().get(0);
        if (ofProject) {
            checkDomain(first, project.path("domain"), "auth.scope.project.domain");
        } else {
            checkDomain(first, domain, "auth.scope.domain");
        }
        return authentication
                .tokens()
                .begin(
                        ofProject ? inProject(identity.projects(), project) : first,
                        !ofProject,
                        identity.method(),
                        identity.agency(),
                        identity.end());
    }

    /** Account and name are the same for an account. */
    private static void checkDomain(Account account, JsonNode domain, String place) {
        if (domain.isMissingNode()) {
            return;
        }
        if (named(domain, place).anyMatch(each -> !each.equals(account.domainId()))) {
            throw refused(place + " is not the account of the user.");
        }
    }

    /** Of the projects of an identity the one that is meant: by its id, or by the region for the first. */
    private Account inProject(List<Account> found, JsonNode project) {
        String place = "auth.scope.project";
        List<String> names = named(project, place).toList();
        Account first = found.get(0);
        return found.stream()
                .filter(each -> names.stream()
                        .allMatch(name -> name.equals(each.projectId()) || (name.equals(region) && each.equals(first))))
                .findFirst()
                .orElseThrow(
                        () -> refused(place + " names neither a project of the user nor the region " + region + "."));
    }

    /** The id, the name, or both. */
    private static Stream<String> named(JsonNode node, String place) {
        List<JsonNode> given = Stream.of(node.path("id"), node.path("name"))
                .filter(each -> !each.isMissingNode() && !each.isNull())
                .toList();
        if (given.isEmpty() || !given.stream().allMatch(JsonNode::isTextual)) {
            throw invalid(place + " has to have an id or a name, as text.");
        }
        return given.stream().map(JsonNode::asText);
    }

    private static Problem invalid(String reason) {
        return new Problem(ErrorCode.INVALID_PARAMETER, reason);
    }

    private static Problem denied(String reason) {
        return new Problem(ErrorCode.PERMISSION_DENIED, ErrorCode.PERMISSION_DENIED.message() + " " + reason);
    }

    private static Problem refused(String reason) {
        return new Problem(ErrorCode.AUTHENTICATION_FAILED, ErrorCode.AUTHENTICATION_FAILED.message() + " " + reason);
    }

    private HttpAnswer answer(int status, JsonNode body) {
        try {
            return HttpAnswer.of(status, HttpAnswer.JSON, json.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new IllegalStateException("An answer cannot be written", e);
        }
    }
}
