package io.github.vpcep.sandbox.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** The tokens that IAM gives out. Nothing is kept: a token holds its project and its end. */
final class Tokens {
    static final Duration LIFE = Duration.ofHours(24);

    private static final String KIND = "token";

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
        return Sealed.seal(
                KIND,
                account,
                String.valueOf(expiry.getEpochSecond()),
                UUID.randomUUID().toString());
    }

    /** The account that the token stands for; nothing for a token that is unknown or has ended. */
    Optional<Account> account(String token) {
        return accounts.byToken(token).or(() -> issued(token));
    }

    private Optional<Account> issued(String token) {
        return Sealed.open(KIND, token, accounts)
                .filter(each -> clock.instant()
                        .isBefore(Instant.ofEpochSecond(
                                Long.parseLong(each.parts().get(0)))))
                .map(Sealed.Opened::account);
    }
}
