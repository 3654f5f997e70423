package io.github.vpcep.sandbox;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.control.model.EndpointState;
import io.github.vpcep.control.model.Health;
import io.github.vpcep.control.model.RecordedRequest;
import io.github.vpcep.control.model.ServiceState;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.Permission;
import io.github.vpcep.sandbox.auth.Account;
import io.github.vpcep.sandbox.control.Faults;
import io.github.vpcep.sandbox.control.SandboxTime;
import io.github.vpcep.sandbox.domain.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a test orders from a sandbox and looks at in it, wherever that runs: {@link VpcepSandbox} is it for the one of
 * this JVM, {@link #of(URI)} reaches one elsewhere by its control API.
 *
 * <pre>{@code
 * try (SandboxControl sandbox = SandboxControl.of(URI.create("http://127.0.0.1:8280"))) {
 *     sandbox.reset();
 *     sandbox.faults().next("ListEndpoints", 1).withError(ErrorCode.TOO_MANY_REQUESTS);
 *     sandbox.client().endpoints().list();
 * }
 * }</pre>
 *
 * <p>Thread-safe. Of a sandbox elsewhere each call may also throw what calls of a client throw, such as
 * {@link io.github.vpcep.runtime.error.VpcepTransportException}.
 */
public interface SandboxControl extends AutoCloseable {
    /**
     * Reaches a sandbox that runs elsewhere and asks for no key.
     *
     * @param address as the sandbox prints it, such as {@code http://127.0.0.1:8280}
     */
    static SandboxControl of(URI address) {
        return of(address, options -> {});
    }

    /**
     * Reaches a sandbox that runs elsewhere.
     *
     * @param address as the sandbox prints it
     * @param key that it was started with
     */
    static SandboxControl of(URI address, String key) {
        return of(address, options -> options.key(key));
    }

    /**
     * Reaches a sandbox that runs elsewhere, also one that speaks HTTPS.
     *
     * <pre>{@code
     * SandboxControl.of(URI.create("https://127.0.0.1:8280"), o -> o.key(key).trust(Path.of("sandbox.pem")));
     * }</pre>
     *
     * @param address as the sandbox prints it
     * @param options sets its key, and whom to trust
     * @throws IllegalArgumentException if a file of certificates cannot be read or holds none
     */
    static SandboxControl of(URI address, Consumer<ControlOptions> options) {
        ControlOptions set = new ControlOptions();
        options.accept(set);
        return RemoteSandbox.of(address, set);
    }

    /** Where it listens. */
    URI uri();

    /** How it is, and what a test may have left behind. */
    Health health();

    /** A client of the first account, ready to use, which signs by the sandbox's clock; closed with this. */
    VpcepClient client();

    /** A new client of an account, which signs with its access key, by the sandbox's clock; the caller closes it. */
    VpcepClient clientOf(Account account);

    /** Who may call. */
    List<Account> accounts();

    /** The first account. */
    default Account account() {
        return accounts().get(0);
    }

    /** What goes wrong with the next calls. */
    Faults faults();

    /** The time that it goes by. */
    SandboxTime clock();

    /**
     * The latest requests to an operation, the oldest first.
     *
     * @param operationId the operation as documented; {@link io.github.vpcep.server.OperationId} has them as constants
     * @throws IllegalArgumentException if there is no such operation
     */
    List<RecordedRequest> requests(String operationId);

    /** The latest requests, the oldest first. */
    List<RecordedRequest> requests();

    /**
     * Waits for the n-th of the requests to an operation that are kept.
     *
     * @param operationId the operation as documented
     * @param n the first being 1
     * @param patience how long it is waited for, a minute at most
     * @throws IllegalArgumentException if there is no such operation, or a number is not allowed
     * @throws IllegalStateException if the time was up; the message says how many there were
     */
    RecordedRequest awaitRequest(String operationId, int n, Duration patience);

    /** The settings, as they are now. */
    Settings settings();

    /**
     * Changes settings; they hold for the requests that come from now on, until the sandbox begins anew.
     *
     * @param change sets what is to be other
     * @throws IllegalArgumentException if the region is changed, or a number or a delay is negative
     */
    void changeSettings(Consumer<Settings.Builder> change);

    /**
     * The endpoint services of all projects, one project after the other and each by creation, then the public ones.
     */
    List<ServiceState> services();

    /** The VPC endpoints of all projects, one project after the other and each by creation. */
    List<EndpointState> endpoints();

    /**
     * The whitelist of an endpoint service of any project, by creation.
     *
     * @throws java.util.NoSuchElementException if there is no such service
     */
    List<Permission> permissions(String serviceId);

    /**
     * Puts an endpoint service into any documented state, in which it stays; a change of state that was under way ends.
     *
     * @throws java.util.NoSuchElementException if there is no such service
     * @throws IllegalArgumentException if the state is none that is documented
     */
    ServiceState moveService(String serviceId, EndpointServiceStatus status);

    /**
     * Puts a VPC endpoint, which is a connection of its service as well, into any documented state, in which it stays;
     * a change of state that was under way ends.
     *
     * @throws java.util.NoSuchElementException if there is no such endpoint
     * @throws IllegalArgumentException if the state is none that is documented
     */
    EndpointState moveEndpoint(String endpointId, EndpointStatus status);

    /**
     * Adds resources to the state, all that a file of JSON holds or, if anything is wrong with it, none. They are
     * created in the order of the file, as by the operations, with all their checks; only delays do not count.
     *
     * <p>A service is the body of CreateEndpointService, an endpoint that of CreateEndpoint, and each may have more:
     *
     * <ul>
     *   <li>{@code project_id}: whose it is; without one, the first account's
     *   <li>{@code id}: a UUID that nothing has yet; without one, a new one
     *   <li>{@code status}: any that is documented, in which it then stays; without one, {@code available} or
     *       {@code accepted}
     *   <li>{@code permissions} of a service: its whitelist, each entry a permission or an object with permission and
     *       description
     *   <li>{@code policy_statement} of an endpoint: its policy, as in UpdateEndpointPolicy
     * </ul>
     *
     * <p>In {@code endpoint_service_id} may stand the {@code service_name} of a service of the file, the name of a
     * public one, or an id.
     *
     * <pre>{@code
     * {
     *   "services": [
     *     {"service_name": "orders", "vpc_id": "…", "port_id": "…", "server_type": "VM",
     *      "ports": [{"client_port": 443, "server_port": 8443}], "permissions": ["*"]}
     *   ],
     *   "endpoints": [
     *     {"endpoint_service_id": "orders", "vpc_id": "…", "subnet_id": "…"},
     *     {"endpoint_service_id": "obs", "vpc_id": "…", "status": "failed"}
     *   ]
     * }
     * }</pre>
     *
     * @throws BadSeedException if it cannot be read, or anything in it is not allowed
     */
    void seed(Path file);

    /**
     * Begins anew: no state but the public services and what the set-up {@linkplain SandboxConfig#withSeed seeds}, no
     * faults, no recorded requests, the real time, the settings of the set-up. It is one step: a request finds the
     * state as it was or the new one. Calls that a fault holds up end without an answer, and are never carried out.
     */
    void reset();

    /** Ends it, if it is of this JVM; else ends what reaches it, and leaves it as it is. */
    @Override
    void close();
}
