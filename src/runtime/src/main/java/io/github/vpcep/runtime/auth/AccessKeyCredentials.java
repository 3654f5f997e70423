package io.github.vpcep.runtime.auth;

import io.github.vpcep.runtime.ground.Arguments;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Signs every request with an access key: SDK-HMAC-SHA256, as the API's gateway checks it. Thread-safe. Made by
 * {@link Credentials#accessKey(String, String)}.
 *
 * <p>Signed are the method, the path and query as they are sent, the body, and all headers but {@code Content-Type} and
 * those with an underscore in their name. Added are {@code X-Sdk-Date}, {@code Host}, {@code Authorization},
 * {@code X-Project-Id} if the request is of a project and, for a temporary key, {@code X-Security-Token}.
 */
public final class AccessKeyCredentials implements Credentials {
    private static final String ALGORITHM = "SDK-HMAC-SHA256";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String ak;
    private final Sha256.Key key;
    private final @Nullable String securityToken;
    private final @Nullable Clock clock;
    /** Of whichever thread signed last: each takes or replaces it whole. */
    private volatile Stamp last = Stamp.of(Instant.EPOCH);

    AccessKeyCredentials(String ak, String sk, @Nullable String securityToken, @Nullable Clock clock) {
        this(Secrets.requireKey(ak, "ak"), new Sha256.Key(Secrets.requireKey(sk, "sk")), securityToken, clock);
    }

    private AccessKeyCredentials(String ak, Sha256.Key key, @Nullable String securityToken, @Nullable Clock clock) {
        this.ak = ak;
        this.key = key;
        this.securityToken = securityToken;
        this.clock = clock;
    }

    /**
     * Returns credentials of the same key that date their signatures by another clock, whatever the server's shows.
     * Unless set, it is this machine's; when a server refuses a request whose date is five minutes or more from its own
     * ({@code Date} of a 401), its clock counts from then on, and that request is sent once more.
     */
    public AccessKeyCredentials clock(Clock clock) {
        return new AccessKeyCredentials(ak, key, securityToken, Arguments.requireNonNull(clock, "clock"));
    }

    /**
     * Returns credentials of a permanent key.
     *
     * @throws IllegalArgumentException as {@link Credentials#accessKey(String, String)} says
     */
    public static AccessKeyCredentials of(String ak, String sk) {
        return new AccessKeyCredentials(ak, sk, null, null);
    }

    /**
     * Returns credentials of a temporary key.
     *
     * @throws IllegalArgumentException as {@link Credentials#accessKey(String, String, String)} says
     */
    public static AccessKeyCredentials of(String ak, String sk, String securityToken) {
        return new AccessKeyCredentials(ak, sk, Secrets.requireKey(securityToken, "securityToken"), null);
    }

    @Override
    public Map<String, String> headers(OutgoingRequest request) {
        Map<String, String> given = request.headers();
        String date = date(clock == null ? request.time() : clock.instant());
        String projectId = request.projectId();
        // Set, not left to the transport: what is signed must be what is sent.
        String givenHost = given.get("Host");
        String host = givenHost == null ? request.host() : givenHost;

        SignedHeaders signed = new SignedHeaders();
        given.forEach((name, value) -> sign(signed, name, value));
        signed.put("host", host);
        signed.put("x-sdk-date", date);
        Map<String, String> added = new LinkedHashMap<>();
        added.put("X-Sdk-Date", date);
        if (projectId != null) {
            signed.put("x-project-id", projectId);
            added.put("X-Project-Id", projectId);
        }
        if (securityToken != null) {
            signed.put("x-security-token", securityToken);
            added.put("X-Security-Token", securityToken);
        }
        added.put("Host", host);
        String names = signed.names();
        String canonical = CanonicalRequest.of(request, signed, names, bodyHash(request, given));
        String signature = key.sign(ALGORITHM + "\n" + date + "\n" + Sha256.hex(canonical));
        added.put(
                "Authorization", ALGORITHM + " Access=" + ak + ", SignedHeaders=" + names + ", Signature=" + signature);
        return added;
    }

    private static void sign(SignedHeaders signed, String name, String value) {
        // Authorization is about to be replaced; gateways drop or change the others.
        if (!name.equalsIgnoreCase("Authorization")
                && !name.equalsIgnoreCase("Content-Type")
                && name.indexOf('_') < 0) {
            signed.put(name.toLowerCase(Locale.ROOT), value);
        }
    }

    /** Returns a time as requests tell it, to the second; written anew once a second. */
    private String date(Instant now) {
        Stamp stamp = last;
        if (stamp.second() != now.getEpochSecond()) {
            stamp = Stamp.of(now);
            last = stamp;
        }
        return stamp.text();
    }

    private record Stamp(long second, String text) {
        static Stamp of(Instant time) {
            return new Stamp(time.getEpochSecond(), DATE.format(time));
        }
    }

    private static String bodyHash(OutgoingRequest request, Map<String, String> given) {
        String stated = given.get("X-Sdk-Content-Sha256");
        return stated == null ? Sha256.hex(request.body()) : stated;
    }

    @Override
    public String toString() {
        return "Credentials.accessKey(***)";
    }
}
