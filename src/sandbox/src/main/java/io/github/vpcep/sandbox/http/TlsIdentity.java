package io.github.vpcep.sandbox.http;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Who a server is, and how clients come to trust it. Immutable. */
public final class TlsIdentity {
    private static final char[] NO_PASSWORD = new char[0];

    private final SSLContext server;
    private final X509Certificate trusted;

    private TlsIdentity(SSLContext server, X509Certificate trusted) {
        this.server = server;
        this.trusted = trusted;
    }

    /**
     * An identity made now, for an address and for this machine by its usual names, with an authority of its own.
     *
     * @param host the address or name that the server listens on
     */
    public static TlsIdentity made(String host) {
        try {
            SelfMade.Made made = SelfMade.of(host);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", made.key(), NO_PASSWORD, made.chain().toArray(X509Certificate[]::new));
            return of(store, NO_PASSWORD);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot make a certificate", e);
        }
    }

    /**
     * The identity of a key store.
     *
     * @param keyStore a file of PKCS#12 or of Java's own kind, with a key and its certificates
     * @param password of the file and of the key
     * @throws IllegalArgumentException if it is not there, is no key store, or holds no key, or the password does not
     *     open it
     * @throws UncheckedIOException if it cannot be read
     */
    public static TlsIdentity of(Path keyStore, String password) {
        File file = keyStore.toFile();
        char[] opening = password.toCharArray();
        try {
            return of(KeyStore.getInstance(file, opening), opening);
        } catch (IOException e) {
            if (e.getCause() instanceof GeneralSecurityException) {
                throw new IllegalArgumentException("The password does not open the key store " + keyStore, e);
            }
            throw new UncheckedIOException("The key store " + keyStore + " cannot be read: " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The key store " + keyStore + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static TlsIdentity of(KeyStore store, char[] password) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                var chain = store.getCertificateChain(alias);
                return new TlsIdentity(context, (X509Certificate) chain[chain.length - 1]);
            }
        }
        throw new IllegalArgumentException("The key store holds no key");
    }

    /** What clients are to trust, as PEM. */
    public String pem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                            .encodeToString(trusted.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A certificate cannot be written", e);
        }
    }

    /** What clients go by that trust this server and no other. */
    public X509TrustManager trust() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("server", trusted);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            return Stream.of(trust.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot trust a certificate", e);
        }
    }

    /** Makes the sockets of clients that trust this server and no other. */
    public SSLContext clients() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no TLS", e);
        }
    }

    SSLContext server() {
        return server;
    }
}
