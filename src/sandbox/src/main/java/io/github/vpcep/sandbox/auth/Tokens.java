package io.github.vpcep.sandbox.auth;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The tokens that IAM gives out. Nothing is kept but which ones were revoked: all else of a token is in its text. */
final class Tokens {
    /** How long a token lives, unless it was given for one that ends before. */
    static final Duration LIFE = Duration.ofHours(24);

    private static final int MOST_REVOKED = 10_000;
    private static final String KIND = "bearer";
    private static final String OF_DOMAIN = "domain";
    private static final String OF_PROJECT = "project";

    private final Accounts accounts;
    private final Clock clock;

    /** By their ids, for one token has several texts; the oldest are forgotten. */
    private final Set<String> revoked = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_REVOKED;
        }
    }));

    Tokens(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Whom a token is of.
     *
     * @param ofDomain whether it is of the account as a whole, and so of no project
     * @param method by which it was asked for
     * @param agency by which another account acts for this one; empty for none
     * @param id tells it from others; empty for one of the set-up, which never ends: its times are those of one that is
     *     issued now
     */
    record Bearer(
            Account account,
            boolean ofDomain,
            String method,
            String agency,
            Instant issued,
            Instant expiry,
            String id) {
        boolean isOfSetUp() {
            return id.isEmpty();
        }
    }

    /** The time, to the second, as tokens have it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** A token that is issued now. */
    Bearer begin(Account account, boolean ofDomain, String method, String agency, Instant expiry) {
        return new Bearer(
                account,
                ofDomain,
                method,
                agency,
                now(),
                expiry,
                UUID.randomUUID().toString());
    }

    /** The text of a token. */
    static String text(Bearer bearer) {
        return Sealed.seal(
                KIND,
                bearer.account(),
                String.valueOf(bearer.issued().getEpochSecond()),
                String.valueOf(bearer.expiry().getEpochSecond()),
                bearer.ofDomain() ? OF_DOMAIN : OF_PROJECT,
                bearer.method(),
                URLEncoder.encode(bearer.agency(), StandardCharsets.UTF_8),
                bearer.id());
    }

    /** Whom the token is of; nothing for a token that is unknown, has ended or was revoked. */
    Optional<Bearer> find(String token) {
        return accounts.byToken(token).map(this::lasting).or(() -> issued(token));
    }

    /** One that never ends: of the set-up. */
    Bearer lasting(Account account) {
        Instant now = now();
        return new Bearer(account, false, "token", "", now, now.plus(LIFE), "");
    }

    private Optional<Bearer> issued(String token) {
        return Sealed.open(KIND, token, accounts)
                .map(Tokens::bearer)
                .filter(each -> clock.instant().isBefore(each.expiry()) && !revoked.contains(each.id()));
    }

    private static Bearer bearer(Sealed.Opened opened) {
        List<String> parts = opened.parts();
        return new Bearer(
                opened.account(),
                parts.get(2).equals(OF_DOMAIN),
                parts.get(3),
                URLDecoder.decode(parts.get(4), StandardCharsets.UTF_8),
                Instant.ofEpochSecond(Long.parseLong(parts.get(0))),
                Instant.ofEpochSecond(Long.parseLong(parts.get(1))),
                parts.get(5));
    }

    /** Ends a token that was issued. */
    void revoke(Bearer bearer) {
        revoked.add(bearer.id());
    }

    /** Forgets what was revoked. */
    void reset() {
        revoked.clear();
    }
}
