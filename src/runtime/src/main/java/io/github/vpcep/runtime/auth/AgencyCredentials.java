package io.github.vpcep.runtime.auth;

import io.github.vpcep.runtime.connect.HttpAccess;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.contract.Region;
import io.github.vpcep.runtime.error.RawAnswer;
import io.github.vpcep.runtime.ground.Arguments;
import io.github.vpcep.runtime.ground.Redactor;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Signs every request with a temporary key of another account, which has an agency that lets this one act for it.
 * Thread-safe. Made by {@link Credentials#agency}.
 *
 * <p>IAM is asked for the key in the name of the source ({@code assume_role} of {@code POST
 * /v3.0/OS-CREDENTIAL/securitytokens}) when it is first needed, and it is kept for all threads of the clients that
 * share these credentials and their region. From five minutes before its end (for a life below 50 minutes: from the
 * last tenth of it) the next call has it renewed in the background, while all go on with the old one; if that fails,
 * the old one is used as long as it is valid, and renewing is tried again after 30 seconds. When the API answers 401 to
 * a key, a new one is fetched and the call is sent once more.
 *
 * <p>The project is one of the other account: that of the client or, without one, its project of the region. A call
 * that gets no key is not sent, and throws what {@link IamTokenCredentials} says and, if the source may not act for the
 * other account, {@link io.github.vpcep.runtime.error.PermissionDeniedException}; none of it holds a key.
 */
public final class AgencyCredentials extends RenewingCredentials {
    private static final String PATH = "v3.0/OS-CREDENTIAL/securitytokens";
    private static final Duration SHORTEST = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final MediaType JSON = MediaType.get("application/json");

    private final Credentials source;
    private final String domain;
    private final String agency;
    private final Duration duration;
    private final @Nullable HttpUrl endpoint;

    private AgencyCredentials(
            Credentials source,
            String domain,
            String agency,
            Duration duration,
            @Nullable HttpUrl endpoint,
            Clock clock,
            LongSupplier nanoTime) {
        super("agency", TemporaryKey.HEADER, clock, nanoTime);
        this.source = source;
        this.domain = domain;
        this.agency = agency;
        this.duration = duration;
        this.endpoint = endpoint;
    }

    /**
     * Returns credentials of an agency, whose keys live for an hour.
     *
     * @throws IllegalArgumentException as {@link Credentials#agency} says
     */
    public static AgencyCredentials of(Credentials source, String domain, String agency) {
        return new AgencyCredentials(
                Arguments.requireNonNull(source, "source"),
                Secrets.requireLine(domain, "domain"),
                Secrets.requireLine(agency, "agency"),
                Duration.ofHours(1),
                null,
                Clock.systemUTC(),
                System::nanoTime);
    }

    /**
     * Returns credentials whose keys live for another time. The copy fetches keys of its own.
     *
     * @throws IllegalArgumentException unless it is 15 minutes to 24 hours, which is what IAM grants
     */
    public AgencyCredentials duration(Duration duration) {
        if (Arguments.requireNonNull(duration, "duration").compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "duration is \"" + duration + "\", but must be from 15 minutes to 24 hours");
        }
        return new AgencyCredentials(source, domain, agency, duration, endpoint, clock, nanoTime);
    }

    /**
     * Returns credentials that ask this IAM, whatever the client's region. Unless set, it is the region's own,
     * {@link Region#iamEndpoint()}. The copy fetches keys of its own.
     *
     * @param iamEndpoint IAM's address; {@code /v3.0/OS-CREDENTIAL/securitytokens} is appended
     * @throws IllegalArgumentException if the address is not https, or http of this machine (localhost, a loopback
     *     address), has no host, or has user information, a query or a fragment
     */
    public AgencyCredentials iamEndpoint(URI iamEndpoint) {
        return new AgencyCredentials(source, domain, agency, duration, IamAddress.of(iamEndpoint), clock, nanoTime);
    }

    /**
     * Returns credentials that ask this IAM; see {@link #iamEndpoint(URI)}.
     *
     * @throws IllegalArgumentException if the text is not such an address
     */
    public AgencyCredentials iamEndpoint(String iamEndpoint) {
        return iamEndpoint(IamAddress.uri(iamEndpoint));
    }

    /** For tests: the same credentials in another time, with a cache of their own. */
    AgencyCredentials timed(Clock otherClock, LongSupplier otherTime) {
        return new AgencyCredentials(source, domain, agency, duration, endpoint, otherClock, otherTime);
    }

    /** Returns such as are of the region, the source as well, and ask its IAM unless another is set. */
    @Override
    public AgencyCredentials inRegion(Region region) {
        URI iam = region.iamEndpoint();
        Credentials regional = Arguments.requireNonNull(
                source.inRegion(region), "what the source of the agency gave for region " + region);
        HttpUrl asked = endpoint == null && iam != null ? IamAddress.of(iam) : endpoint;
        return regional.equals(source) && Objects.equals(asked, endpoint)
                ? this
                : new AgencyCredentials(regional, domain, agency, duration, asked, clock, nanoTime);
    }

    @Override
    public @Nullable String regionId() {
        return source.regionId();
    }

    @Override
    CompletableFuture<Token> fetch(HttpAccess access) {
        if (endpoint == null) {
            throw new IllegalStateException("IAM's address is not known: a client that is built with endpoint(…) alone"
                    + " has no region, so set Credentials.agency(…).iamEndpoint(\"https://iam.…\")");
        }
        HttpUrl url = endpoint.newBuilder().addPathSegments(PATH).build();
        Request request = new Request.Builder()
                .url(url)
                .post(RequestBody.create(body(), JSON))
                .tag(Credentials.class, source)
                .build();
        // Two keys do no harm.
        Operation operation =
                Operation.of("IAM POST " + url, "POST", "/" + PATH).idempotent(true);
        // Before the call: if the answer takes long, the key's life is rather thought shorter.
        long now = nanoTime.getAsLong();
        return IamCall.send(access, operation, request, new Redactor(), response -> key(response, operation.id(), now));
    }

    private byte[] body() {
        Map<String, Object> role =
                Map.of("agency_name", agency, "domain_name", domain, "duration_seconds", duration.toSeconds());
        Map<String, Object> identity = Map.of("methods", List.of("assume_role"), "assume_role", role);
        return IamCall.json(Map.of("auth", Map.of("identity", identity)));
    }

    private Token key(Response response, String operation, long fetchedAt) throws IOException {
        Redactor redactor = IamCall.redactor(response);
        byte[] body = response.body().bytes();
        if (!response.isSuccessful()) {
            throw IamCall.refusalOrDenial(
                    IamCall.answer(operation, response, body, redactor), IamCall.parse(body), redactor);
        }
        RawAnswer answer = IamCall.answer(operation, response, new byte[0], redactor);
        return TemporaryKey.read(IamCall.parse(body), answer, IamCall.time(response, clock), fetchedAt);
    }
}
