package io.github.vpcep.sandbox.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The temporary keys that IAM gives out. Nothing is kept: all of a key follows from its security token. */
final class TemporaryKeys {
    private static final String KIND = "key";
    private static final int ID_LENGTH = 20;

    private final Accounts accounts;
    private final Clock clock;

    TemporaryKeys(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * A key of an account.
     *
     * @param securityToken what has to be sent with each request that the key signs
     */
    record Key(Account account, String id, String secret, String securityToken, Instant expiry) {
        /** Without secrets. */
        @Override
        public String toString() {
            return "Key[" + account + ", " + id + "]";
        }
    }

    Key issue(Account account, Duration life) {
        Instant expiry = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(life);
        String id = "HST"
                + UUID.randomUUID()
                        .toString()
                        .replace("-", "")
                        .toUpperCase(Locale.ROOT)
                        .substring(0, ID_LENGTH - 3);
        String securityToken = Sealed.seal(KIND, account, String.valueOf(expiry.getEpochSecond()), id);
        return new Key(account, id, secret(account, securityToken), securityToken, expiry);
    }

    /** The key that comes with a security token; nothing for one that is unknown or has ended. */
    Optional<Key> find(String securityToken) {
        return Sealed.open(KIND, securityToken, accounts)
                .map(each -> new Key(
                        each.account(),
                        each.parts().get(1),
                        secret(each.account(), securityToken),
                        securityToken,
                        Instant.ofEpochSecond(Long.parseLong(each.parts().get(0)))))
                .filter(key -> clock.instant().isBefore(key.expiry()));
    }

    private static String secret(Account account, String securityToken) {
        return HexFormat.of().formatHex(Secrets.hmac(account.secretKey(), "secret\n" + securityToken));
    }
}
