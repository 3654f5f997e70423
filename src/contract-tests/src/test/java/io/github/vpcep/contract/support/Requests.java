package io.github.vpcep.contract.support;

import io.github.vpcep.client.EndpointServices;
import io.github.vpcep.client.Endpoints;
import io.github.vpcep.model.AddPermissionsRequest;
import io.github.vpcep.model.EndpointPolicyRequest;
import io.github.vpcep.model.EndpointServiceNameRequest;
import io.github.vpcep.model.NewPermission;
import io.github.vpcep.model.PolicyEffect;
import io.github.vpcep.model.PolicyStatement;
import io.github.vpcep.model.SortDirection;
import io.github.vpcep.model.SortKey;
import java.util.List;

/** What the calls of the suites send. */
final class Requests {
    static final String ID = "0f6e3b1a-95c4-4d3c-8f0a-b1c7e2d45a90";

    static final EndpointServices.ListPublicParams FULL_LIST_PUBLIC = EndpointServices.ListPublicParams.builder()
            .limit(1000)
            .offset(20)
            .endpointServiceName("dns & more")
            .id(ID)
            .sortKey(SortKey.CREATED_AT)
            .sortDirection(SortDirection.ASCENDING)
            .build();

    static final Endpoints.ListParams FULL_LIST = Endpoints.ListParams.builder()
            .endpointServiceName("orders")
            .vpcId("84758cf5-9c62-43ae-a778-3dbd8370c0a4")
            .id(ID)
            .limit(1)
            .offset(0)
            .sortKey(SortKey.UPDATED_AT)
            .sortDirection(SortDirection.DESCENDING)
            .publicBorderGroup("cn-north-4-edge1")
            .build();

    static final EndpointServiceNameRequest NO_NAME =
            EndpointServiceNameRequest.builder().build();

    static final EndpointServiceNameRequest NAME =
            EndpointServiceNameRequest.builder().name("orders_16-chars_").build();

    static final EndpointPolicyRequest POLICY = EndpointPolicyRequest.builder()
            .policyStatements(List.of(PolicyStatement.builder()
                    .effect(PolicyEffect.DENY)
                    .actions(List.of("obs:object:DeleteObject"))
                    .resources(List.of("obs:*:*:object:invoices/*"))
                    .build()))
            .build();

    static final AddPermissionsRequest PERMISSIONS = AddPermissionsRequest.builder()
            .permissions(List.of(
                    NewPermission.builder().permission("*").description("").build(),
                    NewPermission.builder()
                            .permission("iam:domain::4dbb0ce8766f44a9bfd08ccf8fc02397")
                            .description("Bücher & Co")
                            .build()))
            .build();

    private Requests() {}
}
