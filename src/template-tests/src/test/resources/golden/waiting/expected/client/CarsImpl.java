// Generated from spec/paths, operations tagged Cars: ShowCar; edit those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.Car;
import io.github.vpcep.model.CarStatus;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.engine.ApiCall;
import io.github.vpcep.runtime.engine.Engine;
import io.github.vpcep.runtime.ground.Arguments;
import io.github.vpcep.runtime.waiting.Goal;
import io.github.vpcep.runtime.waiting.Waiter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Both faces of {@link Cars}: each prepares the same call, then waits for it or not. */
final class CarsImpl implements Cars {
    private static final Operation SHOW_CAR = Operation.of("ShowCar", "GET", "/v1/{project_id}/cars/{car_id}");

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
    public Car get(String carId) {
        return prepareShowCar(carId).execute();
    }

    @Override
    public Car awaitStatus(String carId, CarStatus status, Duration timeout) {
        return awaitStatusWaiter(carId, status, timeout).await();
    }

    @Override
    public Car awaitReady(String carId, Duration timeout) {
        return awaitReadyWaiter(carId, timeout).await();
    }

    @Override
    public void awaitGone(String carId, Duration timeout) {
        awaitGoneWaiter(carId, timeout).awaitGone();
    }

    private ApiCall<Car> prepareShowCar(String carId) {
        Arguments.requireNonBlank(carId, "ShowCar: carId (\"car_id\")");
        return engine.prepare(SHOW_CAR, api.showCar(engine.projectId(), carId));
    }

    private Waiter<Car> awaitStatusWaiter(String carId, CarStatus status, Duration timeout) {
        Arguments.requireNonBlank(carId, "ShowCar: carId (\"car_id\")");
        Arguments.requireNonNull(status, "ShowCar: status");
        return new Waiter<>(
                Goal.of("ShowCar", carId, Car::status, status)
                        .failed(CarStatus.BROKEN, CarStatus.SCRAPPED)
                        .errors(Car::faults),
                most -> prepareShowCar(carId).within(most).execute(),
                most -> prepareShowCar(carId).within(most).executeAsync(),
                engine::isAbsence,
                engine::isPassing,
                engine.pauses(),
                Arguments.requireTimeout(timeout, "ShowCar: timeout"));
    }

    private Waiter<Car> awaitReadyWaiter(String carId, Duration timeout) {
        Arguments.requireNonBlank(carId, "ShowCar: carId (\"car_id\")");
        return new Waiter<>(
                Goal.of("ShowCar", carId, Car::status, CarStatus.READY),
                most -> prepareShowCar(carId).within(most).execute(),
                most -> prepareShowCar(carId).within(most).executeAsync(),
                engine::isAbsence,
                engine::isPassing,
                engine.pauses(),
                Arguments.requireTimeout(timeout, "ShowCar: timeout"));
    }

    private Waiter<Car> awaitGoneWaiter(String carId, Duration timeout) {
        Arguments.requireNonBlank(carId, "ShowCar: carId (\"car_id\")");
        return new Waiter<>(
                Goal.gone("ShowCar", carId, Car::status)
                        .failed(CarStatus.BROKEN)
                        .errors(Car::faults),
                most -> prepareShowCar(carId).within(most).execute(),
                most -> prepareShowCar(carId).within(most).executeAsync(),
                engine::isAbsence,
                engine::isPassing,
                engine.pauses(),
                Arguments.requireTimeout(timeout, "ShowCar: timeout"));
    }

    private final class Async implements CarsAsync {
        @Override
        public CompletableFuture<Car> get(String carId) {
            return prepareShowCar(carId).executeAsync();
        }

        @Override
        public CompletableFuture<Car> awaitStatus(String carId, CarStatus status, Duration timeout) {
            return awaitStatusWaiter(carId, status, timeout).awaitAsync();
        }

        @Override
        public CompletableFuture<Car> awaitReady(String carId, Duration timeout) {
            return awaitReadyWaiter(carId, timeout).awaitAsync();
        }

        @Override
        public CompletableFuture<Void> awaitGone(String carId, Duration timeout) {
            return awaitGoneWaiter(carId, timeout).awaitGoneAsync();
        }
    }
}
