package io.github.vpcep.json;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;

/** Reads a timestamp that also arrives without a zone, as {@code 2018-01-30T07:42:01.174}, which is taken as UTC. */
public final class LocalInstantReader extends InstantReader {
    private static final long serialVersionUID = 1L;

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .parseCaseInsensitive()
            .appendOffsetId()
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT)
            .withChronology(IsoChronology.INSTANCE);

    /** Called by Jackson. */
    public LocalInstantReader() {}

    @Override
    Instant parse(String text) {
        var time = FORM.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime known
                ? known.toInstant()
                : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
    }
}
