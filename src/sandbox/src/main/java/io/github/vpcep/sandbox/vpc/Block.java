package io.github.vpcep.sandbox.vpc;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A block of IPv4 addresses.
 *
 * @param address the address that it is written with, as a number
 * @param length how many leading bits its addresses share, from 0 to 32
 */
public record Block(long address, int length) {
    private static final int BITS = 32;
    private static final String BYTE = "(?:0|[1-9][0-9]?|1[0-9][0-9]|2[0-4][0-9]|25[0-5])";
    private static final Pattern BLOCK =
            Pattern.compile("(" + BYTE + "(?:\\." + BYTE + "){3})(?:/([0-9]|[12][0-9]|3[0-2]))?");

    /** A block such as 192.168.0.0/24; an address alone is a block of one. Nothing else is any. */
    public static Optional<Block> of(String text) {
        Matcher block = BLOCK.matcher(text);
        if (!block.matches()) {
            return Optional.empty();
        }
        long address = Stream.of(block.group(1).split("\\."))
                .mapToLong(Long::parseLong)
                .reduce(0, (all, each) -> all << 8 | each);
        return Optional.of(new Block(address, block.group(2) == null ? BITS : Integer.parseInt(block.group(2))));
    }

    /** How many addresses it has. */
    public long size() {
        return 1L << (BITS - length);
    }

    /** Its first address, as a number. */
    public long first() {
        return address - address % size();
    }

    /** Whether the two have addresses in common. */
    public boolean overlaps(Block other) {
        return first() < other.first() + other.size() && other.first() < first() + size();
    }

    /** One of its addresses, counted from 0. */
    String address(long number) {
        return text(first() + number);
    }

    /** As it is written. */
    @Override
    public String toString() {
        return text(address) + "/" + length;
    }

    private static String text(long address) {
        return IntStream.of(24, 16, 8, 0)
                .mapToObj(shift -> Long.toString(address >> shift & 255))
                .collect(Collectors.joining("."));
    }
}
