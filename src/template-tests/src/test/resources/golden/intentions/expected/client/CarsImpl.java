// Generated from spec/paths, operations tagged Cars: AddOrRemoveLabels, LetOrBanDriver, SearchCars; edit those files,
// not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.Car;
import io.github.vpcep.model.CarList;
import io.github.vpcep.model.Colour;
import io.github.vpcep.model.DriverAction;
import io.github.vpcep.model.DriverRequest;
import io.github.vpcep.model.Drivers;
import io.github.vpcep.model.LabelAction;
import io.github.vpcep.model.LabelRequest;
import io.github.vpcep.model.SearchAction;
import io.github.vpcep.model.SearchRequest;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.engine.ApiCall;
import io.github.vpcep.runtime.engine.Engine;
import io.github.vpcep.runtime.ground.Arguments;
import io.github.vpcep.runtime.paging.AsyncPage;
import io.github.vpcep.runtime.paging.Chunk;
import io.github.vpcep.runtime.paging.Page;
import io.github.vpcep.runtime.paging.PageSource;
import java.util.concurrent.CompletableFuture;

/** Both faces of {@link Cars}: each prepares the same call, then waits for it or not. */
final class CarsImpl implements Cars {
    private static final Operation ADD_OR_REMOVE_LABELS = Operation.of(
                    "AddOrRemoveLabels", "POST", "/v1/{project_id}/cars/{colour}/{car_id}/labels")
            .withoutAnswer();
    private static final Operation LET_OR_BAN_DRIVER =
            Operation.of("LetOrBanDriver", "POST", "/v1/{project_id}/cars/{car_id}/drivers");
    private static final Operation SEARCH_CARS = Operation.of(
                    "SearchCars", "POST", "/v1/{project_id}/cars/{colour}/search")
            .idempotent(true);

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
    public void label(Colour colour, String carId, LabelRequest body) {
        prepareAddOrRemoveLabels(
                        colour,
                        carId,
                        Arguments.requireNonNull(body, "AddOrRemoveLabels: body").toBuilder()
                                .labelAction(LabelAction.CREATE)
                                .build())
                .execute();
    }

    @Override
    public void unlabel(Colour colour, String carId, LabelRequest body) {
        prepareAddOrRemoveLabels(
                        colour,
                        carId,
                        Arguments.requireNonNull(body, "AddOrRemoveLabels: body").toBuilder()
                                .labelAction(LabelAction.DELETE)
                                .build())
                .execute();
    }

    @Override
    public Drivers let(String carId, DriverRequest body) {
        return prepareLetOrBanDriver(
                        carId,
                        Arguments.requireNonNull(body, "LetOrBanDriver: body").toBuilder()
                                .action(DriverAction.LET)
                                .build())
                .execute();
    }

    @Override
    public Drivers ban(String carId, DriverRequest body) {
        return prepareLetOrBanDriver(
                        carId,
                        Arguments.requireNonNull(body, "LetOrBanDriver: body").toBuilder()
                                .action(DriverAction.BAN)
                                .build())
                .execute();
    }

    @Override
    public Page<Car> search(Colour colour, SearchRequest body) {
        SearchRequest request = Arguments.requireNonNull(body, "SearchCars: body").toBuilder()
                .action(SearchAction.FILTER)
                .build();
        return Page.of(
                searchCarsPages(colour, request),
                searchCarsChunk(prepareSearchCars(colour, request).execute()));
    }

    @Override
    public int count(Colour colour, SearchRequest body) {
        return prepareSearchCars(
                        colour,
                        Arguments.requireNonNull(body, "SearchCars: body").toBuilder()
                                .limit(null)
                                .offset(null)
                                .action(SearchAction.COUNT)
                                .build())
                .execute()
                .totalCount();
    }

    @Override
    public CarList dryRun(Colour colour, SearchRequest body) {
        return prepareSearchCars(
                        colour,
                        Arguments.requireNonNull(body, "SearchCars: body").toBuilder()
                                .action(SearchAction.TEST)
                                .build())
                .execute();
    }

    private ApiCall<Void> prepareAddOrRemoveLabels(Colour colour, String carId, LabelRequest body) {
        Arguments.requireNonNull(colour, "AddOrRemoveLabels: colour (\"colour\")");
        Arguments.requireNonBlank(carId, "AddOrRemoveLabels: carId (\"car_id\")");
        Arguments.requireNonNull(body, "AddOrRemoveLabels: body");
        return engine.prepare(ADD_OR_REMOVE_LABELS, api.addOrRemoveLabels(engine.projectId(), colour, carId, body));
    }

