package io.github.vpcep.templates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Changes of the templates, made by operators at random: the same seed makes the same changes of the same templates.
 */
final class Mutants {
    private static final Pattern TAG = Pattern.compile("\\{\\{\\{?(?<kind>[#^/>!]?)\\s*(?<name>[\\w.-]+)[^}]*}}}?");
    private static final Pattern STANDING = Pattern.compile("\\s*\\{\\{[#^/>!][^}]*}}\\s*");

    /** What one word of Java is mistaken for. */
    private static final Map<String, String> MISTAKES = mistakes(
            "true false",
            "== !=",
            "&& ||",
            "null this",
            "execute executeAsync",
            "private public",
            "requireNonNull requireText",
            "equals equalsIgnoreCase",
            "NONE ANY",
            "NON_NULL ALWAYS",
            "getKey getValue",
            "offset limit",
            "fromString fromExact",
            "List Set",
            "unmodifiableMap copyOf",
            "isAbsence isPassing");

    private final Random random;
    private final List<Place> places = new ArrayList<>();

    Mutants(Path folder, long seed) throws IOException {
        random = new Random(seed);
        for (Path file : new Tree(folder).files(".mustache")) {
            String name = folder.relativize(file).toString();
            // What it makes is a page of the docs.
            if (!name.equals("client/names.mustache")) {
                Template template =
                        new Template(name, List.of(Files.readString(file).split("\n", -1)));
                template.code().forEach(line -> places.add(new Place(template, line)));
            }
        }
    }

    /**
     * One small change.
     *
     * @param operator what made it
     * @param template relative to the folder of templates
     * @param at the lines that were changed
     * @param before the first of them
     * @param after what stands there now
     * @param text the template with it
     */
    record Mutant(Operator operator, String template, String at, String before, String after, String text) {
        @Override
        public String toString() {
            return operator + " in " + at + " <" + before + "> is <" + after + ">";
        }
    }

    private record Place(Template template, int line) {}

    private record Template(String name, List<String> lines) {
        /** Lines that may come out as something else than words: neither blank nor a comment. */
        List<Integer> code() {
            List<Integer> code = new ArrayList<>();
            boolean isComment = false;
            for (int at = 0; at < lines.size(); at++) {
                String line = lines.get(at).strip();
                isComment = isComment || line.startsWith("/**") || line.startsWith("{{!");
                if (!isComment && !line.isEmpty() && !line.startsWith("//") && !line.startsWith("import ")) {
                    code.add(at);
                }
                isComment = isComment && !line.endsWith("*/") && !line.startsWith("{{!");
            }
            return code;
        }

        /** Where the section ends that begins at a place of a line: its line and its place there. */
        int[] end(int line, MatchResult open, String name) {
            int depth = 0;
            for (int at = line; at < lines.size(); at++) {
                for (MatchResult tag : tags(lines.get(at))) {
                    if ((at == line && tag.start() < open.start())
                            || !tag.group(2).equals(name)) {
                        continue;
                    }
                    depth += tag.group(1).equals("/") ? -1 : tag.group(1).matches("[#^]") ? 1 : 0;
                    if (depth == 0) {
                        return new int[] {at, tag.start(), tag.end()};
                    }
                }
            }
            throw new IllegalStateException("{{" + name + "}} in " + this.name + " does not end");
        }
    }

    private static List<MatchResult> tags(String line) {
        return TAG.matcher(line).results().toList();
    }

    private static Map<String, String> mistakes(String... pairs) {
        Map<String, String> mistakes = new LinkedHashMap<>();
        for (String pair : pairs) {
            int blank = pair.indexOf(' ');
            mistakes.put(pair.substring(0, blank), pair.substring(blank + 1));
            mistakes.put(pair.substring(blank + 1), pair.substring(0, blank));
        }
        return mistakes;
    }

    /** The next change. */
    Mutant next() {
        while (true) {
            Operator operator = pick(List.of(Operator.values()));
            Place place = pick(places);
            Template template = place.template();
            int line = place.line();
            List<String> lines = new ArrayList<>(template.lines());
            String before = String.join("\n", lines);
            if (operator.apply(this, template, lines, line)) {
                String text = String.join("\n", lines);
                if (!text.equals(before)) {
                    return mutant(operator, template, line, text);
                }
            }
        }
    }

