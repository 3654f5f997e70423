package io.github.vpcep.runtime;

import io.github.vpcep.runtime.engine.Arguments;
import io.github.vpcep.runtime.engine.Contract;
import io.github.vpcep.runtime.engine.Engine;
import io.github.vpcep.runtime.engine.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of a client. Needed are a region or an endpoint, the project id and the credentials; the rest
 * has defaults. Not thread-safe; every {@link #build()} makes a client of its own.
 *
 * @param <C> the client that is built
 */
public final class ClientBuilder<C> {
    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final Pattern USER_INFO = Pattern.compile("//[^/@]*@");
    private static final Duration LONGEST_TIMEOUT = Duration.ofMillis(Integer.MAX_VALUE);

    private final Contract contract;
    private final Function<Engine, C> client;

    private @Nullable String region;
    private @Nullable URI endpoint;
    private @Nullable String projectId;
    private @Nullable Credentials credentials;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration readTimeout = Duration.ofSeconds(30);
    private Duration callTimeout = Duration.ofSeconds(60);

    /**
     * Creates the builder. Called by generated code.
     *
     * @param contract what the generated client tells the engine
     * @param client makes the client from its engine
     */
    public ClientBuilder(Contract contract, Function<Engine, C> client) {
        this.contract = contract;
        this.client = client;
    }

    /**
     * Sets the region, such as {@code cn-north-4}; it gives the server's address. Set this or the endpoint.
     *
     * @throws IllegalArgumentException if the value does not fit in a host name: 1 to 63 letters, digits and inner
     *     hyphens
     */
    public ClientBuilder<C> region(String region) {
        if (!REGION.matcher(Arguments.requireNonBlank(region, "region")).matches()) {
            throw bad("region", region, "a name of letters, digits and inner hyphens, such as " + example());
        }
        this.region = region;
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
        if (!Settings.isUsable(endpoint)) {
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
     * set, the environment's project is used with {@link Credentials#fromEnvironment()}, and with no others.
     *
     * @throws IllegalArgumentException if the id is blank or contains white space
     */
    public ClientBuilder<C> projectId(String projectId) {
        this.projectId = requireProjectId(projectId, "projectId");
        return this;
    }

    static String requireProjectId(String projectId, String name) {
        if (Arguments.requireNonBlank(projectId, name).chars().anyMatch(Character::isWhitespace)) {
            throw bad(name, projectId, "an id without white space");
        }
        return projectId;
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
        this.connectTimeout = timeout(connectTimeout, "connectTimeout");
        return this;
    }

    /**
     * Sets how long the server may be silent while it is to answer, and the connection while it is to take the request;
     * 30 seconds unless set.
     *
     * @throws IllegalArgumentException if the duration is below a millisecond or above 24 days
     */
    public ClientBuilder<C> readTimeout(Duration readTimeout) {
        this.readTimeout = timeout(readTimeout, "readTimeout");
        return this;
    }

    /**
     * Sets how long a whole call may take, from resolving the host to the last byte of the answer; 60 seconds unless
     * set.
     *
     * @throws IllegalArgumentException if the duration is below a millisecond or above 24 days
     */
    public ClientBuilder<C> callTimeout(Duration callTimeout) {
        this.callTimeout = timeout(callTimeout, "callTimeout");
        return this;
    }

    /**
     * Builds the client. It connects when it is first used.
     *
     * @throws IllegalStateException if a needed setting is missing, or both region and endpoint are set
     */
    public C build() {
        URI server = server();
        String project = required(projectId == null ? environmentsProject() : projectId, "projectId");
        return client.apply(new Engine(
                contract,
                new Settings(
                        server,
                        project,
                        regional(required(credentials, "credentials")),
                        connectTimeout,
                        readTimeout,
                        callTimeout)));
    }

    private @Nullable String environmentsProject() {
        return credentials instanceof EnvironmentCredentials environment ? environment.projectId() : null;
    }

    private Credentials regional(Credentials given) {
        if (region == null) {
            return given;
        }
        return Arguments.requireNonNull(given.inRegion(region), "what the credentials gave for region " + region);
    }

    private URI server() {
        if (endpoint != null && region != null) {
            throw new IllegalStateException(
                    "Both region (" + region + ") and endpoint (" + endpoint + ") are set: set only one of them");
        }
        if (endpoint != null) {
            return endpoint;
        }
        if (region != null) {
            return URI.create(contract.serverUrl().replace("{region}", region));
        }
        throw new IllegalStateException(
                "Neither region nor endpoint is set: set .region(\"" + example() + "\") or .endpoint(\"https://…\")");
    }

    private static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalStateException(name + " is not set: set ." + name + "(…) before .build()");
        }
        return value;
    }

    private static Duration timeout(Duration value, String name) {
        Arguments.requireNonNull(value, name);
        if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(LONGEST_TIMEOUT) > 0) {
            throw bad(name, value.toString(), "from one millisecond to 24 days");
        }
        return value;
    }

    private String example() {
        return contract.defaultRegion();
    }

    private static IllegalArgumentException badEndpoint(String given, String allowed) {
        return bad("endpoint", USER_INFO.matcher(given).replaceAll("//***@"), allowed);
    }

    private static IllegalArgumentException bad(String name, String given, String allowed) {
        return new IllegalArgumentException(name + " is \"" + given + "\", but must be " + allowed);
    }
}
