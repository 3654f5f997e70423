package io.github.vpcep.examples;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.ApiVersion;
import io.github.vpcep.model.Connection;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointServiceSummary;
import io.github.vpcep.model.EndpointServiceType;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.PolicyEffect;
import io.github.vpcep.model.PolicyStatement;
import io.github.vpcep.model.PortMapping;
import io.github.vpcep.model.Quota;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.model.ServerType;
import io.github.vpcep.model.Tag;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.VpcepSandbox;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Starts the sandbox and leads an endpoint service, and the VPC endpoints of another account, through their lives. One
 * account provides the service, the other connects to it.
 */
public final class Quickstart {
    private static final String VPC = "84758cf5-9c62-43ae-a778-3dbd8370c0a4";
    private static final Duration SOON = Duration.ofMinutes(2);

    private final VpcepClient provider;
    private final VpcepClient consumer;

    private Quickstart(VpcepClient provider, VpcepClient consumer) {
        this.provider = provider;
        this.consumer = consumer;
    }

    /** Runs the example. */
    public static void main(String[] args) throws InterruptedException {
        try (VpcepSandbox sandbox = VpcepSandbox.start();
                VpcepClient provider = sandbox.clientOf(SandboxConfig.DEMO);
                VpcepClient consumer = sandbox.clientOf(SandboxConfig.PARTNER)) {
            System.out.println("The sandbox listens at " + sandbox.uri() + ".");
            new Quickstart(provider, consumer).run();
        }
    }

    private void run() throws InterruptedException {
        title("ListVersionDetails", "versions().list()");
        for (ApiVersion each : provider.versions().list().versions()) {
            say("%s is %s", each.id(), each.status());
        }
        EndpointService service = provide();
        Endpoint endpoint = connect(service);
        manage(service, endpoint);
        Endpoint gateway = connectToGateway();
        countAndRefuse(service);
        delete(service, endpoint, gateway);
    }

    private EndpointService provide() throws InterruptedException {
        title("CreateEndpointService", "endpointServices().create(…)");
        EndpointService service = provider.endpointServices()
                .create(s -> s.name("orders")
                        .vpcId(VPC)
                        .portId("6d4a0f2e-58c1-4a0b-9d3e-2f7c1b8e6a05")
                        .serverType(ServerType.LB)
                        .ports(PortMapping.of(443, 8443)));
        say("%s is %s", service.name(), service.status());
        provider.endpointServices().awaitAvailable(service.id(), SOON);

        title("AddOrRemoveServicePermissions", "permissions().add(…)");
        String account = "iam:domain::" + SandboxConfig.PARTNER.domainId();
        say("%s may connect", provider.permissions().add(service.id(), account).permissions());
        return service;
    }

    private Endpoint connect(EndpointService service) throws InterruptedException {
        title("CreateEndpoint", "endpoints().create(…)");
        Endpoint created = consumer.endpoints()
                .create(e -> e.endpointServiceId(service.id())
                        .vpcId(VPC)
                        .subnetId("68bfbcc1-dff2-47e4-a9d4-332b9bc1b8de")
                        .dnsEnabled(true));
        say("%s is %s", created.id(), created.status());

        title("AcceptOrRejectEndpoint", "connections().accept(…)");
        for (Connection each :
                provider.connections().accept(service.id(), created.id()).connections()) {
            say("%s is %s", each.id(), each.status());
        }

        title("ListEndpointInfoDetails", "endpoints().awaitStatus(…)");
        Endpoint endpoint = consumer.endpoints().awaitStatus(created.id(), EndpointStatus.ACCEPTED, SOON);
        say("%s is %s, at %s %s", endpoint.id(), endpoint.status(), endpoint.ip(), endpoint.dnsNames());
        return endpoint;
    }

    private void manage(EndpointService service, Endpoint endpoint) {
        title("UpdateEndpointServiceName", "endpointServices().rename(…)");
        say(
                "now called %s",
                provider.endpointServices().rename(service.id(), "invoices").name());

        title("BatchAddOrRemoveResourceInstance", "tags().add(…)");
        consumer.tags().add(ResourceType.ENDPOINT, endpoint.id(), Tag.of("team", "orders"));

        title("ListEndpoints", "endpoints().list(…)");
        for (Endpoint each : consumer.endpoints().list(q -> q.vpcId(VPC)).items()) {
            say("%s to %s, tags %s", each.id(), each.endpointServiceName(), each.tags());
        }
    }

    private Endpoint connectToGateway() throws InterruptedException {
        title("ListServicePublicDetails", "endpointServices().listPublic()");
        EndpointServiceSummary storage = consumer.endpointServices().listPublic().stream()
                .peek(each -> say("%s (%s), charged: %s", each.name(), each.type(), each.charged()))
                .filter(each -> EndpointServiceType.GATEWAY.is(each.type()))
                .findFirst()
                .orElseThrow();
        Endpoint created = consumer.endpoints()
                .create(e -> e.endpointServiceId(storage.id()).vpcId(VPC));
        consumer.endpoints().awaitStatus(created.id(), EndpointStatus.ACCEPTED, SOON);

        title("UpdateEndpointPolicy", "endpoints().updatePolicy(…)");
        PolicyStatement allowAll = PolicyStatement.builder()
                .effect(PolicyEffect.ALLOW)
                .actions("obs:*:*")
                .resources("obs:*:*:*:*")
                .build();
        for (PolicyStatement each :
                consumer.endpoints().updatePolicy(created.id(), allowAll).policyStatements()) {
            say("%s %s on %s", each.effect(), each.actions(), each.resources());
        }
        return created;
    }

    private void countAndRefuse(EndpointService service) {
        title("ListQuotaDetails", "quotas().list()");
        for (Quota each : consumer.quotas().list().quotas().resources()) {
            say("%s: %d of %d", each.type(), each.used(), each.quota());
        }

        title("DeleteEndpointService", "endpointServices().delete(…) of one in use");
        try {
            provider.endpointServices().delete(service.id());
        } catch (VpcepServiceException e) {
            say("%s: %s", e.getClass().getSimpleName(), e.getMessage());
        }
    }

    private void delete(EndpointService service, Endpoint... endpoints) throws InterruptedException {
        title("DeleteEndpoint", "endpoints().delete(…)");
        for (Endpoint each : endpoints) {
            consumer.endpoints().delete(each.id());
            consumer.endpoints().awaitDeleted(each.id(), SOON);
            say("%s is gone", each.id());
        }

        title("DeleteEndpointService", "endpointServices().delete(…)");
        provider.endpointServices().delete(service.id());
        provider.endpointServices().awaitDeleted(service.id(), SOON);
        say("%s is gone", service.id());
    }

    private static void title(String operation, String call) {
        System.out.printf("%n%s    %s%n", operation, call);
    }

    private static void say(String format, @Nullable Object... arguments) {
        System.out.printf("    " + format + "%n", arguments);
    }
}
