package io.github.vpcep.runtime.contract;

import java.util.Set;

/** One operation of the contract: what messages call it, and how it goes over the wire. */
public final class Operation {
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS");

    private final String id;
    private final String method;
    private final String path;
    private final boolean answered;
    private final boolean idempotent;
    private final boolean anonymous;

    private Operation(String id, String method, String path, boolean answered, boolean idempotent, boolean anonymous) {
        this.id = id;
        this.method = method;
        this.path = path;
        this.answered = answered;
        this.idempotent = idempotent;
        this.anonymous = anonymous;
    }

    /**
     * Returns an operation. It is idempotent if HTTP says so of its method.
     *
     * @param id its id in the contract, such as {@code ListEndpoints}
     * @param method the HTTP method in capitals
     * @param path the path as the contract writes it, with its variables
     */
    public static Operation of(String id, String method, String path) {
        return new Operation(id, method, path, true, isIdempotent(method), false);
    }

    /** Returns whether HTTP says of a method that doing it twice is the same as doing it once. */
    public static boolean isIdempotent(String method) {
        return IDEMPOTENT.contains(method);
    }

    /** Returns this operation as one whose success has no body; the call of it is a {@code Call<Void>}. */
    public Operation withoutAnswer() {
        return new Operation(id, method, path, false, idempotent, anonymous);
    }

    /**
     * Returns this operation with the contract's word on whether doing it twice is the same as doing it once, where
     * that differs from what its method says.
     */
    public Operation idempotent(boolean idempotent) {
        return new Operation(id, method, path, answered, idempotent, anonymous);
    }

    /** Returns this operation as one that anybody may do: its calls carry no credentials. */
    public Operation anonymous() {
        return new Operation(id, method, path, answered, idempotent, true);
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

    /** Returns whether doing it twice is the same as doing it once, so that it may be sent again on any failure. */
    public boolean isIdempotent() {
        return idempotent;
    }

    /**
     * Returns whether it removes something and answers nothing. If such a call is sent again because an answer was
     * lost, and is refused then because there is no such thing, the try before has removed it.
     */
    public boolean isRemoval() {
        return method.equals("DELETE") && !answered;
    }

    /** Returns whether its calls carry no credentials. */
    public boolean isAnonymous() {
        return anonymous;
    }

    @Override
    public String toString() {
        return id + " (" + method + " " + path + ")";
    }
}
