package io.github.vpcep.contract.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.contract.wire.SecondOpinion;
import io.github.vpcep.control.client.Clock;
import io.github.vpcep.control.client.ControlClient;
import io.github.vpcep.control.client.Faults;
import io.github.vpcep.control.client.Requests;
import io.github.vpcep.control.client.Sandbox;
import io.github.vpcep.control.client.State;
import io.github.vpcep.control.model.FaultKind;
import io.github.vpcep.control.model.OrderedFault;
import io.github.vpcep.control.model.QuotaSettings;
import io.github.vpcep.control.model.Seed;
import io.github.vpcep.control.server.ControlRouter;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.router.Operation;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.error.ConflictException;
import io.github.vpcep.runtime.error.InvalidRequestException;
import io.github.vpcep.runtime.error.NotFoundException;
import io.github.vpcep.runtime.okhttp.HttpStack;
import io.github.vpcep.sandbox.VpcepSandbox;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import retrofit2.Invocation;

/**
 * The generated client of the control API against the sandbox, each exchange looked at by a validator that knows the
 * contract and nothing of the code that was made from it.
 */
class ControlWireTest {
    private static final VpcepSandbox SANDBOX = VpcepSandbox.start();

    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final List<String> objections = new CopyOnWriteArrayList<>();
    private final SecondOpinion opinion = new SecondOpinion("/vpcep/sandbox/openapi.yaml");

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    private Response look(Interceptor.Chain chain) throws IOException {
        Response answer = chain.proceed(chain.request());
        String call = Objects.requireNonNull(chain.request().tag(Invocation.class))
                .method()
                .getName();
        statuses.putIfAbsent(call, answer.code());
        opinion.of(chain.request(), answer).forEach(each -> objections.add(call + " " + each));
        return answer;
    }

    private ControlClient client() {
        return ControlClient.builder()
                .endpoint(SANDBOX.uri())
                .header("Content-Type", "application/json")
                .retry(RetryPolicy.none())
                .http(HttpStack.customized(http -> http.addNetworkInterceptor(this::look)))
                .build();
    }

    private static String decapitalized(String id) {
        return Character.toLowerCase(id.charAt(0)) + id.substring(1);
    }

    @Test
    void everyOperation_carriedOut_isOnBothSidesAsTheContractSays() {
        try (ControlClient client = client()) {
            sandbox(client.sandbox());
            clock(client.clock());
            faults(client.faults());
            state(client.sandbox(), client.state());
            SANDBOX.client().endpoints().list();
            requests(client.requests());
            client.sandbox().reset();
        }

        assertThat(objections).isEmpty();
        assertThat(new TreeMap<>(statuses))
                .isEqualTo(ControlRouter.OPERATIONS.stream()
                        .collect(Collectors.toMap(
                                each -> decapitalized(each.id()),
                                Operation::status,
                                (one, other) -> one,
                                TreeMap::new)));
    }

    private static void sandbox(Sandbox sandbox) {
        assertThat(sandbox.health().status()).isEqualTo("up");
        assertThat(sandbox.accounts().accounts()).hasSize(2);
        assertThat(sandbox.settings().strict()).isFalse();
        QuotaSettings seven = QuotaSettings.builder().endpoints(7).build();
        assertThat(sandbox.changeSettings(q -> q.quotas(seven)).quotas())
                .extracting(QuotaSettings::endpoints)
                .isEqualTo(7);
    }

    private static void clock(Clock clock) {
        assertThat(clock.show().ahead()).isEqualTo("PT0S");
        assertThat(clock.advance("PT1H").ahead()).isEqualTo("PT1H");
        assertThat(clock.set(clock.show().now().plusSeconds(3600)).ahead()).startsWith("PT");
        assertThat(clock.takeSignatures(true).realSignatures()).isTrue();
        assertThat(clock.followRealTime().ahead()).isEqualTo("PT0S");
    }

    private static void faults(Faults faults) {
        OrderedFault fault = faults.order(o -> o.kind(FaultKind.NONE).calls(3));
        assertThat(faults.list().faults()).containsExactly(fault);
        faults.remove(fault.id());
        faults.clear();
        assertThat(faults.list().faults()).isEmpty();
    }

    private static void state(Sandbox sandbox, State state) {
        String account = SANDBOX.account().projectId();
        sandbox.seed(Seed.builder()
                .services(List.of(Map.of(
                        "service_name", "orders",
                        "vpc_id", "v",
                        "port_id", "p",
                        "server_type", "VM",
                        "ports", List.of(Map.of("client_port", 1, "server_port", 2)),
                        "permissions", List.of("*"))))
                .endpoints(List.of(Map.of("endpoint_service_id", "orders", "vpc_id", "v", "subnet_id", "s")))
                .build());
        String service =
                state.services(q -> q.projectId(account)).items().get(0).id();
        String endpoint =
                state.endpoints(q -> q.projectId(account)).items().get(0).id();
        assertThat(state.service(service).service().id()).isEqualTo(service);
        assertThat(state.endpoint(endpoint).endpoint().id()).isEqualTo(endpoint);
        assertThat(state.connections(service, q -> q.limit(1)).connections()).hasSize(1);
        assertThat(state.permissions(service, q -> q.limit(1)).permissions()).hasSize(1);
        assertThat(state.moveService(service, EndpointServiceStatus.FAILED)
                        .service()
                        .status())
                .isEqualTo(EndpointServiceStatus.FAILED);
        assertThat(state.moveEndpoint(endpoint, EndpointStatus.FAILED)
                        .endpoint()
                        .status())
                .isEqualTo(EndpointStatus.FAILED);
    }

    private static void requests(Requests requests) {
        assertThat(requests.list(q -> q.operationId("ListEndpoints")).requests())
                .hasSize(1);
        assertThat(requests.count(q -> q.status(200)).count()).isPositive();
        assertThat(requests.nth(q -> q.operationId("ListEndpoints")).status()).isEqualTo(200);
        requests.clear();
        assertThat(requests.count(Requests.CountParams.builder().build()).count())
                .isZero();
    }

    @Test
    void errors_ofEachKind_areAsTheContractSays() {
        try (ControlClient client = client()) {
            assertThatThrownBy(() -> client.faults().remove("f-none")).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> client.clock().advance("-PT1H")).isInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() -> client.requests().nth(q -> q.n(1000).timeout("PT0S")))
                    .isInstanceOf(ConflictException.class);
        }

        assertThat(objections).isEmpty();
        assertThat(statuses).containsEntry("removeFault", 404).containsEntry("awaitRequest", 409);
    }
}
