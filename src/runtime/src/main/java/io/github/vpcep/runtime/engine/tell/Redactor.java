package io.github.vpcep.runtime.engine.tell;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;

/** Takes the secrets out of what is to be logged. */
public final class Redactor {
    private static final String HIDDEN = "***";

    /** Part of a header's or field's name that makes its value a secret. */
    private static final String SECRET =
            "password|passwd|token|secret|authorization|cookie|credential|signature|api-?key";

    private static final Pattern SECRET_NAME = Pattern.compile(SECRET);
    private static final Pattern SECRET_FIELD = Pattern.compile(
            "\"[^\"\\\\]{0,100}(?:" + SECRET + ")[^\"\\\\]{0,100}\"\\s{0,100}:\\s{0,100}", Pattern.CASE_INSENSITIVE);

    /** Short for the secrets of signing, which the pattern would not see. */
    private static final Set<String> SECRET_NAMES = Set.of("ak", "sk", "access", "x-sdk-ak");

    private Redactor() {}

    public static String headers(Headers headers) {
        StringBuilder text = new StringBuilder("{");
        headers.forEach(header -> text.append(text.length() > 1 ? ", " : "")
                .append(header.getFirst())
                .append(": ")
                .append(isSecret(header.getFirst()) ? HIDDEN : oneLine(header.getSecond())));
        return text.append("}").toString();
    }

    private static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return SECRET_NAMES.contains(lower) || SECRET_NAME.matcher(lower).find();
    }

    /** Returns JSON, whole or cut, with the values of secret fields hidden. */
    public static String body(String body) {
        Matcher field = SECRET_FIELD.matcher(body);
        StringBuilder text = new StringBuilder();
        int done = 0;
        while (field.find(done)) {
            int end = endOfValue(body, field.end());
            text.append(body, done, field.end()).append(end > field.end() ? HIDDEN : "");
            done = end;
        }
        return oneLine(text.append(body, done, body.length()).toString());
    }

    /** Returns where a value ends; an object or array is looked into, not hidden. */
    private static int endOfValue(String body, int start) {
        if (start >= body.length() || body.charAt(start) == '{' || body.charAt(start) == '[') {
            return start;
        }
        boolean quoted = body.charAt(start) == '"';
        int end = start + (quoted ? 1 : 0);
        while (end < body.length()) {
            char c = body.charAt(end);
            if (quoted && c == '"') {
                return end + 1;
            }
            if (!quoted && ",}] \t\r\n".indexOf(c) >= 0) {
                return end;
            }
            end += quoted && c == '\\' ? 2 : 1;
        }
        return body.length();
    }

    /** Returns text from outside so that it cannot pass for a line of the log. */
    public static String oneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return text.replaceAll("\\p{Cntrl}+", " ");
            }
        }
        return text;
    }
}
