package io.github.vpcep.sandbox;

import io.github.vpcep.runtime.ClientBuilder;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** How a sandbox elsewhere is reached; see {@link SandboxControl#of(java.net.URI, Consumer)}. */
public final class ControlOptions {
    private @Nullable String key;
    private @Nullable Consumer<ClientBuilder<?>> trust;

    ControlOptions() {}

    /**
     * Sets the key that it was started with.
     *
     * @param value as it stands behind {@code --control-key}
     */
    public ControlOptions key(String value) {
        this.key = Objects.requireNonNull(value, "key");
        return this;
    }

    /**
     * Trusts the certificates of a file besides those that the JVM trusts: the one that {@code --tls sandbox.pem} or
     * {@link VpcepSandbox#writeCertificate} has written.
     *
     * @param certificates one or more X.509 certificates, PEM or DER
     */
    public ControlOptions trust(Path certificates) {
        Objects.requireNonNull(certificates, "certificates");
        this.trust = builder -> builder.trust(certificates);
        return this;
    }

    /**
     * Sets whom is trusted, and the certificate that is shown if the context has one.
     *
     * @param context makes the sockets
     * @param trustManager the trust manager that the context was made with
     */
    public ControlOptions tls(SSLContext context, X509TrustManager trustManager) {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(trustManager, "trustManager");
        this.trust = builder -> builder.tls(context, trustManager);
        return this;
    }

    @Nullable
    String key() {
        return key;
    }

    /** The builder, which trusts whom these say. */
    <C> ClientBuilder<C> trusting(ClientBuilder<C> builder) {
        if (trust != null) {
            trust.accept(builder);
        }
        return builder;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ControlOptions";
    }
}
