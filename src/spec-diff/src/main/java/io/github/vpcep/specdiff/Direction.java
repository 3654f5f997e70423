package io.github.vpcep.specdiff;

/** Which way a value travels, and the kinds of change that are judged by it. */
enum Direction {
    REQUEST,
    ANSWER;

    Kind propertyAdded(boolean required) {
        return required
                ? either(Kind.REQUEST_PROPERTY_ADDED_REQUIRED, Kind.ANSWER_PROPERTY_ADDED_REQUIRED)
                : either(Kind.REQUEST_PROPERTY_ADDED, Kind.ANSWER_PROPERTY_ADDED);
    }

    Kind propertyRemoved() {
        return either(Kind.REQUEST_PROPERTY_REMOVED, Kind.ANSWER_PROPERTY_REMOVED);
    }

    Kind required(boolean now) {
        return now
                ? either(Kind.REQUEST_NOW_REQUIRED, Kind.ANSWER_NOW_REQUIRED)
                : either(Kind.REQUEST_NOW_OPTIONAL, Kind.ANSWER_NOW_OPTIONAL);
    }

    Kind valueAdded() {
        return either(Kind.REQUEST_VALUE_ADDED, Kind.ANSWER_VALUE_ADDED);
    }

    Kind valueRemoved() {
        return either(Kind.REQUEST_VALUE_REMOVED, Kind.ANSWER_VALUE_REMOVED);
    }

    Kind bound(boolean wider) {
        return wider
                ? either(Kind.REQUEST_WIDENED, Kind.ANSWER_WIDENED)
                : either(Kind.REQUEST_NARROWED, Kind.ANSWER_NARROWED);
    }

    Kind pattern() {
        return either(Kind.REQUEST_PATTERN_CHANGED, Kind.ANSWER_PATTERN_CHANGED);
    }

    Kind nullable(boolean now) {
        return now ? either(Kind.REQUEST_WIDENED, Kind.ANSWER_NOW_NULLABLE) : bound(false);
    }

    Kind mediaType(boolean added) {
        return added
                ? either(Kind.REQUEST_MEDIA_TYPE_ADDED, Kind.ANSWER_MEDIA_TYPE_ADDED)
                : either(Kind.REQUEST_MEDIA_TYPE_REMOVED, Kind.ANSWER_MEDIA_TYPE_REMOVED);
    }

    private Kind either(Kind inRequest, Kind inAnswer) {
        return this == REQUEST ? inRequest : inAnswer;
    }
}
