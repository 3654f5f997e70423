package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Checks.refusal;

import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.Quota;
import io.github.vpcep.model.QuotaList;
import io.github.vpcep.model.QuotaResources;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.sandbox.store.EndpointFilter;
import io.github.vpcep.sandbox.store.ServiceFilter;
import io.github.vpcep.sandbox.store.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many resources a project has and may have. Those that are being deleted do not count. */
public final class Quotas {
    private final DomainContext context;

    /** Works on that state. */
    public Quotas(DomainContext context) {
        this.context = context;
    }

    /** The quota of one kind of resource, or of both. */
    public QuotaList list(Caller caller, @Nullable ResourceType type) {
        if (type != null && !type.isKnown()) {
            throw refusal(ErrorCode.INVALID_RESOURCE_TYPE, "It is one of " + ResourceType.values() + ".");
        }
        return context.read(unit -> {
            List<Quota> quotas = List.of(
                    quota(
                            ResourceType.ENDPOINT,
                            endpoints(unit, caller),
                            context.settings().endpointQuota()),
                    quota(
                            ResourceType.ENDPOINT_SERVICE,
                            services(unit, caller),
                            context.settings().serviceQuota()));
            return answer(quotas.stream()
                    .filter(each -> type == null || type.is(each.type()))
                    .toList());
        });
    }

    /** One more endpoint needs room. */
    static void refuseEndpointBeyond(Unit unit, Caller caller, Settings settings) {
        if (endpoints(unit, caller) >= settings.endpointQuota()) {
            throw refusal(ErrorCode.QUOTA_EXCEEDED, "The project has its " + settings.endpointQuota() + " endpoints.");
        }
    }

    private static int endpoints(Unit unit, Caller caller) {
        EndpointFilter all = EndpointFilter.ofProject(caller.projectId());
        return unit.count(all) - unit.count(all.in(EndpointStatus.DELETING.value()));
    }

    private static int services(Unit unit, Caller caller) {
        ServiceFilter deleting =
                new ServiceFilter(caller.projectId(), null, null, EndpointServiceStatus.DELETING.value(), null);
        return unit.count(ServiceFilter.ofProject(caller.projectId())) - unit.count(deleting);
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
