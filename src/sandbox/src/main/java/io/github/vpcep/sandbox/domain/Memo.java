package io.github.vpcep.sandbox.domain;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * Remembers what was made of immutable objects, each known by its identity, so that nothing has to be told when one is
 * replaced. It has a fixed number of places and forgets whatever stands in the place of the next. Thread-safe.
 *
 * @param <K> immutable
 * @param <V> immutable
 */
public final class Memo<K, V> {
    private record Made<K, V>(K of, V value) {}

    private final AtomicReferenceArray<Made<K, V>> places;
    private final Function<K, V> maker;

    /**
     * Remembers nothing yet.
     *
     * @param places how much it can remember at most, a power of two
     * @param maker makes a value of nothing but the object
     */
    public Memo(int places, Function<K, V> maker) {
        this.places = new AtomicReferenceArray<>(places);
        this.maker = maker;
    }

    /** What is made of an object, now or before. */
    public V of(K key) {
        int hash = System.identityHashCode(key);
        int place = (hash ^ hash >>> 16) & places.length() - 1;
        Made<K, V> made = places.get(place);
        if (made == null || made.of() != key) {
            made = new Made<>(key, maker.apply(key));
            places.set(place, made);
        }
        return made.value();
    }
}
