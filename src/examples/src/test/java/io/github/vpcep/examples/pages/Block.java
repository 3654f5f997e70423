package io.github.vpcep.examples.pages;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A heading, a paragraph, an item of a list, a row of a table, or what stands between fences.
 *
 * @param line where it begins
 * @param text in one line; of a fence the language, and its lines below
 */
record Block(Kind kind, int line, String text) {
    private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.#-])\\d+(?:[.,]\\d+)*(?!\\w)");
    /** A status with its code: both are names. */
    private static final Pattern CODE = Pattern.compile("(?<![\\w.])\\d{3} `End[pP]oint\\.\\d{4}`");

    private static final Pattern COUNTED = Pattern.compile("^\\d+\\. ");

    enum Kind {
        HEADING,
        PARAGRAPH,
        ITEM,
        ROW,
        FENCE
    }

    Block with(String more) {
        return new Block(kind, line, text + " " + more);
    }

    /** What stands between back-ticks. */
    List<String> spans() {
        return all(SPAN, text, 1);
    }

    /** Where links lead to, without what follows a hash. */
    List<String> links() {
        return all(LINK, text, 1).stream()
                .map(each -> each.replaceAll("#.*", ""))
                .toList();
    }

    /** The words: neither what stands between back-ticks nor where links lead to, nor the status of a code. */
    String words() {
        String told = LINK.matcher(
                        SPAN.matcher(CODE.matcher(text).replaceAll("‹›")).replaceAll("‹›"))
                .replaceAll("]()");
        return COUNTED.matcher(told).replaceFirst("").replaceAll("\\s+", " ");
    }

    /** The numbers among the words. */
    List<MatchResult> numbers() {
        return NUMBER.matcher(words()).results().toList();
    }

    /** How many cells a row has, how deep a heading is. */
    int weight() {
        return switch (kind) {
            case ROW ->
                (int) text.replaceAll("`[^`]*`", "")
                        .chars()
                        .filter(each -> each == '|')
                        .count();
            case HEADING -> text.indexOf(' ');
            default -> 0;
        };
    }

    private static List<String> all(Pattern pattern, String text, int group) {
        return pattern.matcher(text).results().map(found -> found.group(group)).toList();
    }
}
