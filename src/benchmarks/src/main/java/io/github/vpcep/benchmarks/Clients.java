package io.github.vpcep.benchmarks;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.vpcep.v1.model.ListEndpointsRequest;
import io.github.vpcep.client.Endpoints;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.okhttp.HttpStack;
import java.util.List;
import javax.net.SocketFactory;

/** The two clients, set up alike: one endpoint, an access key, no logging. */
final class Clients {
    static final String PROJECT = "295dacf46a4842fcbf7844dc2dc2489d";
    static final Endpoints.ListParams PAGE_OF_TEN =
            Endpoints.ListParams.builder().limit(10).build();

    private Clients() {}

    static VpcepClient ours(String endpoint) {
        return ours(endpoint, accessKey(), SocketFactory.getDefault());
    }

    static VpcepClient ours(String endpoint, Credentials credentials, SocketFactory sockets) {
        return VpcepClient.builder()
                .endpoint(endpoint)
                .projectId(PROJECT)
                .credentials(credentials)
                .http(HttpStack.customized(http -> http.socketFactory(sockets)))
                .build();
    }

    static Credentials accessKey() {
        return Credentials.accessKey("AKAKAKAKAKAKAKAKAKAK", "sksksksksksksksksksksksksksksksksksksksk");
    }

    static com.huaweicloud.sdk.vpcep.v1.VpcepClient vendors(String endpoint) {
        return com.huaweicloud.sdk.vpcep.v1.VpcepClient.newBuilder()
                .withCredential(new BasicCredentials()
                        .withAk("AKAKAKAKAKAKAKAKAKAK")
                        .withSk("sksksksksksksksksksksksksksksksksksksksk")
                        .withProjectId(PROJECT))
                .withEndpoints(List.of(endpoint))
                .build();
    }

    static ListEndpointsRequest vendorsPageOfTen() {
        return new ListEndpointsRequest().withLimit(10);
    }
}
