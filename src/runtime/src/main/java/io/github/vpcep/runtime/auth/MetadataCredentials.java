package io.github.vpcep.runtime.auth;

import io.github.vpcep.runtime.connect.HttpAccess;
import io.github.vpcep.runtime.ground.Arguments;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import okhttp3.HttpUrl;

/**
 * Signs every request with the temporary key that a cloud server has by its agency, as the server's metadata service
 * gives it. Thread-safe. Made by {@link Credentials#metadata}.
 *
 * <p>The key is fetched when it is first needed and kept for all threads and clients. From five minutes before its end
 * (for a life below 50 minutes: from the last tenth of it) the next call has it renewed in the background, while all go
 * on with the old one; if that fails, the old one is used as long as it is valid, and renewing is tried again after 30
 * seconds. When the API answers 401 to a key, a new one is fetched and the call is sent once more.
 *
 * <p>The service is asked over the client's connections, never by way of a proxy; it has five seconds for each of its
 * answers, with what the client's retry policy sends again. Where it gives out tokens of its own, one is sent to it. A
 * call that gets no key is not sent, and throws
 *
 * <ul>
 *   <li>{@link io.github.vpcep.runtime.error.VpcepTransportException} if the service is not reached, as on a machine
 *       that is no cloud server;
 *   <li>{@link io.github.vpcep.runtime.error.AuthenticationFailedException} if it refuses, as for a server without
 *       agency;
 *   <li>{@link io.github.vpcep.runtime.error.ServerFailureException} if it answers 500 and above;
 *   <li>{@link io.github.vpcep.runtime.error.VpcepDecodeException} if its answer has no key or no time of expiry.
 * </ul>
 */
public final class MetadataCredentials extends RenewingCredentials {
    private static final HttpUrl LINK_LOCAL = HttpUrl.get("http://169.254.169.254/");
    private static final String ENDPOINT = "VPCEP_METADATA_ENDPOINT";
    private static final String MUST_BE = " must be an address that starts with http:// or https:// and has a host";

    private final HttpUrl endpoint;
    private final Metadata metadata;

    private MetadataCredentials(HttpUrl endpoint, Clock clock, LongSupplier nanoTime) {
        super("metadata", TemporaryKey.HEADER, clock, nanoTime);
        this.endpoint = endpoint;
        this.metadata = new Metadata(endpoint, clock, nanoTime);
    }

    /**
     * Returns credentials of the machine that this process runs on.
     *
     * @throws IllegalArgumentException if the variable {@code VPCEP_METADATA_ENDPOINT} is set, and not to an address
     */
    public static MetadataCredentials create() {
        return of(System.getenv());
    }

    /** Returns those of the service that a variable names, else of the one that each cloud server has. */
    static MetadataCredentials of(Map<String, String> variables) {
        String named = variables.getOrDefault(ENDPOINT, "").strip();
        HttpUrl url = named.isEmpty() ? LINK_LOCAL : HttpUrl.parse(named);
        if (url == null) {
            throw new IllegalArgumentException(ENDPOINT + MUST_BE);
        }
        return new MetadataCredentials(url, Clock.systemUTC(), System::nanoTime);
    }

    /**
     * Returns credentials that ask another address than {@code http://169.254.169.254}, such as that of a forwarder.
     * The copy fetches keys of its own.
     *
     * @throws IllegalArgumentException if the address is not http or https, or has no host
     */
    public MetadataCredentials endpoint(URI endpoint) {
        HttpUrl url = HttpUrl.get(Arguments.requireNonNull(endpoint, "endpoint"));
        if (url == null) {
            throw new IllegalArgumentException("endpoint" + MUST_BE);
        }
        return new MetadataCredentials(url, clock, nanoTime);
    }

    /** For tests: the same credentials in another time, with a cache of their own. */
    MetadataCredentials timed(Clock otherClock, LongSupplier otherTime) {
        return new MetadataCredentials(endpoint, otherClock, otherTime);
    }

    @Override
    CompletableFuture<Token> fetch(HttpAccess access) {
        return metadata.fetch(access);
    }
}
