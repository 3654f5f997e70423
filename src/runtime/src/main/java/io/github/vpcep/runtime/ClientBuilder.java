package io.github.vpcep.runtime;

import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.connect.HttpSettings;
import io.github.vpcep.runtime.connect.ProxyLogin;
import io.github.vpcep.runtime.connect.Server;
import io.github.vpcep.runtime.connect.ServerTrust;
import io.github.vpcep.runtime.contract.Contract;
import io.github.vpcep.runtime.contract.Region;
import io.github.vpcep.runtime.ground.Arguments;
import io.github.vpcep.runtime.ground.Redactor;
import io.github.vpcep.runtime.okhttp.HttpStack;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of a client. Needed are a region or an endpoint, the project id and the credentials; the rest
 * has defaults. Not thread-safe; every {@link #build()} makes a client of its own.
 *
 * @param <C> the client that is built
 */
public final class ClientBuilder<C> {
    /** Three times the longest page that the documents allow: a thousand resources, all their texts full. */
    private static final int ANSWER_LIMIT = 32 << 20;

    private final Contract contract;
    private final Function<Settings, C> client;

    private @Nullable Region region;
    private @Nullable URI endpoint;
    private @Nullable Credentials credentials;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private final CallOptions.Builder options = CallOptions.builder()
            .retry(RetryPolicy.standard())
            .readTimeout(Duration.ofSeconds(30))
            .callTimeout(Duration.ofSeconds(60))
            .answerLimit(ANSWER_LIMIT);
    private @Nullable ProxySelector proxy;
    private @Nullable ProxyLogin proxyLogin;
    private @Nullable ServerTrust trust;
    private @Nullable HttpStack http;
    private String userAgentSuffix = "";
    private final List<CallListener> listeners = new ArrayList<>();

    /**
     * Creates the builder. Called by generated code.
     *
     * @param contract what the generated client tells of its API
     * @param client makes the client from its settings, once they are checked
     */
    public ClientBuilder(Contract contract, Function<Settings, C> client) {
        this.contract = contract;
        this.client = client;
    }

    /**
     * Sets the region by its id, such as {@code cn-north-4}; it gives the server's address, and IAM's to credentials
     * that need it. The contract knows which regions have a domain of their own; one that it does not know is taken to
     * be in the common one. Set this or the endpoint; with neither, it is the region that comes with the credentials,
     * {@link Credentials#regionId()}.
     *
     * @throws IllegalArgumentException if the value does not fit in a host name: 1 to 63 letters, digits and inner
     *     hyphens
     */
    public ClientBuilder<C> region(String region) {
        return region(contract.region(region));
    }

    /** Sets the region; see {@link #region(String)}. */
    public ClientBuilder<C> region(Region region) {
        this.region = Arguments.requireNonNull(region, "region");
        return this;
    }

    /**
     * Sets the server's address, such as {@code https://vpcep.example.com} or {@code http://localhost:8080/base}; the
     * API's paths are appended to it. Set this or the region.
     *
     * @throws IllegalArgumentException if the address is not http or https, has no host, or has user information, a
     *     query or a fragment
     */
    public ClientBuilder<C> endpoint(URI endpoint) {
        Arguments.requireNonNull(endpoint, "endpoint");
        String scheme = endpoint.getScheme();
        if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
            throw badEndpoint(endpoint.toString(), "an address that starts with http:// or https://");
        }
        String authority = endpoint.getRawAuthority();
        if (authority == null || authority.startsWith(":")) {
            throw badEndpoint(endpoint.toString(), "an address with a host");
        }
        if (authority.contains("@")) {
            throw badEndpoint(endpoint.toString(), "an address without user information: that is for credentials(…)");
        }
        if (endpoint.getRawQuery() != null || endpoint.getRawFragment() != null) {
            throw badEndpoint(endpoint.toString(), "an address without query and fragment");
        }
        if (!Server.isUsable(endpoint)) {
            throw badEndpoint(endpoint.toString(), "an address whose host and port exist");
        }
        this.endpoint = endpoint;
        return this;
    }

    /**
     * Sets the server's address from text; see {@link #endpoint(URI)}.
     *
     * @throws IllegalArgumentException if the text is not such an address
     */
    public ClientBuilder<C> endpoint(String endpoint) {
        Arguments.requireNonBlank(endpoint, "endpoint");
        try {
            return endpoint(new URI(endpoint));
        } catch (URISyntaxException e) {
            // Not the cause: its message repeats the text, user information included.
            throw badEndpoint(endpoint, "an address such as https://vpcep.example.com (" + e.getReason() + ")");
        }
    }

    /**
     * Sets the id of the project whose resources the client works on. A project belongs to one region. When it is not
     * set, it is the project that comes with the credentials, {@link Credentials#projectId()}, as with
     * {@link Credentials#standard()}.
     *
     * @throws IllegalArgumentException if the id is blank or contains white space
     */
    public ClientBuilder<C> projectId(String projectId) {
        options.projectId(projectId);
        return this;
    }

    /** Sets how requests prove who sends them. */
    public ClientBuilder<C> credentials(Credentials credentials) {
        this.credentials = Arguments.requireNonNull(credentials, "credentials");
        return this;
    }

    /**
     * Sets how long connecting may take, TLS included; 10 seconds unless set.
     *
     * @throws IllegalArgumentException if the duration is below a millisecond or above 24 days
     */
    public ClientBuilder<C> connectTimeout(Duration connectTimeout) {
        this.connectTimeout = Arguments.requireTimeout(connectTimeout, "connectTimeout");
        return this;
    }

    /**
     * Sets how long the server may be silent while it is to answer, and the connection while it is to take the request;
     * 30 seconds unless set. It holds for each try.
     *
     * @throws IllegalArgumentException if the duration is below a millisecond or above 24 days
     */
    public ClientBuilder<C> readTimeout(Duration readTimeout) {
        options.readTimeout(readTimeout);
        return this;
    }

    /**
     * Sets the deadline of a call: how long it may take in all, from resolving the host to the last byte of the answer,
     * every try and the pauses between them included; 60 seconds unless set. No pause is begun that would not end
     * before it. It counts from when the call is asked for, and bounds all that it waits for: its turn, when 64
     * asynchronous calls run at a time, and a token. A list that is read on page by page is a call for each page, with
     * a deadline of its own, however long the whole takes.
     *
     * @throws IllegalArgumentException if the duration is below a millisecond or above 24 days
     */
    public ClientBuilder<C> callTimeout(Duration callTimeout) {
        options.callTimeout(callTimeout);
        return this;
    }

    /**
     * Sets how many bytes of an answer are read at most, counted as they are after decompression; 33554432 (32 MiB)
     * unless set, which is more than any documented answer has. A longer answer, success or error, is not read further
     * and is a {@link io.github.vpcep.runtime.error.VpcepTransportException}. What is read as a stream, by a Retrofit
     * interface of one's own, has no limit.
     *
     * @throws IllegalArgumentException unless it is 1024 to 1073741824 (1 KiB to 1 GiB)
     */
    public ClientBuilder<C> answerLimit(int bytes) {
        options.answerLimit(bytes);
        return this;
    }

    /** Sets how often a failed call is sent again; {@link RetryPolicy#standard()} unless set. */
    public ClientBuilder<C> retry(RetryPolicy retry) {
        options.retry(retry);
        return this;
    }

    /**
     * Adds a header that is sent with every request to the API's own server; it is covered by a signature. What the
     * credentials set goes before it.
     *
     * @param name the name, one value per name
     * @param value the value; logs never show it, nor do messages, unless an answer repeats one of less than 8
     *     characters
     * @throws IllegalArgumentException if the name or value cannot be sent, or the name is one that the client must set
     *     itself: User-Agent, Host, Connection, Content-Length, Transfer-Encoding
     */
    public ClientBuilder<C> header(String name, String value) {
        options.header(name, value);
        return this;
    }

    /**
     * Sets what stands in the User-Agent header after the client's own name and version, such as {@code orders/1.4}.
     *
     * @throws IllegalArgumentException if the text is blank or not printable ASCII
     */
    public ClientBuilder<C> userAgentSuffix(String suffix) {
        this.userAgentSuffix =
                Arguments.requireHeaderValue(Arguments.requireNonBlank(suffix, "userAgentSuffix"), "userAgentSuffix");
        return this;
    }

    /**
     * Sets the proxy to go through, HTTP or SOCKS; {@link Proxy#NO_PROXY} goes past one that the JVM is set to. Unless
     * set, the JVM's settings hold ({@code https.proxyHost} and its like).
     *
     * @throws IllegalArgumentException if the proxy's host has user information
     */
    public ClientBuilder<C> proxy(Proxy proxy) {
        Arguments.requireNonNull(proxy, "proxy");
        if (proxy.address() instanceof InetSocketAddress address
                && address.getHostString().contains("@")) {
            throw new IllegalArgumentException(
                    "proxy must have a host without user information: that is for proxyCredentials(…)");
        }
        this.proxy = new OneProxy(proxy);
        return this;
    }

    /** Sets what chooses the proxy to go through; see {@link #proxy(Proxy)}. */
    public ClientBuilder<C> proxy(ProxySelector proxy) {
        this.proxy = Arguments.requireNonNull(proxy, "proxy");
        return this;
    }

    /**
     * Sets the name and password that an HTTP proxy asks for, by Basic authentication. They are sent to the proxy only,
     * and never shown. For a SOCKS proxy set {@link java.net.Authenticator}.
     *
     * @throws IllegalArgumentException if the user is blank or contains a colon
     */
    public ClientBuilder<C> proxyCredentials(String user, String password) {
        if (Arguments.requireNonBlank(user, "user").indexOf(':') >= 0) {
            // Not repeated: what follows the colon may be the password.
            throw new IllegalArgumentException("user must be a name without colon");
        }
        this.proxyLogin = new ProxyLogin(user, Arguments.requireNonNull(password, "password"));
        return this;
    }

    /**
     * Sets whom the client trusts, and the certificate that it shows if the context has one. Unless set, the JVM's
     * settings hold.
     *
     * @param context makes the sockets
     * @param trustManager the trust manager that the context was made with; OkHttp wants to know it
     */
    public ClientBuilder<C> tls(SSLContext context, X509TrustManager trustManager) {
        this.trust = new ServerTrust(
                Arguments.requireNonNull(context, "context"), Arguments.requireNonNull(trustManager, "trustManager"));
        return this;
    }

    /**
     * Trusts the certificates of a file besides those that the JVM trusts, such as a company's own authority or a
     * sandbox's self-signed one. The file is read now.
     *
     * @param certificates a file of one or more X.509 certificates, PEM or DER
     * @throws IllegalArgumentException if the file cannot be read or holds no certificate
     */
    public ClientBuilder<C> trust(Path certificates) {
        this.trust = ServerTrust.besides(Arguments.requireNonNull(certificates, "certificates"));
        return this;
    }

    /**
     * Sets the OkHttp client below, for what this builder has no setting for. The builder's proxy and TLS go before its
     * own.
     */
    public ClientBuilder<C> http(HttpStack http) {
        this.http = Arguments.requireNonNull(http, "http");
        return this;
    }

    /** Adds a listener that is told how calls went. */
    public ClientBuilder<C> listener(CallListener listener) {
        listeners.add(Arguments.requireNonNull(listener, "listener"));
        return this;
    }

    /**
     * Builds the client. It connects when it is first used.
     *
     * @throws IllegalStateException if a needed setting is missing, or both region and endpoint are set
     */
    public C build() {
        Region in = region();
        URI server = in == null ? Arguments.requireNonNull(endpoint, "endpoint") : in.endpoint();
        CallOptions set = options.build();
        if (set.projectId() == null && contract.needsProject()) {
            set = set.toBuilder()
                    .projectId(required(credentials == null ? null : credentials.projectId(), "projectId"))
                    .build();
        }
        return client.apply(new Settings(
                server,
                regional(
                        credentials == null && !contract.needsCredentials()
                                ? request -> Map.of()
                                : required(credentials, "credentials"),
                        in),
                connectTimeout,
                set,
                new HttpSettings(proxy, proxyLogin, trust, http),
                userAgentSuffix,
                listeners));
    }

    private static Credentials regional(Credentials given, @Nullable Region in) {
        if (in == null) {
            return given;
        }
        return Arguments.requireNonNull(given.inRegion(in), "what the credentials gave for region " + in);
    }

    /** Returns the region, or null when an endpoint is set. */
    private @Nullable Region region() {
        if (endpoint != null && region != null) {
            throw new IllegalStateException(
                    "Both region (" + region + ") and endpoint (" + endpoint + ") are set: set only one of them");
        }
        if (endpoint != null || region != null) {
            return region;
        }
        String theirs = credentials == null ? null : credentials.regionId();
        if (theirs == null) {
            throw new IllegalStateException("Neither region nor endpoint is set: set .region(\"" + example()
                    + "\") or .endpoint(\"https://…\")");
        }
        return contract.region(theirs);
    }

    private static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalStateException(name + " is not set: set ." + name + "(…) before .build()");
        }
        return value;
    }

    private String example() {
        return contract.defaultRegion();
    }

    /** Says what is wrong with an address of which no more is shown than cannot be secret. */
    private static IllegalArgumentException badEndpoint(String given, String allowed) {
        String shown = Redactor.address(given);
        return new IllegalArgumentException(
                shown == null
                        ? "endpoint must be " + allowed
                        : "endpoint is \"" + shown + "\", but must be " + allowed);
    }

    /** The same proxy for every address. */
    private static final class OneProxy extends ProxySelector {
        private final List<Proxy> proxies;

        OneProxy(Proxy proxy) {
            this.proxies = List.of(proxy);
        }

        @Override
        public List<Proxy> select(URI address) {
            return proxies;
        }

        @Override
        public void connectFailed(URI address, SocketAddress proxy, IOException failure) {}
    }
}
