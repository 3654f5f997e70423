package io.github.vpcep.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.EndpointServiceType;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.error.NotFoundException;
import io.github.vpcep.runtime.error.ThrottledException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.VpcepSandbox;
import io.github.vpcep.sandbox.WithSandbox;
import io.github.vpcep.sandbox.vpc.Port;
import io.github.vpcep.sandbox.vpc.RouteTable;
import io.github.vpcep.sandbox.vpc.Subnet;
import io.github.vpcep.sandbox.vpc.Vpc;
import io.github.vpcep.server.OperationId;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the sandbox's guide shows. */
class SandboxGuideTest {
    @Nested
    @WithSandbox
    class OrdersTest {
        @Test
        void atFirst_thereAreNoEndpoints(VpcepSandbox sandbox, VpcepClient vpcep) {
            assertThat(vpcep.endpoints().list().items()).isEmpty();
            assertThat(sandbox.requests("ListEndpoints")).hasSize(1);
        }
    }

    @Test
    void withoutJUnit_itIsClosedByHand() {
        try (VpcepSandbox sandbox = VpcepSandbox.start()) {
            sandbox.client().endpoints().list();
        }
    }

    @Test
    void faults_areSufferedInTheirOrder() {
        try (VpcepSandbox sandbox = VpcepSandbox.start()) {
            sandbox.faults()
                    .next(OperationId.LIST_ENDPOINTS, 1)
                    .withError(ErrorCode.TOO_MANY_REQUESTS)
                    .next(OperationId.LIST_ENDPOINTS, 1)
                    .withAnswer(502, Map.of("Content-Type", "text/html"), "<h1>Bad</h1>")
                    .nth(OperationId.CREATE_ENDPOINT, 3)
                    .whenBody("\"vpc_id\":\"v-1\"")
                    .withDroppedConnection()
                    .always(OperationId.LIST_QUOTA_DETAILS)
                    .withAnswer(429, Map.of("Retry-After", "1"), "");

            VpcepClient hasty = sandbox.client().with(o -> o.retry(RetryPolicy.none()));
            assertThatExceptionOfType(ThrottledException.class)
                    .isThrownBy(() -> hasty.endpoints().list());
            assertThatExceptionOfType(VpcepServiceException.class)
                    .isThrownBy(() -> hasty.endpoints().list())
                    .returns(502, VpcepServiceException::status);
            assertThat(hasty.endpoints().list().items()).isEmpty();
            assertThatExceptionOfType(ThrottledException.class)
                    .isThrownBy(() -> hasty.quotas().list());
        }
    }

    @Test
    void vpcs_onceNamed_areChecked() {
        SandboxConfig config = SandboxConfig.standard()
                .withVpcs(Vpc.of("84758cf5-9c62-43ae-a778-3dbd8370c0a4")
                        .withSubnets(new Subnet("68bfbcc1-dff2-47e4-a9d4-332b9bc1b8de", "192.168.0.0/24"))
                        .withPorts(Port.of("6d4a0f2e-58c1-4a0b-9d3e-2f7c1b8e6a05")
                                .withLoadBalancer("shared")
                                .withMaxServices(5))
                        .withRouteTables(new RouteTable("705290f3-0d00-41f2-aedc-71f09844e879", true)));

        try (VpcepSandbox sandbox = VpcepSandbox.start(config)) {
            String storage = sandbox.client().endpointServices().listPublic().stream()
                    .filter(each -> EndpointServiceType.GATEWAY.is(each.type()))
                    .findFirst()
                    .orElseThrow()
                    .id();
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> sandbox.client()
                            .endpoints()
                            .create(e -> e.endpointServiceId(storage).vpcId("another")))
                    .returns("EndPoint.2001", VpcepServiceException::code);
        }
    }
}
