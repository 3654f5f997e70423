package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Checks.refusal;

import io.github.vpcep.model.CreateEndpointServiceRequest;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointServiceType;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.NetworkType;
import io.github.vpcep.model.PortMapping;
import io.github.vpcep.model.Protocol;
import io.github.vpcep.model.ServerType;
import io.github.vpcep.model.ServiceIpVersion;
import io.github.vpcep.model.TcpProxy;
import io.github.vpcep.sandbox.store.StoredService;
import io.github.vpcep.sandbox.store.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The checks of what makes up a service. Each answers the value to go on with. */
final class ServiceChecks {
    private static final Pattern SHORT_NAME = Pattern.compile("[A-Za-z0-9_-]{0,16}");
    private static final Pattern ADDRESS = Pattern.compile("(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final int HIGHEST_PORT = 65535;

    private ServiceChecks() {}

    /** A short name, empty for none. */
    static String shortName(String name) {
        if (!SHORT_NAME.matcher(name).matches()) {
            throw refusal(
                    ErrorCode.INVALID_SERVICE_NAME, "A name has at most 16 letters, digits, underscores and hyphens.");
        }
        return name;
    }

    /** The kind of a service, which for users is one alone. */
    static EndpointServiceType type(@Nullable EndpointServiceType type) {
        if (type != null && !type.is(EndpointServiceType.INTERFACE)) {
            throw refusal(ErrorCode.INVALID_PARAMETER, "Users create services of the kind interface.");
        }
        return EndpointServiceType.INTERFACE;
    }

    /** The kind of the backend. */
    static ServerType serverType(ServerType type) {
        if (!type.isKnown()) {
            throw refusal(ErrorCode.INVALID_SERVER_TYPE, "It is one of " + ServerType.values() + ".");
        }
        return type;
    }

    /** What the backend learns of its clients, nothing unless told otherwise. */
    static TcpProxy tcpProxy(@Nullable TcpProxy proxy) {
        if (proxy == null) {
            return TcpProxy.CLOSE;
        }
        if (!proxy.isKnown()) {
            throw refusal(ErrorCode.INVALID_PARAMETER, "tcp_proxy is one of " + TcpProxy.values() + ".");
        }
        return proxy;
    }

    /** The address or domain name of the backend, if there is one. */
    static @Nullable String backendAddress(@Nullable String address) {
        if (address != null && !ADDRESS.matcher(address).matches()) {
            throw refusal(ErrorCode.INVALID_PARAMETER, "ip is an IPv4 address or a domain name.");
        }
        return address;
    }

    /** The address family of a service that is asked for, IPv4 unless told otherwise. */
    static ServiceIpVersion ipVersion(CreateEndpointServiceRequest body) {
        ServiceIpVersion version = body.ipVersion() == null ? ServiceIpVersion.IPV4 : body.ipVersion();
        if (!version.isKnown()) {
            throw refusal(ErrorCode.INVALID_PARAMETER, "ip_version is one of " + ServiceIpVersion.values() + ".");
        }
        return version;
    }

    /** The network from which source addresses are taken. Load balancers of the older kind need none. */
    static @Nullable String snatNetworkId(CreateEndpointServiceRequest body) {
        String id = body.snatNetworkId();
        if (id == null
                && ServiceIpVersion.IPV6.is(body.ipVersion())
                && !body.serverType().is(ServerType.LB)) {
            throw refusal(ErrorCode.MISSING_PARAMETER, "With ip_version ipv6 it takes a snat_network_id.");
        }
        return id == null ? null : Checks.id(id, ErrorCode.INVALID_SUBNET_ID);
    }

    /** Whether services in a VLAN are asked for, which have an ip; null for either. */
    static @Nullable Boolean isVlan(@Nullable NetworkType type) {
        if (type == null || type.is(NetworkType.ALL)) {
            return null;
        }
        if (!type.isKnown()) {
            throw refusal(ErrorCode.INVALID_PARAMETER, "net_type is one of " + NetworkType.values() + ".");
        }
        return type.is(NetworkType.VLAN);
    }

    /** The id of the backend's network interface. */
    static String portId(String id) {
        return Checks.id(id, ErrorCode.INVALID_PORT_ID);
    }

    /** The id of the network interface of a virtual address, if there is one. */
    static @Nullable String vipPortId(@Nullable String id) {
        return id == null ? null : Checks.id(id, ErrorCode.INVALID_VIP_PORT_ID);
    }

    /** The port mappings of a service, all of them; an absent protocol becomes TCP. */
    static List<PortMapping> ports(List<PortMapping> ports, Settings settings) {
        if (ports.isEmpty()) {
            throw refusal(ErrorCode.MISSING_PORT_OR_PROTOCOL, "A service has at least one port mapping.");
        }
        if (ports.size() > settings.portMappings()) {
            throw refusal(
                    ErrorCode.TOO_MANY_PORTS, "A call takes at most " + settings.portMappings() + " port mappings.");
        }
        List<PortMapping> checked = ports.stream().map(ServiceChecks::port).toList();
        refuseDuplicates(checked);
        return checked;
    }

    /** Refuses server ports that another service of the project has on the same network interface. */
    static void refuseClash(Unit unit, Caller caller, String serviceId, String portId, List<PortMapping> ports) {
        Set<Side> taken = unit.servicesAtPort(portId).stream()
                .filter(other -> !other.id().equals(serviceId))
                .filter(other -> caller.projectId().equals(other.document().projectId()))
                .flatMap(other -> other.document().ports().stream())
                .map(Side::ofServer)
                .collect(Collectors.toSet());
        if (ports.stream().map(Side::ofServer).anyMatch(taken::contains)) {
            throw refusal(ErrorCode.PORTS_CONFLICT, "Services of one port_id do not share a server_port and protocol.");
        }
    }

    /** Refuses to change a service that is not available. */
    static void refuseUnlessAvailable(StoredService service) {
        if (!EndpointServiceStatus.AVAILABLE.is(service.document().status())) {
            throw refusal(ErrorCode.ENDPOINT_SERVICE_UNMODIFIABLE, "Its status has to be available.");
        }
    }

    private static PortMapping port(PortMapping port) {
        number(port.clientPort());
        number(port.serverPort());
        Protocol protocol = port.protocol();
        if (protocol != null && !protocol.isKnown()) {
            throw refusal(ErrorCode.INVALID_PROTOCOL, "It is one of " + Protocol.values() + ".");
        }
        return protocol != null ? port : port.toBuilder().protocol(Protocol.TCP).build();
    }

    private static void number(int port) {
        if (port < 1 || port > HIGHEST_PORT) {
            throw refusal(ErrorCode.INVALID_SERVICE_PORT, "A port is a number from 1 to " + HIGHEST_PORT + ".");
        }
    }

    private static void refuseDuplicates(List<PortMapping> ports) {
        Set<Side> seen = new HashSet<>();
        for (PortMapping port : ports) {
            if (!seen.add(Side.ofClient(port))) {
                throw refusal(ErrorCode.PORTS_CONFLICT, "A service maps a client_port and protocol once.");
            }
        }
    }

    /** One side of a port mapping. */
    private record Side(Integer port, @Nullable Protocol protocol) {
        static Side ofClient(PortMapping mapping) {
            return new Side(mapping.clientPort(), mapping.protocol());
        }

        static Side ofServer(PortMapping mapping) {
            return new Side(mapping.serverPort(), mapping.protocol());
        }
    }
}
