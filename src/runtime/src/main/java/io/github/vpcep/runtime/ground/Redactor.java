package io.github.vpcep.runtime.ground;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the secrets out of what is shown: in a log, a message, a stack trace, a {@code toString}. The one place that
 * knows what a secret is. Thread-safe.
 *
 * <p>Secret by name: the value of every header that is not known to be harmless, and of JSON fields whose name says so.
 * Secret by place: what stands before the {@code @} of an address. Secret by value: what this redactor has learnt,
 * which is what the credentials of one call have sent, in whatever spelling an answer repeats it: plain, or escaped as
 * in JSON, URLs and HTML, or in Base64, whole or cut off.
 */
public final class Redactor {
    /** Stands for what is hidden. */
    public static final String HIDDEN = "***";

    /** Headers that are shown by value; all others may hold anything. */
    private static final Set<String> SHOWN = Set.of(
            "accept",
            "accept-encoding",
            "allow",
            "cache-control",
            "connection",
            "content-encoding",
            "content-language",
            "content-length",
            "content-type",
            "date",
            "expires",
            "host",
            "last-modified",
            "retry-after",
            "server",
            "transfer-encoding",
            "user-agent",
            "vary",
            "via",
            "x-project-id",
            "x-request-id",
            "x-sdk-date");

    /** Part of a JSON field's name that makes its value a secret. */
    private static final String SECRET =
            "password|passwd|token|secret|authorization|cookie|credential|signature|api-?key";

    /** A shorter value of a header whose name says nothing is rather a word than a secret. */
    private static final int SHORTEST = 8;

    private static final Pattern SECRET_NAME = Pattern.compile(SECRET, Pattern.CASE_INSENSITIVE);

    private static final Pattern SECRET_FIELD = Pattern.compile(
            "\"[^\"\\\\]{0,100}(?:" + SECRET + ")[^\"\\\\]{0,100}\"\\s{0,100}:\\s{0,100}", Pattern.CASE_INSENSITIVE);

    private static final Pattern BLANKS_AND_COMMAS = Pattern.compile("[\\s,]+");
    private static final Pattern SEMICOLONS = Pattern.compile("\\s*;\\s*");

    /** A host with at most a scheme before it, and a port and a path behind it. */
    private static final Pattern HARMLESS_ADDRESS = Pattern.compile(
            "([A-Za-z][A-Za-z0-9+.-]{0,20}://?)?[A-Za-z0-9._ -]*(\\[[0-9a-fA-F:.]*])?(:[0-9]{0,5})?(/[A-Za-z0-9._/-]*)?");

    private final List<String> learnt = new CopyOnWriteArrayList<>();

    /** What was learnt, in all spellings that are not found by reading escapes; made when it is first needed. */
    private volatile @Nullable List<Secret> secrets;

    /** Makes one that has learnt nothing. */
    public Redactor() {}

    /** Learns a secret, unless it is empty. */
    public void learn(String secret) {
        if (!secret.isBlank() && !learnt.contains(secret)) {
            learnt.add(secret);
            secrets = null;
        }
    }

    /** Learns the value of a header that was sent, and what of it is a secret by itself. */
    public void learnHeader(String name, String value) {
        boolean isTooShort =
                value.length() < SHORTEST && !SECRET_NAME.matcher(name).find();
        if (isShown(name) || isTooShort) {
            return;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        String[] parts = BLANKS_AND_COMMAS.split(value, -1);
        if (lower.endsWith("authorization") && parts.length > 1) {
            learnParts(parts);
            return;
        }
        learn(value);
        if (lower.equals("cookie")) {
            for (String pair : SEMICOLONS.split(value, -1)) {
                learn(pair.substring(pair.indexOf('=') + 1));
            }
        }
    }

    /**
     * A scheme, which is no secret, and what follows it: as in {@code Basic …}, {@code Bearer …}, or
     * {@code SDK-HMAC-SHA256 Access=…, SignedHeaders=…, Signature=…}.
     */
    private void learnParts(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            boolean isPair = equals > 0 && equals < parts[i].length() - 1 && parts[i].charAt(equals + 1) != '=';
            if (!isPair) {
                learn(parts[i]);
            } else if (!parts[i].startsWith("SignedHeaders=")) {
                learn(parts[i].substring(equals + 1));
            }
            if (parts[0].equalsIgnoreCase("Basic")) {
                learnLogin(parts[i]);
            }
        }
    }

