package io.github.vpcep.sandbox.bounds;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A place of a request that can be set.
 *
 * @param operation what is requested
 * @param parent what holds it; null for a parameter and for the body as a whole
 * @param name how it is called there, {@link #ITEM} for each item of an array
 * @param schema what it may hold, without references
 */
record Field(Operation operation, @Nullable Field parent, String name, JsonNode schema) {
    static final String ITEM = "[]";

    boolean isBody() {
        return parent != null || name.equals("body");
    }

    boolean isItem() {
        return name.equals(ITEM);
    }

    /** Such as {@code query:limit} or {@code body.ports[].client_port}. */
    String path() {
        return parent == null ? name : parent.path() + (isItem() ? ITEM : "." + name);
    }

    String type() {
        return schema.path("type").asText();
    }
}
