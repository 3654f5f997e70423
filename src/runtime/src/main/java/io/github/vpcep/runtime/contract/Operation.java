package io.github.vpcep.runtime.contract;

import static java.util.Collections.unmodifiableSet;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One operation of the contract: what messages call it, and how it goes over the wire. */
public final class Operation {
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS");

    private final String id;
    private final String method;
    private final String path;
    private final boolean answered;
    private final boolean idempotent;
    private final boolean anonymous;
    private final Done done;

    private Operation(
            String id, String method, String path, boolean answered, boolean idempotent, boolean anonymous, Done done) {
        this.id = id;
        this.method = method;
        this.path = path;
        this.answered = answered;
        this.idempotent = idempotent;
        this.anonymous = anonymous;
        this.done = done;
    }

    /** How a repeated call is refused that was carried out before, and how many segments above its answer is found. */
    private record Done(Set<String> codes, int above) {
        static final Done UNKNOWN = new Done(Set.of(), 0);
    }

    /**
     * Returns an operation. It is idempotent if HTTP says so of its method.
     *
     * @param id its id in the contract, such as {@code ListEndpoints}
     * @param method the HTTP method in capitals
     * @param path the path as the contract writes it, with its variables
     */
    public static Operation of(String id, String method, String path) {
        return new Operation(id, method, path, true, isIdempotent(method), false, Done.UNKNOWN);
    }

    /** Returns whether HTTP says of a method that doing it twice is the same as doing it once. */
    public static boolean isIdempotent(String method) {
        return IDEMPOTENT.contains(method);
    }

    /** Returns this operation as one whose success has no body; the call of it is a {@code Call<Void>}. */
    public Operation withoutAnswer() {
        return new Operation(id, method, path, false, idempotent, anonymous, done);
    }

    /**
     * Returns this operation with the contract's word on whether doing it twice is the same as doing it once, where
     * that differs from what its method says.
     */
    public Operation idempotent(boolean idempotent) {
        return new Operation(id, method, path, answered, idempotent, anonymous, done);
    }

    /** Returns this operation as one that anybody may do: its calls carry no credentials. */
    public Operation anonymous() {
        return new Operation(id, method, path, answered, idempotent, true, done);
    }

    /**
     * Returns this operation with the error codes by which a call is refused that has been carried out before, such as
     * "is being deleted". A call that removes something and has no answer needs none for what exists no more.
     */
    public Operation doneWhen(String... codes) {
        Set<String> found = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        found.addAll(List.of(codes));
        return new Operation(
                id, method, path, answered, idempotent, anonymous, new Done(unmodifiableSet(found), done.above));
    }

    /**
     * Returns this operation with the place where {@code GET} answers, once a call has been carried out, what the call
     * itself would have answered.
     *
     * @param place a path from which this operation's own goes on
     * @throws IllegalArgumentException if this operation's path does not begin with it
     */
    public Operation answeredAt(String place) {
        if (!path.startsWith(place + "/")) {
            throw new IllegalArgumentException(path + " does not begin with " + place);
        }
        int above = (int)
                path.substring(place.length()).chars().filter(c -> c == '/').count();
        return new Operation(id, method, path, answered, idempotent, anonymous, new Done(done.codes, above));
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

    /** Returns whether a call that is refused by a code, compared ignoring case, has been carried out before. */
    public boolean isDoneWhen(String code) {
        return done.codes.contains(code);
    }

    /** Returns how many segments of the path are left off for the place where the answer is found, 0 for nowhere. */
    public int answeredAbove() {
        return done.above;
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
