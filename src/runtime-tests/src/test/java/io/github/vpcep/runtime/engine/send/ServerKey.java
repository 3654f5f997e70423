package io.github.vpcep.runtime.engine.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key for {@code localhost} with a certificate that nobody has signed.
 *
 * @param keys what holds both
 * @param certificate the certificate as a PEM file
 */
record ServerKey(KeyStore keys, Path certificate) {
    private static final String PASSWORD = "changeit";
    private static final String ALIAS = "server";

    /** The one for all tests, made when it is first wanted: to make one takes half a second. */
    static ServerKey shared() {
        return Shared.KEY;
    }

    private static ServerKey makeIn(Path folder) throws Exception {
        Path store = folder.resolve("server.p12");
        make(store);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        String base64 = Base64.getMimeEncoder()
                .encodeToString(keys.getCertificate(ALIAS).getEncoded());
        Path certificate = Files.writeString(
                folder.resolve("server.pem"),
                "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
        return new ServerKey(keys, certificate);
    }

    private static void make(Path store) throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                // It lives for a second.
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=shelf",
                "-ext",
                "SAN=DNS:localhost",
                "-alias",
                ALIAS,
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    /** What a server speaks TLS with. */
    SSLContext context() throws Exception {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static final class Shared {
        static final ServerKey KEY = make();

        private static ServerKey make() {
            try {
                Path folder = Files.createTempDirectory("vpcep-server-key");
                folder.toFile().deleteOnExit();
                ServerKey key = makeIn(folder);
                // In this order: what is registered last is deleted first.
                folder.resolve("server.p12").toFile().deleteOnExit();
                key.certificate().toFile().deleteOnExit();
                return key;
            } catch (Exception e) {
                throw new IllegalStateException("No key could be made", e);
            }
        }
    }
}