    private ApiCall<Drivers> prepareLetOrBanDriver(String carId, DriverRequest body) {
        Arguments.requireNonBlank(carId, "LetOrBanDriver: carId (\"car_id\")");
        Arguments.requireNonNull(body, "LetOrBanDriver: body");
        return engine.prepare(LET_OR_BAN_DRIVER, api.letOrBanDriver(engine.projectId(), carId, body));
    }

    private ApiCall<CarList> prepareSearchCars(Colour colour, SearchRequest body) {
        Arguments.requireNonNull(colour, "SearchCars: colour (\"colour\")");
        Arguments.requireNonNull(body, "SearchCars: body");
        return engine.prepare(SEARCH_CARS, api.searchCars(engine.projectId(), colour, body));
    }

    private PageSource<Car> searchCarsPages(Colour colour, SearchRequest body) {
        return PageSource.of(
                Arguments.count(body.offset(), "SearchCars: offset (\"offset\")", 0),
                Arguments.count(body.limit(), "SearchCars: limit (\"limit\")", 3),
                Car::id,
                (offset, limit) -> searchCarsChunk(prepareSearchCars(
                                colour,
                                body.toBuilder()
                                        .offset(String.valueOf(offset))
                                        .limit(String.valueOf(limit))
                                        .build())
                        .execute()),
                (offset, limit) -> prepareSearchCars(
                                colour,
                                body.toBuilder()
                                        .offset(String.valueOf(offset))
                                        .limit(String.valueOf(limit))
                                        .build())
                        .executeAsync(CarsImpl::searchCarsChunk));
    }

    private static Chunk<Car> searchCarsChunk(CarList page) {
        return Chunk.of(page.cars(), page.totalCount());
    }

    private final class Async implements CarsAsync {
        @Override
        public CompletableFuture<Void> label(Colour colour, String carId, LabelRequest body) {
            return prepareAddOrRemoveLabels(
                            colour,
                            carId,
                            Arguments.requireNonNull(body, "AddOrRemoveLabels: body").toBuilder()
                                    .labelAction(LabelAction.CREATE)
                                    .build())
                    .executeAsync();
        }

        @Override
        public CompletableFuture<Void> unlabel(Colour colour, String carId, LabelRequest body) {
            return prepareAddOrRemoveLabels(
                            colour,
                            carId,
                            Arguments.requireNonNull(body, "AddOrRemoveLabels: body").toBuilder()
                                    .labelAction(LabelAction.DELETE)
                                    .build())
                    .executeAsync();
        }

        @Override
        public CompletableFuture<Drivers> let(String carId, DriverRequest body) {
            return prepareLetOrBanDriver(
                            carId,
                            Arguments.requireNonNull(body, "LetOrBanDriver: body").toBuilder()
                                    .action(DriverAction.LET)
                                    .build())
                    .executeAsync();
        }

        @Override
        public CompletableFuture<Drivers> ban(String carId, DriverRequest body) {
            return prepareLetOrBanDriver(
                            carId,
                            Arguments.requireNonNull(body, "LetOrBanDriver: body").toBuilder()
                                    .action(DriverAction.BAN)
                                    .build())
                    .executeAsync();
        }

        @Override
        public CompletableFuture<AsyncPage<Car>> search(Colour colour, SearchRequest body) {
            SearchRequest request = Arguments.requireNonNull(body, "SearchCars: body").toBuilder()
                    .action(SearchAction.FILTER)
                    .build();
            PageSource<Car> pages = searchCarsPages(colour, request);
            return prepareSearchCars(colour, request).executeAsync(page -> AsyncPage.of(pages, searchCarsChunk(page)));
        }

        @Override
        public CompletableFuture<Integer> count(Colour colour, SearchRequest body) {
            return prepareSearchCars(
                            colour,
                            Arguments.requireNonNull(body, "SearchCars: body").toBuilder()
                                    .limit(null)
                                    .offset(null)
                                    .action(SearchAction.COUNT)
                                    .build())
                    .executeAsync(CarList::totalCount);
        }

        @Override
        public CompletableFuture<CarList> dryRun(Colour colour, SearchRequest body) {
            return prepareSearchCars(
                            colour,
                            Arguments.requireNonNull(body, "SearchCars: body").toBuilder()
                                    .action(SearchAction.TEST)
                                    .build())
                    .executeAsync();
        }
    }
}
