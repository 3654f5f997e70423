package io.github.vpcep.sandbox.program;

import java.util.regex.Pattern;

/** Keeps passwords out of what the program prints. */
final class Secrets {
    /** As a parameter, to its end: in a text there may be more words behind it. */
    private static final Pattern PASSWORD = Pattern.compile("(?i)(password=)[^&\\s]*");

    /** The same of a URL alone, which may hold a password with blanks that nobody has encoded. */
    private static final Pattern TO_THE_END = Pattern.compile("(?i)(password=)[^&]*");

    /** In front of the host, where our databases take none and people write one all the same. */
    private static final Pattern OF_USER = Pattern.compile("(://[^/?#:@]*:)[^/?#]*(?=@)");

    private Secrets() {}

    /** The text without the passwords of a URL in it. */
    static String masked(String text) {
        return masked(PASSWORD, text);
    }

    /** The URL, or what is meant to be one, without its passwords. */
    static String maskedUrl(String url) {
        return masked(TO_THE_END, url);
    }

    private static String masked(Pattern password, String text) {
        String rest = password.matcher(text).replaceAll("$1***");
        return OF_USER.matcher(rest).replaceAll("$1***").replaceAll("\\s+", " ").strip();
    }
}
