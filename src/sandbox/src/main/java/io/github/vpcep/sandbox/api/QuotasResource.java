package io.github.vpcep.sandbox.api;

import io.github.vpcep.model.QuotaList;
import io.github.vpcep.sandbox.domain.Caller;
import io.github.vpcep.sandbox.domain.Quotas;
import io.github.vpcep.server.QuotasApi;

/** Hands requests about quotas to their rules. */
final class QuotasResource implements QuotasApi {
    private final Quotas quotas;
    private final Caller caller;

    QuotasResource(Quotas quotas, Caller caller) {
        this.quotas = quotas;
        this.caller = caller;
    }

    @Override
    public QuotaList list(String projectId, ListParams params) {
        return quotas.list(caller, params);
    }
}
