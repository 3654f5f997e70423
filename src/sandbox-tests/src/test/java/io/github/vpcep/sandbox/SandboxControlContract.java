package io.github.vpcep.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.control.model.EndpointState;
import io.github.vpcep.control.model.FaultKind;
import io.github.vpcep.control.model.FaultOrder;
import io.github.vpcep.control.model.OrderedFault;
import io.github.vpcep.control.model.RecordedRequest;
import io.github.vpcep.control.model.ServiceState;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointServiceSummary;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.Permission;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.error.ThrottledException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link SandboxControl} does, in both places where it may be. */
abstract class SandboxControlContract {
    private static final String LIST = "ListEndpoints";

    @TempDir
    private Path folder;

    /** That of a sandbox which has just begun anew. */
    abstract SandboxControl control();

    /** A client that sends each call once, so that each fault meets one call. */
    private VpcepClient once() {
        return control().client().with(o -> o.retry(RetryPolicy.none()));
    }

    private Path seed(String text) throws IOException {
        return Files.writeString(folder.resolve("seed.json"), text);
    }

    private void seed() throws IOException {
        control().seed(seed("""
                {"services": [{"service_name": "orders", "vpc_id": "v", "port_id": "p", "server_type": "VM",
                               "ports": [{"client_port": 443, "server_port": 8443}], "permissions": ["*"]}],
                 "endpoints": [{"endpoint_service_id": "orders", "vpc_id": "v", "subnet_id": "s",
                                "status": "pendingAcceptance"}]}
                """));
    }

