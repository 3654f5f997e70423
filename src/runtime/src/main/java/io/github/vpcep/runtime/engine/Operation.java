package io.github.vpcep.runtime.engine;

/** One operation of the contract: what messages call it, and how it goes over the wire. */
public final class Operation {
    private final String id;
    private final String method;
    private final String path;
    private final boolean answered;

    private Operation(String id, String method, String path, boolean answered) {
        this.id = id;
        this.method = method;
        this.path = path;
        this.answered = answered;
    }

    /**
     * Returns an operation.
     *
     * @param id its id in the contract, such as {@code ListEndpoints}
     * @param method the HTTP method in capitals
     * @param path the path as the contract writes it, with its variables
     */
    public static Operation of(String id, String method, String path) {
        return new Operation(id, method, path, true);
    }

    /** Returns this operation as one whose success has no body; the call of it is a {@code Call<Void>}. */
    public Operation withoutAnswer() {
        return new Operation(id, method, path, false);
    }

    /** Returns the id in the contract. */
    public String id() {
        return id;
    }

    /** Returns the HTTP method in capitals. */
    public String method() {
        return method;
    }

    /** Returns the path as the contract writes it, with its variables. */
    public String path() {
        return path;
    }

    /** Returns whether a success must have a body. */
    public boolean isAnswered() {
        return answered;
    }

    @Override
    public String toString() {
        return id + " (" + method + " " + path + ")";
    }
}
