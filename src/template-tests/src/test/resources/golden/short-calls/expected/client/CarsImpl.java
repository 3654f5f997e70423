// Generated from spec/paths, operations tagged Cars: DescribeGarage, FindCar; edit those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.Car;
import io.github.vpcep.model.Colour;
import io.github.vpcep.model.DescriptionRequest;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.engine.ApiCall;
import io.github.vpcep.runtime.engine.Engine;
import io.github.vpcep.runtime.ground.Arguments;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Both faces of {@link Cars}: each prepares the same call, then waits for it or not. */
final class CarsImpl implements Cars {
    private static final Operation DESCRIBE_GARAGE = Operation.of(
                    "DescribeGarage", "PUT", "/v1/{project_id}/garages/{garage_id}/description")
            .withoutAnswer();
    private static final Operation FIND_CAR =
            Operation.of("FindCar", "GET", "/v1/{project_id}/garages/{garage_id}/car");

    private final Engine engine;
    private final CarsApi api;

    CarsImpl(Engine engine) {
        this.engine = engine;
        this.api = engine.api(CarsApi.class);
    }

    CarsAsync async() {
        return new Async();
    }

    @Override
    public void describe(String garageId, DescriptionRequest body) {
        prepareDescribeGarage(garageId, body).execute();
    }

    @Override
    public Car findByOwner(String garageId, String ownerName) {
        return prepareFindCar(
                        garageId,
                        Arguments.requireNonBlank(ownerName, "FindCar: ownerName (\"owner_name\")"),
                        null,
                        null)
                .execute();
    }

    @Override
    public Car find(String garageId, String id) {
        return prepareFindCar(garageId, null, Arguments.requireNonBlank(id, "FindCar: id (\"car_id\")"), null)
                .execute();
    }

    @Override
    public Car findByColour(String garageId, Colour colour) {
        return prepareFindCar(garageId, null, null, Arguments.requireNonNull(colour, "FindCar: colour (\"colour\")"))
                .execute();
    }

    private ApiCall<Void> prepareDescribeGarage(String garageId, DescriptionRequest body) {
        Arguments.requireNonBlank(garageId, "DescribeGarage: garageId (\"garage_id\")");
        Arguments.requireNonNull(body, "DescribeGarage: body");
        return engine.prepare(DESCRIBE_GARAGE, api.describeGarage(engine.projectId(), garageId, body));
    }

    private ApiCall<Car> prepareFindCar(
            String garageId, @Nullable String ownerName, @Nullable String id, @Nullable Colour colour) {
        Arguments.requireNonBlank(garageId, "FindCar: garageId (\"garage_id\")");
        return engine.prepare(FIND_CAR, api.findCar(engine.projectId(), garageId, ownerName, id, colour));
    }

    private final class Async implements CarsAsync {
        @Override
        public CompletableFuture<Void> describe(String garageId, DescriptionRequest body) {
            return prepareDescribeGarage(garageId, body).executeAsync();
        }

        @Override
        public CompletableFuture<Car> findByOwner(String garageId, String ownerName) {
            return prepareFindCar(
                            garageId,
                            Arguments.requireNonBlank(ownerName, "FindCar: ownerName (\"owner_name\")"),
                            null,
                            null)
                    .executeAsync();
        }

        @Override
        public CompletableFuture<Car> find(String garageId, String id) {
            return prepareFindCar(garageId, null, Arguments.requireNonBlank(id, "FindCar: id (\"car_id\")"), null)
                    .executeAsync();
        }

        @Override
        public CompletableFuture<Car> findByColour(String garageId, Colour colour) {
            return prepareFindCar(
                            garageId, null, null, Arguments.requireNonNull(colour, "FindCar: colour (\"colour\")"))
                    .executeAsync();
        }
    }
}
