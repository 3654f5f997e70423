package io.github.vpcep.examples;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.NewPermission;
import io.github.vpcep.model.Permission;
import io.github.vpcep.model.PolicyEffect;
import io.github.vpcep.model.PolicyStatement;
import io.github.vpcep.model.EndpointServiceSummary;
import io.github.vpcep.model.SortDirection;
import io.github.vpcep.prism.PrismServer;
import io.github.vpcep.runtime.Credentials;
import io.github.vpcep.runtime.error.InvalidRequestException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts Prism with the contract and calls every operation of it with the generated client. */
public final class Quickstart {
    private static final String PROJECT = "295dacf46a4842fcbf7844dc2dc2489d";
    private static final String SERVICE = "b0e22f6f-26f4-461c-b140-d873464d4fa0";
    private static final String ENDPOINT = "938c8167-631e-40a4-99f9-493753fbd16b";

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

            title("ListServicePublicDetails", "endpointServices().listPublic(…)");
            var services = vpcep.endpointServices().listPublic(q -> q.limit(20));
            for (EndpointServiceSummary each : services.items()) {
                say("%s (%s), charged: %s", each.name(), each.type(), each.charged());
            }
            say("%d in all", services.totalCount());

            title("ListEndpoints", "endpoints().list(…)");
            var endpoints = vpcep.endpoints()
                    .list(q -> q.vpcId("84758cf5-9c62-43ae-a778-3dbd8370c0a4").sortDirection(SortDirection.ASCENDING));
            for (Endpoint each : endpoints.items()) {
                say(
                        "%s is %s since %s, at %s %s",
                        each.id(), each.status(), each.createdAt(), each.ip(), each.dnsNames());
            }

            title("UpdateEndpointServiceName", "endpointServices().rename(…)");
            say(
                    "now called %s",
                    vpcep.endpointServices().rename(SERVICE, "orders").name());

            title("UpdateEndpointPolicy", "endpoints().updatePolicy(…)");
            PolicyStatement allowAll = PolicyStatement.builder()
                    .effect(PolicyEffect.ALLOW)
                    .actions(List.of("obs:*:*"))
                    .resources(List.of("obs:*:*:*:*"))
                    .build();
            for (PolicyStatement each :
                    vpcep.endpoints().updatePolicy(ENDPOINT, List.of(allowAll)).policyStatements()) {
                say("%s %s on %s", each.effect(), each.actions(), each.resources());
            }

            title("BatchAddEndpointServicePermissions", "permissions().addWithDescription(…)");
            NewPermission partner = NewPermission.builder()
                    .permission("iam:domain::4dbb0ce8766f44a9bfd08ccf8fc02397")
                    .description("our partner")
                    .build();
            for (Permission each :
                    vpcep.permissions().addWithDescription(SERVICE, List.of(partner)).permissions()) {
                say("%s may connect since %s", each.permission(), each.createdAt());
            }

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