    /** Tells of the first line that is another. */
    private static Mutant mutant(Operator operator, Template template, int line, String text) {
        List<String> after = List.of(text.split("\n", -1));
        int first = 0;
        while (first < after.size() && template.lines().get(first).equals(after.get(first))) {
            first++;
        }
        String now = first < after.size() ? after.get(first).strip() : "";
        String at = template.name() + ":" + (first + 1) + (first == line ? "" : " to " + (line + 1));
        return new Mutant(
                operator, template.name(), at, template.lines().get(first).strip(), now, text);
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Puts something in the place of one of the finds. */
    private boolean replaceOne(List<String> lines, int line, Pattern find, int group, String with) {
        String old = lines.get(line);
        List<MatchResult> found = find.matcher(old)
                .results()
                .filter(each -> each.start(group) >= 0)
                .toList();
        if (found.isEmpty()) {
            return false;
        }
        MatchResult one = pick(found);
        lines.set(line, old.substring(0, one.start(group)) + with + old.substring(one.end(group)));
        return true;
    }

    /** What is done at a line. */
    enum Operator {
        DROP_LINE {
            @Override
            boolean apply(Mutants in, Template template, List<String> lines, int line) {
                if (STANDING.matcher(lines.get(line)).matches()) {
                    return false;
                }
                lines.remove(line);
                return true;
            }
        },
        /** What is inside comes out always, and once. */
        DROP_TAGS {
            @Override
            boolean apply(Mutants in, Template template, List<String> lines, int line) {
                return in.section(template, lines, line, (open, end) -> {
                    in.cut(lines, end[0], end[1], end[2]);
                    in.cut(lines, line, open.start(), open.end());
                });
            }
        },
        DROP_SECTION {
            @Override
            boolean apply(Mutants in, Template template, List<String> lines, int line) {
                return in.section(template, lines, line, (open, end) -> {
                    if (end[0] == line) {
                        in.cut(lines, line, open.start(), end[2]);
                    } else {
                        String rest = lines.get(end[0]).substring(end[2]);
                        lines.subList(line + 1, end[0] + 1).clear();
                        lines.set(line, lines.get(line).substring(0, open.start()) + rest);
                        in.cut(lines, line, 0, 0);
                    }
                });
            }
        },
        INVERT {
            @Override
            boolean apply(Mutants in, Template template, List<String> lines, int line) {
                return in.section(template, lines, line, (open, end) -> {
                    String old = lines.get(line);
                    int at = old.indexOf(open.group(1), open.start());
                    lines.set(
                            line,
                            old.substring(0, at) + (open.group(1).equals("#") ? "^" : "#") + old.substring(at + 1));
                });
            }
        },
        SWAP_LINES {
            @Override
            boolean apply(Mutants in, Template template, List<String> lines, int line) {
                if (!template.code().contains(line + 1)
                        || STANDING.matcher(lines.get(line)).matches()
                        || STANDING.matcher(lines.get(line + 1)).matches()) {
                    return false;
                }
                lines.set(line, lines.set(line + 1, lines.get(line)));
                return true;
            }
        },
        SWAP_ARGUMENTS {
            private final Pattern pair = Pattern.compile(
                    "(?<=[(,] ?)((?:\\{\\{[^}]*}}}?|[\\w.\"()\\[\\]:])+)(, )((?:\\{\\{[^}]*}}}?|[\\w.\"\\[\\]:])+)");

            @Override
            boolean apply(Mutants in, Template template, List<String> lines, int line) {
                List<MatchResult> found =
                        pair.matcher(lines.get(line)).results().toList();
                if (found.isEmpty()) {
                    return false;
                }
                MatchResult one = in.pick(found);
                String old = lines.get(line);
                lines.set(
                        line,
                        old.substring(0, one.start())
                                + one.group(3)
                                + one.group(2)
                                + one.group(1)
                                + old.substring(one.end()));
                return true;
            }
        },
        /** A variable that is near. */
        SIBLING {
            @Override
            boolean apply(Mutants in, Template template, List<String> lines, int line) {
                LinkedHashSet<String> near = new LinkedHashSet<>();
                for (int at = Math.max(0, line - 8); at < Math.min(lines.size(), line + 9); at++) {
                    tags(lines.get(at)).stream()
                            .filter(each -> each.group(1).isEmpty())
                            .forEach(each -> near.add(each.group(2)));
                }
                List<MatchResult> here = tags(lines.get(line)).stream()
                        .filter(each -> each.group(1).isEmpty())
                        .toList();
                if (here.isEmpty() || near.size() < 2) {
                    return false;
                }
                MatchResult one = in.pick(here);
                near.remove(one.group(2));
                String old = lines.get(line);
                lines.set(
                        line, old.substring(0, one.start(2)) + in.pick(List.copyOf(near)) + old.substring(one.end(2)));
                return true;
            }
        },
        /** A number or a text that is wrong. */
        LITERAL {
            private final Pattern number = Pattern.compile("(?<![\\w{}.])(\\d+)(?![\\w}L])");
            private final Pattern text = Pattern.compile("\"[^\"{}]*?(\\w)[^\"{}]*\"");

            @Override
            boolean apply(Mutants in, Template template, List<String> lines, int line) {
                return in.random.nextBoolean()
                        ? in.replaceOne(lines, line, number, 1, "7")
                        : in.replaceOne(lines, line, text, 1, "q");
            }
        },
        /** A word for one that it is easily taken for. */
        MISTAKE {
            @Override
            boolean apply(Mutants in, Template template, List<String> lines, int line) {
                List<String> there = MISTAKES.keySet().stream()
                        .filter(each -> word(each).matcher(lines.get(line)).find())
                        .toList();
                if (there.isEmpty()) {
                    return false;
                }
                String word = in.pick(there);
                return in.replaceOne(lines, line, word(word), 0, MISTAKES.getOrDefault(word, ""));
            }

            private Pattern word(String of) {
                return Pattern.compile("(?<![\\w{#^/.]{2})(?<!\\w)" + Pattern.quote(of) + "(?!\\w)");
            }
        },
        DROP_ANNOTATION {
            private final Pattern annotation = Pattern.compile("@[A-Z]\\w+(\\([^()]*\\))? ?");

            @Override
            boolean apply(Mutants in, Template template, List<String> lines, int line) {
                return in.replaceOne(lines, line, annotation, 0, "");
            }
        },
        /** A call of a chain that is not made, or an argument that is not checked or copied. */
        DROP_CALL {
            private final Pattern chained = Pattern.compile("\\.\\w+\\((?:[^()]|\\([^()]*\\))*\\)");
            private final Pattern around = Pattern.compile(
                    "\\b(?:new )?[A-Z]\\w+\\.\\w+\\(((?:[^()]|\\([^()]*\\))*?)(?:, (?:[^(),]|\\([^()]*\\))*)*\\)");

            @Override
            boolean apply(Mutants in, Template template, List<String> lines, int line) {
                if (in.random.nextBoolean()) {
                    return in.replaceOne(lines, line, chained, 0, "");
                }
                List<MatchResult> found =
                        around.matcher(lines.get(line)).results().toList();
                if (found.isEmpty()) {
                    return false;
                }
                MatchResult one = in.pick(found);
                String old = lines.get(line);
                lines.set(line, old.substring(0, one.start()) + one.group(1) + old.substring(one.end()));
                return true;
            }
        },
        DROP_MODIFIER {
            private final Pattern modifier = Pattern.compile("\\b(private|public|static|final|default) ");

            @Override
            boolean apply(Mutants in, Template template, List<String> lines, int line) {
                return in.replaceOne(lines, line, modifier, 0, "");
            }
        };

        /** Changes a line, unless this does not fit there. */
        abstract boolean apply(Mutants in, Template template, List<String> lines, int line);
    }

    private interface Edit {
        void of(MatchResult open, int[] end);
    }

    private boolean section(Template template, List<String> lines, int line, Edit edit) {
        List<MatchResult> open = tags(lines.get(line)).stream()
                .filter(each -> each.group(1).matches("[#^]"))
                .toList();
        if (open.isEmpty()) {
            return false;
        }
        MatchResult one = pick(open);
        edit.of(one, template.end(line, one, one.group(2)));
        return true;
    }

    /** Cuts a part of a line, and the line when nothing is left. */
    private void cut(List<String> lines, int line, int from, int to) {
        String left = lines.get(line).substring(0, from) + lines.get(line).substring(to);
        if (left.isBlank()) {
            lines.remove(line);
        } else {
            lines.set(line, left);
        }
    }
}
