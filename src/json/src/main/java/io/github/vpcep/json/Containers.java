package io.github.vpcep.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies of lists of lists, and of maps, that generated types keep. */
public final class Containers {
    private Containers() {}

    /**
     * An unmodifiable copy of a list or map, and of the lists and maps inside; everything else in them stays itself,
     * and so does null.
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // The copy is of the same kinds as what it was made of, null of null.
    public static <T extends @Nullable Object> T copyOf(T container) {
        return (T) copy(container);
    }

    private static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(item -> copy.add(copy(item)));
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, item) -> copy.put(key, copy(item)));
            return Collections.unmodifiableMap(copy);
        }
        return value;
    }
}
