package io.github.vpcep.benchmarks.sandbox;

import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.sandbox.store.EndpointField;
import io.github.vpcep.sandbox.store.Filter;
import io.github.vpcep.sandbox.store.Store;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.StoredService;
import java.time.Instant;
import java.util.UUID;

/**
 * A project with many endpoints, spread evenly in time: always 100 of them in one VPC and 100 others rejected, the rest
 * in nine VPCs and accepted; a tenth at one service and nine tenths, with all the rejected ones, at another.
 */
final class ManyEndpoints {
    static final int SELECTED = 100;
    static final String SMALL_SERVICE = "billing";

    private static final String PROJECT = "295dacf46a4842fcbf7844dc2dc2489d";
    private static final String LARGE_SERVICE = "orders";
    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    private static final int PER_UNIT = 1000;

    private ManyEndpoints() {}

    /** Adds them, a thousand per unit of work. */
    static void fill(Store store, int size) {
        store.write(unit -> {
            unit.save(service(SMALL_SERVICE));
            unit.save(service(LARGE_SERVICE));
            return unit;
        });
        for (int from = 0; from < size; from += PER_UNIT) {
            int first = from;
            store.write(unit -> {
                for (int i = first; i < first + PER_UNIT; i++) {
                    unit.save(endpoint(i, size));
                }
                return unit;
            });
        }
    }

    static Filter<EndpointField> named(String text) {
        return Filter.by(EndpointField.PROJECT_ID, PROJECT).named(text);
    }

    static Filter<EndpointField> inVpc(String vpcId) {
        return Filter.by(EndpointField.PROJECT_ID, PROJECT).and(EndpointField.VPC_ID, vpcId);
    }

    static Filter<EndpointField> withNumber(int number) {
        return Filter.by(EndpointField.PROJECT_ID, PROJECT).and(EndpointField.ID, id(number));
    }

    static Filter<EndpointField> connectionsIn(EndpointStatus status) {
        return Filter.by(EndpointField.SERVICE_ID, LARGE_SERVICE).and(EndpointField.STATUS, status.value());
    }

    private static StoredService service(String name) {
        return new StoredService(
                EndpointService.builder()
                        .id(name)
                        .projectId(PROJECT)
                        .name("cn-north-4." + name + "." + name)
                        .status(EndpointServiceStatus.AVAILABLE)
                        .createdAt(START)
                        .updatedAt(START)
                        .build(),
                name,
                null,
                false,
                null);
    }

    private static StoredEndpoint endpoint(int number, int size) {
        int place = number % (size / SELECTED);
        String service = number % 10 == 9 ? SMALL_SERVICE : LARGE_SERVICE;
        return new StoredEndpoint(
                Endpoint.builder()
                        .id(id(number))
                        .projectId(PROJECT)
                        .endpointServiceId(service)
                        .endpointServiceName("cn-north-4." + service + "." + service)
                        .status(place == 1 ? EndpointStatus.REJECTED : EndpointStatus.ACCEPTED)
                        .vpcId(place == 0 ? "vpc-selected" : "vpc-" + number % 10)
                        .subnetId("subnet-" + number / 60_000)
                        .ip("10." + number / 60_000 + "." + number % 60_000 / 250 + "." + number % 250)
                        .markerId(16_777_216L + number)
                        .createdAt(START.plusSeconds(number))
                        // Another order than that of creation.
                        .updatedAt(START.plusSeconds(size + number * 7919L % size))
                        .build(),
                "6e9dfd51d1124e8d8498dce894923a0d",
                "",
                true,
                null);
    }

    private static String id(int number) {
        return new UUID(number * 0x9E3779B97F4A7C15L, number).toString();
    }
}
