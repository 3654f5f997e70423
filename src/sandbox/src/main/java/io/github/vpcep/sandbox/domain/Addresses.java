package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Checks.refusal;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.store.Unit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * IPv4 addresses and blocks, and the addresses of subnets. There is no model of VPCs: the addresses of a subnet are
 * those of a block 10.x.0.0/16 that follows from the id of the subnet, and any other address may be asked for.
 */
final class Addresses {
    private static final String BYTE = "(?:0|[1-9][0-9]?|1[0-9][0-9]|2[0-4][0-9]|25[0-5])";
    private static final Pattern ADDRESS = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
    private static final Pattern BLOCK = Pattern.compile("(" + ADDRESS.pattern() + ")(?:/([0-9]|[12][0-9]|3[0-2]))?");
    // A subnet keeps its first two addresses (network, gateway) and its last three for itself.
    private static final int FIRST_HOST = 2;
    private static final int HOSTS = 65536 - FIRST_HOST - 3;

    private Addresses() {}

    /** The address that an endpoint is to have. */
    static String portIp(String text) {
        if (!ADDRESS.matcher(text).matches()) {
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
        Matcher block = BLOCK.matcher(entry);
        if (!block.matches()) {
            return false;
        }
        String length = block.group(2) == null ? "32" : block.group(2);
        boolean nowhere = length.equals("32") && "0.0.0.0".equals(block.group(1));
        return !length.equals("0") && !nowhere;
    }

    /** An address of the subnet that no endpoint has, sought from a place that differs between endpoints. */
    static String free(Unit unit, String subnetId, long seed) {
        for (int tried = 0; tried < HOSTS; tried++) {
            String ip = host(subnetId, Math.floorMod(seed + tried, HOSTS));
            if (!unit.isTaken(subnetId, ip)) {
                return ip;
            }
        }
        throw refusal(ErrorCode.ENDPOINT_CREATION_FAILED, "The subnet has no free address.");
    }

    private static String host(String subnetId, int number) {
        int host = FIRST_HOST + number;
        return "10." + Math.floorMod(subnetId.hashCode(), 256) + "." + host / 256 + "." + host % 256;
    }
}
