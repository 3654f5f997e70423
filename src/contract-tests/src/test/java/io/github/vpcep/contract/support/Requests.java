package io.github.vpcep.contract.support;

import io.github.vpcep.client.Connections;
import io.github.vpcep.client.EndpointServices;
import io.github.vpcep.client.Endpoints;
import io.github.vpcep.client.Permissions;
import io.github.vpcep.model.AddPermissionsRequest;
import io.github.vpcep.model.Backend;
import io.github.vpcep.model.ConnectionDescription;
import io.github.vpcep.model.CreateEndpointRequest;
import io.github.vpcep.model.CreateEndpointServiceRequest;
import io.github.vpcep.model.EndpointIpVersion;
import io.github.vpcep.model.EndpointPolicyRequest;
import io.github.vpcep.model.EndpointServiceNameRequest;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointServiceType;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.EndpointWhitelistRequest;
import io.github.vpcep.model.NetworkType;
import io.github.vpcep.model.NewPermission;
import io.github.vpcep.model.PermissionReference;
import io.github.vpcep.model.PermissionType;
import io.github.vpcep.model.PolicyEffect;
import io.github.vpcep.model.PolicyStatement;
import io.github.vpcep.model.PortMapping;
import io.github.vpcep.model.Protocol;
import io.github.vpcep.model.ResourceField;
import io.github.vpcep.model.ResourceMatch;
import io.github.vpcep.model.ResourceQuery;
import io.github.vpcep.model.ServerType;
import io.github.vpcep.model.ServiceIpVersion;
import io.github.vpcep.model.SortDirection;
import io.github.vpcep.model.SortKey;
import io.github.vpcep.model.Tag;
import io.github.vpcep.model.TagFilter;
import io.github.vpcep.model.TcpProxy;
import io.github.vpcep.model.UpdateEndpointServiceRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the calls of the suites send. */
final class Requests {
    static final String ID = "0f6e3b1a-95c4-4d3c-8f0a-b1c7e2d45a90";

    static final List<Tag> TAGS = List.of(
            Tag.builder().key("team").value("orders").build(),
            Tag.builder().key("temporary").value("").build());

    static final List<Backend> BACKENDS = List.of(
            Backend.builder().resourceId(ID).availabilityZoneId("cn-east-4a").build(),
            Backend.builder().resourceId("b").build());

    static final Map<String, @Nullable Object> DOCUMENT =
            Map.of("Version", "5.0", "Statement", List.of(Map.of("Effect", "Allow", "Principal", "*")));

    private static final PolicyStatement STATEMENT = PolicyStatement.builder()
            .effect(PolicyEffect.DENY)
            .sid("1")
            .actions(List.of("obs:object:DeleteObject"))
            .resources(List.of("obs:*:*:object:invoices/*"))
            .condition(Map.of("StringEquals", Map.of("obs:prefix", List.of("a"))))
            .build();

    private static final PortMapping PORT =
            PortMapping.builder().clientPort(443).serverPort(8443).build();

    static final CreateEndpointServiceRequest SERVICE = CreateEndpointServiceRequest.builder()
            .portId(ID)
            .vpcId(ID)
            .serverType(ServerType.VM)
            .ports(List.of(PORT))
            .build();

    static final CreateEndpointServiceRequest FULL_SERVICE = SERVICE.toBuilder()
            .vipPortId(ID)
            .name("orders_16-chars_")
            .approvalEnabled(false)
            .type(EndpointServiceType.INTERFACE)
            .ports(List.of(PORT.toBuilder().protocol(Protocol.TCP).build()))
            .tcpProxy(TcpProxy.PROXY_OPEN)
            .tags(TAGS)
            .description("Bücher & Co")
            .ip("backend.example.com")
            .ipVersion(ServiceIpVersion.IPV6)
            .snatNetworkId(ID)
            .policyEnabled(true)
            .build();

    static final UpdateEndpointServiceRequest FULL_SERVICE_CHANGE = UpdateEndpointServiceRequest.builder()
            .approvalEnabled(true)
            .name("")
            .ports(List.of(PORT))
            .portId(ID)
            .vipPortId(ID)
            .description("")
            .tcpProxy(TcpProxy.PROXY_VNI)
            .ip("192.168.0.5")
            .build();

