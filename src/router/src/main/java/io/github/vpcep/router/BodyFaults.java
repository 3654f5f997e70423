package io.github.vpcep.router;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import io.github.vpcep.json.MissingPropertyException;
import io.github.vpcep.router.Refusal.Kind;
import java.io.IOException;
import java.util.List;

/** Finds out what is wrong with a body. */
final class BodyFaults {
    /** As much of a name that a caller made up as is shown. */
    private static final int SHOWN = 64;

    private BodyFaults() {}

    static RefusedException of(IOException thrown) {
        if (thrown instanceof BadTextException bad) {
            return Refusal.of(Kind.BODY_MALFORMED, "", bad.getOriginalMessage(), thrown);
        }
        String path = thrown instanceof JsonMappingException mapping ? place(mapping.getPath()) : "";
        // The builder's exception is somewhere among the causes.
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof MissingPropertyException missing) {
                String place = path + (path.isEmpty() ? "" : ".") + missing.wireName();
                return Refusal.of(Kind.PROPERTY_MISSING, place, "", thrown);
            }
        }
        if (thrown instanceof InvalidNullException) {
            return Refusal.of(Kind.PROPERTY_INVALID, path, "a value and not null", thrown);
        }
        return path.isEmpty()
                ? Refusal.of(Kind.BODY_MALFORMED, position(thrown), "one JSON object", thrown)
                : Refusal.of(Kind.PROPERTY_INVALID, path, "", thrown);
    }

    private static String place(List<JsonMappingException.Reference> path) {
        StringBuilder text = new StringBuilder();
        for (JsonMappingException.Reference each : path) {
            if (each.getFieldName() == null) {
                text.append('[').append(each.getIndex()).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(shortened(each.getFieldName()));
            }
        }
        return text.toString();
    }

    private static String shortened(String name) {
        return name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…";
    }

    private static String position(IOException thrown) {
        JsonLocation location = thrown instanceof JsonProcessingException json ? json.getLocation() : null;
        return location == null ? "" : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
