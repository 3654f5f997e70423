package io.github.vpcep.sandbox.api;

import java.util.Collection;
import java.util.stream.Collectors;

/** The HTTP methods of a path. */
final class Methods {
    private Methods() {}

    /** Those of the contract, as a header lists them; HEAD and OPTIONS come from the framework. */
    static String documented(Collection<String> methods) {
        return methods.stream()
                .filter(method -> !method.equals("HEAD") && !method.equals("OPTIONS"))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
