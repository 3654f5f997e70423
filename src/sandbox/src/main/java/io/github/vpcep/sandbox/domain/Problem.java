package io.github.vpcep.sandbox.domain;

import io.github.vpcep.model.ErrorCode;

/** A refusal with a code of the catalogue. Whatever the unit of work has done is undone. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /** A refusal with the documented text. */
    public Problem(ErrorCode code) {
        this(code, code.message());
    }

    /** A refusal that says more than the documented text: what was wrong and what is allowed. */
    public Problem(ErrorCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** The code, which also has the status. */
    public ErrorCode code() {
        return code;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