    private void learnLogin(String base64) {
        try {
            String login = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            learn(login);
            learn(login.substring(login.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            // Not Base64: nothing more is known of it.
        }
    }

    /** Returns whether a header's value is known to be harmless. */
    private static boolean isShown(String name) {
        return SHOWN.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Returns headers for a log: the names of all, the values of those that are known to be harmless. */
    public String headers(Map<String, List<String>> headers) {
        StringBuilder shown = new StringBuilder("{");
        headers.forEach((name, values) -> shown.append(shown.length() > 1 ? ", " : "")
                .append(name)
                .append(": ")
                .append(isShown(name) ? oneLine(text(String.join(", ", values))) : HIDDEN));
        return shown.append("}").toString();
    }

    /** Returns headers with the values of those hidden that are known to be none but the sender's business. */
    public Map<String, List<String>> kept(Map<String, List<String>> headers) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        headers.forEach((name, values) -> kept.put(
                name,
                SECRET_NAME.matcher(name).find()
                        ? List.of(HIDDEN)
                        : values.stream().map(this::text).toList()));
        return kept;
    }

    /**
     * Returns an address that was given and cannot be used, without query and fragment; null if it may hold a login. It
     * cannot be left to a parser: a login in an address that does not parse is still a login.
     */
    public static @Nullable String address(String given) {
        int end = 0;
        while (end < given.length() && "?#".indexOf(given.charAt(end)) < 0) {
            end++;
        }
        String shown = given.substring(0, end);
        return HARMLESS_ADDRESS.matcher(shown).matches() ? shown + (end < given.length() ? "…" : "") : null;
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

    /** Returns text, whole or cut, without its secrets; JSON stays JSON. */
    public String text(String text) {
        return withoutLogins(withoutFields(withoutLearnt(text)));
    }

    /**
     * Returns what was thrown if it and its causes show no secret, else a stand-in for it that shows none: an
     * {@link IOException} for such a one.
     */
    public Throwable thrown(Throwable thrown) {
        return isClean(thrown, 0) ? thrown : standIn(thrown, 0);
    }

    /** Deeper than any chain of causes that is not a circle. */
    private static final int DEEPEST = 20;

    private boolean isClean(Throwable thrown, int depth) {
        String shown = thrown.toString();
        if (depth > DEEPEST || !text(shown).equals(shown)) {
            return false;
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (!isClean(suppressed, depth + 1)) {
                return false;
            }
        }
        return thrown.getCause() == null || isClean(thrown.getCause(), depth + 1);
    }

    private Throwable standIn(Throwable thrown, int depth) {
        Throwable cause = thrown.getCause() == null || depth > DEEPEST ? null : standIn(thrown.getCause(), depth + 1);
        String shown = text(thrown.toString());
        Throwable standIn = thrown instanceof IOException ? new IOException(shown, cause) : new Exception(shown, cause);
        standIn.setStackTrace(thrown.getStackTrace());
        return standIn;
    }

    private String withoutLearnt(String text) {
        List<Secret> known = known();
        if (known.isEmpty()) {
            return text;
        }
        StringBuilder shown = null;
        int done = 0;
        for (int at = 0; at < text.length(); ) {
            Span found = find(known, text, at, done);
            if (found == null) {
                at++;
                continue;
            }
            shown = shown == null ? new StringBuilder(text.length()) : shown;
            shown.append(text, done, found.start).append(HIDDEN);
            done = found.end;
            at = found.end;
        }
        return shown == null ? text : shown.append(text, done, text.length()).toString();
    }

    private static @Nullable Span find(List<Secret> known, String text, int at, int from) {
        Span longest = null;
        int plain = Spelling.plain(text, at);
        for (Secret secret : known) {
            // Nearly every place is passed by its first character.
            boolean mayBegin = plain < 0 || plain == secret.first;
            Span found = mayBegin ? secret.at(text, at, from) : null;
            if (found != null && (longest == null || found.end > longest.end)) {
                longest = found;
            }
        }
        return longest;
    }

    private List<Secret> known() {
        List<Secret> known = secrets;
        if (known == null) {
            known = Secret.all(learnt);
            secrets = known;
        }
        return known;
    }

    private static String withoutFields(String text) {
        Matcher field = SECRET_FIELD.matcher(text);
        StringBuilder shown = null;
        int done = 0;
        while (field.find(done)) {
            int end = endOfValue(text, field.end());
            shown = shown == null ? new StringBuilder(text.length()) : shown;
            shown.append(text, done, field.end()).append(end > field.end() ? '"' + HIDDEN + '"' : "");
            done = end;
        }
        return shown == null ? text : shown.append(text, done, text.length()).toString();
    }

    /** Returns where a value ends; an object or array is looked into, not hidden, and there is nothing in null. */
    private static int endOfValue(String text, int start) {
        if (start >= text.length() || "{[n".indexOf(text.charAt(start)) >= 0) {
            return start;
        }
        boolean quoted = text.charAt(start) == '"';
        int end = start + (quoted ? 1 : 0);
        while (end < text.length()) {
            char c = text.charAt(end);
            if (quoted && c == '"') {
                return end + 1;
            }
            if (!quoted && ",}] \t\r\n".indexOf(c) >= 0) {
                return end;
            }
            end += quoted && c == '\\' ? 2 : 1;
        }
        return text.length();
    }

    /** Hides the login in addresses, word by word so that hostile text costs no more than its length. */
    private static String withoutLogins(String text) {
        if (text.indexOf('@') < 0) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        for (int start = 0; start < text.length(); ) {
            int end = start;
            while (end < text.length() && !isBoundary(text.charAt(end))) {
                end++;
            }
            appendWithoutLogin(shown, text.substring(start, end));
            if (end < text.length()) {
                shown.append(text.charAt(end++));
            }
            start = end;
        }
        return shown.toString();
    }

    private static boolean isBoundary(char c) {
        return c <= ' ' || "\"'<>".indexOf(c) >= 0;
    }

    private static void appendWithoutLogin(StringBuilder shown, String word) {
        int at = word.lastIndexOf('@');
        int slashes = word.indexOf("//");
        int begin = slashes >= 0 && slashes < at ? slashes + 2 : 0;
        boolean isLogin = begin > 0 || word.lastIndexOf(':', at) >= 0;
        if (isLogin) {
            shown.append(word, 0, begin).append(HIDDEN).append(word, at, word.length());
        } else {
            shown.append(word);
        }
    }

    /** Where a secret stands in a text. */
    private record Span(int start, int end) {}

    /** One spelling of a secret that is to be found in texts. */
    private static final class Secret {
        /** A shorter one is only hidden where it stands alone: as part of a word it is no more than that. */
        private static final int SHORT = 8;
        /** A longer one is hidden as well where no more than its begin is left. */
        private static final int LONG = 24;
        /**
         * What is left of a long one that is still worth hiding; and of any at the end of the text, where it is cut.
         */
        private static final int PREFIX = 12;

        private static final int LAST_PREFIX = 4;
        private static final int SHORTEST_BASE64 = 6;

        private final int[] characters;
        private final int first;
        private final boolean isBase64;

        private Secret(String text, boolean isBase64) {
            this.characters = text.codePoints().toArray();
            this.first = Character.toLowerCase(characters[0]);
            this.isBase64 = isBase64;
        }

        static List<Secret> all(Collection<String> learnt) {
            Set<String> plain = new LinkedHashSet<>();
            Set<String> encoded = new LinkedHashSet<>();
            for (String each : learnt) {
                byte[] bytes = each.getBytes(StandardCharsets.UTF_8);
                plain.add(each);
                plain.add(new String(bytes, StandardCharsets.ISO_8859_1));
                for (int before = 0; before < 3; before++) {
                    String base64 = base64(bytes, before);
                    if (base64.length() >= SHORTEST_BASE64) {
                        encoded.add(base64);
                        encoded.add(base64.replace('+', '-').replace('/', '_'));
                    }
                }
            }
            List<Secret> all = new ArrayList<>();
            plain.forEach(each -> all.add(new Secret(each, false)));
            encoded.forEach(each -> all.add(new Secret(each, true)));
            return all;
        }

        /** Returns what bytes always are in Base64 when so many stand before them, modulo 3. */
        private static String base64(byte[] bytes, int before) {
            byte[] all = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, all, before, bytes.length);
            String text = Base64.getEncoder().encodeToString(all);
            int begin = before == 0 ? 0 : before + 1;
            return text.substring(begin, all.length * 8 / 6);
        }

        /** Returns where this ends if it begins at a place, null if it does not; {@code from} is where it may begin. */
        @Nullable
        Span at(String text, int at, int from) {
            Span longest = null;
            for (int depth = 0; depth <= Spelling.DEEPEST; depth++) {
                Span found = at(text, at, from, depth);
                if (found != null && (longest == null || found.end > longest.end)) {
                    longest = found;
                }
            }
            return longest;
        }

        private @Nullable Span at(String text, int at, int from, int depth) {
            int place = at;
            int read = 0;
            while (read < characters.length) {
                int next = Spelling.after(text, place, characters[read], depth);
                if (next < 0) {
                    break;
                }
                place = next;
                read++;
            }
            if (!isEnough(read, place == text.length())) {
                return null;
            }
            if (isBase64) {
                return new Span(beginOfBase64(text, at, from), endOfBase64(text, place));
            }
            boolean alone = characters.length >= SHORT || (isBegin(text, at) && isEnd(text, place));
            return alone ? new Span(at, place) : null;
        }

        private boolean isEnough(int read, boolean isAtEnd) {
            return read == characters.length
                    || (characters.length > LONG && read >= PREFIX)
                    || (isAtEnd && characters.length >= SHORT && read >= LAST_PREFIX);
        }

        private static int beginOfBase64(String text, int at, int from) {
            int begin = at;
            while (begin > from && isBase64(text.charAt(begin - 1))) {
                begin--;
            }
            return begin;
        }

        private static int endOfBase64(String text, int at) {
            int end = at;
            while (end < text.length() && isBase64(text.charAt(end))) {
                end++;
            }
            return end;
        }

        private static boolean isBase64(char c) {
            return (c < 128 && Character.isLetterOrDigit(c)) || "+/=-_".indexOf(c) >= 0;
        }

        private static boolean isBegin(String text, int at) {
            return at == 0
                    || !Character.isLetterOrDigit(text.charAt(at - 1))
                    || (at >= 3 && text.charAt(at - 3) == '%')
                    || text.startsWith("\\u", at - 6);
        }

        private static boolean isEnd(String text, int at) {
            return at == text.length() || !Character.isLetterOrDigit(text.charAt(at));
        }
    }
}
