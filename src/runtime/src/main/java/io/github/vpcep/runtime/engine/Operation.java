package io.github.vpcep.runtime.engine;

/** One operation of the contract: what messages call it, and how it goes over the wire. */
public final class Operation {
    private final String id;
    private final String method;
    private final String path;

    private Operation(String id, String method, String path) {
        this.id = id;
        this.method = method;
        this.path = path;
    }

    /**
     * Returns an operation.
     *
     * @param id its id in the contract, such as {@code ListEndpoints}
     * @param method the HTTP method in capitals
     * @param path the path as the contract writes it, with its variables
     */
    public static Operation of(String id, String method, String path) {
        return new Operation(id, method, path);
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

    @Override
    public String toString() {
        return id + " (" + method + " " + path + ")";
    }
}
