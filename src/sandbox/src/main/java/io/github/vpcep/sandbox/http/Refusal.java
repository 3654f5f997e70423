package io.github.vpcep.sandbox.http;

/** Why a request is refused before anybody looks at what it asks for. */
public enum Refusal {
    /** It has not come as a whole in time. */
    LATE(408, "The request did not come in time."),
    /** Bytes of something else. */
    NO_HTTP(400, "It is not HTTP/1.1."),
    /** Of a version whose bytes mean something else. */
    VERSION(505, "The version has to be HTTP/1.1 or HTTP/1.0."),
    /** A request line over the limit. */
    LONG_LINE(414, "The request line is too long."),
    /** Headers over the limit. */
    LONG_HEADERS(431, "The headers are too long."),
    /** No header Host, several, or none with a host in it. */
    HOST(400, "There has to be one header Host, with a host in it."),
    /** A target of no form. */
    TARGET(400, "The target has to be a path, percent-encoded, with or without a host before it."),
    /** A CONNECT. */
    TUNNEL(400, "The server is no proxy: CONNECT leads nowhere."),
    /** A coding below the chunks. */
    CODING(501, "The header Transfer-Encoding may only be chunked."),
    /** An expectation that nobody knows. */
    EXPECTATION(417, "The header Expect may only be 100-continue."),
    /** A body that is not as announced. */
    BROKEN_BODY(400, "The body breaks off, or its chunks are not as announced.");

    private final int status;
    private final String reason;

    Refusal(int status, String reason) {
        this.status = status;
        this.reason = reason;
    }

    /** The status that HTTP has for it. */
    public int status() {
        return status;
    }

    /** A sentence for whoever sent it. */
    public String reason() {
        return reason;
    }
}
