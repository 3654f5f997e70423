// Generated from spec/paths, operations tagged Cars: AddCars, DeleteCar, ListCars, SearchCars, ShowCar, ShowGarage,
// TurnWheel; edit those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.AddCarsRequest;
import io.github.vpcep.model.Car;
import io.github.vpcep.model.CarList;
import io.github.vpcep.model.Colour;
import io.github.vpcep.model.Turn;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.engine.ApiCall;
import io.github.vpcep.runtime.engine.Engine;
import io.github.vpcep.runtime.ground.Arguments;
import java.util.concurrent.CompletableFuture;

/** Both faces of {@link Cars}: each prepares the same call, then waits for it or not. */
final class CarsImpl implements Cars {
    private static final Operation ADD_CARS = Operation.of("AddCars", "POST", "/v1/{project_id}/cars");
    private static final Operation DELETE_CAR = Operation.of("DeleteCar", "DELETE", "/v1/{project_id}/cars/{car_id}")
            .withoutAnswer();
    private static final Operation LIST_CARS = Operation.of("ListCars", "GET", "/v1/{project_id}/cars");
    private static final Operation SEARCH_CARS = Operation.of("SearchCars", "POST", "/{version}/{colour}/search");
    private static final Operation SHOW_CAR = Operation.of("ShowCar", "GET", "/v1/{project_id}/cars/{car_id}");
    private static final Operation SHOW_GARAGE =
            Operation.of("ShowGarage", "GET", "/").anonymous();
    private static final Operation TURN_WHEEL = Operation.of(
                    "TurnWheel", "PUT", "/v1/{project_id}/cars/{car_id}/wheels/{wheel_id}")
            .withoutAnswer()
            .doneWhen("Garage.0001")
            .answeredAt("/v1/{project_id}/cars/{car_id}");

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
    public CarList add(AddCarsRequest body) {
        return prepareAddCars(body).execute();
    }

    @Override
    public void delete(String carId) {
        prepareDeleteCar(carId).execute();
    }

    @Override
    public boolean deleteIfExists(String carId) {
        return prepareDeleteCar(carId).executeIfExists();
    }

    @Override
    public CarList list(Cars.ListParams params) {
        return prepareListCars(params).execute();
    }

    @Override
    public CarList search(String version, Colour colour, Turn body, Cars.SearchParams params) {
        return prepareSearchCars(version, colour, body, params).execute();
    }

    @Override
    public Car show(String carId) {
        return prepareShowCar(carId).execute();
    }

    @Override
    public CarList show() {
        return prepareShowGarage().execute();
    }

    @Override
    public void turnWheel(String carId, String wheelId, Turn body) {
        prepareTurnWheel(carId, wheelId, body).execute();
    }

    private ApiCall<CarList> prepareAddCars(AddCarsRequest body) {
        Arguments.requireNonNull(body, "AddCars: body");
        return engine.prepare(ADD_CARS, api.addCars(engine.projectId(), body));
    }

    private ApiCall<Void> prepareDeleteCar(String carId) {
        Arguments.requireNonBlank(carId, "DeleteCar: carId (\"car_id\")");
        return engine.prepare(DELETE_CAR, api.deleteCar(engine.projectId(), carId));
    }

    private ApiCall<CarList> prepareListCars(Cars.ListParams params) {
        Arguments.requireNonNull(params, "ListCars: params");
        return engine.prepare(
                LIST_CARS, api.listCars(engine.projectId(), params.limit(), params.id(), params.colour()));
    }

    private ApiCall<CarList> prepareSearchCars(String version, Colour colour, Turn body, Cars.SearchParams params) {
        Arguments.requireNonBlank(version, "SearchCars: version (\"version\")");
        Arguments.requireNonNull(colour, "SearchCars: colour (\"colour\")");
        Arguments.requireNonNull(body, "SearchCars: body");
        Arguments.requireNonNull(params, "SearchCars: params");
        return engine.prepare(SEARCH_CARS, api.searchCars(version, colour, body, params.limit()));
    }

    private ApiCall<Car> prepareShowCar(String carId) {
        Arguments.requireNonBlank(carId, "ShowCar: carId (\"car_id\")");
        return engine.prepare(SHOW_CAR, api.showCar(engine.projectId(), carId));
    }

    private ApiCall<CarList> prepareShowGarage() {
        return engine.prepare(SHOW_GARAGE, api.showGarage());
    }

    private ApiCall<Void> prepareTurnWheel(String carId, String wheelId, Turn body) {
        Arguments.requireNonBlank(carId, "TurnWheel: carId (\"car_id\")");
        Arguments.requireNonBlank(wheelId, "TurnWheel: wheelId (\"wheel_id\")");
        Arguments.requireNonNull(body, "TurnWheel: body");
        return engine.prepare(TURN_WHEEL, api.turnWheel(engine.projectId(), carId, wheelId, body));
    }

    private final class Async implements CarsAsync {
        @Override
        public CompletableFuture<CarList> add(AddCarsRequest body) {
            return prepareAddCars(body).executeAsync();
        }

        @Override
        public CompletableFuture<Void> delete(String carId) {
            return prepareDeleteCar(carId).executeAsync();
        }

        @Override
        public CompletableFuture<Boolean> deleteIfExists(String carId) {
            return prepareDeleteCar(carId).executeIfExistsAsync();
        }

        @Override
        public CompletableFuture<CarList> list(Cars.ListParams params) {
            return prepareListCars(params).executeAsync();
        }

        @Override
        public CompletableFuture<CarList> search(String version, Colour colour, Turn body, Cars.SearchParams params) {
            return prepareSearchCars(version, colour, body, params).executeAsync();
        }

        @Override
        public CompletableFuture<Car> show(String carId) {
            return prepareShowCar(carId).executeAsync();
        }

        @Override
        public CompletableFuture<CarList> show() {
            return prepareShowGarage().executeAsync();
        }

        @Override
        public CompletableFuture<Void> turnWheel(String carId, String wheelId, Turn body) {
            return prepareTurnWheel(carId, wheelId, body).executeAsync();
        }
    }
}
