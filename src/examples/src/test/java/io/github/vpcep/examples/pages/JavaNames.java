package io.github.vpcep.examples.pages;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a reader may write in Java: a chain of names, each of which has to be there, with as many arguments. */
final class JavaNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern LAMBDA = Pattern.compile("(\\w+) -> (.*)");
    private static final String ANYTHING = "…";

    private final List<String> packages;
    private final Map<String, Class<?>> variables;
    private final Set<Class<?>> inHand;

    /**
     * Names are looked for in these places.
     *
     * @param packages where types are known by their simple names
     * @param variables what a page calls its objects
     * @param inHand the types whose methods a page names alone, as in {@code .region(…)}
     */
    JavaNames(List<String> packages, Map<String, Class<?>> variables, Class<?>... inHand) {
        this.packages = packages;
        this.variables = variables;
        this.inHand = new LinkedHashSet<>(List.of(inHand));
    }

    /** The types of that simple name, which may be nested in others. */
    Set<Class<?>> types(String name) {
        return packages.stream()
                .map(each -> load(each + "." + name.replace('.', '$')))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** Whether all of it is there. */
    boolean has(String expression) {
        String chain = expression.replaceFirst("^@", "").replaceFirst("^\\.", "");
        List<Link> links = links(chain);
        if (links.isEmpty()) {
            return false;
        }
        if (!types(chain).isEmpty()) {
            return true;
        }
        Set<Class<?>> owners = inHand;
        int next = 0;
        Link first = links.get(0);
        if (!expression.startsWith(".") && first.arguments() == null) {
            owners = variables.containsKey(first.name()) ? Set.of(variables.get(first.name())) : types(first.name());
            next = 1;
        }
        for (Link link : links.subList(next, links.size())) {
            owners = after(owners, link);
        }
        return !owners.isEmpty() && links.stream().allMatch(this::argumentsAreThere);
    }

    private boolean argumentsAreThere(Link link) {
        return link.arguments() == null || link.arguments().stream().allMatch(this::isArgument);
    }

    /** Values and variables of the page are taken as they are; types, and what is called on them, are not. */
    private boolean isArgument(String argument) {
        Matcher lambda = LAMBDA.matcher(argument);
        if (lambda.matches()) {
            String body = lambda.group(2);
            return body.equals(ANYTHING) || has(body.replaceFirst("^" + lambda.group(1) + "(?=\\.)", ""));
        }
        return !argument.matches("@?[A-Z][A-Za-z]+[.(].*|\\.?[a-z]\\w*\\(.*") || has(argument);
    }

    private Set<Class<?>> after(Set<Class<?>> owners, Link link) {
        return owners.stream().flatMap(owner -> after(owner, link)).collect(Collectors.toSet());
    }

    private static Stream<Class<?>> after(Class<?> owner, Link link) {
        if (!Modifier.isPublic(owner.getModifiers())) {
            return Stream.of();
        }
        if (link.arguments() != null) {
            return Arrays.stream(owner.getMethods())
                    .filter(each -> each.getName().equals(link.name()) && takes(each, link.arguments()))
                    .map(Method::getReturnType);
        }
        return Stream.concat(
                Arrays.stream(owner.getFields())
                        .filter(each -> each.getName().equals(link.name()))
                        .map(Field::getType),
                // As the documentation of Java writes Type.method.
                Arrays.stream(owner.getMethods())
                        .filter(each -> each.getName().equals(link.name()))
                        .map(Method::getReturnType));
    }

    private static boolean takes(Method method, List<String> arguments) {
        int count = method.getParameterCount();
        if (arguments.contains(ANYTHING)) {
            return count >= arguments.size() || method.isVarArgs();
        }
        return count == arguments.size() || (method.isVarArgs() && arguments.size() >= count - 1);
    }

    private static Optional<Class<?>> load(String name) {
        try {
            return Optional.of(Class.forName(name, false, JavaNames.class.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** A name, and its arguments if it is called. */
    private record Link(String name, @Nullable List<String> arguments) {}

    /** The names of a chain; none when it is no chain. */
    private static List<Link> links(String chain) {
        List<Link> links = new ArrayList<>();
        for (String part : split(chain, '.')) {
            int open = part.indexOf('(');
            String name = open < 0 ? part : part.substring(0, open);
            if (!NAME.matcher(name).matches() || (open >= 0 && !part.endsWith(")"))) {
                return List.of();
            }
            links.add(new Link(name, open < 0 ? null : split(part.substring(open + 1, part.length() - 1), ',')));
        }
        return links;
    }

    /** The parts between a separator that stands in no brackets and in no text. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            quoted ^= each == '"';
            depth += quoted ? 0 : each == '(' ? 1 : each == ')' ? -1 : 0;
            if (each == separator && depth == 0 && !quoted) {
                parts.add(text.substring(begin, i).strip());
                begin = i + 1;
            }
        }
        parts.add(text.substring(begin).strip());
        return parts.equals(List.of("")) ? List.of() : parts;
    }
}
