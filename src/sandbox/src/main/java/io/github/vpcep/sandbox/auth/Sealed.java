package io.github.vpcep.sandbox.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What is handed out and known again without being kept: a text that tells its account and more, signed by the
 * account's own key, so that every process with the same accounts knows it.
 */
final class Sealed {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Sealed() {}

    /** One that was opened: the account that it is of, and what else it tells. */
    record Opened(Account account, List<String> parts) {}

    /**
     * Seals.
     *
     * @param kind what it is: one of another kind is not taken for it
     * @param parts without line breaks
     */
    static String seal(String kind, Account account, String... parts) {
        String content = account.projectId() + "\n" + String.join("\n", parts);
        return ENCODER.encodeToString(content.getBytes(StandardCharsets.UTF_8)) + "."
                + signature(kind, account, content);
    }

    /** Opens what {@link #seal} made; nothing for anything else. */
    static Optional<Opened> open(String kind, String sealed, Accounts accounts) {
        int dot = sealed.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String content;
        try {
            content = new String(Base64.getUrlDecoder().decode(sealed.substring(0, dot)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        List<String> lines = List.of(content.split("\n", -1));
        return accounts.byProject(lines.get(0))
                .filter(account -> Secrets.same(signature(kind, account, content), sealed.substring(dot + 1)))
                .map(account -> new Opened(account, lines.subList(1, lines.size())));
    }

    private static String signature(String kind, Account account, String content) {
        return ENCODER.encodeToString(Secrets.hmac(account.secretKey(), kind + "\n" + content));
    }
}
