package io.github.vpcep.router;

import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.router.Refusal.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the operation that a request is for, reads what it takes, runs it and writes what it answers. Immutable and
 * safe to share between threads; it knows nothing of HTTP libraries.
 *
 * <p>{@link #answer} does it all. Who has something to do in between, such as to find out who calls, takes it apart:
 * {@link #find}, {@link Route#read}, {@link Call#run}.
 *
 * <p>What is checked is what the contract says of paths, methods, media types and parameters, and the types and the
 * required properties of bodies. The other bounds of bodies are left to Bean Validation, or to the implementation.
 *
 * @param <A> what gives the implementations
 */
public final class Router<A> {
    /** By the number of segments; among these the one with most literal text first, and those of one path together. */
    private final List<List<Operation<A>>> byLength;

    private final List<Operation<A>> operations;
    private final Bodies bodies;
    private final boolean bounded;

    /**
     * A router that reads and writes with {@link VpcepJson#serverMapper}.
     *
     * @param operations the generated table
     */
    public Router(List<Operation<A>> operations) {
        this(operations, Bodies.json(VpcepJson.serverMapper()));
    }

    /**
     * A router that reads and writes in a way of its own.
     *
     * @param operations the generated table
     * @param bodies how bodies are read and written
     */
    public Router(List<Operation<A>> operations, Bodies bodies) {
        this(List.copyOf(operations), bodies, true);
    }

    private Router(List<Operation<A>> operations, Bodies bodies, boolean bounded) {
        this.operations = operations;
        this.bodies = bodies;
        this.bounded = bounded;
        this.byLength = new ArrayList<>();
        for (Operation<A> each : operations) {
            while (byLength.size() <= each.template().length()) {
                byLength.add(new ArrayList<>());
            }
            byLength.get(each.template().length()).add(each);
        }
        byLength.forEach(each -> each.sort(
                Comparator.comparing((Operation<A> operation) -> operation.template(), Template.BY_LITERAL_TEXT)));
    }

    /**
     * This one, for implementations that have rules of their own for the bounds of parameters: it refuses only what is
     * not of the type.
     */
    public Router<A> withoutBounds() {
        return new Router<>(operations, bodies, false);
    }

    /** All operations, as in the table. */
    public List<Operation<A>> operations() {
        return operations;
    }

    /**
     * The answer to a request. What the implementation throws is thrown.
     *
     * @param request the request
     * @param apis gives the implementations
     * @param refused gives the answer to a request that is not as the contract says
     */
    public Answer answer(Request request, A apis, Function<Refusal, Answer> refused) {
        try {
            return find(request.method(), request.path()).read(request).run(apis);
        } catch (RefusedException e) {
            return refused.apply(e.refusal());
        }
    }

    /**
     * An answer of the application's own, such as to a refusal, written as those of the operations are.
     *
     * @param status the HTTP status
     * @param body what the body says
     * @throws IllegalArgumentException if it cannot be written
     */
    public Answer answer(int status, Object body) {
        try {
            return Answer.of(status, bodies.write(body));
        } catch (IOException e) {
            throw new IllegalArgumentException("The body cannot be written", e);
        }
    }

    /**
     * Finds the operation. Where several paths match, the one with more literal text is meant.
     *
     * @param method the method, in capitals
     * @param path still percent-encoded
     * @throws RefusedException if there is no such path, or the path does not have the method
     */
    public Route<A> find(String method, String path) {
        if (!path.startsWith("/")) {
            throw Percent.malformed();
        }
        String[] segments = Template.segments(path);
        List<Operation<A>> candidates = segments.length < byLength.size() ? byLength.get(segments.length) : List.of();
        Template found = null;
        for (Operation<A> each : candidates) {
            if (found == null
                    ? each.template().matches(segments)
                    : each.template().equals(found)) {
                found = each.template();
                if (each.method().equals(method)) {
                    return new Route<>(each, segments, bodies, bounded);
                }
            }
        }
        // A path that is none goes before one that there is not.
        Percent.decoded(path, false);
        if (found == null) {
            throw Refusal.of(Kind.PATH_UNKNOWN, "", "");
        }
        throw Refusal.of(Kind.METHOD_NOT_ALLOWED, "", methods(candidates, found));
    }

    /** As the header Allow lists them. */
    private static <A> String methods(List<Operation<A>> candidates, Template path) {
        return candidates.stream()
                .filter(each -> each.template().equals(path))
                .map(Operation::method)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
