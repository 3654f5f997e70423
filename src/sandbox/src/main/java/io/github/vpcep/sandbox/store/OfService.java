package io.github.vpcep.sandbox.store;

import java.util.Optional;

/**
 * A service with a part of a list of what belongs to it, both as of one moment.
 *
 * @param service nothing if it is not there
 * @param found empty then
 */
public record OfService<T>(Optional<StoredService> service, Found<T> found) {}
