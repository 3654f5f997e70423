package io.github.vpcep.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the certificates that are made, field by field, and what is taken from a key store. */
class TlsIdentityTest {
    private static final String SUBJECT_KEY = "2.5.29.14";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String NAMES = "2.5.29.17";
    private static final String CONSTRAINTS = "2.5.29.19";
    private static final String AUTHORITY_KEY = "2.5.29.35";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private static SelfMade.Made made(String host) throws GeneralSecurityException {
        return SelfMade.of(host);
    }

    private static byte[] sha1(PublicKey key) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-1").digest(key.getEncoded());
    }

    private static List<Integer> uses(X509Certificate certificate) {
        boolean[] uses = certificate.getKeyUsage();
        return IntStream.range(0, uses.length)
                .filter(each -> uses[each])
                .boxed()
                .toList();
    }

    @Test
    void authority_signsCertificates_andNothingElse() throws Exception {
        X509Certificate root = made("sandbox.example").chain().get(1);

        root.verify(root.getPublicKey());
        assertThat(root.getIssuerX500Principal()).isEqualTo(root.getSubjectX500Principal());
        assertThat(root.getSubjectX500Principal().getName()).matches("CN=VPCEP sandbox authority [0-9a-f]{31}");
        assertThat(root.getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
        assertThat(uses(root)).containsExactly(5);
        assertThat(root.getCriticalExtensionOIDs()).containsExactlyInAnyOrder(CONSTRAINTS, KEY_USAGE);
        assertThat(root.getNonCriticalExtensionOIDs()).containsExactly(SUBJECT_KEY);
    }

    @Test
    void server_makesSignatures_andIsNoAuthority() throws Exception {
        SelfMade.Made made = made("sandbox.example");
        X509Certificate server = made.chain().get(0);
        X509Certificate root = made.chain().get(1);

        server.verify(root.getPublicKey());
        assertThat(made.chain()).hasSize(2);
        assertThat(server.getVersion()).isEqualTo(3);
        assertThat(server.getSigAlgName()).isEqualTo("SHA256withECDSA");
        assertThat(server.getIssuerX500Principal()).isEqualTo(root.getSubjectX500Principal());
        assertThat(server.getSubjectX500Principal().getName()).isEqualTo("CN=VPCEP sandbox");
        assertThat(server.getBasicConstraints()).isEqualTo(-1);
        assertThat(uses(server)).containsExactly(0);
        assertThat(server.getExtendedKeyUsage()).containsExactly(SERVER_AUTH);
        assertThat(server.getCriticalExtensionOIDs()).containsExactlyInAnyOrder(CONSTRAINTS, KEY_USAGE);
        assertThat(server.getNonCriticalExtensionOIDs())
                .containsExactlyInAnyOrder(EXTENDED_KEY_USAGE, NAMES, SUBJECT_KEY, AUTHORITY_KEY);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(made.key());
        byte[] signed = signature.sign();
        signature.initVerify(server.getPublicKey());
        assertThat(signature.verify(signed))
                .as("the key goes with the certificate")
                .isTrue();
    }

    /** To the byte: of what is not used, as well. */
    @Test
    void usesAndConstraints_areWrittenAsDerWantsThem() throws Exception {
        List<X509Certificate> chain = made("sandbox.example").chain();

        assertThat(chain.get(0).getExtensionValue(CONSTRAINTS)).containsExactly(4, 2, 0x30, 0);
        assertThat(chain.get(1).getExtensionValue(CONSTRAINTS)).containsExactly(4, 5, 0x30, 3, 1, 1, (byte) 0xff);
        assertThat(chain.get(0).getExtensionValue(KEY_USAGE)).containsExactly(4, 4, 3, 2, 7, (byte) 0x80);
        assertThat(chain.get(1).getExtensionValue(KEY_USAGE)).containsExactly(4, 4, 3, 2, 2, 4);
    }

    /** Wrapped in what says how long they are. */
    @Test
    void keys_areNamedByTheirHashes() throws Exception {
        List<X509Certificate> chain = made("sandbox.example").chain();
        byte[] ofServer = sha1(chain.get(0).getPublicKey());
        byte[] ofRoot = sha1(chain.get(1).getPublicKey());

        assertThat(chain.get(0).getExtensionValue(SUBJECT_KEY))
                .startsWith(4, 22, 4, 20)
                .endsWith(ofServer);
        assertThat(chain.get(1).getExtensionValue(SUBJECT_KEY))
                .startsWith(4, 22, 4, 20)
                .endsWith(ofRoot);
        assertThat(chain.get(0).getExtensionValue(AUTHORITY_KEY))
                .startsWith(4, 24, 0x30, 22, (byte) 0x80, 20)
                .endsWith(ofRoot);
    }

    @Test
    void certificates_areGoodFromYesterdayForAYear_eachWithItsNumber() throws Exception {
        Instant before = Instant.now().minusSeconds(1);
        List<X509Certificate> chain = made("sandbox.example").chain();
        Instant after = Instant.now();

        for (X509Certificate each : chain) {
            assertThat(each.getNotBefore().toInstant())
                    .isBetween(before.minus(Duration.ofDays(1)), after.minus(Duration.ofDays(1)));
            assertThat(each.getNotAfter().toInstant())
                    .isBetween(before.plus(Duration.ofDays(365)), after.plus(Duration.ofDays(365)));
            assertThat(each.getSerialNumber().bitLength()).isEqualTo(121);
        }
        assertThat(chain.get(0).getSerialNumber()).isNotEqualTo(chain.get(1).getSerialNumber());
    }

    /** A name, 2 by its kind; an address, 7. */
    @ParameterizedTest
    @CsvSource({
        "sandbox.example, 2, sandbox.example",
        "10.0.0.7, 7, 10.0.0.7",
        "fe80::1, 7, fe80:0:0:0:0:0:0:1",
        "7.example, 2, 7.example"
    })
    void names_areThoseOfThisMachine_andTheHost(String host, int kind, String text) throws Exception {
        assertThat(made(host).chain().get(0).getSubjectAlternativeNames())
                .extracting(Object::toString)
                .containsExactly(
                        "[2, localhost]", "[7, 127.0.0.1]", "[7, 0:0:0:0:0:0:0:1]", "[" + kind + ", " + text + "]");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 180, 260})
    void nameOfAnyLength_isWritten(int length) throws Exception {
        String host = "x".repeat(length);

        assertThat(made(host).chain().get(0).getSubjectAlternativeNames())
                .last()
                .asString()
                .isEqualTo("[2, " + host + "]");
    }

    @Test
    void identityThatIsMade_isTrustedByItsAuthority_asPemAndAsAContext() throws Exception {
        TlsIdentity identity = TlsIdentity.made("sandbox.example");
        String pem = identity.pem();
        Certificate root = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));

        assertThat(pem.lines()).first().isEqualTo("-----BEGIN CERTIFICATE-----");
        assertThat(pem.lines()).allMatch(each -> each.length() <= 64).anyMatch(each -> each.length() == 64);
        assertThat(pem).endsWith("\n-----END CERTIFICATE-----\n");
        assertThat(identity.trust().getAcceptedIssuers()).containsExactly((X509Certificate) root);
        assertThat(((X509Certificate) root).getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
        assertThat(identity.clients().getProtocol()).isEqualTo("TLS");
        assertThat(identity.server()).isNotSameAs(identity.clients());
    }

    private Path store(boolean withKey) throws GeneralSecurityException, IOException {
        SelfMade.Made made = made("sandbox.example");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("a certificate", made.chain().get(1));
        if (withKey) {
            store.setKeyEntry(
                    "key", made.key(), "secret".toCharArray(), made.chain().toArray(Certificate[]::new));
        }
        Path file = directory.resolve("store.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "secret".toCharArray());
        }
        return file;
    }

    @Test
    void identityOfAKeyStore_isTrustedByTheLastOfItsChain() throws Exception {
        TlsIdentity identity = TlsIdentity.of(store(true), "secret");

        assertThat(identity.trust().getAcceptedIssuers())
                .extracting(X509Certificate::getBasicConstraints)
                .containsExactly(Integer.MAX_VALUE);
    }

    @Test
    void keyStore_thatCannotBeUsed_isRefused() throws Exception {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TlsIdentity.of(store(true), "another"))
                .withMessageContaining("The password does not open the key store")
                .withMessageNotContaining("another");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TlsIdentity.of(store(false), "secret"))
                .withMessageContaining("holds no key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TlsIdentity.of(directory.resolve("none"), "secret"))
                .withMessageContaining("none");
    }

    @Test
    void keyStore_thatBreaksOff_isNoMatterOfThePassword() throws Exception {
        Path whole = store(true);
        byte[] bytes = Files.readAllBytes(whole);
        Path broken = Files.write(directory.resolve("broken.p12"), Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> TlsIdentity.of(broken, "secret"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("broken.p12 cannot be read");
    }

    @Test
    void identity_isWhomAServerSpeaksAs_andItsClientsTrust() throws Exception {
        TlsIdentity identity = TlsIdentity.made("127.0.0.1");
        try (HttpServer server =
                        HttpServer.start("127.0.0.1", 0, identity, new Echo(), Limits.standard(), Clock.systemUTC());
                Wire wire = new Wire(identity.clients().getSocketFactory().createSocket("127.0.0.1", server.port()))) {
            wire.send("GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

            assertThat(wire.readAll()).extracting(Wire.Answer::status).containsExactly(200);
        }
    }

    @Test
    void identity_ofAnother_isNotTrusted() throws Exception {
        try (HttpServer server = HttpServer.start(
                        "127.0.0.1",
                        0,
                        TlsIdentity.made("127.0.0.1"),
                        new Echo(),
                        Limits.standard(),
                        Clock.systemUTC());
                Wire wire = new Wire(TlsIdentity.made("127.0.0.1")
                        .clients()
                        .getSocketFactory()
                        .createSocket("127.0.0.1", server.port()))) {
            assertThatThrownBy(() -> wire.send("GET /a HTTP/1.1\r\n")).hasMessageContaining("PKIX");
        }
    }
}
