package io.github.vpcep.sandbox;

import java.nio.file.Path;

/** A file of resources that were not brought in; the message says the file, the place in it, and what is allowed. */
public final class BadSeedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    BadSeedException(Path file, RuntimeException reason) {
        super(file + ": " + reason.getMessage(), reason);
    }
}
