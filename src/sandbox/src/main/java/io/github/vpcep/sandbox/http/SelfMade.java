package io.github.vpcep.sandbox.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A certificate for a server and the authority that stands for it, both made now. By hand, in the few shapes of DER
 * that it takes, as the JDK reads certificates and makes none; no library for it fits here.
 */
final class SelfMade {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Duration AGE = Duration.ofDays(365);

    private static final byte[] ECDSA_WITH_SHA256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2));
    private static final byte[] COMMON_NAME = oid(0x55, 4, 3);
    private static final byte[] SERVER_AUTH = oid(0x2b, 6, 1, 5, 5, 7, 3, 1);

    /** Below 2.5.29, where extensions are. */
    private static final int SUBJECT_KEY = 14;

    private static final int KEY_USAGE = 15;
    private static final int ALTERNATIVE_NAMES = 17;
    private static final int CONSTRAINTS = 19;
    private static final int AUTHORITY_KEY = 35;
    private static final int EXTENDED_KEY_USAGE = 37;

    private SelfMade() {}

    /** The key of a server, and its certificate with that of the authority behind it. */
    record Made(PrivateKey key, List<X509Certificate> chain) {}

    /** One for the host, and for this machine by its usual names. */
    static Made of(String host) throws GeneralSecurityException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(256);
        KeyPair authority = keys.generateKeyPair();
        KeyPair server = keys.generateKeyPair();
        byte[] authorityName = name("VPCEP sandbox authority " + serial().toString(16));
        byte[] authorityId = sha1(authority.getPublic());
        byte[] root = certificate(
                authorityName,
                authorityName,
                authority,
                authority.getPublic(),
                joined(
                        extension(CONSTRAINTS, true, sequence(tagged(0x01, (byte) 0xff))),
                        // Signs certificates, and no more.
                        extension(KEY_USAGE, true, tagged(0x03, (byte) 2, (byte) 0x04)),
                        extension(SUBJECT_KEY, false, tagged(0x04, authorityId))));
        byte[] leaf = certificate(
                name("VPCEP sandbox"),
                authorityName,
                authority,
                server.getPublic(),
                joined(
                        extension(CONSTRAINTS, true, sequence()),
                        // Makes signatures.
                        extension(KEY_USAGE, true, tagged(0x03, (byte) 7, (byte) 0x80)),
                        extension(EXTENDED_KEY_USAGE, false, sequence(SERVER_AUTH)),
                        extension(ALTERNATIVE_NAMES, false, sequence(names(host))),
                        extension(SUBJECT_KEY, false, tagged(0x04, sha1(server.getPublic()))),
                        extension(AUTHORITY_KEY, false, sequence(tagged(0x80, authorityId)))));
        return new Made(server.getPrivate(), List.of(read(leaf), read(root)));
    }

    private static byte[] certificate(byte[] subject, byte[] issuer, KeyPair signer, PublicKey key, byte[] extensions)
            throws GeneralSecurityException {
        Instant now = Instant.now();
        byte[] content = sequence(
                tagged(0xa0, tagged(0x02, (byte) 2)),
                tagged(0x02, serial().toByteArray()),
                ECDSA_WITH_SHA256,
                issuer,
                sequence(time(now.minus(Duration.ofDays(1))), time(now.plus(AGE))),
                subject,
                key.getEncoded(),
                tagged(0xa3, sequence(extensions)));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(signer.getPrivate());
        signature.update(content);
        return sequence(content, ECDSA_WITH_SHA256, tagged(0x03, joined(new byte[1], signature.sign())));
    }

    private static X509Certificate read(byte[] der) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    private static byte[] names(String host) {
        byte[] names = joined(dns("localhost"), address("127.0.0.1"), address("::1"));
        return joined(names, host.matches("[0-9.]+|.*:.*") ? address(host) : dns(host));
    }

    private static byte[] address(String text) {
        try {
            // Of digits or with colons it is not looked up.
            return tagged(0x87, InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text + " is no address", e);
        }
    }

    private static byte[] dns(String host) {
        return tagged(0x82, host.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] name(String text) {
        return sequence(tagged(0x31, sequence(COMMON_NAME, tagged(0x0c, text.getBytes(StandardCharsets.UTF_8)))));
    }

    private static byte[] time(Instant time) {
        // Two digits of the year, as is demanded up to 2049.
        return tagged(0x17, TIME.format(time).substring(2).getBytes(StandardCharsets.US_ASCII));
    }

    private static BigInteger serial() {
        return new BigInteger(120, new SecureRandom()).setBit(120);
    }

    private static byte[] sha1(PublicKey key) throws GeneralSecurityException {
        // Names the key, and proves nothing.
        return MessageDigest.getInstance("SHA-1").digest(key.getEncoded());
    }

    private static byte[] extension(int id, boolean critical, byte[] value) {
        byte[] oid = oid(0x55, 0x1d, id);
        return critical
                ? sequence(oid, tagged(0x01, (byte) 0xff), tagged(0x04, value))
                : sequence(oid, tagged(0x04, value));
    }

    private static byte[] oid(int... bytes) {
        byte[] oid = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            oid[i] = (byte) bytes[i];
        }
        return tagged(0x06, oid);
    }

    private static byte[] sequence(byte[]... parts) {
        return tagged(0x30, joined(parts));
    }

    private static byte[] tagged(int tag, byte... content) {
        int length = content.length;
        byte[] head = length < 128
                ? new byte[] {(byte) tag, (byte) length}
                : length < 256
                        ? new byte[] {(byte) tag, (byte) 0x81, (byte) length}
                        : new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
        return joined(head, content);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
