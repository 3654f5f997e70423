package io.github.vpcep.runtime.ground;

import java.nio.charset.StandardCharsets;

/** The ways in which a text may write one character: as it is, or escaped as in JSON, URLs and HTML. */
final class Spelling {
    /** More than any text that is escaped over and over has. */
    private static final int MOST_BACKSLASHES = 16;

    private static final int LONGEST_ENTITY = 10;

    /** With which an escaped character may begin. */
    private static final String SIGNS = "\\%&+";

    /** How often the signs that escape may be escaped themselves. */
    static final int DEEPEST = 2;

    private Spelling() {}

    /**
     * Returns where a character ends that a text has at a place, letter case aside; -1 when it has another there.
     *
     * @param depth how often the text has escaped the signs that escape: it cannot be seen of a sign by itself
     */
    static int after(String text, int at, int character, int depth) {
        if (at >= text.length()) {
            return -1;
        }
        char c = text.charAt(at);
        if (c == '\\' && (character != '\\' || depth > 0)) {
            return afterBackslash(text, at, character);
        }
        int there = text.codePointAt(at);
        int literal = isSame(there, character) ? at + Character.charCount(there) : -1;
        if (literal >= 0 && depth == 0) {
            return literal;
        }
        int escaped = switch (c) {
            case '%' -> afterPercent(text, at, character, character != '%' || depth > 1);
            case '&' -> afterEntity(text, at, character);
            case '+' -> character == ' ' ? at + 1 : -1;
            default -> -1;
        };
        return escaped < 0 ? literal : escaped;
    }

    /** The plain character at a place, in lower case; -1 where an escaped one may begin. */
    static int plain(String text, int at) {
        return SIGNS.indexOf(text.charAt(at)) < 0 ? Character.toLowerCase(text.codePointAt(at)) : -1;
    }

    private static boolean isSame(int one, int other) {
        return one == other || Character.toLowerCase(one) == Character.toLowerCase(other);
    }

    /** As in JSON, and in JSON within JSON. */
    private static int afterBackslash(String text, int at, int character) {
        int place = at;
        while (place < text.length() && text.charAt(place) == '\\' && place - at < MOST_BACKSLASHES) {
            place++;
        }
        if (place == text.length()) {
            return character == '\\' ? place : -1;
        }
        char c = text.charAt(place);
        int low = c == 'u' ? hex(text, place + 1, 4) : -1;
        if (low >= 0) {
            if (isSame(low, character)) {
                return place + 5;
            }
            boolean isPair = Character.isHighSurrogate((char) low) && text.startsWith("\\u", place + 5);
            int second = isPair ? hex(text, place + 7, 4) : -1;
            return second >= 0 && Character.toCodePoint((char) low, (char) second) == character ? place + 11 : -1;
        }
        // Of backslashes a run may be one or several, but it is all there is of this character.
        return character == '\\' ? place : isSame(c, character) ? place + 1 : -1;
    }

    /** As in URLs, and in URLs within URLs. */
    private static int afterPercent(String text, int at, int character, boolean isAgain) {
        int place = at;
        for (byte each : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            if (place >= text.length() || text.charAt(place) != '%') {
                return -1;
            }
            place++;
            while (isAgain && hex(text, place, 2) == '%' && hex(text, place + 2, 2) >= 0) {
                place += 2;
            }
            if (!isSame(hex(text, place, 2), each & 0xff)) {
                return -1;
            }
            place += 2;
        }
        return place;
    }

    private static int afterEntity(String text, int at, int character) {
        // No further than it can be, or a text of nothing but ampersands would be read over and over.
        int end =
                text.substring(at, Math.min(text.length(), at + LONGEST_ENTITY)).indexOf(';') + at;
        if (end < at) {
            return -1;
        }
        String name = text.substring(at + 1, end);
        int there = switch (name) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> number(name);
        };
        return isSame(there, character) ? end + 1 : -1;
    }

    private static int number(String name) {
        boolean isHex = name.startsWith("#x") || name.startsWith("#X");
        if (!name.startsWith("#")) {
            return -1;
        }
        try {
            return Integer.parseInt(name.substring(isHex ? 2 : 1), isHex ? 16 : 10);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static int hex(String text, int at, int length) {
        if (at + length > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = at; i < at + length; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }
}
