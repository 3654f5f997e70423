package io.github.vpcep.router;

import io.github.vpcep.router.Refusal.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The operation that a request is for; nothing else of the request has been looked at.
 *
 * @param <A> what gives the implementations
 */
public final class Route<A> {
    private final Operation<A> operation;
    private final String[] segments;
    private final Bodies bodies;
    private final boolean bounded;

    Route(Operation<A> operation, String[] segments, Bodies bodies, boolean bounded) {
        this.operation = operation;
        this.segments = segments;
        this.bodies = bodies;
        this.bounded = bounded;
    }

    /** The operation. */
    public Operation<A> operation() {
        return operation;
    }

    /**
     * A value in the path; null when the template has none of that name.
     *
     * @param name as in the template
     * @throws RefusedException if it is not percent-encoded UTF-8
     */
    public @Nullable String path(String name) {
        int at = operation.template().indexOf(name);
        return at < 0 ? null : Percent.decoded(segments[at], false);
    }

    /**
     * Reads and checks all that the operation takes.
     *
     * @param request the one that this was found for
     * @return what is left to do
     * @throws RefusedException if something is not as the contract says
     */
    public Call<A> read(Request request) {
        try {
            checkHeaders(request);
            Input input = new Input(operation, segments, new Query(request.query()), request.body(), bodies, bounded);
            Operation.Invocation<A> invocation = operation.read(input);
            return new Call<>(operation, invocation, input.unknown(), bodies);
        } catch (RefusedException e) {
            throw new RefusedException(e.refusal().with(operation.id()));
        }
    }

    private void checkHeaders(Request request) {
        String type = request.header("content-type");
        MediaType stated = type == null ? null : MediaType.of(type, "Content-Type");
        if (operation.body() != Operation.Body.NONE) {
            if (stated != null && !stated.isJson()) {
                throw Refusal.of(Kind.MEDIA_TYPE_UNSUPPORTED, "Content-Type", MediaType.JSON);
            }
            refuseEncoded(request.header("content-encoding"));
        }
        String accept = request.header("accept");
        if (accept != null && !MediaType.accepts(accept) && operation.answers()) {
            throw Refusal.of(Kind.NOT_ACCEPTABLE, "Accept", MediaType.JSON);
        }
    }

    private static void refuseEncoded(@Nullable String encoding) {
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            throw Refusal.of(Kind.ENCODING_UNSUPPORTED, "Content-Encoding", "no encoding");
        }
    }
}
