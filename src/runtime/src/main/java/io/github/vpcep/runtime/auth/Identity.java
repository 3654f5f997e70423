package io.github.vpcep.runtime.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/** Who asks IAM for a token: the body of that request, and the secret in it that must not come out again. */
final class Identity {
    private final byte[] body;
    private final String secret;
    private final String secretInJson;

    private Identity(Map<String, ?> identity, String project, String secret) {
        Map<String, ?> auth = Map.of("identity", identity, "scope", Map.of("project", Map.of("name", project)));
        ObjectMapper json = new ObjectMapper();
        try {
            this.body = json.writeValueAsBytes(Map.of("auth", auth));
            String quoted = json.writeValueAsString(secret);
            this.secretInJson = quoted.substring(1, quoted.length() - 1);
        } catch (JsonProcessingException e) {
            // Not the cause: its message may hold what could not be written.
            throw new IllegalArgumentException("The credentials cannot be written as JSON");
        }
        this.secret = secret;
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
                Map.of("methods", List.of("hw_ak_sk"), "hw_ak_sk", key), Secrets.requireLine(project, "project"), sk);
    }

    byte[] body() {
        return body;
    }

    /** Returns what a server answered, without the secret: a proxy's error page may repeat the request. */
    String redact(String answer) {
        return answer.replace(secretInJson, "***").replace(secret, "***");
    }

    @Override
    public String toString() {
        return "***";
    }
}
