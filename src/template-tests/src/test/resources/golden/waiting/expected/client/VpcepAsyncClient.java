// Generated from the tags of spec/openapi.yaml; edit that file, not this one.
package io.github.vpcep.client;

/**
 * The calls of {@link VpcepClient} as futures; it shares that client's connections and options and is closed with it.
 */
public final class VpcepAsyncClient {
    private final CarsAsync cars;

    VpcepAsyncClient(CarsAsync cars) {
        this.cars = cars;
    }

    /** The calls of {@link Cars} as futures. */
    public CarsAsync cars() {
        return cars;
    }
}
