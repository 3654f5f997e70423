package io.github.vpcep.router;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request holds for its operation: for the readers in generated tables. */
public final class Input {
    /** As many unknown properties and parameters are told. */
    private static final int TOLD = 32;

    private final Operation<?> operation;
    private final String[] segments;
    private final Query query;
    private final byte @Nullable [] body;
    private final Bodies bodies;
    private final boolean bounded;
    private @Nullable List<String> unknown;

    Input(
            Operation<?> operation,
            String[] segments,
            Query query,
            byte @Nullable [] body,
            Bodies bodies,
            boolean bounded) {
        this.operation = operation;
        this.segments = segments;
        this.query = query;
        this.body = body;
        this.bodies = bodies;
        this.bounded = bounded;
    }

    /**
     * A value in the path.
     *
     * @param name as in the template
     */
    public RawParameter path(String name) {
        return new RawParameter(name, segment(name), bounded);
    }

    /**
     * A parameter of the query, the first of that name.
     *
     * @param name as on the wire
     */
    public RawParameter query(String name) {
        return new RawParameter(name, query.first(name), bounded);
    }

    /**
     * All parameters of the query with that name.
     *
     * @param name as on the wire
     */
    public RawParameters queries(String name) {
        return new RawParameters(name, query.all(name), bounded);
    }

    /**
     * The body.
     *
     * @param type what it is
     * @throws RefusedException if there is none, or it is no such thing
     */
    public <T> T body(Class<T> type) {
        return required(bodyOrNull(type));
    }

    /**
     * A body that is a list or a map.
     *
     * @param type what it is
     * @throws RefusedException if there is none, or it is no such thing
     */
    public <T> T body(TypeReference<T> type) {
        return required(bodyOrNull(type));
    }

    /**
     * The body, null when there is none.
     *
     * @param type what it is
     * @throws RefusedException if it is no such thing
     */
    public <T> @Nullable T bodyOrNull(Class<T> type) {
        return read(held -> bodies.read(held, type, this::tell));
    }

    /**
     * A body that is a list or a map, null when there is none.
     *
     * @param type what it is
     * @throws RefusedException if it is no such thing
     */
    public <T> @Nullable T bodyOrNull(TypeReference<T> type) {
        return read(held -> bodies.read(held, type, this::tell));
    }

    private void tell(String place) {
        if (unknown == null) {
            unknown = new ArrayList<>();
        }
        // A body has room for a hundred thousand of them.
        if (unknown.size() < TOLD) {
            unknown.add(place);
        }
    }

    /** What the request has beside all that was asked for. */
    List<String> unknown() {
        query.tellUnasked(this::tell);
        return unknown == null ? List.of() : List.copyOf(unknown);
    }

    /** Of bytes, as one kind of type is read. */
    private interface Reading<T> {
        T of(byte[] held) throws IOException;
    }

    private <T> @Nullable T read(Reading<T> reading) {
        if (body == null || isBlank(body)) {
            return null;
        }
        try {
            return reading.of(body);
        } catch (IOException e) {
            throw BodyFaults.of(e);
        }
    }

    private static <T> T required(@Nullable T read) {
        if (read == null) {
            throw Refusal.of(Refusal.Kind.BODY_MISSING, "", "a JSON object");
        }
        return read;
    }

    private String segment(String name) {
        return Percent.decoded(segments[operation.template().indexOf(name)], false);
    }

    private static boolean isBlank(byte[] body) {
        for (byte each : body) {
            if (each != ' ' && each != '\t' && each != '\r' && each != '\n') {
                return false;
            }
        }
        return true;
    }
}
