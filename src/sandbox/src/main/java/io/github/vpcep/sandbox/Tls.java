package io.github.vpcep.sandbox;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * That the sandbox speaks HTTPS, and as whom. Immutable.
 *
 * @param keyStore a file of PKCS#12 or of Java's own kind with a key and its certificates; null: they are made at each
 *     start, for the sandbox's address and for this machine by its usual names
 * @param password of the file and of the key
 */
record Tls(@Nullable Path keyStore, String password) {
    /** With a certificate that is made at the start. */
    static final Tls SELF_MADE = new Tls(null, "");

    /** Without the password. */
    @Override
    public String toString() {
        return "Tls[" + (keyStore == null ? "self-made" : keyStore) + "]";
    }
}
