package io.github.vpcep.sandbox.auth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What IAM tells of tokens, keys, accounts and projects. */
final class IamDocuments {
    private final Accounts accounts;
    private final String region;

    IamDocuments(Accounts accounts, String region) {
        this.accounts = accounts;
        this.region = region;
    }

    /**
     * What is told of a token; {@code base} is the address under which its services are reached, null to leave them
     * out.
     */
    ObjectNode token(Tokens.Bearer bearer, @Nullable URI base) {
        Account account = bearer.account();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode token = root.putObject("token");
        token.putArray("methods").add(bearer.method());
        token.put("issued_at", time(bearer.issued()));
        token.put("expires_at", time(bearer.expiry()));
        ObjectNode user = token.putObject("user");
        user.put("id", Identities.userId(account)).put("name", user(bearer));
        addDomain(user, account);
        if (bearer.ofDomain()) {
            addDomain(token, account);
        } else {
            ObjectNode project = token.putObject("project");
            project.put("id", account.projectId()).put("name", projectName(account));
            addDomain(project, account);
        }
        // An account may do everything in its projects.
        token.putArray("roles").addObject().put("id", "0").put("name", "te_admin");
        if (base != null) {
            token.set("catalog", catalog(bearer, base));
        }
        return root;
    }

    private static String user(Tokens.Bearer bearer) {
        return bearer.agency().isEmpty()
                ? Identities.userName(bearer.account())
                : bearer.account().domainId() + "/" + bearer.agency();
    }

    /** The services that a token is for. */
    ArrayNode catalog(Tokens.Bearer bearer, URI base) {
        ArrayNode catalog = JsonNodeFactory.instance.arrayNode();
        addService(catalog, "iam", "identity", base + "/v3", "*");
        if (!bearer.ofDomain()) {
            addService(
                    catalog, "vpcep", "vpcep", base + "/v1/" + bearer.account().projectId(), region);
        }
        return catalog;
    }

    private static void addService(ArrayNode catalog, String name, String type, String url, String region) {
        ObjectNode service = catalog.addObject();
        service.put("id", name).put("name", name).put("type", type);
        service.putArray("endpoints")
                .addObject()
                .put("id", name + "-public")
                .put("interface", "public")
                .put("region", region)
                .put("region_id", region)
                .put("url", url);
    }

    /** What is told of a temporary key. */
    static ObjectNode key(TemporaryKeys.Key key) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putObject("credential")
                .put("access", key.id())
                .put("secret", key.secret())
                .put("securitytoken", key.securityToken())
                .put("expires_at", time(key.expiry()));
        return root;
    }

    /** An account, as {@code GET /v3/auth/domains} lists it. */
    static ObjectNode domain(Account account) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", account.domainId())
                .put("name", account.domainId())
                .put("description", "")
                .put("enabled", true);
    }

    /** A project, as {@code GET /v3/projects} lists it. */
    ObjectNode project(Account account) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", account.projectId())
                .put("name", projectName(account))
                .put("domain_id", account.domainId())
                .put("parent_id", account.domainId())
                .put("description", "")
                .put("is_domain", false)
                .put("enabled", true);
    }

    /** The region's for the first project of a key; the others are named like their ids. */
    String projectName(Account account) {
        Account first = accounts.ofAccessKey(account.accessKey()).get(0);
        return first.projectId().equals(account.projectId()) ? region : account.projectId();
    }

    private static void addDomain(ObjectNode to, Account account) {
        to.putObject("domain").put("id", account.domainId()).put("name", account.domainId());
    }

    /** As IAM writes times. */
    private static String time(Instant time) {
        return time.toString().replace("Z", ".000000Z");
    }
}
