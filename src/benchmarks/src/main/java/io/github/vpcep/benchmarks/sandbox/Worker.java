package io.github.vpcep.benchmarks.sandbox;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.Connection;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointServiceSummary;
import io.github.vpcep.model.EndpointServiceType;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.PolicyEffect;
import io.github.vpcep.model.PolicyStatement;
import io.github.vpcep.model.PortMapping;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.model.ServerType;
import io.github.vpcep.model.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thread of the soak: offers services as one account and connects to them as another. What it made is its own, so
 * it knows what every list has to show.
 */
@SuppressWarnings("deprecation") // Of deletePolicy, which is still there.
final class Worker implements Runnable {
    private static final int SERVICES = 4;
    private static final int ENDPOINTS = 20;
    private static final int STEPS_BETWEEN_CHECKS = 200;

    private final String name;
    private final String vpcId;
    private final VpcepClient provider;
    private final VpcepClient consumer;
    private final String consumerDomain;
    private final BadRequests bad;
    private final Calls calls;
    private final BooleanSupplier isOver;
    private final Random random;

    private final List<String> services = new ArrayList<>();
    private final Set<String> needApproval = new HashSet<>();
    private final Map<String, Mine> endpoints = new HashMap<>();
    private String gatewayService = "";
    private int made;

    Worker(
            int number,
            VpcepClient provider,
            VpcepClient consumer,
            String consumerDomain,
            BadRequests bad,
            Calls calls,
            BooleanSupplier isOver) {
        this.name = "w" + number + "x";
        this.vpcId = "vpc-w" + number;
        this.provider = provider;
        this.consumer = consumer;
        this.consumerDomain = consumerDomain;
        this.bad = bad;
        this.calls = calls;
        this.isOver = isOver;
        this.random = new Random(number);
    }

