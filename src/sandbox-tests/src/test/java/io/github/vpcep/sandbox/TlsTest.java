package io.github.vpcep.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.error.VpcepTransportException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS, with a certificate that is made and with one that is brought. */
@Timeout(120)
class TlsTest {
    private static final SandboxConfig HTTPS = SandboxConfig.standard().withTls();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void sandboxWithTls_isReachedByItsOwnClient() {
        try (VpcepSandbox sandbox = VpcepSandbox.start(HTTPS)) {
            assertThat(sandbox.uri()).hasScheme("https");
            assertThat(sandbox.client().endpoints().list().items()).isEmpty();
        }
    }

    @Test
    void certificate_asAFile_isTrustedByTheClient() {
        Path pem = directory.resolve("sandbox.pem");
        try (VpcepSandbox sandbox = VpcepSandbox.start(HTTPS)) {
            sandbox.writeCertificate(pem);
            try (VpcepClient client = client(sandbox.uri(), pem)) {
                assertThat(client.endpoints().list().items()).isEmpty();
            }
        }
    }

    /** By both of its clients: the one of the control API, and the one of the service. */
    @Test
    void certificate_asAFile_isTrustedByTheControl() {
        Path pem = directory.resolve("sandbox.pem");
        try (VpcepSandbox sandbox = VpcepSandbox.start(HTTPS)) {
            sandbox.writeCertificate(pem);
            try (SandboxControl control = SandboxControl.of(sandbox.uri(), o -> o.trust(pem))) {
                assertThat(control.client().endpoints().list().items()).isEmpty();
                assertThat(control.requests()).hasSize(1);
            }
            try (SandboxControl control = SandboxControl.of(sandbox.uri())) {
                assertThatThrownBy(control::health).hasMessageContaining("PKIX");
            }
        }
    }

    @Test
    void contextThatTrustsACertificate_isTakenByTheControl() throws Exception {
        Path pem = directory.resolve("sandbox.pem");
        try (VpcepSandbox sandbox = VpcepSandbox.start(HTTPS)) {
            sandbox.writeCertificate(pem);
            X509TrustManager trust = trusting(pem);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            try (SandboxControl control = SandboxControl.of(sandbox.uri(), o -> o.tls(context, trust))) {
                control.reset();
                assertThat(control.client().endpoints().list().items()).isEmpty();
            }
        }
    }

