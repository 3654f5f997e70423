package io.github.vpcep.json;

import java.io.Serial;

/** A property that a type of the contract cannot be without was not given. */
public final class MissingPropertyException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String name;
    private final String wireName;

    MissingPropertyException(String type, String name, String wireName) {
        super(Required.label(type, name, wireName) + " must not be null");
        this.type = type;
        this.name = name;
        this.wireName = wireName;
    }

    /** Returns the name of the type, such as {@code Endpoint}. */
    public String type() {
        return type;
    }

    /** Returns the property's name in Java, such as {@code dnsEnabled}. */
    public String name() {
        return name;
    }

    /** Returns the property's name in JSON, such as {@code enable_dns}. */
    public String wireName() {
        return wireName;
    }
}
