package io.github.vpcep.runtime.contract;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a generated client tells the engine about its API.
 *
 * @param userAgent the value of the User-Agent header, such as {@code vpcep-java/1.0.0}
 * @param serverUrl the server's address with the variable <code>{region}</code>
 * @param defaultRegion the region that the contract gives as default; named in messages, never used unasked, because a
 *     project id is valid in its own region only
 * @param json reads and writes the model; not changed by the engine, and not to be changed once handed over
 * @param errors the error codes that the contract knows
 */
public record Contract(
        String userAgent, String serverUrl, String defaultRegion, ObjectMapper json, ErrorCatalogue errors) {}
