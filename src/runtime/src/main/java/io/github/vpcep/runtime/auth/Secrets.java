package io.github.vpcep.runtime.auth;

import io.github.vpcep.runtime.ground.Arguments;
import io.github.vpcep.runtime.ground.HalfCharacter;

/** Checks of arguments that must not appear in a message. */
final class Secrets {
    private Secrets() {}

    /**
     * Returns a part of a key: visible ASCII. White space is what comes along when a key is copied; it would be signed
     * or sent, and refused by the server with no hint.
     */
    static String requireKey(String value, String name) {
        Arguments.requireNonBlank(value, name);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c > '~') {
                throw bad(value, name, i, c > 0x7f ? "a non-ASCII character" : "white space or a control character");
            }
        }
        return value;
    }

    /** Returns a name or a password: text of any script, in one line. */
    static String requireLine(String value, String name) {
        Arguments.requireNonBlank(value, name);
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                throw bad(value, name, i, "a line break or control character");
            }
        }
        int half = HalfCharacter.in(value);
        if (half >= 0) {
            throw bad(value, name, half, HalfCharacter.WORDS);
        }
        return value;
    }

    private static IllegalArgumentException bad(String value, String name, int at, String what) {
        return new IllegalArgumentException(
                name + " cannot be used: character " + (at + 1) + " of " + value.length() + " is " + what);
    }
}
