package io.github.vpcep.templates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a file that was made says to a compiler or a reader: two that say the same cannot be told apart by what they do.
 */
final class Meaning {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private static final Pattern COMMENT = Pattern.compile("/\\*[\\s\\S]*?\\*/|(?m)^\\s*//.*$");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import [\\w.]+?(\\w+);$");

    private static final String ANNOTATION = "@[A-Z][\\w.]*(?:\\((?:[^()\"]|\"[^\"]*\"|\\([^()]*\\))*\\))? ";
    private static final String SAID = "\\w+ = [\\w.]+(?:, \\w+ = [\\w.]+)+";
    private static final String EQUAL = "(?<=Objects\\.equals\\()[\\w.]+, [\\w.]+(?=\\))";

    private Meaning() {}

    /** Without comments, what is laid out otherwise, what is imported for nothing, and what is in no order. */
    static Object of(String name, String text) {
        if (name.endsWith(".json")) {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                return text;
            }
        }
        if (!name.endsWith(".java")) {
            return name.endsWith(".xml")
                    ? text.replaceAll("(?s)<!--.*?-->", "").replaceAll("\\s+", " ")
                    : text.replaceAll("\\s+", "");
        }
        String code = withoutOrder(used(COMMENT.matcher(text).replaceAll("")).replaceAll("\\s+", " "));
        // Only the compiler asks for it, and only the other way round.
        return code.replaceAll("@Override (?=public |protected )", "");
    }

    private static String used(String code) {
        Matcher imports = IMPORT.matcher(code);
        StringBuilder left = new StringBuilder();
        while (imports.find()) {
            boolean used = Pattern.compile("\\b" + imports.group(1) + "\\b")
                            .matcher(code)
                            .results()
                            .count()
                    > 1;
            imports.appendReplacement(left, used ? "$0" : "");
        }
        return imports.appendTail(left).toString();
    }

    /**
     * Annotations and what they say, branches by constants, fields, what is put into them, and two that are compared.
     */
    private static String withoutOrder(String code) {
        String sorted = replace(code, ANNOTATION, each -> replace(each, SAID, Meaning::sorted));
        sorted = sortRuns(sorted, "", ANNOTATION);
        sorted = sortRuns(sorted, "", "case \\w+ -> [^;{}]*; ");
        sorted = sortRuns(sorted, "(?<=[;{}] )", "private [^=(;{}]*; ");
        sorted = sortRuns(sorted, "", "this\\.(\\w+) = \\1; ");
        return replace(sorted, EQUAL, Meaning::sorted);
    }

    private static String replace(String text, String find, UnaryOperator<String> by) {
        return Pattern.compile(find).matcher(text).replaceAll(each -> Matcher.quoteReplacement(by.apply(each.group())));
    }

    private static String sortRuns(String code, String after, String one) {
        return replace(
                code,
                after + "(?:" + one + "){2,}",
                run -> Pattern.compile(one)
                        .matcher(run)
                        .results()
                        .map(MatchResult::group)
                        .sorted()
                        .collect(Collectors.joining()));
    }

    private static String sorted(String list) {
        return Arrays.stream(list.split(", ")).sorted().collect(Collectors.joining(", "));
    }
}
