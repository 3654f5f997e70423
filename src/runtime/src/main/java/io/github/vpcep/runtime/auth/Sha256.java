package io.github.vpcep.runtime.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SHA-256 as lower-case hex digits, plain and keyed. */
final class Sha256 {
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    /** Never used but to copy it. */
    private static final MessageDigest FRESH = fresh();

    private Sha256() {}

    static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    static String hex(byte[] bytes) {
        if (bytes.length == 0) {
            return EMPTY;
        }
        return HexFormat.of().formatHex(copy().digest(bytes));
    }

    /** A copy, because to look the algorithm up takes as long as to hash a request. */
    private static MessageDigest copy() {
        try {
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException e) {
            // Not every security provider can copy.
            return fresh();
        }
    }

    private static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /** A secret key, ready to sign. Thread-safe: each signature is made by a copy of its own. */
    static final class Key {
        private static final String ALGORITHM = "HmacSHA256";

        private final SecretKeySpec secret;
        private final Mac keyed;

        Key(String secret) {
            this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
            this.keyed = keyed();
        }

        private Mac keyed() {
            try {
                Mac mac = Mac.getInstance(ALGORITHM);
                mac.init(secret);
                return mac;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("This Java has no " + ALGORITHM, e);
            }
        }

        String sign(String text) {
            return HexFormat.of().formatHex(copy().doFinal(text.getBytes(StandardCharsets.UTF_8)));
        }

        private Mac copy() {
            try {
                return (Mac) keyed.clone();
            } catch (CloneNotSupportedException e) {
                // Not every security provider can copy, but each can start anew.
                return keyed();
            }
        }

        @Override
        public String toString() {
            return "***";
        }
    }
}
