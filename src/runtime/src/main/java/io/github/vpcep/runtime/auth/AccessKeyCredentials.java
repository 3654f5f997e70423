package io.github.vpcep.runtime.auth;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Signs every request with an access key: SDK-HMAC-SHA256, as the API's gateway checks it. Immutable, thread-safe. Made
 * by {@link Credentials#accessKey(String, String)}.
 *
 * <p>Signed are the method, the path and query as they are sent, the body, and all headers but {@code Content-Type} and
 * those with an underscore in their name. Added are {@code X-Sdk-Date}, {@code X-Project-Id}, {@code Host},
 * {@code Authorization} and, for a temporary key, {@code X-Security-Token}.
 */
public final class AccessKeyCredentials implements Credentials {
    private static final String ALGORITHM = "SDK-HMAC-SHA256";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String ak;
    private final Sha256.Key key;
    private final @Nullable String securityToken;
    private final Clock clock;

    AccessKeyCredentials(String ak, String sk, @Nullable String securityToken, Clock clock) {
        this.ak = Secrets.requireKey(ak, "ak");
        this.key = new Sha256.Key(Secrets.requireKey(sk, "sk"));
        this.securityToken = securityToken;
        this.clock = clock;
    }

    /**
     * Returns credentials of a permanent key.
     *
     * @throws IllegalArgumentException as {@link Credentials#accessKey(String, String)} says
     */
    public static AccessKeyCredentials of(String ak, String sk) {
        return new AccessKeyCredentials(ak, sk, null, Clock.systemUTC());
    }

    /**
     * Returns credentials of a temporary key.
     *
     * @throws IllegalArgumentException as {@link Credentials#accessKey(String, String, String)} says
     */
    public static AccessKeyCredentials of(String ak, String sk, String securityToken) {
        return new AccessKeyCredentials(ak, sk, Secrets.requireKey(securityToken, "securityToken"), Clock.systemUTC());
    }

    @Override
    public Map<String, String> headers(OutgoingRequest request) {
        Map<String, String> given = request.headers();
        Map<String, String> added = new LinkedHashMap<>();
        String date = DATE.format(clock.instant());
        added.put("X-Sdk-Date", date);
        added.put("X-Project-Id", request.projectId());
        if (securityToken != null) {
            added.put("X-Security-Token", securityToken);
        }
        // Set, not left to the transport: what is signed must be what is sent.
        added.put("Host", given.getOrDefault("Host", request.host()));

        TreeMap<String, String> signed = new TreeMap<>();
        given.forEach((name, value) -> sign(signed, name, value));
        added.forEach((name, value) -> sign(signed, name, value));
        String names = String.join(";", signed.keySet());
        String canonical = CanonicalRequest.of(request, signed, names, bodyHash(request, given));
        String signature = key.sign(ALGORITHM + "\n" + date + "\n" + Sha256.hex(canonical));
        added.put(
                "Authorization", ALGORITHM + " Access=" + ak + ", SignedHeaders=" + names + ", Signature=" + signature);
        return added;
    }

    private static void sign(Map<String, String> signed, String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        // Authorization is about to be replaced; gateways drop or change the others.
        if (!lower.equals("authorization") && !lower.equals("content-type") && lower.indexOf('_') < 0) {
            signed.put(lower, value);
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
