package io.github.vpcep.json;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the builders of generated types do with properties beside those of the contract. */
public final class AdditionalProperties {
    private AdditionalProperties() {}

    /**
     * The name, if an additional property may have it.
     *
     * @param name the name on the wire
     * @param taken the names by which the properties of the type are read
     * @param type the name of the type
     * @throws IllegalArgumentException if it is null, or one of those: the property would be written twice, or be read
     *     back as the other
     */
    public static String requireFree(@Nullable String name, Set<String> taken, String type) {
        if (name == null) {
            throw new IllegalArgumentException("The name of an additional property of " + type + " must not be null");
        }
        if (taken.contains(name)) {
            throw new IllegalArgumentException(
                    type + " reads a property of its own from \"" + name + "\", which cannot be an additional one");
        }
        return name;
    }

    /** Forgets what was read under the names of a property, and was no value of it, now that it is set. */
    public static void remove(@Nullable Map<String, ?> properties, String... names) {
        if (properties != null) {
            for (String name : names) {
                properties.remove(name);
            }
        }
    }
}
