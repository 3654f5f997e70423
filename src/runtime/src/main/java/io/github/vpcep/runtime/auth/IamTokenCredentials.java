package io.github.vpcep.runtime.auth;

import io.github.vpcep.runtime.connect.HttpAccess;
import io.github.vpcep.runtime.contract.Region;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a token from IAM ({@code POST /v3/auth/tokens}) and sends it with every request ({@code X-Auth-Token}).
 * Thread-safe. Made by {@link Credentials#password} and {@link Credentials#accessKeyToken}.
 *
 * <p>The token is fetched when it is first needed and kept for all threads and clients. From five minutes before its
 * end (for a life below 50 minutes: from the last tenth of it) the next call has it renewed in the background, while
 * all go on with the old one. If that fails, the old one is used as long as it is valid, and renewing is tried again
 * after 30 seconds. Without a valid token, a call has one fetched and waits for it, as do others meanwhile, each until
 * its own deadline. How long a token is valid is told by IAM's clock, not by that of this machine.
 *
 * <p>When the server answers 401 to a token, it is dropped, a new one is fetched, and the call is sent once more. If
 * the new one is refused as well, the fault is not the token's: for 30 seconds it is not replaced.
 *
 * <p>IAM is called over the connections of the client that needs the token, with its proxy, trust, connect and read
 * timeouts, and sent again as its retry policy says, in at most 60 seconds; it ends when the last call that waits for
 * it is cancelled, or with the client. Each client of the same credentials fetches for itself, and all use what one
 * got. A call that gets no token is not sent, and throws
 *
 * <ul>
 *   <li>{@link io.github.vpcep.runtime.error.AuthenticationFailedException} if IAM refuses, with IAM's status, code and
 *       message;
 *   <li>{@link io.github.vpcep.runtime.error.ThrottledException} or
 *       {@link io.github.vpcep.runtime.error.ServerFailureException} if IAM answers 429, or 500 and above;
 *   <li>{@link io.github.vpcep.runtime.error.VpcepTransportException} if IAM is not reached or does not answer in time;
 *   <li>{@link io.github.vpcep.runtime.error.VpcepDecodeException} if IAM's answer has no token or no time of expiry;
 *   <li>{@link IllegalStateException} if IAM's address is not known.
 * </ul>
 *
 * None of them holds the password, the secret key or a token.
 */
public final class IamTokenCredentials extends RenewingCredentials {
    private final String name;
    private final Identity identity;
    private final @Nullable HttpUrl endpoint;
    private final Iam iam;

    private IamTokenCredentials(
            String name, Identity identity, Clock clock, LongSupplier nanoTime, @Nullable HttpUrl endpoint) {
        super(name, Token.HEADER, clock, nanoTime);
        this.name = name;
        this.identity = identity;
        this.endpoint = endpoint;
        this.iam = new Iam(identity, clock, nanoTime);
    }

    /**
     * Returns credentials of a user.
     *
     * @throws IllegalArgumentException as {@link Credentials#password} says
     */
    public static IamTokenCredentials password(String user, String password, String domain, String project) {
        return of("password", Identity.password(user, password, domain, project));
    }

    /**
     * Returns credentials of an access key.
     *
     * @throws IllegalArgumentException as {@link Credentials#accessKeyToken} says
     */
    public static IamTokenCredentials accessKey(String ak, String sk, String project) {
        return of("accessKeyToken", Identity.accessKey(ak, sk, project));
    }

    private static IamTokenCredentials of(String name, Identity identity) {
        return new IamTokenCredentials(name, identity, Clock.systemUTC(), System::nanoTime, null);
    }

    /**
     * Returns credentials that ask this IAM, whatever the client's region. Unless set, it is the region's own,
     * {@link Region#iamEndpoint()}. The copy fetches tokens of its own.
     *
     * @param iamEndpoint IAM's address, such as {@code https://iam.eu-west-101.myhuaweicloud.eu};
     *     {@code /v3/auth/tokens} is appended
     * @throws IllegalArgumentException if the address is not https, or http of this machine (localhost, a loopback
     *     address), has no host, or has user information, a query or a fragment
     */
    public IamTokenCredentials iamEndpoint(URI iamEndpoint) {
        return new IamTokenCredentials(name, identity, clock, nanoTime, IamAddress.of(iamEndpoint));
    }

    /**
     * Returns credentials that ask this IAM; see {@link #iamEndpoint(URI)}.
     *
     * @throws IllegalArgumentException if the text is not such an address
     */
    public IamTokenCredentials iamEndpoint(String iamEndpoint) {
        return iamEndpoint(IamAddress.uri(iamEndpoint));
    }

    /** For tests: the same credentials in another time, with a cache of their own. */
    IamTokenCredentials timed(Clock otherClock, LongSupplier otherTime) {
        return new IamTokenCredentials(name, identity, otherClock, otherTime, endpoint);
    }

    /** Returns IAM's address, null when it is neither set nor known from a region. */
    @Nullable
    HttpUrl endpoint() {
        return endpoint;
    }

    /**
     * Returns these credentials if IAM's address was set or the region has none, else such that ask the region's IAM.
     */
    @Override
    public IamTokenCredentials inRegion(Region region) {
        URI iam = region.iamEndpoint();
        return endpoint == null && iam != null ? iamEndpoint(iam) : this;
    }

    @Override
    CompletableFuture<Token> fetch(HttpAccess access) {
        if (endpoint == null) {
            throw new IllegalStateException("IAM's address is not known: a client that is built with endpoint(…) has no"
                    + " region, so set Credentials." + name + "(…).iamEndpoint(\"https://iam.…\")");
        }
        return iam.fetch(access, endpoint);
    }
}
