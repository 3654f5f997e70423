package io.github.vpcep.sandbox.bounds;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One restriction of the contract.
 *
 * @param field what is restricted
 * @param keyword how, in the terms of JSON Schema
 * @param limit by what
 */
record Bound(Field field, String keyword, JsonNode limit) {
    @Override
    public String toString() {
        return field.operation().id() + " " + field.path() + " " + keyword + " " + limit;
    }
}
