package io.github.vpcep.sandbox.bounds;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the contract.
 *
 * @param id its id
 * @param method its method
 * @param path its path, with parameters in braces
 * @param example a valid body, if it has any
 */
record Operation(
        String id, String method, String path, @Nullable JsonNode example) {}
