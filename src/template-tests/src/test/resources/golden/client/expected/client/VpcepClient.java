// Generated from the tags of spec/openapi.yaml; edit that file, not this one.
package io.github.vpcep.client;

import io.github.vpcep.runtime.ClientBuilder;
import io.github.vpcep.runtime.engine.Engine;
import retrofit2.Retrofit;

/**
 * A client of the Garage API. Immutable and safe to share between threads; make one and keep it.
 *
 * <p>{@link #close()} frees its connections and threads at once; they are daemons, so a program also ends without it.
 */
public final class VpcepClient implements AutoCloseable {
    private final Engine engine;
    private final CarsImpl cars;
    private final VpcepAsyncClient async;

    private VpcepClient(Engine engine) {
        this.engine = engine;
        this.cars = new CarsImpl(engine);
        this.async = new VpcepAsyncClient(cars.async());
    }

    /** A builder; it needs a region or an endpoint, a project id and credentials. */
    public static ClientBuilder<VpcepClient> builder() {
        return new ClientBuilder<>(VpcepContract.CONTRACT, VpcepClient::new);
    }

    /** The calls of {@link Cars}. */
    public Cars cars() {
        return cars;
    }

    /** The same calls as futures. */
    public VpcepAsyncClient async() {
        return async;
    }

    /**
     * The way down: Retrofit as this client uses it, with its credentials, for the {@code …Api} interfaces of this
     * package.
     */
    public Retrofit retrofit() {
        return engine.retrofit();
    }

    /** Frees connections and threads; calls made later fail with IllegalStateException. */
    @Override
    public void close() {
        engine.close();
    }
}
