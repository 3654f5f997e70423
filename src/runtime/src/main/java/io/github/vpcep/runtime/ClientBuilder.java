package io.github.vpcep.runtime;

import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.auth.ProjectLookup;
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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of a client. Needed are a region or an endpoint, and the credentials; with an endpoint alone
 * the project id as well. The rest has defaults. Not thread-safe; every {@link #build()} makes a client of its own.
 *
 * @param <C> the client that is built
 */
public final class ClientBuilder<C> {
    /** Three times the longest page that the documents allow: a thousand resources, all their texts full. */
    private static final int ANSWER_LIMIT = 32 << 20;

    private static final int MOST_RETRIES = 1_000_000;

    private static final int MOST_CALLS = 10_000;

    private final Contract contract;
    private final Function<Settings, C> client;

    private @Nullable Region region;
    private @Nullable URI endpoint;
    private @Nullable URI iamEndpoint;
    private @Nullable Credentials credentials;
    private boolean plainHttp;
    private @Nullable Dns resolver;
    private int callsAtATime = 64;
    private int retryBudget = 100;
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
     * Sets the region by its id, such as {@code cn-north-4}; it gives the server's address unless an endpoint is set,
     * IAM's to whom needs it, and the project of a client that is told none. The contract knows which regions have a
     * domain of their own; one that it does not know is taken to be in the common one. Unless set, it is the region
     * that comes with the credentials, {@link Credentials#regionId()}; set this or the endpoint if none does.
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
     * API's paths are appended to it. It goes before the address of the region. There is one: what a project has is in
     * its region, so no server of another could answer for it, and within the region the name stands for all servers.
     * An address of http on another machine than this one, that is, not localhost nor a loopback address, needs
     * {@link #allowPlainHttp()}.
     *
     * @throws IllegalArgumentException if the address is not http or https, has no host, or has user information, a
     *     query or a fragment
     */
    public ClientBuilder<C> endpoint(URI endpoint) {
        this.endpoint = requireAddress(endpoint, "endpoint");
        return this;
    }

    /**
     * Sets the server's address from text; see {@link #endpoint(URI)}.
     *
     * @throws IllegalArgumentException if the text is not such an address
     */
    public ClientBuilder<C> endpoint(String endpoint) {
        return endpoint(address(endpoint, "endpoint"));
    }

    /**
     * Lets the endpoint be one of {@code http://} on another machine: requests, answers, tokens and temporary keys can
     * be read, and changed, by everybody on the way. For tests, and networks that are safe by other means. An access
     * key is never sent itself, and IAM is never asked in this way.
     */
    public ClientBuilder<C> allowPlainHttp() {
        this.plainHttp = true;
        return this;
    }

    /**
     * Sets the address of the IAM that is asked for the project, and by credentials that need one and were not told
     * theirs; unless set, it is the region's. The paths of IAM are appended to it.
     *
     * @throws IllegalArgumentException as {@link #endpoint(URI)} says, or if the address is http of another machine
     */
    public ClientBuilder<C> iamEndpoint(URI iamEndpoint) {
        URI address = requireAddress(iamEndpoint, "iamEndpoint");
        if (Server.isInTheClear(Server.at(address).baseUrl())) {
            throw badAddress("iamEndpoint", address.toString(), "https, but on this machine: IAM is told secrets");
        }
        this.iamEndpoint = address;
        return this;
    }

    /**
     * Sets the address of IAM from text; see {@link #iamEndpoint(URI)}.
     *
     * @throws IllegalArgumentException if the text is not such an address
     */
    public ClientBuilder<C> iamEndpoint(String iamEndpoint) {
        return iamEndpoint(address(iamEndpoint, "iamEndpoint"));
    }

    /**
     * Sets the id of the project whose resources the client works on. A project belongs to one region. When it is not
     * set, it is the project that comes with the credentials, {@link Credentials#projectId()}, as with
     * {@link Credentials#standard()}. When none comes with them either, it is the main project of the region, which has
     * the region's name: the first call that needs its id has IAM asked for it, in the name of the credentials
     * ({@code GET /v3/projects?name=}), and it is kept for all. A call that gets none is not sent, and throws
     *
     * <ul>
     *   <li>{@link IllegalStateException} if IAM tells of no such project, or of several;
     *   <li>{@link io.github.vpcep.runtime.error.PermissionDeniedException} if these credentials may not ask, and
     *       {@link io.github.vpcep.runtime.error.AuthenticationFailedException} if they are refused;
     *   <li>another {@link io.github.vpcep.runtime.error.VpcepException} if IAM is not reached, fails or is not
     *       understood; each names the address.
     * </ul>
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
     * before it. It counts from when the call is asked for, and bounds all that it waits for: its turn, when
     * {@link #callsAtATime} asynchronous calls run, and a token. A list that is read on page by page is a call for each
     * page, with a deadline of its own, however long the whole takes.
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
     * Sets how many retries all calls of the client, those of {@code with(…)} included, have in hand: each takes one,
     * and each call that succeeds gives back a tenth of one, up to this number again. While there is none, a failed
     * call is not sent again, so that a server that fails for long is not asked three times as often. 100 unless set; 0
     * for no retries at all.
     *
     * @throws IllegalArgumentException unless it is 0 to 1000000
     */
    public ClientBuilder<C> retryBudget(int retries) {
        if (retries < 0 || retries > MOST_RETRIES) {
            throw new IllegalArgumentException(
                    "retryBudget is \"" + retries + "\", but must be from 0 to " + MOST_RETRIES);
        }
        this.retryBudget = retries;
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
        this.trust = ServerTrust.of(
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
     * Trusts every server, whatever certificate it shows and whomever that is of, IAM and an HTTPS proxy included:
     * whoever is on the way can read and change everything, and take the password that IAM is told. For a try against a
     * server of one's own; {@link #trust(Path)} is the way to trust its certificate alone.
     */
    public ClientBuilder<C> trustEveryServerInsecurely() {
        this.trust = ServerTrust.inEverybody();
        return this;
    }

    /**
     * Sets what finds the addresses of hosts, in place of the JVM's resolver: for a private zone, or a fixed address of
     * the API. The certificate is checked for the name all the same.
     */
    public ClientBuilder<C> hostResolver(HostResolver resolver) {
        Arguments.requireNonNull(resolver, "resolver");
        this.resolver = host -> {
            List<InetAddress> found = resolver.resolve(host);
            if (found == null || found.isEmpty()) {
                throw new UnknownHostException("the hostResolver(…) has no address of " + host);
            }
            return List.copyOf(found);
        };
        return this;
    }

    /**
     * Sets how many asynchronous calls run at a time, and how many connections are kept while nothing is sent (for five
     * minutes each); 64 unless set. Further calls wait for their turn; synchronous ones never do. An OkHttp client that
     * is {@linkplain HttpStack#of shared} keeps its own figures.
     *
     * @throws IllegalArgumentException unless it is 1 to 10000
     */
    public ClientBuilder<C> callsAtATime(int calls) {
        if (calls < 1 || calls > MOST_CALLS) {
            throw new IllegalArgumentException(
                    "callsAtATime is \"" + calls + "\", but must be from 1 to " + MOST_CALLS);
        }
        this.callsAtATime = calls;
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
     * @throws IllegalStateException if a needed setting is missing, or the endpoint is one of http on another machine
     *     and {@link #allowPlainHttp()} was not called
     * @throws IllegalArgumentException if the region that comes with the credentials cannot be one
     */
    public C build() {
        Region in = region();
        URI server = endpoint != null
                ? endpoint
                : Arguments.requireNonNull(in, "region").endpoint();
        if (!plainHttp && Server.isInTheClear(Server.at(server).baseUrl())) {
            throw new IllegalStateException(
                    "The endpoint " + server + " is of http on another machine, where all that is"
                            + " sent can be read on its way: take https, or set .allowPlainHttp()");
        }
        CallOptions set = options.build();
        String projectId = set.projectId() == null && credentials != null ? credentials.projectId() : set.projectId();
        Credentials given = credentials == null && !contract.needsCredentials()
                ? request -> Map.of()
                : required(credentials, "credentials");
        Credentials by = regional(given, in);
        return client.apply(new Settings(
                server,
                by,
                projectId == null && contract.needsProject() ? lookup(in, by) : null,
                connectTimeout,
                projectId == null ? set : set.toBuilder().projectId(projectId).build(),
                new HttpSettings(proxy, proxyLogin, trust, resolver, callsAtATime, http),
                retryBudget,
                userAgentSuffix,
                listeners));
    }

    private static ProjectLookup lookup(@Nullable Region in, Credentials by) {
        URI iam = in == null ? null : in.iamEndpoint();
        if (in == null || iam == null) {
            throw new IllegalStateException("projectId is not set: set .projectId(…) before .build(), or a region, in"
                    + " which IAM is asked for it");
        }
        return ProjectLookup.of(in, iam, by);
    }

    private static Credentials regional(Credentials given, @Nullable Region in) {
        if (in == null) {
            return given;
        }
        return Arguments.requireNonNull(given.inRegion(in), "what the credentials gave for region " + in);
    }

    /** Returns the region with the address of IAM that is set; null when there is an endpoint and no region. */
    private @Nullable Region region() {
        Region in = region;
        String theirs = credentials == null ? null : credentials.regionId();
        if (in == null && theirs != null) {
            in = contract.region(theirs);
        }
        if (in == null && endpoint == null) {
            throw new IllegalStateException("Neither region nor endpoint is set: set .region(\"" + example()
                    + "\") or .endpoint(\"https://…\")");
        }
        return in == null || iamEndpoint == null ? in : in.withIamEndpoint(iamEndpoint);
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

    private static URI requireAddress(URI address, String name) {
        Arguments.requireNonNull(address, name);
        String scheme = address.getScheme();
        if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
            throw badAddress(name, address.toString(), "an address that starts with http:// or https://");
        }
        String authority = address.getRawAuthority();
        if (authority == null || authority.startsWith(":")) {
            throw badAddress(name, address.toString(), "an address with a host");
        }
        if (authority.contains("@")) {
            throw badAddress(
                    name, address.toString(), "an address without user information: that is for credentials(…)");
        }
        if (address.getRawQuery() != null || address.getRawFragment() != null) {
            throw badAddress(name, address.toString(), "an address without query and fragment");
        }
        if (!Server.isUsable(address)) {
            throw badAddress(name, address.toString(), "an address whose host and port exist");
        }
        return address;
    }

    private static URI address(String text, String name) {
        try {
            return new URI(Arguments.requireNonBlank(text, name));
        } catch (URISyntaxException e) {
            // Not the cause: its message repeats the text, user information included.
            throw badAddress(name, text, "an address such as https://vpcep.example.com (" + e.getReason() + ")");
        }
    }

    /** Says what is wrong with an address of which no more is shown than cannot be secret. */
    private static IllegalArgumentException badAddress(String name, String given, String allowed) {
        String shown = Redactor.address(given);
        return new IllegalArgumentException(
                shown == null ? name + " must be " + allowed : name + " is \"" + shown + "\", but must be " + allowed);
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
