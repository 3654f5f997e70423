package io.github.vpcep.runtime.engine.call;

import java.io.IOException;

/** The answer is longer than the client reads. */
public final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception for an answer of more bytes than the limit. */
    public TooLong(long limit) {
        super("the answer is longer than " + limit + " bytes, the limit that answerLimit(…) sets");
    }
}
