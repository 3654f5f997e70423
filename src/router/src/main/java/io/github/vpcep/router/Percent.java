package io.github.vpcep.router;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoded text. */
final class Percent {
    private Percent() {}

    /** The text that was encoded; refuses what is not percent-encoded UTF-8. */
    static String decoded(String text, boolean plusIsBlank) {
        return isPlain(text, plusIsBlank) ? text : decode(text, plusIsBlank);
    }

    private static boolean isPlain(String text, boolean plusIsBlank) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' || c >= 128 || (plusIsBlank && c == '+')) {
                return false;
            }
        }
        return true;
    }

    private static String decode(String text, boolean plusIsBlank) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '%') {
                int high = at + 2 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
                int low = at + 2 < text.length() ? Character.digit(text.charAt(at + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    throw malformed();
                }
                bytes.put((byte) (high * 16 + low));
                at += 2;
            } else if (c < 128) {
                bytes.put((byte) (plusIsBlank && c == '+' ? ' ' : c));
            } else {
                throw malformed();
            }
        }
        try {
            // A decoder of its own: that of String puts other characters in place of bad bytes.
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw malformed();
        }
    }

    static RefusedException malformed() {
        return Refusal.of(Refusal.Kind.TARGET_MALFORMED, "", "percent-encoded UTF-8");
    }
}
