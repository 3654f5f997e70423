package io.github.vpcep.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.core.HttpListener;
import com.huaweicloud.sdk.core.SdkResponse;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.http.HttpConfig;
import com.huaweicloud.sdk.vpcep.v1.VpcepClient;
import com.huaweicloud.sdk.vpcep.v1.model.CreateEndpointRequest;
import com.huaweicloud.sdk.vpcep.v1.model.CreateEndpointRequestBody;
import com.huaweicloud.sdk.vpcep.v1.model.CreateEndpointResponse;
import com.huaweicloud.sdk.vpcep.v1.model.CreateEndpointServiceRequest;
import com.huaweicloud.sdk.vpcep.v1.model.CreateEndpointServiceRequestBody;
import com.huaweicloud.sdk.vpcep.v1.model.CreateEndpointServiceRequestBody.ServerTypeEnum;
import com.huaweicloud.sdk.vpcep.v1.model.CreateEndpointServiceResponse;
import com.huaweicloud.sdk.vpcep.v1.model.EndpointService;
import com.huaweicloud.sdk.vpcep.v1.model.ListServicePublicDetailsRequest;
import com.huaweicloud.sdk.vpcep.v1.model.PortList;
import com.huaweicloud.sdk.vpcep.v1.model.TagList;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.VpcepSandbox;
import io.github.vpcep.sandbox.auth.Account;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A sandbox, empty for each test, and the SDK's clients of two accounts, which sign for themselves. */
final class Peer implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    static final String REGION = "cn-north-4";
    static final String VPC = "84758cf5-9c62-43ae-a778-3dbd8370c0a4";
    static final String SUBNET = "68bfbcc1-dff2-47e4-a9d4-332b9bc1b8de";
    static final String PORT = "6d4a0f2e-58c1-4a0b-9d3e-2f7c1b8e6a05";
    static final TagList TEAM = new TagList().withKey("team").withValue("orders");

    private final VpcepSandbox sandbox = VpcepSandbox.start();
    private volatile String latestBody = "";
    private final VpcepClient owner = clientOf(SandboxConfig.DEMO);
    private final VpcepClient guest = clientOf(SandboxConfig.PARTNER);

    VpcepClient owner() {
        return owner;
    }

    VpcepClient guest() {
        return guest;
    }

    VpcepSandbox sandbox() {
        return sandbox;
    }

    /** The answer; the SDK must have read all of it as it was sent, except exactly those properties. */
    <R extends SdkResponse> R whole(R answer, String... unread) {
        assertThat(Decoded.of(latestBody, answer).unread())
                .as("what %s left out of %s", answer.getClass().getSimpleName(), latestBody)
                .containsExactlyInAnyOrder(unread);
        return answer;
    }

    /** A new service of the owner, with approval and a backend of its own. */
    CreateEndpointServiceResponse service(String name) {
        return owner.createEndpointService(new CreateEndpointServiceRequest()
                .withBody(newService().withServiceName(name).withPortId(portOf(name))));
    }

    private static String portOf(String service) {
        return UUID.nameUUIDFromBytes(service.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static CreateEndpointServiceRequestBody newService() {
        return new CreateEndpointServiceRequestBody()
                .withVpcId(VPC)
                .withPortId(PORT)
                .withServerType(ServerTypeEnum.LB)
                .withPorts(List.of(port(443, 8443)));
    }

    static PortList port(int client, int server) {
        return new PortList().withClientPort(client).withServerPort(server).withProtocol(PortList.ProtocolEnum.TCP);
    }

    /** A new endpoint of the owner to an interface service. */
    CreateEndpointResponse endpoint(String serviceId) {
        return owner.createEndpoint(new CreateEndpointRequest().withBody(newEndpoint(serviceId)));
    }

    static CreateEndpointRequestBody newEndpoint(String serviceId) {
        return new CreateEndpointRequestBody()
                .withEndpointServiceId(serviceId)
                .withVpcId(VPC)
                .withSubnetId(SUBNET);
    }

    /** A new endpoint of the owner to the public gateway service. */
    CreateEndpointResponse gatewayEndpoint() {
        return owner.createEndpoint(new CreateEndpointRequest()
                .withBody(new CreateEndpointRequestBody()
                        .withEndpointServiceId(publicService("obs").getId())
                        .withVpcId(VPC)));
    }

    EndpointService publicService(String name) {
        return owner.listServicePublicDetails(new ListServicePublicDetailsRequest()
                        .withEndpointServiceName("com.myhuaweicloud." + REGION + "." + name))
                .getEndpointServices()
                .get(0);
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        sandbox.reset();
    }

    /** What a test is named after, it has done: the SDK sent it and the sandbox served it. */
    @Override
    public void afterEach(ExtensionContext test) {
        if (test.getExecutionException().isEmpty()) {
            String operation = Operations.drivenBy(test.getRequiredTestMethod());
            assertThat(sandbox.requests(operation)).as(operation).anySatisfy(request -> {
                assertThat(request.status()).isBetween(200, 299);
                assertThat(request.headers().get("user-agent")).startsWith("huaweicloud-usdk-java");
            });
        }
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        sandbox.close();
    }

    /** A client of the SDK, which signs with the account's key. */
    static VpcepClient clientOf(VpcepSandbox sandbox, Account account, HttpListener listener) {
        return VpcepClient.newBuilder()
                .withCredential(new BasicCredentials()
                        .withAk(account.accessKey())
                        .withSk(account.secretKey())
                        .withProjectId(account.projectId()))
                .withEndpoints(List.of(sandbox.uri().toString()))
                .withHttpConfig(HttpConfig.getDefaultHttpConfig().addHttpListener(listener))
                .build();
    }

    private VpcepClient clientOf(Account account) {
        return clientOf(
                sandbox,
                account,
                HttpListener.forResponseListener(
                        answer -> latestBody = answer.body().orElse("")));
    }
}
