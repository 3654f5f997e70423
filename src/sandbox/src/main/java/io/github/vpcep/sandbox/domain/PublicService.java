package io.github.vpcep.sandbox.domain;

import io.github.vpcep.model.EndpointServiceType;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A service that the operator offers to everybody.
 *
 * @param name the last part of its name, which begins with com.myhuaweicloud and the region
 * @param type how endpoints reach it: through an address or through routes
 * @param charged whether its endpoints cost something
 */
public record PublicService(String name, EndpointServiceType type, boolean charged) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,16}");

    /** Refuses what no service is called, and types that are not documented. */
    public PublicService {
        if (!NAME.matcher(Objects.requireNonNull(name, "name")).matches()) {
            throw new IllegalArgumentException(
                    "name is \"" + name + "\"; allowed are 1 to 16 letters, digits, hyphens and underscores");
        }
        if (!Objects.requireNonNull(type, "type").isKnown()) {
            throw new IllegalArgumentException(
                    "type is \"" + type.value() + "\"; allowed are " + EndpointServiceType.values());
        }
    }
}
