package io.github.vpcep.sandbox.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.NewPermission;
import io.github.vpcep.model.Permission;
import io.github.vpcep.model.PortMapping;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.model.ServerType;
import io.github.vpcep.model.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes the state again and again, several threads at a time, and remembers what was answered. */
final class Load {
    private static final List<Tag> FIRST = tags("a", "b");
    private static final List<Tag> MORE = tags("c", "d", "e");
    private static final List<String> RECORDS = List.of("iam:domain::1", "iam:domain::2", "iam:domain::3");

    private final Set<String> services = ConcurrentHashMap.newKeySet();
    private final Set<String> tagged = ConcurrentHashMap.newKeySet();
    private final Set<String> permitted = ConcurrentHashMap.newKeySet();
    private final Set<String> endpoints = ConcurrentHashMap.newKeySet();
    private final Set<String> renamed = ConcurrentHashMap.newKeySet();
    private final Semaphore rounds = new Semaphore(0);
    private volatile boolean ended;

    /** Goes on until it is ended, or a call fails. */
    void run(VpcepClient client) {
        while (!ended) {
            round(client);
            rounds.release();
        }
    }

    /** Returns when this has been done that often from now on. */
    void await(int times) {
        rounds.drainPermits();
        try {
            assertThat(rounds.tryAcquire(times, 60, TimeUnit.SECONDS))
                    .as("%s rounds in a minute", times)
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void end() {
        ended = true;
    }

    private void round(VpcepClient client) {
        String service = client.endpointServices()
                .create(s -> s.vpcId("vpc-1")
                        .portId(UUID.randomUUID().toString())
                        .serverType(ServerType.LB)
                        .approvalEnabled(false)
                        .ports(List.of(PortMapping.builder()
                                .clientPort(80)
                                .serverPort(80)
                                .build()))
                        .tags(FIRST))
                .id();
        services.add(service);
        client.tags().add(ResourceType.ENDPOINT_SERVICE, service, MORE);
        tagged.add(service);
        client.permissions()
                .addWithDescription(
                        service,
                        RECORDS.stream()
                                .map(each -> NewPermission.builder()
                                        .permission(each)
                                        .description("")
                                        .build())
                                .toList());
        permitted.add(service);
        endpoints.add(client.endpoints()
                .create(e -> e.endpointServiceId(service).vpcId("vpc-1").subnetId("subnet-1"))
                .id());
        client.endpointServices().rename(service, "renamed");
        renamed.add(service);
    }

    /** Everything that was answered is there, and of nothing only a part. */
    void check(VpcepClient client) {
        Map<String, EndpointService> kept = client.endpointServices().list(q -> q.limit(100)).stream()
                .collect(Collectors.toMap(EndpointService::id, Function.identity()));
        List<Endpoint> connected =
                client.endpoints().list(q -> q.limit(100)).stream().toList();

        assertThat(kept).containsKeys(services.toArray(String[]::new));
        assertThat(connected).extracting(Endpoint::id).containsAll(endpoints).doesNotHaveDuplicates();
        assertThat(connected).extracting(Endpoint::markerId).doesNotHaveDuplicates();
        Map<String, String> names =
                kept.values().stream().collect(Collectors.toMap(EndpointService::id, EndpointService::name));
        assertThat(connected)
                .allSatisfy(each -> assertThat(each.endpointServiceName())
                        .isNotNull()
                        .isEqualTo(names.get(each.endpointServiceId())));
        kept.values().forEach(each -> check(client, each));
    }

    private void check(VpcepClient client, EndpointService service) {
        String id = service.id();
        List<Tag> all = Stream.concat(FIRST.stream(), MORE.stream()).toList();
        List<String> records = client.permissions().list(id).stream()
                .map(Permission::permission)
                .sorted()
                .toList();
        assertThat(service.tags()).isIn(tagged.contains(id) ? List.of(all) : List.of(FIRST, all));
        assertThat(records).isIn(permitted.contains(id) ? List.of(RECORDS) : List.of(List.of(), RECORDS));
        if (renamed.contains(id)) {
            assertThat(service.name()).contains(".renamed.");
        }
    }

    int answers() {
        return Stream.of(services, tagged, permitted, endpoints, renamed)
                .mapToInt(Set::size)
                .sum();
    }

    private static List<Tag> tags(String... keys) {
        return Stream.of(keys)
                .map(each -> Tag.builder().key(each).value("").build())
                .toList();
    }
}
