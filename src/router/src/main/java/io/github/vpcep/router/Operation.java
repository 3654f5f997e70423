package io.github.vpcep.router;

import org.jspecify.annotations.Nullable;

/**
 * An operation of a contract: where it is, and how its request is read. The generated table has one for each.
 *
 * @param <A> what gives the implementations
 */
public final class Operation<A> {
    /**
     * Reads a request.
     *
     * @param <A> what gives the implementations
     */
    @FunctionalInterface
    public interface Reader<A> {
        /**
         * Reads all that the operation takes.
         *
         * @throws RefusedException if something is not as the contract says
         */
        Invocation<A> read(Input in);
    }

    /**
     * The operation with all that it takes.
     *
     * @param <A> what gives the implementations
     */
    @FunctionalInterface
    public interface Invocation<A> {
        /** Runs it and gives what it answers, null for nothing. */
        @Nullable
        Object on(A apis);
    }

    private final String id;
    private final String method;
    private final Template path;
    private final int status;
    private final Body body;
    private final boolean answers;
    private final Reader<A> reader;

    /** Whether an operation takes a body. */
    public enum Body {
        /** It takes none. */
        NONE,
        /** It takes one, and there may be none. */
        OPTIONAL,
        /** It takes one. */
        REQUIRED
    }

    /**
     * For generated tables.
     *
     * @param id as documented
     * @param method the HTTP method
     * @param path the template of the path
     * @param status the HTTP status of its answer
     * @param body whether it takes a body
     * @param answers whether its answer has a body
     * @param reader reads its requests
     */
    public Operation(String id, String method, String path, int status, Body body, boolean answers, Reader<A> reader) {
        this.id = id;
        this.method = method;
        this.path = new Template(path);
        this.status = status;
        this.body = body;
        this.answers = answers;
        this.reader = reader;
    }

    /** The id, as documented. */
    public String id() {
        return id;
    }

    /** The HTTP method. */
    public String method() {
        return method;
    }

    /** The template of the path, such as {@code /v1/{project_id}/quotas}. */
    public String path() {
        return path.toString();
    }

    /** The HTTP status of its answer when all is well. */
    public int status() {
        return status;
    }

    /** Whether it takes a body. */
    public Body body() {
        return body;
    }

    /** Whether its answer has a body. */
    public boolean answers() {
        return answers;
    }

    Template template() {
        return path;
    }

    Invocation<A> read(Input in) {
        return reader.read(in);
    }

    @Override
    public String toString() {
        return id + " (" + method + " " + path + ")";
    }
}
