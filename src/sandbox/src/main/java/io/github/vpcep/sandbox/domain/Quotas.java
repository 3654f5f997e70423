package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Checks.refusal;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.Quota;
import io.github.vpcep.model.QuotaList;
import io.github.vpcep.model.QuotaResources;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.sandbox.store.Used;
import io.github.vpcep.server.QuotasApi;
import java.util.List;

/** How many resources a project has and may have. Those that are being deleted do not count. */
public final class Quotas {
    private final DomainContext context;

    /** Works on that state. */
    public Quotas(DomainContext context) {
        this.context = context;
    }

    /** The quota of one kind of resource, or of both. */
    public QuotaList list(Caller caller, QuotasApi.ListParams params) {
        ResourceType type = params.type();
        if (type != null && !type.isKnown()) {
            throw refusal(ErrorCode.INVALID_RESOURCE_TYPE, "It is one of " + ResourceType.values() + ".");
        }
        return context.ask(unit -> {
            Used used = unit.used(caller.projectId());
            List<Quota> quotas = List.of(
                    quota(
                            ResourceType.ENDPOINT,
                            used.endpoints(),
                            context.settings().endpointQuota()),
                    quota(
                            ResourceType.ENDPOINT_SERVICE,
                            used.services(),
                            context.settings().serviceQuota()));
            return answer(quotas.stream()
                    .filter(each -> type == null || type.is(each.type()))
                    .toList());
        });
    }

    /** One more endpoint needs room. */
    static void refuseEndpointBeyond(Used used, Settings settings) {
        if (used.endpoints() >= settings.endpointQuota()) {
            throw refusal(ErrorCode.QUOTA_EXCEEDED, "The project has its " + settings.endpointQuota() + " endpoints.");
        }
    }

    private static Quota quota(ResourceType type, int used, int quota) {
        return Quota.builder().type(type).used(used).quota(quota).build();
    }

    private static QuotaList answer(List<Quota> quotas) {
        return QuotaList.builder()
                .quotas(QuotaResources.builder().resources(quotas).build())
                .build();
    }
}
