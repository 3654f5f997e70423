// Generated from spec/paths, operations tagged Cars: ListCars, ListKeys; edit those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.Car;
import io.github.vpcep.model.CarList;
import io.github.vpcep.model.Key;
import io.github.vpcep.model.KeyList;
import io.github.vpcep.model.SortKey;
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
    private static final Operation LIST_CARS = Operation.of(
                    "ListCars", "POST", "/v1/{project_id}/garages/{garage_id}/cars")
            .idempotent(true);
    private static final Operation LIST_KEYS = Operation.of("ListKeys", "GET", "/v1/{project_id}/keys");

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
    public Page<Car> list(String garageId, Cars.ListParams params) {
        Cars.ListParams request = listInOrder(params);
        return Page.of(
                listPages(garageId, request),
                listChunk(prepareListCars(garageId, request).execute()));
    }

    @Override
    public Page<Key> listKeys(Cars.ListKeysParams params) {
        Cars.ListKeysParams request = Arguments.requireNonNull(params, "ListKeys: params");
        return Page.of(
                listKeysPages(request), listKeysChunk(prepareListKeys(request).execute()));
    }

    private ApiCall<CarList> prepareListCars(String garageId, Cars.ListParams params) {
        Arguments.requireNonBlank(garageId, "ListCars: garageId (\"garage_id\")");
        Arguments.requireNonNull(params, "ListCars: params");
        return engine.prepare(
                LIST_CARS,
                api.listCars(engine.projectId(), garageId, params.limit(), params.offset(), params.sortKey()));
    }

    private ApiCall<KeyList> prepareListKeys(Cars.ListKeysParams params) {
        Arguments.requireNonNull(params, "ListKeys: params");
        return engine.prepare(LIST_KEYS, api.listKeys(engine.projectId(), params.limit(), params.offset()));
    }

    /** In the order of creation unless the caller asks for another, so that what is created meanwhile comes last. */
    private static Cars.ListParams listInOrder(Cars.ListParams params) {
        Arguments.requireNonNull(params, "ListCars: params");
        return params.sortKey() == null
                ? params.toBuilder().sortKey(SortKey.CREATED_AT).build()
                : params;
    }

    private PageSource<Car> listPages(String garageId, Cars.ListParams params) {
        return PageSource.of(
                params.offset() == null ? 0 : params.offset(),
                params.limit() == null ? 3 : params.limit(),
                Car::id,
                (offset, limit) -> listChunk(prepareListCars(
                                garageId,
                                params.toBuilder().offset(offset).limit(limit).build())
                        .execute()),
                (offset, limit) -> prepareListCars(
                                garageId,
                                params.toBuilder().offset(offset).limit(limit).build())
                        .executeAsync(CarsImpl::listChunk));
    }

    private static Chunk<Car> listChunk(CarList page) {
        return Chunk.of(page.cars(), page.totalCount());
    }

    private PageSource<Key> listKeysPages(Cars.ListKeysParams params) {
        return PageSource.of(
                params.offset() == null ? 0 : params.offset(),
                params.limit() == null ? 100 : params.limit(),
                Key::id,
                (offset, limit) -> listKeysChunk(prepareListKeys(
                                params.toBuilder().offset(offset).limit(limit).build())
                        .execute()),
                (offset, limit) -> prepareListKeys(
                                params.toBuilder().offset(offset).limit(limit).build())
                        .executeAsync(CarsImpl::listKeysChunk));
    }

    private static Chunk<Key> listKeysChunk(KeyList page) {
        return Chunk.of(page.keys(), page.totalCount());
    }

    private final class Async implements CarsAsync {
        @Override
        public CompletableFuture<AsyncPage<Car>> list(String garageId, Cars.ListParams params) {
            Cars.ListParams request = listInOrder(params);
            return prepareListCars(garageId, request)
                    .executeAsync(page -> AsyncPage.of(listPages(garageId, request), listChunk(page)));
        }

        @Override
        public CompletableFuture<AsyncPage<Key>> listKeys(Cars.ListKeysParams params) {
            Cars.ListKeysParams request = Arguments.requireNonNull(params, "ListKeys: params");
            return prepareListKeys(request)
                    .executeAsync(page -> AsyncPage.of(listKeysPages(request), listKeysChunk(page)));
        }
    }
}
