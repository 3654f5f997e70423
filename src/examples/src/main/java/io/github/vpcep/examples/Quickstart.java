package io.github.vpcep.examples;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.ApiVersion;
import io.github.vpcep.model.Connection;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointServiceSummary;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.PolicyEffect;
import io.github.vpcep.model.PolicyStatement;
import io.github.vpcep.model.PortMapping;
import io.github.vpcep.model.Quota;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.model.ServerType;
import io.github.vpcep.model.Tag;
import io.github.vpcep.prism.PrismServer;
import io.github.vpcep.runtime.Credentials;
import io.github.vpcep.runtime.error.InvalidRequestException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts Prism with the contract and leads an endpoint service and a VPC endpoint through their lives. */
public final class Quickstart {
    private static final String PROJECT = "295dacf46a4842fcbf7844dc2dc2489d";
    private static final String VPC = "84758cf5-9c62-43ae-a778-3dbd8370c0a4";
    private static final String GATEWAY = "0f6e3b1a-95c4-4d3c-8f0a-b1c7e2d45a90";

    private Quickstart() {}

    /** Runs the example. */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (PrismServer prism = PrismServer.mock();
                VpcepClient vpcep = VpcepClient.builder()
                        .endpoint(prism.uri())
                        .projectId(PROJECT)
                        .credentials(Credentials.token("a token of the identity service"))
                        .build()) {
            System.out.println("The contract is mocked at " + prism.uri() + " by " + prism.startedFrom() + ".");

            title("ListVersionDetails", "versions().list()");
            for (ApiVersion each : vpcep.versions().list().versions()) {
                say("%s is %s since %s", each.id(), each.status(), each.updatedAt());
            }

            title("ListServicePublicDetails", "endpointServices().listPublic(…)");
            var services = vpcep.endpointServices().listPublic(q -> q.limit(20));
            for (EndpointServiceSummary each : services.items()) {
                say("%s (%s), charged: %s", each.name(), each.type(), each.charged());
            }
            say("%d in all", services.totalCount());

            title("CreateEndpointService", "endpointServices().create(…)");
            var service = vpcep.endpointServices()
                    .create(s -> s.name("orders")
                            .vpcId(VPC)
                            .portId("6d4a0f2e-58c1-4a0b-9d3e-2f7c1b8e6a05")
                            .serverType(ServerType.LB)
                            .ports(List.of(PortMapping.builder()
                                    .clientPort(443)
                                    .serverPort(8443)
                                    .build())));
            say("%s is %s", service.name(), service.status());

            title("UpdateEndpointServiceName", "endpointServices().rename(…)");
            say(
                    "now called %s",
                    vpcep.endpointServices().rename(service.id(), "orders").name());

            title("AddOrRemoveServicePermissions", "permissions().add(…)");
            say(
                    "%s may connect",
                    vpcep.permissions()
                            .add(service.id(), List.of("iam:domain::4dbb0ce8766f44a9bfd08ccf8fc02397"))
                            .permissions());

            title("CreateEndpoint", "endpoints().create(…)");
            var created = vpcep.endpoints()
                    .create(e -> e.endpointServiceId(service.id())
                            .vpcId(VPC)
                            .subnetId("68bfbcc1-dff2-47e4-a9d4-332b9bc1b8de"));
            say("%s is %s", created.id(), created.status());

            title("AcceptOrRejectEndpoint", "connections().accept(…)");
            for (Connection each :
                    vpcep.connections().accept(service.id(), created.id()).connections()) {
                say("%s is %s", each.id(), each.status());
            }

            title("ListEndpointInfoDetails", "endpoints().awaitStatus(…)");
            Endpoint endpoint =
                    vpcep.endpoints().awaitStatus(created.id(), EndpointStatus.ACCEPTED, Duration.ofMinutes(2));
            say("%s is %s, at %s %s", endpoint.id(), endpoint.status(), endpoint.ip(), endpoint.dnsNames());

            title("ListEndpoints", "endpoints().list(…)");
            for (Endpoint each : vpcep.endpoints().list(q -> q.vpcId(VPC)).items()) {
                say("%s is %s since %s", each.id(), each.status(), each.createdAt());
            }

            title("UpdateEndpointPolicy", "endpoints().updatePolicy(…)");
            PolicyStatement allowAll = PolicyStatement.builder()
                    .effect(PolicyEffect.ALLOW)
                    .actions(List.of("obs:*:*"))
                    .resources(List.of("obs:*:*:*:*"))
                    .build();
            for (PolicyStatement each :
                    vpcep.endpoints().updatePolicy(GATEWAY, List.of(allowAll)).policyStatements()) {
                say("%s %s on %s", each.effect(), each.actions(), each.resources());
            }

            title("BatchAddOrRemoveResourceInstance", "tags().add(…)");
            Tag team = Tag.builder().key("team").value("orders").build();
            vpcep.tags().add(ResourceType.ENDPOINT, endpoint.id(), List.of(team));
            say("%s tagged with %s", endpoint.id(), team.key());

            title("ListQuotaDetails", "quotas().list()");
            for (Quota each : vpcep.quotas().list().quotas().resources()) {
                say("%s: %d of %d", each.type(), each.used(), each.quota());
            }

            title("DeleteEndpoint", "endpoints().delete(…)");
            vpcep.endpoints().delete(endpoint.id());
            say("%s deleted", endpoint.id());

            title("an error", "endpoints().list(q -> q.limit(0))");
            try {
                vpcep.endpoints().list(q -> q.limit(0));
            } catch (InvalidRequestException e) {
                say("%s: %s", e.getClass().getSimpleName(), e.getMessage());
            }
        }
    }

    private static void title(String operation, String call) {
        System.out.printf("%n%s    vpcep.%s%n", operation, call);
    }

    private static void say(String format, @Nullable Object... arguments) {
        System.out.printf("    " + format + "%n", arguments);
    }
}
