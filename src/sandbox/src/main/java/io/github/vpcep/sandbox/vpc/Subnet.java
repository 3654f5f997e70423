package io.github.vpcep.sandbox.vpc;

import java.util.Objects;

/**
 * A subnet of a VPC. Its first two addresses (network, gateway) and its last three are not for endpoints.
 *
 * @param id its id
 * @param block its addresses, at least 8 of them, none in 198.19.128.0/17
 */
public record Subnet(String id, Block block) {
    private static final Block RESERVED = Block.of("198.19.128.0/17").orElseThrow();
    private static final int FIRST_HOST = 2;
    private static final int NO_HOSTS = FIRST_HOST + 3;
    private static final int LONGEST = 29;

    /** Refuses what no subnet can be. */
    public Subnet {
        Ids.check(id);
        if (block.length() > LONGEST || block.address() != block.first() || block.overlaps(RESERVED)) {
            throw badBlock(block.toString());
        }
    }

    /** A subnet with the addresses of a block such as 192.168.0.0/24. */
    public Subnet(String id, String cidr) {
        this(id, Block.of(Objects.requireNonNull(cidr, "cidr")).orElseThrow(() -> badBlock(cidr)));
    }

    /** How many addresses are for endpoints. */
    public long hosts() {
        return block.size() - NO_HOSTS;
    }

    /** An address for endpoints, counted from 0. */
    public String host(long number) {
        return block.address(FIRST_HOST + number);
    }

    /** Whether this address is one for endpoints. */
    public boolean isHost(String ip) {
        return Block.of(ip)
                .map(each -> each.address() - block.first() - FIRST_HOST)
                .filter(number -> number >= 0 && number < hosts())
                .isPresent();
    }

    private static IllegalArgumentException badBlock(String cidr) {
        return new IllegalArgumentException("cidr is \"" + cidr
                + "\"; allowed is an IPv4 block from its first address on, as 192.168.0.0/24, of at least 8 addresses (/"
                + LONGEST + "), none of them in 198.19.128.0/17");
    }
}
