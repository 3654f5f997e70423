package io.github.vpcep.contract.words;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.contract.spec.Check;
import io.github.vpcep.contract.spec.Lines;
import io.github.vpcep.contract.spec.SpecFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The prose of the contract: a word is spelt as in another text or known from {@code words.txt}, a text is about one
 * thing only, a name between back-ticks is one that something has, and a number is a bound that the schema states.
 */
public final class WordsCheck implements Check {
    private static final Pattern WORD = Pattern.compile("\\p{Lu}?\\p{Ll}+(?:'\\p{L}+)?|\\p{Lu}+(?!\\p{Ll})");
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(?!\\w)");

    /** Texts that may say the same of several things: the rest would be one thing's text at another by mistake. */
    private static final Set<String> SHARED = lines("shared.txt");

    /** Numbers that no bound at the place states, by text, for it says what they are. */
    private static final Map<String, Set<String>> NUMBERS = Map.ofEntries(
            // The documents' words: no keyword is for hours, bytes, usual sizes and speeds.
            numbers("It is valid for 24 hours", "24"),
            numbers("limited to 12 MB", "12"),
            numbers("Usual sizes are 10, 20 and 50", "10", "20", "50"),
            numbers("up to 10 Gbit/s and a million connections", "10"),
            numbers("up to 3000 connections", "3000"),
            numbers("has at most 10 tags", "10"),
            numbers("each has at most 10 keys", "10"),
            numbers("CN East 2", "2"),
            numbers("198.19.128.0/17", "198", "17"),
            // Of the catalogue: what the message says.
            numbers("arrive as 400", "400"),
            numbers("outside 1 to 65535", "1", "65535"),
            numbers("longer than 36 characters", "36"),
            numbers("longer than 43 characters", "43"),
            numbers("longer than 16 characters", "16"),
            numbers("within its 16 characters", "16"),
            // Numbers that are sent as text, and ends of ranges.
            numbers("from 1 to 1000, in digits; 1000 unless set", "1", "1000"),
            numbers("in digits; 0 unless set", "0"),
            numbers("from 0 to the quota", "0"),
            numbers("a block of the length 0", "0"));

    /** Between back-ticks, but of another API, of a protocol, or a form of ours that is explained beside it. */
    private static final Set<String> NAMES = lines("names.txt");

