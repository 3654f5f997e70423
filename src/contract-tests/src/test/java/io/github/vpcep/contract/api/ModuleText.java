package io.github.vpcep.contract.api;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A module as its source says it, one directive a line, in the order of the alphabet. */
final class ModuleText {
    private ModuleText() {}

    static String of(ModuleDescriptor module) {
        Stream<String> requires = module.requires().stream()
                .filter(each -> !each.modifiers().contains(Modifier.MANDATED))
                .map(each -> "requires " + modifiers(each.modifiers()) + each.name());
        Stream<String> exports = module.exports().stream()
                .map(each -> "exports " + each.source() + (each.isQualified() ? behind("to", each.targets()) : ""));
        Stream<String> opens = module.opens().stream()
                .map(each -> "opens " + each.source() + (each.isQualified() ? behind("to", each.targets()) : ""));
        Stream<String> provides =
                module.provides().stream().map(each -> "provides " + each.service() + behind("with", each.providers()));
        Stream<String> uses = module.uses().stream().map(each -> "uses " + each);
        return Stream.of(requires, exports, opens, provides, uses)
                .flatMap(each -> each.sorted())
                .collect(Collectors.joining(
                        "\n    ", (module.isOpen() ? "open module " : "module ") + module.name() + "\n    ", "\n"));
    }

    private static String modifiers(Set<Modifier> modifiers) {
        return Stream.of(Modifier.STATIC, Modifier.TRANSITIVE)
                .filter(modifiers::contains)
                .map(each -> each.name().toLowerCase(Locale.ROOT) + " ")
                .collect(Collectors.joining());
    }

    private static String behind(String word, Collection<String> names) {
        return " " + word + " " + String.join(", ", new TreeSet<>(names));
    }
}
