package io.github.vpcep.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.vpcep.v1.model.ListQuotaDetailsRequest;
import com.huaweicloud.sdk.vpcep.v1.model.Quotas;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Quotas through the SDK. */
class QuotasTest {
    @RegisterExtension
    static final Peer peer = new Peer();

    @Test
    void listQuotaDetails() {
        peer.service("orders");
        Quotas services = new Quotas().withType("endpoint_service").withUsed(1).withQuota(20);
        Quotas endpoints = new Quotas().withType("endpoint").withUsed(0).withQuota(50);

        assertThat(quotas(new ListQuotaDetailsRequest())).containsExactlyInAnyOrder(services, endpoints);
        assertThat(quotas(new ListQuotaDetailsRequest().withType(ListQuotaDetailsRequest.TypeEnum.ENDPOINT)))
                .containsExactly(endpoints);
    }

    private static List<Quotas> quotas(ListQuotaDetailsRequest request) {
        return peer.whole(peer.owner().listQuotaDetails(request)).getQuotas().getResources();
    }
}
