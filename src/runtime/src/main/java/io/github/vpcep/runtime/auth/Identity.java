package io.github.vpcep.runtime.auth;

import io.github.vpcep.runtime.ground.Redactor;
import java.util.List;
import java.util.Map;

/** Who asks IAM for a token: the body of that request, and the secret in it that must not come out again. */
final class Identity {
    private final byte[] body;
    private final List<String> secrets;

    private Identity(Map<String, ?> identity, String project, String... secrets) {
        Map<String, ?> auth = Map.of("identity", identity, "scope", Map.of("project", Map.of("name", project)));
        this.body = IamCall.json(Map.of("auth", auth));
        this.secrets = List.of(secrets);
    }

    static Identity password(String user, String password, String domain, String project) {
        Map<String, ?> who = Map.of(
                "name", Secrets.requireLine(user, "user"),
                "password", Secrets.requireLine(password, "password"),
                "domain", Map.of("name", Secrets.requireLine(domain, "domain")));
        return new Identity(
                Map.of("methods", List.of("password"), "password", Map.of("user", who)),
                Secrets.requireLine(project, "project"),
                password);
    }

    static Identity accessKey(String ak, String sk, String project) {
        Map<String, ?> key = Map.of(
                "access", Map.of("key", Secrets.requireKey(ak, "ak")),
                "secret", Map.of("key", Secrets.requireKey(sk, "sk")));
        return new Identity(
                Map.of("methods", List.of("hw_ak_sk"), "hw_ak_sk", key),
                Secrets.requireLine(project, "project"),
                ak,
                sk);
    }

    byte[] body() {
        return body;
    }

    /** Returns what hides the secrets in what a server answered: a proxy's error page may repeat the request. */
    Redactor redactor() {
        Redactor redactor = new Redactor();
        secrets.forEach(redactor::learn);
        return redactor;
    }

    @Override
    public String toString() {
        return "***";
    }
}
