package io.github.vpcep.examples.pages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The numbers that pages tell, each with where it comes from. */
final class Figures {
    private static final String NUMBER = "(\\\\d+(?:[.,]\\\\d+)*)";

    private static final String UNKNOWN = "nothing says where ";

    private final List<Figure> figures = new ArrayList<>();

    /**
     * Adds a figure.
     *
     * @param words how pages tell it, with a hash in place of each number
     * @param values what the numbers have to be
     */
    Figures with(String words, Object... values) {
        Pattern pattern = Pattern.compile(Matcher.quoteReplacement(words)
                .replaceAll("[.*+?()\\[\\]|^]", "\\\\$0")
                .replaceAll("#", NUMBER));
        figures.add(new Figure(
                words, pattern, Stream.of(values).map(String::valueOf).toList()));
        return this;
    }

    /** Each number of the page that is another than it has to be, or of which nobody knows where it comes from. */
    List<String> findings(DocPage page) {
        return page.told().flatMap(block -> findings(page, block)).toList();
    }

    /** Each number of the page that is another than it has to be. */
    List<String> wrong(DocPage page) {
        return findings(page).stream().filter(each -> !each.contains(UNKNOWN)).toList();
    }

    private Stream<String> findings(DocPage page, Block block) {
        List<String> findings = new ArrayList<>();
        Set<Integer> explained = new HashSet<>();
        String place = page.name() + ":" + block.line() + ": ";
        for (Figure figure : figures) {
            for (MatchResult found :
                    figure.pattern().matcher(block.words()).results().toList()) {
                for (int i = 0; i < figure.values().size(); i++) {
                    explained.add(found.start(i + 1));
                    String value = figure.values().get(i);
                    if (!found.group(i + 1).replace(",", "").equals(value)) {
                        findings.add(place + "\"" + found.group() + "\", but it is " + value);
                    }
                }
            }
        }
        block.numbers().stream()
                .filter(each -> !explained.contains(each.start()))
                .forEach(each -> findings.add(place + UNKNOWN + each.group() + " comes from"));
        return findings.stream();
    }

    /** The figures that no page tells any more. */
    List<String> unused(List<DocPage> pages) {
        List<String> words =
                pages.stream().flatMap(DocPage::told).map(Block::words).toList();
        return figures.stream()
                .filter(each -> words.stream()
                        .noneMatch(told -> each.pattern().matcher(told).find()))
                .map(Figure::words)
                .toList();
    }

    private record Figure(String words, Pattern pattern, List<String> values) {}
}
