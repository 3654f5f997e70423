package io.github.vpcep.specdiff;

import org.jspecify.annotations.Nullable;

/** What the user must know and can mend; its message is all that is printed. */
final class SpecDiffException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SpecDiffException(String message) {
        this(message, null);
    }

    SpecDiffException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
