package io.github.vpcep.consumer;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.vpcep.v1.VpcepClient;
import com.huaweicloud.sdk.vpcep.v1.model.ListEndpointsRequest;
import java.util.List;

/** The vendor's SDK works beside the client. */
final class Vendor {
    private Vendor() {}

    static void list(String address) {
        VpcepClient vendor = VpcepClient.newBuilder()
                .withCredential(new BasicCredentials().withAk("ak").withSk("sk").withProjectId("p"))
                .withEndpoints(List.of(address))
                .build();
        // The stub is away for every second request.
        try {
            vendor.listEndpoints(new ListEndpointsRequest());
        } catch (com.huaweicloud.sdk.core.exception.ServiceResponseException away) {
            int listed = vendor.listEndpoints(new ListEndpointsRequest()).getEndpoints().size();
            if (listed != 1) {
                throw new AssertionError("listed by the vendor's SDK: " + listed);
            }
        }
    }
}
