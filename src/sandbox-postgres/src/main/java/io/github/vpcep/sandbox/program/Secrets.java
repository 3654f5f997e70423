package io.github.vpcep.sandbox.program;

import java.util.regex.Pattern;

/** Keeps passwords out of what the program prints. */
final class Secrets {
    private static final Pattern PASSWORD = Pattern.compile("(?i)(password=)[^&\\s]*");

    private Secrets() {}

    /** The text without the password of a URL in it. */
    static String masked(String text) {
        return PASSWORD.matcher(text)
                .replaceAll("$1***")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
