package io.github.vpcep.json;

import org.jspecify.annotations.Nullable;

/** Checks of the properties that a generated type cannot be without. */
public final class Required {
    private Required() {}

    /**
     * Returns the value if there is one.
     *
     * @param type the name of the type, such as {@code Endpoint}
     * @param name the property's name in Java, such as {@code dnsEnabled}
     * @param wireName the property's name in JSON, such as {@code enable_dns}
     * @throws MissingPropertyException if it is null; the message gives all three
     */
    public static <T> T property(@Nullable T value, String type, String name, String wireName) {
        if (value == null) {
            throw new MissingPropertyException(type, name, wireName);
        }
        return value;
    }

    /** Returns what messages call a property. */
    static String label(String type, String name, String wireName) {
        return type + "." + name + " (\"" + wireName + "\")";
    }
}