    private static X509TrustManager trusting(Path pem) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(pem)) {
            trusted.setCertificateEntry(
                    "sandbox", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    @Test
    void certificate_ofAnotherSandbox_isNotTrusted() {
        Path pem = directory.resolve("other.pem");
        try (VpcepSandbox other = VpcepSandbox.start(HTTPS)) {
            other.writeCertificate(pem);
        }
        try (VpcepSandbox sandbox = VpcepSandbox.start(HTTPS);
                VpcepClient client = client(sandbox.uri(), pem)) {
            assertThatThrownBy(() -> client.endpoints().list())
                    .isInstanceOf(VpcepTransportException.class)
                    .hasMessageContaining("PKIX");
        }
    }

    @Test
    void everyNameOfThisMachine_isInTheCertificate_andTheAnswersSayHttps() throws Exception {
        try (VpcepSandbox sandbox = VpcepSandbox.start(HTTPS)) {
            HttpClient client =
                    HttpClient.newBuilder().sslContext(sandbox.sslContext()).build();
            for (String host : List.of("127.0.0.1", "localhost")) {
                String base = "https://" + host + ":" + sandbox.uri().getPort();
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(URI.create(base + "/")).build(), HttpResponse.BodyHandlers.ofString());

                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).contains(base + "/v1");
            }
        }
    }

    /** RFC 5280 wants them; Python 3.13 is the first client that insists. */
    @Test
    void certificates_haveTheExtensionsThatStrictClientsDemand() throws Exception {
        String keyId = "2.5.29.14";
        String issuersKeyId = "2.5.29.35";
        try (VpcepSandbox sandbox = VpcepSandbox.start(HTTPS);
                SSLSocket socket = (SSLSocket) sandbox.sslContext()
                        .getSocketFactory()
                        .createSocket("127.0.0.1", sandbox.uri().getPort())) {
            socket.setSoTimeout(60_000);
            socket.startHandshake();
            X509Certificate server = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            X509Certificate authority = (X509Certificate) socket.getSession().getPeerCertificates()[1];

            assertThat(server.getBasicConstraints()).isEqualTo(-1);
            assertThat(server.getKeyUsage()[0]).as("makes signatures").isTrue();
            assertThat(server.getNonCriticalExtensionOIDs()).contains(keyId, issuersKeyId);
            assertThat(authority.getBasicConstraints()).isNotNegative();
            assertThat(authority.getKeyUsage()[5]).as("signs certificates").isTrue();
            assertThat(authority.getNonCriticalExtensionOIDs()).contains(keyId);
        }
    }

    @Test
    void certificateOfAKeyStore_isShown() throws Exception {
        Path store = keyStore("server.p12");
        Path pem = directory.resolve("server.pem");
        SandboxConfig config = SandboxConfig.standard().withTls(store, "of the test");
        assertThat(config.toString()).doesNotContain("of the test");
        try (VpcepSandbox sandbox = VpcepSandbox.start(config)) {
            sandbox.writeCertificate(pem);
            try (VpcepClient client = client(sandbox.uri(), pem)) {
                assertThat(client.endpoints().list().items()).isEmpty();
            }
        }
    }

    @Test
    void keyStore_thatCannotBeUsed_keepsTheSandboxFromStarting() throws Exception {
        Path store = keyStore("server.p12");

        assertThatThrownBy(() -> VpcepSandbox.start(SandboxConfig.standard().withTls(store, "another")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The password does not open the key store " + store)
                .hasMessageNotContaining("another");
        assertThatThrownBy(() -> VpcepSandbox.start(
                        SandboxConfig.standard().withTls(directory.resolve("not there"), "of the test")))
                .hasMessageContaining("not there");
        Path text = Files.writeString(directory.resolve("text.p12"), "no key store");
        assertThatThrownBy(() -> VpcepSandbox.start(SandboxConfig.standard().withTls(text, "of the test")))
                .hasMessageContaining("text.p12");
    }

    @Test
    void connection_isEndedAsTlsWantsIt() throws IOException {
        try (VpcepSandbox sandbox = VpcepSandbox.start(HTTPS);
                Socket socket = sandbox.sslContext()
                        .getSocketFactory()
                        .createSocket(sandbox.uri().getHost(), sandbox.uri().getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            // Cut off without a word, reading to the end would throw.
            assertThat(text(socket.getInputStream()))
                    .startsWith("HTTP/1.1 200 ")
                    .endsWith("}");
        }
    }

    @Test
    void plainHttp_isEndedAtOnce_andNobodyElseIsDisturbed() throws IOException {
        try (VpcepSandbox sandbox = VpcepSandbox.start(HTTPS);
                Socket socket =
                        new Socket(sandbox.uri().getHost(), sandbox.uri().getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(text(socket.getInputStream())).doesNotContain("HTTP");
            assertThat(sandbox.client().endpoints().list().items()).isEmpty();
        }
    }

    @Test
    void sandboxWithoutTls_hasNoCertificate() {
        try (VpcepSandbox sandbox = VpcepSandbox.start(SandboxConfig.standard())) {
            assertThatThrownBy(() -> sandbox.writeCertificate(directory.resolve("none.pem")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("withTls()");
            assertThatThrownBy(sandbox::sslContext).isInstanceOf(IllegalStateException.class);
        }
    }

    private static VpcepClient client(URI uri, Path trusted) {
        return VpcepClient.builder()
                .endpoint(uri)
                .projectId(SandboxConfig.DEMO.projectId())
                .credentials(Credentials.token(SandboxConfig.DEMO.token()))
                .trust(trusted)
                .build();
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** As whoever runs a server makes one. */
    private Path keyStore(String name) throws Exception {
        Path file = directory.resolve(name);
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        // It lives for a second.
                        "-J-XX:TieredStopAtLevel=1",
                        "-J-XX:+UseSerialGC",
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "server",
                        "-dname",
                        "CN=sandbox",
                        "-ext",
                        "SAN=IP:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "of the test",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return file;
    }
}
