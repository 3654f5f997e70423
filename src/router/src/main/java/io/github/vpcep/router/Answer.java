package io.github.vpcep.router;

/** What goes back over the wire. A body is of the type {@code application/json}. */
public final class Answer {
    private static final byte[] NOTHING = {};

    private final int status;
    private final byte[] body;

    private Answer(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }

    /** An answer without a body. */
    public static Answer of(int status) {
        return new Answer(status, NOTHING);
    }

    /**
     * An answer with a body.
     *
     * @param status the HTTP status
     * @param body the bytes, which are not copied: they must not change any more
     */
    public static Answer of(int status, byte[] body) {
        return new Answer(status, body);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The bytes, which are not to be changed; none when there is no body. */
    public byte[] body() {
        return body;
    }
}
