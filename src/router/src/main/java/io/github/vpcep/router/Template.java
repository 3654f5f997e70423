package io.github.vpcep.router;

import java.util.Comparator;

/** The path of an operation, with names in braces where a value stands. */
final class Template {
    /** As Jakarta REST chooses: the one with more literal text goes first. */
    static final Comparator<Template> BY_LITERAL_TEXT =
            Comparator.comparingInt((Template each) -> each.literals).reversed();

    private final String text;
    private final String[] segments;
    private final int literals;

    Template(String text) {
        this.text = text;
        this.segments = segments(text);
        int count = 0;
        for (String segment : segments) {
            count += isValue(segment) ? 0 : segment.length();
        }
        this.literals = count;
    }

    /** What stands between the slashes. A slash at the end begins an empty segment, but the root has none. */
    static String[] segments(String path) {
        return path.equals("/") ? new String[0] : path.substring(1).split("/", -1);
    }

    int length() {
        return segments.length;
    }

    /** Whether a path of as many segments is one of these; a literal has to be written as it is here. */
    boolean matches(String[] path) {
        for (int i = 0; i < segments.length; i++) {
            if (!isValue(segments[i]) && !segments[i].equals(path[i])) {
                return false;
            }
        }
        return true;
    }

    /** The place of a value in the path, or -1. */
    int indexOf(String name) {
        for (int i = 0; i < segments.length; i++) {
            String segment = segments[i];
            if (isValue(segment) && segment.length() == name.length() + 2 && segment.startsWith(name, 1)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isValue(String segment) {
        return segment.startsWith("{");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
