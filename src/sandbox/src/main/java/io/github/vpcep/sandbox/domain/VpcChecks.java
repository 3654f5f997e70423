package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Checks.refusal;

import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.ServerType;
import io.github.vpcep.sandbox.store.StoredService;
import io.github.vpcep.sandbox.store.Unit;
import io.github.vpcep.sandbox.vpc.Port;
import io.github.vpcep.sandbox.vpc.Subnet;
import io.github.vpcep.sandbox.vpc.Vpc;
import io.github.vpcep.sandbox.vpc.Vpcs;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a project's requests name of the VPC service has to be there, once the set-up names VPCs at all. */
final class VpcChecks {
    private final Vpcs vpcs;
    private final String projectId;

    VpcChecks(Vpcs vpcs, Caller caller) {
        this.vpcs = vpcs;
        this.projectId = caller.projectId();
    }

    /** The VPC of an endpoint or of a backend; nothing where any id is taken. */
    Optional<Vpc> vpc(String vpcId) {
        if (vpcs.isAny()) {
            return Optional.empty();
        }
        return Optional.of(vpcs.find(projectId, vpcId).orElseThrow(() -> new Problem(ErrorCode.VPC_NOT_FOUND)));
    }

    /** The subnet of an endpoint; where any id is taken, one with addresses that follow from the id. */
    Subnet subnet(String vpcId, String subnetId, @Nullable String ip) {
        if (vpcs.isAny()) {
            return Addresses.assumedSubnet(subnetId);
        }
        Vpc vpc = vpcs.withSubnet(projectId, subnetId).orElseThrow(() -> new Problem(ErrorCode.SUBNET_NOT_FOUND));
        if (!vpc.id().equals(vpcId)) {
            throw new Problem(ErrorCode.SUBNET_OF_OTHER_VPC);
        }
        Subnet subnet = vpc.subnet(subnetId).orElseThrow();
        if (ip != null && !subnet.isHost(ip)) {
            throw refusal(
                    ErrorCode.PORT_IP_OUTSIDE_SUBNET,
                    "Its addresses are " + subnet.host(0) + " to " + subnet.host(subnet.hosts() - 1) + ".");
        }
        return subnet;
    }

    /** The VPC and the network interfaces of a service's backend. */
    void backend(EndpointService service) {
        String vpcId = Objects.requireNonNull(service.vpcId());
        vpc(vpcId).ifPresent(vpc -> {
            port(vpc, Objects.requireNonNull(service.portId()));
            if (service.vipPortId() != null && vpc.port(service.vipPortId()).isEmpty()) {
                throw refusal(ErrorCode.INVALID_VIP_PORT_ID, "It is a port of the service's VPC.");
            }
        });
    }

    /** Another backend of a service, which is there: of a load balancer, one of the same kind. */
    void otherBackend(Unit unit, EndpointService before, EndpointService after) {
        refuseIfShared(unit, after);
        if (ServerType.LB.is(after.serverType()) && !kind(before).equals(kind(after))) {
            throw refusal(ErrorCode.PORT_ID_UNMODIFIABLE, "A load balancer is replaced by one of the same kind.");
        }
    }

    /** Refuses one more service of the project at a network interface that has as many as it takes. */
    void refuseIfShared(Unit unit, EndpointService service) {
        portOf(service).map(Port::maxServices).ifPresent(most -> {
            long others = unit.servicesAtPort(String.valueOf(service.portId())).stream()
                    .map(StoredService::document)
                    .filter(each ->
                            projectId.equals(each.projectId()) && !each.id().equals(service.id()))
                    .count();
            if (others >= most) {
                throw refusal(ErrorCode.BACKEND_SHARED_TOO_OFTEN, "The port takes at most " + most + ".");
            }
        });
    }

    private void port(Vpc vpc, String portId) {
        Vpc home = vpcs.withPort(projectId, portId).orElseThrow(() -> new Problem(ErrorCode.BACKEND_PORT_NOT_FOUND));
        if (!home.equals(vpc)) {
            throw new Problem(ErrorCode.PORT_OF_OTHER_VPC);
        }
    }

    private String kind(EndpointService service) {
        return portOf(service).map(Port::loadBalancer).orElse("");
    }

    private Optional<Port> portOf(EndpointService service) {
        String portId = String.valueOf(service.portId());
        return vpcs.withPort(projectId, portId).flatMap(vpc -> vpc.port(portId));
    }
}