    private static final Set<String> BOUNDS =
            Set.of("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "default");

    /** By text: a damaged copy has most as they were. */
    private static final Map<String, List<String>> WORDS = new ConcurrentHashMap<>();

    private static List<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Map.Entry<String, Set<String>> numbers(String words, String... numbers) {
        return Map.entry(words, Set.of(numbers));
    }

    private static Set<String> lines(String resource) {
        return new LinkedHashSet<>(Lines.of(WordsCheck.class, resource));
    }

    @Override
    public String name() {
        return "Words";
    }

    @Override
    public Result run(SpecFolder spec) {
        Run run = new Run(spec, Texts.of(spec));
        run.everyWordIsKnown();
        run.everyTextIsAboutOneThing();
        run.everyNameIsOfSomething();
        run.everyNumberIsABound();
        return new Result(
                "Words: " + run.texts.size() + " texts of " + run.words + " words; " + run.once.size()
                        + " stand in one text only",
                run.findings);
    }

    private static final class Run {
        private final SpecFolder spec;
        private final List<Texts.Text> texts;
        private final Set<String> once = lines("words.txt");
        private final List<String> findings = new ArrayList<>();
        private int words;

        Run(SpecFolder spec, List<Texts.Text> texts) {
            this.spec = spec;
            this.texts = texts;
        }

        /** A slip is hardly ever made twice, so a word that is said twice is a word. */
        void everyWordIsKnown() {
            Map<String, List<String>> places = new LinkedHashMap<>();
            texts.forEach(text -> WORDS.computeIfAbsent(text.text(), WordsCheck::words)
                    .forEach(word -> places.computeIfAbsent(word, each -> new ArrayList<>())
                            .add(text.at())));
            words = places.size();
            places.forEach((word, at) -> {
                if (at.size() == 1 && !once.contains(word)) {
                    findings.add(at.get(0) + " has the word \"" + word
                            + "\", which is said nowhere else: is it spelt so? Then it belongs into words.txt");
                }
            });
            once.stream()
                    .filter(word -> !places.containsKey(word))
                    .forEach(word ->
                            findings.add("no text has the word \"" + word + "\" any more: take it out of words.txt"));
        }

        void everyTextIsAboutOneThing() {
            Map<String, Texts.Text> seen = new HashMap<>();
            Map<String, Integer> said = new HashMap<>();
            for (Texts.Text text : texts) {
                said.merge(text.text(), 1, Integer::sum);
                Texts.Text other =
                        text.mayRepeat() ? null : seen.putIfAbsent(text.isOfTheDocument() + text.text(), text);
                if (other != null && !other.about().equals(text.about()) && !SHARED.contains(text.text())) {
                    findings.add(text.at() + " says the same as " + other.at()
                            + ": say what is proper to each, or that they share it in shared.txt: " + text.text());
                }
            }
            SHARED.stream()
                    .filter(text -> said.getOrDefault(text, 0) < 2)
                    .forEach(text -> findings.add("no two say any more, so take it out of shared.txt: " + text));
        }

        void everyNameIsOfSomething() {
            Set<String> names = new HashSet<>(NAMES);
            Set<String> unused = new TreeSet<>(NAMES);
            Texts.FOLDERS_OF_THE_DOCUMENT.forEach(folder -> spec.files(folder).forEach(file -> {
                names.add(file.replaceFirst("^.*/", "").replaceFirst("\\.yaml$", ""));
                collect(spec.file(file), names);
            }));
            collect(spec.file("openapi.yaml"), names);
            texts.stream()
                    .filter(Texts.Text::isOfTheDocument)
                    .forEach(text -> CODE.matcher(text.text())
                            .results()
                            .map(code -> code.group(1))
                            .forEach(code -> {
                                unused.remove(code);
                                if (!names.contains(code)) {
                                    findings.add(text.at() + " speaks of `" + code
                                            + "`, which nothing in the contract is called: if it is of elsewhere, names.txt"
                                            + " needs it");
                                }
                            }));
            unused.forEach(name -> findings.add("no text speaks of `" + name + "`: take it out of names.txt"));
        }

        /** Keys, and texts that are one word or value. */
        private static void collect(JsonNode node, Set<String> names) {
            if (node.isValueNode()) {
                names.add(node.asText());
            }
            node.properties().forEach(entry -> names.add(entry.getKey()));
            node.forEach(each -> collect(each, names));
        }

        void everyNumberIsABound() {
            Set<String> unused = new TreeSet<>(NUMBERS.keySet());
            for (Texts.Text text : texts) {
                if (!text.isOfTheDocument()) {
                    continue;
                }
                List<String> numbers = NUMBER.matcher(CODE.matcher(text.text()).replaceAll(" "))
                        .results()
                        .map(MatchResult::group)
                        .toList();
                if (numbers.isEmpty()) {
                    continue;
                }
                Set<String> stated = new HashSet<>();
                bounds(text.holder(), text.folder(), stated, 0);
                String line = text.text().replaceAll("\\s+", " ");
                NUMBERS.forEach((words, of) -> {
                    if (line.contains(words)) {
                        unused.remove(words);
                        stated.addAll(of);
                    }
                });
                numbers.stream()
                        .filter(number -> !stated.contains(number))
                        .forEach(number -> findings.add(text.at() + " says " + number
                                + ", but no bound there is that; what no keyword can state stands in NUMBERS"));
            }
            unused.forEach(words -> findings.add("no text says any more what NUMBERS has: " + words));
        }

        /** The bounds of a schema, of its items, and of what they refer to. */
        private void bounds(JsonNode schema, String folder, Set<String> stated, int depth) {
            schema.properties().forEach(entry -> {
                if (BOUNDS.contains(entry.getKey())) {
                    stated.add(entry.getValue().asText());
                } else if (entry.getKey().equals("$ref") && depth < 3) {
                    String target = (folder + "/" + entry.getValue().asText()).replaceFirst("^[a-z]+/\\.\\./", "");
                    bounds(spec.at(target), target.replaceFirst("/.*", ""), stated, depth + 1);
                } else if (Set.of("schema", "items", "allOf").contains(entry.getKey())) {
                    bounds(entry.getValue(), folder, stated, depth);
                }
            });
            if (schema.isArray()) {
                schema.forEach(each -> bounds(each, folder, stated, depth));
            }
        }
    }
}
