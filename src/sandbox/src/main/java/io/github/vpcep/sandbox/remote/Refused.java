package io.github.vpcep.sandbox.remote;

import io.github.vpcep.control.model.ControlErrorCode;

/** A refusal with a code of the control API's catalogue. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ControlErrorCode code;

    Refused(ControlErrorCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    ControlErrorCode code() {
        return code;
    }
}