    private ServiceState orders() {
        return control().services().stream()
                .filter(each -> String.valueOf(each.service().name()).contains(".orders."))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void accounts_areThoseOfTheSetUp() {
        assertThat(control().accounts()).containsExactly(SandboxConfig.DEMO, SandboxConfig.PARTNER);
        assertThat(control().account()).isEqualTo(SandboxConfig.DEMO);
    }

    @Test
    void client_ofEachAccount_isLetIn() {
        assertThat(control().client().endpoints().list().items()).isEmpty();
        try (VpcepClient partner = control().clientOf(SandboxConfig.PARTNER)) {
            assertThat(partner.endpoints().list().items()).isEmpty();
        }
        assertThat(control().requests(LIST))
                .extracting(RecordedRequest::domainId)
                .containsExactly(SandboxConfig.DEMO.domainId(), SandboxConfig.PARTNER.domainId());
    }

    @Test
    void seed_bringsResourcesIn_andResetTakesThemAway() throws IOException {
        int before = control().services().size();
        seed();
        assertThat(control().services()).hasSize(before + 1);
        assertThat(control().endpoints())
                .singleElement()
                .extracting(each -> each.endpoint().status())
                .isEqualTo(EndpointStatus.PENDING_ACCEPTANCE);
        assertThat(control().permissions(orders().id()))
                .extracting(Permission::permission)
                .containsExactly("*");

        control().reset();

        assertThat(control().services()).hasSize(before);
        assertThat(control().endpoints()).isEmpty();
    }

    @Test
    void services_areThoseOfTheOperatorToo() {
        List<String> open = once().endpointServices().listPublic().stream()
                .map(EndpointServiceSummary::id)
                .toList();

        assertThat(open).isNotEmpty();
        assertThat(control().services()).extracting(ServiceState::id).containsExactlyInAnyOrderElementsOf(open);
    }

    @Test
    void permissions_areShownAll_howeverManyThereAre() throws IOException {
        List<String> accounts = IntStream.rangeClosed(1, 1001)
                .mapToObj("iam:domain::%032d"::formatted)
                .toList();
        control()
                .changeSettings(
                        settings -> settings.whitelistRecords(accounts.size()).whitelistBatch(accounts.size()));
        seed();
        once().permissions().remove(orders().id(), "*");
        once().permissions().add(orders().id(), accounts);

        assertThat(control().permissions(orders().id()))
                .extracting(Permission::permission)
                .containsExactlyInAnyOrderElementsOf(accounts);
    }

    @Test
    void seed_thatIsNotAllowed_bringsNothingIn_andSaysWhere() throws IOException {
        Path file = seed("""
                {"services": [{"vpc_id": "v", "port_id": "p", "server_type": "VM",
                               "ports": [{"client_port": 443, "server_port": 8443}]}],
                 "endpoints": [{"endpoint_service_id": "nothing", "vpc_id": "v"}]}
                """);
        int before = control().services().size();

        assertThatThrownBy(() -> control().seed(file))
                .isInstanceOf(BadSeedException.class)
                .hasMessageContaining("seed.json")
                .hasMessageContaining("endpoints[0]");
        assertThat(control().services()).hasSize(before);
    }

    @Test
    void seed_thatIsNoJson_orNotThere_isRefused() throws IOException {
        Path file = seed("{");

        assertThatThrownBy(() -> control().seed(file)).isInstanceOf(BadSeedException.class);
        assertThatThrownBy(() -> control().seed(folder.resolve("none.json"))).isInstanceOf(BadSeedException.class);
    }

    @Test
    void faults_areSufferedInTheirOrder() {
        control()
                .faults()
                .next(LIST, 1)
                .withError(ErrorCode.TOO_MANY_REQUESTS)
                .next(LIST, 1)
                .withAnswer(502, Map.of("Content-Type", "text/html"), "<h1>Bad Gateway</h1>")
                .next(LIST, 1)
                .withDroppedConnection()
                .next(LIST, 1)
                .withTrickle(64, Duration.ofMillis(1));
        VpcepClient client = once();

        assertThatThrownBy(() -> client.endpoints().list()).isInstanceOf(ThrottledException.class);
        assertThatThrownBy(() -> client.endpoints().list())
                .isInstanceOfSatisfying(
                        VpcepServiceException.class,
                        e -> assertThat(e.rawBody()).contains("Bad Gateway"));
        assertThatThrownBy(() -> client.endpoints().list()).isInstanceOf(VpcepTransportException.class);
        assertThat(client.endpoints().list().items()).isEmpty();
        assertThat(control().requests(LIST))
                .extracting(RecordedRequest::fault)
                .containsExactly(FaultKind.ERROR, FaultKind.ANSWER, FaultKind.DROPPED_CONNECTION, FaultKind.TRICKLE);
        assertThat(control().faults().list()).isEmpty();
    }

    @Test
    void faults_thatAreOrdered_areListed_andTakenBack() {
        control().faults().always(LIST).whenPath("/v1/").withBrokenHeaders();
        control().faults().nth("CreateEndpoint", 3).after(Duration.ofSeconds(1)).withTruncatedBody();
        List<OrderedFault> listed = control().faults().list();

        assertThat(listed).extracting(OrderedFault::callsLeft).containsExactly(null, 1);
        assertThat(listed).extracting(OrderedFault::callsBefore).containsExactly(0, 2);
        assertThat(listed.get(0).order())
                .isEqualTo(FaultOrder.builder()
                        .kind(FaultKind.BROKEN_HEADERS)
                        .operationId(LIST)
                        .path("/v1/")
                        .build());
        assertThat(control().faults().remove(listed.get(0).id())).isTrue();
        assertThat(control().faults().remove(listed.get(0).id())).isFalse();
        assertThat(once().endpoints().list().items()).isEmpty();
        control().faults().clear();
        assertThat(control().faults().list()).isEmpty();
    }

    @Test
    void faultOrder_isAnsweredWithWhatIsListed() {
        OrderedFault ordered = control()
                .faults()
                .order(FaultOrder.builder().kind(FaultKind.DROPPED_CONNECTION).build());

        assertThat(control().faults().list()).containsExactly(ordered);
    }

    @Test
    void fault_thatCannotHappen_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> control().faults().next("ListEndpoint", 1))
                .withMessageContaining("ListEndpoint");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> control().faults().next(LIST, 1).withAnswer(99, Map.of(), ""))
                .withMessageContaining("99");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> control()
                        .faults()
                        .order(FaultOrder.builder().kind(FaultKind.ERROR).build()))
                .withMessageContaining("error");
    }

    /** Faults are for the service; who steers is never met by one. */
    @Test
    void mistake_thatMeetsEveryCallForEver_isSeen_andTakenBackByTheReset() {
        control().faults().alwaysOfAny().withDroppedConnection();
        control().clock().advance(Duration.ofDays(36_000));
        control().changeSettings(settings -> settings.endpointQuota(0));
        assertThatThrownBy(() -> once().endpoints().list()).isInstanceOf(VpcepTransportException.class);

        assertThat(control().health().endlessFaults()).isOne();
        assertThat(control().health().settingsChanged()).isTrue();
        assertThat(Duration.parse(control().health().clock().ahead())).isEqualTo(Duration.ofDays(36_000));
        assertThat(control().requests(LIST)).hasSize(1);
        assertThat(control().endpoints()).isEmpty();

        control().reset();

        assertThat(control().health().faults()).isZero();
        assertThat(control().clock().ahead()).isZero();
        assertThat(once().endpoints().list().items()).isEmpty();
    }

    @Test
    void callThatAFaultHoldsUp_endsWithTheReset_andIsNeverCarriedOut() throws Exception {
        control().faults().next("CreateEndpoint", 1).withDelay(Duration.ofDays(1));
        String open = control()
                .client()
                .endpointServices()
                .listPublic()
                .items()
                .get(0)
                .id();
        var held = once().async()
                .endpoints()
                .create(b -> b.endpointServiceId(open).vpcId("v").subnetId("s"));
        long patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!control().faults().list().isEmpty() && System.nanoTime() < patience) {
            Thread.onSpinWait();
        }

        control().reset();

        assertThatThrownBy(() -> held.get(1, TimeUnit.MINUTES)).hasCauseInstanceOf(VpcepTransportException.class);
        assertThat(control().endpoints()).isEmpty();
        assertThat(control().requests("CreateEndpoint")).isEmpty();
    }

    @Test
    void faultThatHoldsCallsUpForLongerThanADay_isRefused() {
        Duration longer = Duration.ofDays(1).plusNanos(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> control().faults().next(LIST, 1).withDelay(longer))
                .withMessageContaining("delay");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> control().faults().next(LIST, 1).withTrickle(1, longer))
                .withMessageContaining("trickle.pause");
    }

    @Test
    void clock_isMovedForward_andClientsGoWithIt() {
        Duration day = Duration.ofDays(1);
        control().clock().advance(day);

        assertThat(control().clock().ahead()).isEqualTo(day);
        assertThat(control().clock().instant()).isAfter(Instant.now().plus(day).minusSeconds(600));
        assertThat(control().client().endpoints().list().items()).isEmpty();

        control().clock().followRealTime();

        assertThat(control().clock().ahead()).isZero();
        assertThat(control().client().endpoints().list().items()).isEmpty();
    }

    @Test
    void clock_thatIsSet_goesOnFromThere_andNeverBack() {
        Instant then = control().clock().instant().plus(Duration.ofDays(30));
        control().clock().set(then);

        assertThat(control().clock().instant()).isBetween(then, then.plusSeconds(600));
        assertThatIllegalArgumentException().isThrownBy(() -> control().clock().set(then.minusSeconds(3600)));
        assertThatIllegalArgumentException().isThrownBy(() -> control().clock().advance(Duration.ofSeconds(-1)));
    }

    @Test
    void clock_thatLetsRealSignaturesIn_letsThemIn() {
        control().clock().advance(Duration.ofDays(1));
        control().clock().takeSignaturesOfRealTime();

        assertThat(control().health().clock().realSignatures()).isTrue();
    }

    @Test
    void requests_areKept_withWhatTheySaidAndWereAnswered() {
        once().endpoints().list(q -> q.limit(7));

        assertThat(control().requests()).isEqualTo(control().requests(LIST));
        assertThat(control().requests(LIST)).singleElement().satisfies(each -> {
            assertThat(each.query()).contains("limit=7");
            assertThat(each.headers()).containsEntry("authorization", "***");
            assertThat(each.answer()).contains("\"total_count\":0");
            assertThat(each.projectId()).isEqualTo(SandboxConfig.DEMO.projectId());
        });
        assertThatIllegalArgumentException()
                .isThrownBy(() -> control().requests("ListEndpoint"))
                .withMessageContaining("ListEndpoint");
    }

    @Test
    void requestsOfAnOperation_areThoseOfNoOther() {
        once().endpointServices().list();
        once().endpoints().list();

        assertThat(control().requests(LIST))
                .extracting(RecordedRequest::operationId)
                .containsExactly(LIST);
        assertThat(control().awaitRequest(LIST, 1, Duration.ofMinutes(1)).operationId())
                .isEqualTo(LIST);
    }

    @Test
    void nthRequest_isWaitedFor() throws Exception {
        SandboxControl control = control();
        CompletableFuture<RecordedRequest> second =
                CompletableFuture.supplyAsync(() -> control.awaitRequest(LIST, 2, Duration.ofMinutes(1)));
        once().endpoints().list();
        once().endpoints().list();

        assertThat(second.get(2, TimeUnit.MINUTES))
                .isEqualTo(control.requests(LIST).get(1));
    }

    @Test
    void nthRequest_thatDoesNotCome_isAnError() {
        once().endpoints().list();

        assertThatThrownBy(() -> control().awaitRequest(LIST, 2, Duration.ofMillis(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1 of 2");
        assertThatIllegalArgumentException().isThrownBy(() -> control().awaitRequest(LIST, 1, Duration.ofMinutes(2)));
        assertThatIllegalArgumentException().isThrownBy(() -> control().awaitRequest(LIST, 0, Duration.ofMillis(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> control().awaitRequest(LIST, 1, Duration.ofDays(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> control().awaitRequest("ListEndpoint", 1, Duration.ofMillis(1)))
                .withMessageContaining("ListEndpoint");
    }

    @Test
    void settings_thatAreChanged_holdAtOnce_untilTheReset() {
        control().changeSettings(settings -> settings.endpointQuota(0).strict(true));

        assertThat(control().settings().endpointQuota()).isZero();
        assertThat(control().health().settingsChanged()).isTrue();
        assertThatThrownBy(() -> once().endpoints()
                        .create(b -> b.endpointServiceId("obs").vpcId("v")))
                .isInstanceOf(VpcepServiceException.class);
        control().reset();
        assertThat(control().settings()).isEqualTo(SandboxConfig.standard().settings());
    }

    @Test
    void settings_thatCannotBe_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> control().changeSettings(settings -> settings.endpointQuota(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> control().changeSettings(settings -> settings.region("elsewhere")));
    }

    @Test
    void service_isMovedToAnyState() throws IOException {
        seed();
        ServiceState moved = control().moveService(orders().id(), EndpointServiceStatus.FAILED);

        assertThat(moved.service().status()).isEqualTo(EndpointServiceStatus.FAILED);
        assertThat(orders()).isEqualTo(moved);
        assertThat(once().endpointServices().get(moved.id()).status()).isEqualTo(EndpointServiceStatus.FAILED);
    }

    @Test
    void endpoint_isMovedToAnyState() throws IOException {
        seed();
        EndpointState endpoint = control().endpoints().get(0);
        for (EndpointStatus each : EndpointStatus.values()) {
            assertThat(control().moveEndpoint(endpoint.id(), each).endpoint().status())
                    .isEqualTo(each);
            assertThat(once().endpoints().get(endpoint.id()).status()).isEqualTo(each);
        }
    }

    @Test
    void whatIsNotThere_orNotDocumented_isNotMoved() throws IOException {
        seed();
        String id = control().endpoints().get(0).id();

        assertThatThrownBy(() -> control().moveEndpoint("none", EndpointStatus.FAILED))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("There is no endpoint none");
        assertThatThrownBy(() -> control().moveService("none", EndpointServiceStatus.FAILED))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> control().permissions("none")).isInstanceOf(NoSuchElementException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> control().moveEndpoint(id, EndpointStatus.fromString("odd")))
                .withMessageContaining("odd");
    }
}
