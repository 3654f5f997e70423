package io.github.vpcep.sandbox.auth;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The tokens that IAM gives out. Nothing is kept: a token holds its project and its end, and is signed, so that every
 * process with the same accounts takes it.
 */
final class Tokens {
    static final Duration LIFE = Duration.ofHours(24);

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final Accounts accounts;
    private final Clock clock;

    Tokens(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** When a token ends that is issued now. */
    Instant expiry() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(LIFE);
    }

    String issue(Account account, Instant expiry) {
        String content = account.projectId() + "\n" + expiry.getEpochSecond() + "\n" + UUID.randomUUID();
        return ENCODER.encodeToString(content.getBytes(StandardCharsets.UTF_8)) + "." + signature(account, content);
    }

    /** The account that the token stands for; nothing for a token that is unknown or has ended. */
    Optional<Account> account(String token) {
        return accounts.byToken(token).or(() -> issued(token));
    }

    private Optional<Account> issued(String token) {
        int dot = token.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String content;
        try {
            content = new String(Base64.getUrlDecoder().decode(token.substring(0, dot)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        String[] parts = content.split("\n", -1);
        return accounts.byProject(parts[0])
                .filter(account -> Secrets.same(signature(account, content), token.substring(dot + 1)))
                .filter(account -> clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[1]))));
    }

    private static String signature(Account account, String content) {
        return ENCODER.encodeToString(Secrets.hmac(account.secretKey(), "token\n" + content));
    }
}