    static final EndpointServices.ListParams FULL_LIST_SERVICES = EndpointServices.ListParams.builder()
            .endpointServiceName("orders")
            .id(ID)
            .status(EndpointServiceStatus.AVAILABLE)
            .networkType(NetworkType.VLAN)
            .sortKey(SortKey.UPDATED_AT)
            .sortDirection(SortDirection.ASCENDING)
            .limit(1)
            .offset(7)
            .publicBorderGroup("cn-north-4-edge1")
            .build();

    static final EndpointServices.ListPublicParams FULL_LIST_PUBLIC = EndpointServices.ListPublicParams.builder()
            .limit(1000)
            .offset(20)
            .endpointServiceName("dns & more")
            .id(ID)
            .sortKey(SortKey.CREATED_AT)
            .sortDirection(SortDirection.ASCENDING)
            .build();

    static final EndpointServiceNameRequest EMPTY_NAME =
            EndpointServiceNameRequest.builder().name("").build();

    static final EndpointServiceNameRequest NAME =
            EndpointServiceNameRequest.builder().name("orders_16-chars_").build();

    static final Connections.ListParams FULL_LIST_CONNECTIONS = Connections.ListParams.builder()
            .id(ID)
            .markerId("16777337")
            .status(EndpointStatus.PENDING_ACCEPTANCE)
            .sortKey(SortKey.CREATED_AT)
            .sortDirection(SortDirection.DESCENDING)
            .limit(1000)
            .offset(0)
            .build();

    static final List<ConnectionDescription> CONNECTION_NOTES = List.of(ConnectionDescription.builder()
            .endpointId(ID)
            .description("Bücher & Co")
            .build());

    static final Permissions.ListParams FULL_LIST_PERMISSIONS = Permissions.ListParams.builder()
            .permission("4dbb0ce8766f44a9bfd08ccf8fc02397")
            .limit(500)
            .offset(1)
            .sortKey(SortKey.CREATED_AT)
            .sortDirection(SortDirection.ASCENDING)
            .build();

    static final List<String> ACCOUNTS = List.of("*", "iam:domain::4dbb0ce8766f44a9bfd08ccf8fc02397");

    static final List<String> PATHS = List.of("organizations:orgPath::o-1/r-2/*");

    static final AddPermissionsRequest PERMISSIONS = AddPermissionsRequest.builder()
            .permissions(List.of(
                    NewPermission.builder().permission("*").description("").build(),
                    NewPermission.builder()
                            .permission("iam:domain::4dbb0ce8766f44a9bfd08ccf8fc02397")
                            .description("Bücher & Co")
                            .build()))
            .type(PermissionType.DOMAIN_ID)
            .build();

    static final List<PermissionReference> RECORDS =
            List.of(PermissionReference.builder().id(ID).build());

    static final CreateEndpointRequest ENDPOINT =
            CreateEndpointRequest.builder().endpointServiceId(ID).vpcId(ID).build();

    static final CreateEndpointRequest FULL_ENDPOINT = ENDPOINT.toBuilder()
            .subnetId(ID)
            .dnsEnabled(true)
            .tags(TAGS)
            .routeTables(List.of(ID))
            .ip("192.168.0.232")
            .whitelist(List.of("192.168.0.0/24"))
            .whitelistEnabled(true)
            .policyStatements(List.of(STATEMENT))
            .policyDocument(DOCUMENT)
            .ipVersion(EndpointIpVersion.DUALSTACK)
            .ipv6Address("2001:db8::e8")
            .description("Bücher & Co")
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

    static final EndpointWhitelistRequest WHITELIST = EndpointWhitelistRequest.builder()
            .whitelist(List.of("192.168.0.0/24", "192.168.1.17"))
            .whitelistEnabled(true)
            .build();

    static final List<String> ROUTE_TABLES = List.of(ID);

    static final EndpointPolicyRequest POLICY = EndpointPolicyRequest.builder()
            .policyStatements(List.of(STATEMENT))
            .policyDocument(DOCUMENT)
            .build();

    private Requests() {}

    static Consumer<ResourceQuery.Builder> fullQuery() {
        List<TagFilter> filter = List.of(TagFilter.builder()
                .key("team")
                .values(List.of("orders", "*shop"))
                .build());
        return query -> query.tags(filter)
                .tagsAny(filter)
                .notTags(filter)
                .notTagsAny(filter)
                .systemTags(filter)
                .limit("100")
                .offset("200")
                .matches(List.of(ResourceMatch.builder()
                        .key(ResourceField.RESOURCE_NAME)
                        .value("orders")
                        .build()))
                .withoutAnyTag(false);
    }
}
