package io.github.vpcep.router;

import io.github.vpcep.router.Refusal.Kind;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A media type in a header, or a range of them (RFC 9110, 8.3.1 and 12.5.1). */
final class MediaType {
    static final String JSON = "application/json";

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String VALUE = "(?:" + TOKEN + "|\"(?:[^\"\\\\]|\\\\.)*\")";
    private static final Pattern TYPE = Pattern.compile(
            "[ \t]*(" + TOKEN + ")/(" + TOKEN + ")((?:[ \t]*;[ \t]*(?:" + TOKEN + "=" + VALUE + ")?)*)[ \t]*");
    private static final Pattern SEPARATOR = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
    /** What HttpURLConnection sends by itself up to JDK 20, and others: no range, but plain in what it means. */
    private static final Pattern STAR_ALONE = Pattern.compile("^[ \t]*\\*(?=[ \t]*(?:;|$))");

    private static final Pattern WEIGHT =
            Pattern.compile("(?i).*;[ \t]*q=(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)[ \t]*(?:;.*)?");

    private final String type;
    private final String parameters;

    private MediaType(String type, String parameters) {
        this.type = type;
        this.parameters = parameters;
    }

    /** What a header says; refuses what is none. */
    static MediaType of(String text, String header) {
        if (text.equals(JSON)) {
            return new MediaType(JSON, "");
        }
        Matcher parts = TYPE.matcher(text);
        if (!parts.matches()) {
            throw Refusal.of(Kind.HEADER_MALFORMED, header, "a media type");
        }
        return new MediaType((parts.group(1) + "/" + parts.group(2)).toLowerCase(Locale.ROOT), parts.group(3));
    }

    boolean isJson() {
        return type.equals(JSON);
    }

    /** Whether the header Accept takes JSON; the range that says most about it decides. */
    static boolean accepts(String accept) {
        if (accept.equals(JSON) || accept.equals("*/*")) {
            return true;
        }
        int decided = 0;
        boolean accepted = false;
        for (String each : SEPARATOR.split(accept, -1)) {
            if (!each.isBlank()) {
                MediaType range = of(STAR_ALONE.matcher(each).replaceFirst("*/*"), "Accept");
                int precision = range.precision();
                if (precision > decided || (precision == decided && precision > 0 && range.isWanted())) {
                    decided = precision;
                    accepted = range.isWanted();
                }
            }
        }
        // A list without a range says nothing.
        return accepted || accept.replace(',', ' ').isBlank();
    }

    private int precision() {
        return switch (type) {
            case JSON -> 3;
            case "application/*" -> 2;
            case "*/*" -> 1;
            default -> 0;
        };
    }

    private boolean isWanted() {
        Matcher weight = WEIGHT.matcher(parameters);
        return !weight.matches() || Double.parseDouble(weight.group(1)) > 0;
    }
}
