package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Checks.refusal;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.vpc.Block;
import io.github.vpcep.sandbox.vpc.Subnet;
import java.util.List;

/** IPv4 addresses and blocks, and the addresses of subnets. */
final class Addresses {
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
}
