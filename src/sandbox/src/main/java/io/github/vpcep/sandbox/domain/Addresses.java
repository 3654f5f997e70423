package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Checks.refusal;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.vpc.Block;
import io.github.vpcep.sandbox.vpc.Subnet;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/** Addresses and blocks, and the addresses of subnets. */
final class Addresses {
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

    private Addresses() {}

    /** The address that an endpoint is to have. */
    static String portIp(String text) {
        if (text.contains("/") || Block.of(text).isEmpty()) {
            throw refusal(ErrorCode.INVALID_PORT_IP, "It is an IPv4 address.");
        }
        return text;
    }

    /** The addresses and blocks that may use an endpoint. */
    static List<String> whitelist(List<String> entries, Settings settings) {
        if (!entries.stream().allMatch(Addresses::isAllowed)) {
            throw refusal(
                    ErrorCode.INVALID_WHITELIST,
                    "An entry is an IPv4 address or CIDR block, neither 0.0.0.0 nor a block of the length 0.");
        }
        if (entries.size() > settings.endpointWhitelist()) {
            throw refusal(
                    ErrorCode.ENDPOINT_WHITELIST_FULL,
                    "An endpoint has at most " + settings.endpointWhitelist() + " entries.");
        }
        return entries;
    }

    private static boolean isAllowed(String entry) {
        return Block.of(entry)
                .filter(block -> block.length() > 0)
                .filter(block -> block.address() > 0 || block.length() < 32)
                .isPresent();
    }

    /** A subnet of which no more is known than its id: a block 10.x.0.0/16 that follows from it. */
    static Subnet assumedSubnet(String id) {
        return new Subnet(id, "10." + Math.floorMod(id.hashCode(), 256) + ".0.0/16");
    }

    /** An IPv6 address, as it was sent. */
    static String ipv6(String text) {
        if (!IPV6.matcher(text).matches() || !isIpv6(text)) {
            throw refusal(ErrorCode.INVALID_PORT_IP, "ipv6_address is an IPv6 address.");
        }
        return text;
    }

    /** What consists of hexadecimal digits, colons and dots alone is looked up nowhere. */
    private static boolean isIpv6(String text) {
        try {
            return InetAddress.getByName(text) instanceof Inet6Address;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** An IPv6 address of a range for examples that follows from the subnet; the marker makes it another each time. */
    static String ipv6(String subnetId, long markerId) {
        return String.format(
                "2001:db8:%x:%x::%x:%x",
                subnetId.hashCode() >>> 16, subnetId.hashCode() & 0xffff, markerId >>> 16, markerId & 0xffff);
    }
}
