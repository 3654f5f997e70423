package io.github.vpcep.sandbox.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.domain.Problem;
import io.github.vpcep.sandbox.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Finds out who asks IAM, by whatever they prove it with. */
final class Identities {
    private static final String PLACE = "auth.identity.";

    private final Accounts accounts;
    private final Authentication authentication;

    Identities(Accounts accounts, Authentication authentication) {
        this.accounts = accounts;
        this.authentication = authentication;
    }

    /**
     * Who asks.
     *
     * @param projects the account in each of its projects, at least one
     * @param method how that was proved
     * @param agency by which another account acts for this one; empty for none
     * @param end when what it was proved with ends
     */
    record Identity(List<Account> projects, String method, String agency, Instant end) {}

    /** The id of the user, which follows from the names of account and user. */
    static String userId(Account account) {
        String names = account.domainId() + "\n" + userName(account);
        return UUID.nameUUIDFromBytes(names.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    /** The name of the user, that of the account where it has none. */
    static String userName(Account account) {
        return account.userName() == null ? account.domainId() : account.userName();
    }

    /** The one method of an identity. */
    static String method(JsonNode identity, String allowed) {
        JsonNode methods = identity.path("methods");
        if (!methods.isArray() || methods.size() != 1) {
            throw invalid("methods", "a list of one of " + allowed);
        }
        return methods.path(0).asText();
    }

    /**
     * Finds out who asks for a token.
     *
     * @param request tells who acts for another account
     * @throws Problem if it is nobody
     */
    Identity of(JsonNode identity, HttpRequest request) {
        String allowed = "password, token, hw_ak_sk, assume_role, hw_assume_role";
        String method = method(identity, allowed);
        JsonNode proof = identity.path(method);
        return switch (method) {
            case "password" -> proved(byPassword(proof.path("user")), method, "The user or the password is not known.");
            case "hw_ak_sk" -> proved(byKey(proof), method, "The access key or its secret is not known.");
            case "token" -> {
                Tokens.Bearer bearer = byToken(proof);
                yield new Identity(projects(bearer), method, bearer.agency(), bearer.expiry());
            }
            case "assume_role", "hw_assume_role" -> assumed(authentication.account(request), proof, method);
            default -> throw invalid("methods", "a list of one of " + allowed);
        };
    }

    private Identity proved(List<Account> found, String method, String otherwise) {
        if (found.isEmpty()) {
            throw refused(otherwise);
        }
        return new Identity(found, method, "", authentication.tokens().now().plus(Tokens.LIFE));
    }

    private List<Account> byPassword(JsonNode user) {
        String place = "password.user.";
        String password = text(user, place, "password");
        return usersOf(user, place).stream()
                .filter(each -> each.password() != null && Secrets.same(each.password(), password))
                .toList();
    }

    private List<Account> usersOf(JsonNode user, String place) {
        if (user.hasNonNull("id")) {
            String id = text(user, place, "id");
            return accounts.all().stream()
                    .filter(each -> each.userName() != null && userId(each).equals(id))
                    .toList();
        }
        String name = text(user, place, "name");
        return accounts.ofUser(text(user.path("domain"), place + "domain.", "name", "id"), name);
    }

    private List<Account> byKey(JsonNode key) {
        String id = text(key.path("access"), "hw_ak_sk.access.", "key");
        String secret = text(key.path("secret"), "hw_ak_sk.secret.", "key");
        return accounts.ofAccessKey(id).stream()
                .filter(each -> Secrets.same(each.secretKey(), secret))
                .toList();
    }

    /**
     * Whom the token is of that is an identity.
     *
     * @throws Problem if it is none, or not good
     */
    Tokens.Bearer byToken(JsonNode token) {
        return authentication
                .tokens()
                .find(text(token, "token.", "id"))
                .orElseThrow(
                        () -> refused("The token in auth.identity.token.id is unknown, has expired or was revoked."));
    }

    /** The account of a caller in each of the projects that the caller may reach. */
    List<Account> projects(Tokens.Bearer caller) {
        String agency = caller.agency();
        return accounts.ofAccessKey(caller.account().accessKey()).stream()
                .filter(each -> agency.isEmpty() || each.agencies().containsKey(agency))
                .toList();
    }

    /**
     * The account that a caller may act for by an agency.
     *
     * @throws Problem if there is no such agency, or it is for others
     */
    Identity assumed(Account caller, JsonNode role, String method) {
        String domain = text(role, method + ".", "domain_name", "domain_id");
        String agency = text(role, method + ".", "agency_name", "xrole_name");
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
        List<Account> trusting = found.stream()
                .filter(each -> caller.domainId().equals(each.agencies().get(agency)))
                .toList();
        if (trusting.isEmpty()) {
            throw new Problem(
                    ErrorCode.PERMISSION_DENIED,
                    ErrorCode.PERMISSION_DENIED.message() + " The agency is for another account than the caller's.");
        }
        return new Identity(
                trusting, method, agency, authentication.tokens().now().plus(Tokens.LIFE));
    }

    /** The first of these properties that is there, as text. */
    private static String text(JsonNode node, String place, String... names) {
        for (String each : names) {
            if (node.path(each).isTextual()) {
                return node.path(each).asText();
            }
        }
        throw invalid(place + String.join(" or ", names), "text");
    }

    private static Problem invalid(String place, String allowed) {
        return new Problem(ErrorCode.INVALID_PARAMETER, PLACE + place + " has to be " + allowed + ".");
    }

    private static Problem refused(String reason) {
        return new Problem(ErrorCode.AUTHENTICATION_FAILED, ErrorCode.AUTHENTICATION_FAILED.message() + " " + reason);
    }
}
