package io.github.vpcep.benchmarks;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.vpcep.v1.model.ListEndpointsRequest;
import io.github.vpcep.client.Endpoints;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.auth.Credentials;
import java.util.List;

/** The two clients, set up alike: one endpoint, an access key, no logging. */
final class Clients {
    static final String PROJECT = "295dacf46a4842fcbf7844dc2dc2489d";
    static final Endpoints.ListParams PAGE_OF_TEN =
            Endpoints.ListParams.builder().limit(10).build();

    private Clients() {}

    static VpcepClient ours(String endpoint) {
        return VpcepClient.builder()
                .endpoint(endpoint)
                .projectId(PROJECT)
                .credentials(Credentials.accessKey("AKAKAKAKAKAKAKAKAKAK", "sksksksksksksksksksksksksksksksksksksksk"))
                .build();
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
