package io.github.vpcep.sandbox.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What is done with secrets, and which headers hold some. */
public final class Secrets {
    private static final Set<String> HEADERS = Set.of(
            "authorization",
            "x-auth-token",
            "x-security-token",
            "x-subject-token",
            "cookie",
            "proxy-authorization",
            "x-sandbox-key");

    private Secrets() {}

    /** Whether the values of that header are secret, whatever the case of its name. */
    public static boolean isSecret(String header) {
        return HEADERS.contains(header.toLowerCase(Locale.ROOT));
    }

    static byte[] hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    /** Compares in a time that does not tell where they differ. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
