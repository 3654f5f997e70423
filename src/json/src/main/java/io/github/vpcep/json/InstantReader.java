package io.github.vpcep.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads an RFC 3339 timestamp, with or without fractions of a second, in UTC or at an offset. */
public class InstantReader extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    private static final long NONE = Long.MIN_VALUE;
    private static final int LENGTH = "2022-08-03T03:03:54Z".length();

    /** Called by Jackson. */
    public InstantReader() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        // java.time takes two thirds of the time and memory of reading a page, so the usual form is read here.
        long second = parser.getTextLength() == LENGTH
                ? epochSecond(parser.getTextCharacters(), parser.getTextOffset())
                : NONE;
        return second == NONE ? uncommon(parser.getText(), context) : Instant.ofEpochSecond(second);
    }

    private Instant uncommon(String text, DeserializationContext context) throws IOException {
        try {
            Instant time = parse(text);
            if (Instants.isWritable(time)) {
                return time;
            }
        } catch (DateTimeException e) {
            // Told as one that no Instant of the contract can be.
        }
        return (Instant)
                context.handleWeirdStringValue(Instant.class, text, "not a timestamp such as 2022-08-03T03:03:54Z");
    }

    /**
     * Reads a timestamp in any of the forms that are taken; throws {@link DateTimeException} if it has none of them.
     */
    Instant parse(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    /** The second of {@code yyyy-MM-ddTHH:mm:ssZ}; {@link #NONE} for everything else, right or wrong. */
    private static long epochSecond(char[] text, int at) {
        if (text[at + 4] != '-'
                || text[at + 7] != '-'
                || text[at + 10] != 'T'
                || text[at + 13] != ':'
                || text[at + 16] != ':'
                || text[at + 19] != 'Z') {
            return NONE;
        }
        int century = twoDigits(text, at);
        int yearOfCentury = twoDigits(text, at + 2);
        int month = twoDigits(text, at + 5);
        int day = twoDigits(text, at + 8);
        int hour = twoDigits(text, at + 11);
        int minute = twoDigits(text, at + 14);
        int second = twoDigits(text, at + 17);
        // The 29th of February is left to java.time, and so is what is no digit: it is below zero here.
        if ((century | yearOfCentury | hour | minute | second) < 0
                || month < 1
                || month > 12
                || day < 1
                || day > daysInEveryYear(month)
                || hour > 23
                || minute > 59
                || second > 59) {
            return NONE;
        }
        return ((epochDay(century * 100 + yearOfCentury, month, day) * 24 + hour) * 60 + minute) * 60 + second;
    }

    private static int daysInEveryYear(int month) {
        return switch (month) {
            case 2 -> 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** Days since 1970 in the Gregorian calendar, by years that begin in March, so that a leap day is the last. */
    private static long epochDay(int year, int month, int day) {
        int marchYear = month > 2 ? year : year - 1;
        int marchMonth = month > 2 ? month - 3 : month + 9;
        int leapDays = Math.floorDiv(marchYear, 4) - Math.floorDiv(marchYear, 100) + Math.floorDiv(marchYear, 400);
        int dayOfYear = (153 * marchMonth + 2) / 5 + day - 1;
        return 365L * marchYear + leapDays + dayOfYear - 719468;
    }

    /** Below zero if one of the two is no digit. */
    private static int twoDigits(char[] text, int at) {
        int tens = text[at] - '0';
        int ones = text[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }
}
