package io.github.vpcep.examples.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;

/** Whether a page says in two languages the same: block by block the same names, numbers, links, and snippets. */
final class Twins {
    private Twins() {}

    /** The first difference of each block, or of how many there are. */
    static List<String> differences(DocPage english, DocPage chinese) {
        List<String> differences = new ArrayList<>();
        List<Block> one = english.blocks();
        List<Block> other = chinese.blocks();
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            Block block = one.get(i);
            Block twin = other.get(i);
            String difference = difference(block, twin);
            if (!difference.isEmpty()) {
                differences.add(chinese.name() + ":" + twin.line() + ": " + difference + " (" + english.name() + ":"
                        + block.line() + ")");
                if (difference.startsWith("a ")) {
                    return differences;
                }
            }
        }
        if (one.size() != other.size()) {
            differences.add(
                    chinese.name() + " has " + other.size() + " blocks, and " + english.name() + " " + one.size());
        }
        return differences;
    }

    private static String difference(Block block, Block twin) {
        if (block.kind() != twin.kind() || block.weight() != twin.weight()) {
            return "a " + twin.kind() + " of " + twin.weight() + " in place of a " + block.kind() + " of "
                    + block.weight();
        }
        if (block.kind() == Block.Kind.FENCE) {
            return block.text().equals(twin.text()) ? "" : "another snippet";
        }
        String names = unequal("names", block.spans(), twin.spans());
        String numbers = unequal("numbers", numbers(block), numbers(twin));
        String links =
                unequal("links", block.links().stream().map(Pages::inChinese).toList(), twin.links());
        return names + numbers + links;
    }

    private static List<String> numbers(Block block) {
        return block.numbers().stream().map(MatchResult::group).toList();
    }

    private static String unequal(String what, List<String> expected, List<String> found) {
        List<String> missing = new ArrayList<>(expected);
        List<String> besides = new ArrayList<>(found);
        found.forEach(missing::remove);
        expected.forEach(besides::remove);
        return missing.isEmpty() && besides.isEmpty()
                ? ""
                : what + " that are missing: " + missing + ", that are too many: " + besides + "; ";
    }
}
