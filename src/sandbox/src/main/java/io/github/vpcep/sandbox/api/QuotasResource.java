package io.github.vpcep.sandbox.api;

import io.github.vpcep.model.QuotaList;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.sandbox.domain.Quotas;
import io.github.vpcep.server.QuotasApi;
import org.jspecify.annotations.Nullable;

/** Hands requests about quotas to their rules. */
final class QuotasResource implements QuotasApi {
    @Override
    public QuotaList list(String projectId, @Nullable ResourceType type) {
        return quotas().list(Exchange.caller(), type);
    }

    private static Quotas quotas() {
        return Exchange.current().domain().quotas();
    }
}
