package io.github.vpcep.runtime.engine.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key for {@code localhost} with a certificate that nobody has signed.
 *
 * @param folder where both are
 */
record ServerKey(Path folder) {
    private static final String PASSWORD = "changeit";

    static ServerKey makeIn(Path folder) throws Exception {
        ServerKey key = new ServerKey(folder);
        key.keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=shelf", "-ext", "SAN=DNS:localhost");
        key.keytool("-exportcert", "-rfc", "-file", key.certificate().toString());
        return key;
    }

    private void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", "server", "-keystore", store().toString(), "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private Path store() {
        return folder.resolve("server.p12");
    }

    /** The certificate as a PEM file. */
    Path certificate() {
        return folder.resolve("server.pem");
    }

    KeyStore keys() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store())) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    /** What a server speaks TLS with. */
    SSLContext context() throws Exception {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys(), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
