package io.github.vpcep.specdiff;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code CHANGELOG.md} says is released, and what it announces under {@code [Unreleased]}. */
final class Changelog {
    private static final Set<String> FOR_CALLERS = Set.of("Breaking", "Changed", "Removed");
    private static final Set<String> FOR_IMPLEMENTERS = Set.of("Breaking", "Changed", "Removed", "Added");
    private static final Pattern VERSION = Pattern.compile("(?m)^## \\[?v?(\\d[^]\\s]*)]?");

    private final String text;
    private final Map<String, String> announcements = new HashMap<>();

    Changelog(String text) {
        this.text = text;
        boolean unreleased = false;
        String section = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith("## ")) {
                unreleased = line.startsWith("## [Unreleased]");
                section = "";
            } else if (line.startsWith("### ")) {
                section = line.substring("### ".length()).strip();
            } else if (unreleased) {
                announcements.merge(section, line, (before, next) -> before + "\n" + next);
            }
        }
    }

    /** The newest version that has a heading. */
    Optional<String> released() {
        Matcher matcher = VERSION.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * Whether an entry names the schema that changed, or each operation that is touched. What breaks only implementers
     * may also stand under {@code Added}.
     */
    boolean announces(Change change) {
        Set<String> sections = change.kind().forCallers() == Effect.BREAKS ? FOR_CALLERS : FOR_IMPLEMENTERS;
        return areNamed(change.names(), sections)
                || (!change.operations().isEmpty() && areNamed(change.operations(), sections));
    }

    private boolean areNamed(Set<String> names, Set<String> sections) {
        return names.stream().allMatch(each -> isNamed(each, sections));
    }

    private boolean isNamed(String name, Set<String> sections) {
        Pattern word = Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
        return sections.stream()
                .anyMatch(each ->
                        word.matcher(announcements.getOrDefault(each, "")).find());
    }
}
