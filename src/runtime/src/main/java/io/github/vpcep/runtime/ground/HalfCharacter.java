package io.github.vpcep.runtime.ground;

/**
 * One of the two that Java makes a character beyond U+FFFF of, without the other. No encoding has it: sent, it would
 * become a question mark.
 */
public final class HalfCharacter {
    /** What messages call it. */
    public static final String WORDS = "half of one (a surrogate without the other)";

    private HalfCharacter() {}

    /** Returns the place of the first in a text, from 0; -1 when there is none. */
    public static int in(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSurrogatePair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : ' ')) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