    /** Creates and deletes so many endpoints, to fill what the sandbox remembers. */
    void churn(int count) {
        gatewayService = consumer.endpointServices().listPublic().stream()
                .filter(each -> EndpointServiceType.GATEWAY.is(each.type()))
                .map(EndpointServiceSummary::id)
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < count; i++) {
            createGatewayEndpoint();
            deleteEndpoint();
        }
    }

    @Override
    public void run() {
        try {
            while (!isOver.getAsBoolean()) {
                for (int i = 0; i < STEPS_BETWEEN_CHECKS && !isOver.getAsBoolean(); i++) {
                    step();
                }
                check();
            }
        } catch (RuntimeException e) {
            calls.failed(name + " cannot go on: " + e);
        }
    }

    private void step() {
        switch (random.nextInt(20)) {
            case 0 -> createService();
            case 1 -> deleteService();
            case 2 -> renameService();
            case 3 -> changeServiceWhitelist();
            case 4, 5 -> createEndpoint();
            case 6 -> createGatewayEndpoint();
            case 7, 8 -> deleteEndpoint();
            case 9, 10 -> decide();
            case 11 -> changeTags();
            case 12 -> changeEndpointWhitelist();
            case 13 -> changePolicy();
            case 14 -> changeRouteTables();
            case 15 ->
                calls.of(() -> consumer.endpoints().list(q -> q.vpcId(vpcId).limit(10)));
            case 16 -> readOne();
            case 17 -> calls.of(() -> provider.quotas().list());
            case 18 -> bad.badCall(consumer, calls);
            default -> bad.faultyRequest(calls);
        }
    }

    private void createService() {
        if (services.size() == SERVICES) {
            return;
        }
        boolean approval = random.nextBoolean();
        EndpointService service = calls.of(
                () -> provider.endpointServices()
                        .create(s -> s.name(name + made++)
                                .vpcId("vpc-of-" + name)
                                .portId(UUID.randomUUID().toString())
                                .serverType(ServerType.LB)
                                .approvalEnabled(approval)
                                .ports(List.of(PortMapping.builder()
                                        .clientPort(443)
                                        .serverPort(8443)
                                        .build()))),
                ErrorCode.QUOTA_EXCEEDED);
        if (service != null) {
            services.add(service.id());
            if (approval) {
                needApproval.add(service.id());
            }
            calls.of(() -> provider.permissions().add(service.id(), List.of("iam:domain::" + consumerDomain)));
        }
    }

    /** Refused as long as an endpoint is connected; those that only wait for it stay out of this. */
    private void deleteService() {
        String service = anyService();
        if (service == null) {
            return;
        }
        List<Mine> connected = endpoints.values().stream()
                .filter(each -> each.serviceId.equals(service))
                .toList();
        if (connected.isEmpty()) {
            calls.run(() -> provider.endpointServices().delete(service));
            services.remove(service);
        } else if (connected.stream().anyMatch(each -> each.status.equals(EndpointStatus.ACCEPTED))) {
            calls.refused(() -> provider.endpointServices().delete(service), ErrorCode.ENDPOINT_SERVICE_IN_USE);
        }
    }

    private void renameService() {
        String service = anyService();
        if (service != null) {
            calls.of(() -> provider.endpointServices().rename(service, name + made++));
        }
    }

    private void changeServiceWhitelist() {
        String service = anyService();
        if (service != null) {
            List<String> other =
                    List.of("iam:domain::" + UUID.randomUUID().toString().replace("-", ""));
            calls.of(() -> provider.permissions().add(service, other));
            calls.of(() -> provider.permissions().remove(service, other));
        }
    }

    private void createEndpoint() {
        String service = anyService();
        if (service == null || endpoints.size() >= ENDPOINTS) {
            return;
        }
        Endpoint endpoint = calls.of(
                () -> consumer.endpoints()
                        .create(e -> e.endpointServiceId(service)
                                .vpcId(vpcId)
                                .subnetId("subnet-" + name)
                                .dnsEnabled(true)),
                ErrorCode.QUOTA_EXCEEDED);
        if (endpoint != null) {
            EndpointStatus status =
                    needApproval.contains(service) ? EndpointStatus.PENDING_ACCEPTANCE : EndpointStatus.ACCEPTED;
            endpoints.put(endpoint.id(), new Mine(service, status));
        }
    }

    private void createGatewayEndpoint() {
        if (endpoints.size() >= ENDPOINTS) {
            return;
        }
        Endpoint endpoint = calls.of(
                () -> consumer.endpoints()
                        .create(e -> e.endpointServiceId(gatewayService).vpcId(vpcId)),
                ErrorCode.QUOTA_EXCEEDED);
        if (endpoint != null) {
            endpoints.put(endpoint.id(), new Mine(gatewayService, EndpointStatus.ACCEPTED));
        }
    }

    private void deleteEndpoint() {
        String id = anyEndpoint();
        if (id != null) {
            calls.run(() -> consumer.endpoints().delete(id));
            endpoints.remove(id);
        }
    }

    /**
     * Lets a waiting or rejected endpoint in, or turns it away; of one that is in, the second acceptance is refused.
     */
    private void decide() {
        String id = anyEndpoint();
        Mine mine = id == null ? null : endpoints.get(id);
        if (id == null || mine == null || mine.serviceId.equals(gatewayService)) {
            return;
        }
        if (mine.status.equals(EndpointStatus.ACCEPTED)) {
            calls.refused(
                    () -> provider.connections().accept(mine.serviceId, id), ErrorCode.ENDPOINT_ALREADY_CONNECTED);
        } else if (random.nextBoolean()) {
            calls.of(() -> provider.connections().accept(mine.serviceId, id));
            mine.status = EndpointStatus.ACCEPTED;
        } else {
            calls.of(() -> provider.connections().reject(mine.serviceId, id));
            mine.status = EndpointStatus.REJECTED;
        }
    }

    private void changeTags() {
        String id = anyEndpoint();
        if (id != null) {
            List<Tag> tags = List.of(Tag.builder()
                    .key("key" + random.nextInt(3))
                    .value("v" + random.nextInt())
                    .build());
            calls.run(() -> consumer.tags().add(ResourceType.ENDPOINT, id, tags));
            if (random.nextBoolean()) {
                calls.run(() -> consumer.tags().remove(ResourceType.ENDPOINT, id, tags));
            }
            calls.of(() -> consumer.tags().listResources(ResourceType.ENDPOINT, q -> q.limit("10")));
        }
    }

    private void changeEndpointWhitelist() {
        String id = anyEndpoint(false);
        if (id != null) {
            calls.of(() -> consumer.endpoints()
                    .updateWhitelist(
                            id, w -> w.whitelistEnabled(true).whitelist(List.of("10.1.2." + random.nextInt(256)))));
        }
    }

    private void changePolicy() {
        String id = anyEndpoint(true);
        if (id != null) {
            PolicyStatement deny = PolicyStatement.builder()
                    .effect(PolicyEffect.DENY)
                    .actions(List.of("obs:*:*"))
                    .resources(List.of("obs:*:*:*:*"))
                    .build();
            calls.of(() -> consumer.endpoints().updatePolicy(id, List.of(deny)));
            calls.of(() -> consumer.endpoints().deletePolicy(id));
        }
    }

    private void changeRouteTables() {
        String id = anyEndpoint(true);
        if (id != null) {
            calls.of(() -> consumer.endpoints()
                    .updateRouteTables(id, List.of(UUID.randomUUID().toString())));
        }
    }

    private void readOne() {
        String id = anyEndpoint();
        Mine mine = id == null ? null : endpoints.get(id);
        if (id != null && mine != null) {
            Endpoint endpoint = calls.of(() -> consumer.endpoints().get(id));
            if (endpoint != null && !mine.status.equals(endpoint.status())) {
                calls.failed(id + " is " + endpoint.status() + " and should be " + mine.status);
            }
        }
    }

    /** The lists show what this thread left behind, no more and no less. */
    private void check() {
        Map<String, String> expected = new HashMap<>();
        endpoints.forEach((id, mine) -> expected.put(id, mine.status.toString()));
        same(
                expected,
                calls.of(() -> consumer.endpoints().list(q -> q.vpcId(vpcId).limit(7)).stream()
                        .collect(Collectors.toMap(Endpoint::id, each -> String.valueOf(each.status())))));
        same(
                Set.copyOf(services),
                calls.of(() -> provider.endpointServices().list(q -> q.endpointServiceName(name)).stream()
                        .map(EndpointService::id)
                        .collect(Collectors.toSet())));
        for (String service : services) {
            Set<String> connected = endpoints.entrySet().stream()
                    .filter(each -> each.getValue().serviceId.equals(service))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            same(
                    connected,
                    calls.of(() -> provider.connections().list(service).stream()
                            .map(Connection::id)
                            .collect(Collectors.toSet())));
        }
    }

    private void same(Object expected, @Nullable Object shown) {
        if (!expected.equals(shown)) {
            calls.failed(name + ": a list shows " + shown + " and should show " + expected);
        }
    }

    private @Nullable String anyService() {
        return services.isEmpty() ? null : services.get(random.nextInt(services.size()));
    }

    private @Nullable String anyEndpoint() {
        return any(List.copyOf(endpoints.keySet()));
    }

    private @Nullable String anyEndpoint(boolean isGateway) {
        return any(endpoints.entrySet().stream()
                .filter(each -> each.getValue().serviceId.equals(gatewayService) == isGateway)
                .map(Map.Entry::getKey)
                .toList());
    }

    private @Nullable String any(List<String> ids) {
        return ids.isEmpty() ? null : ids.get(random.nextInt(ids.size()));
    }

    /** An endpoint of this thread. */
    private static final class Mine {
        private final String serviceId;
        private EndpointStatus status;

        Mine(String serviceId, EndpointStatus status) {
            this.serviceId = serviceId;
            this.status = status;
        }
    }
}
