// Generated from the operations of spec/openapi.yaml; edit that file, not this one.

package io.github.vpcep.server;

import io.github.vpcep.model.Car;
import io.github.vpcep.model.CarList;
import io.github.vpcep.model.Colour;
import io.github.vpcep.model.Kind;
import io.github.vpcep.router.Input;
import io.github.vpcep.router.Operation;
import io.github.vpcep.router.Refusal;
import io.github.vpcep.router.Router;
import java.util.List;

/**
 * The operations of the Garage API for a server on any HTTP library: {@link Router} finds the one that a request is
 * for, reads what it takes, and runs it.
 */
public final class VpcepRouter {
    /** Gives the implementations; one that is made for a request may know who calls. */
    public interface Apis {
        /** The cars in the garage. Requests for them are refused as not implemented unless this is overridden. */
        default CarsApi cars() {
            throw Refusal.notImplemented("Cars");
        }

        /** The versions of the API. Requests for them are refused as not implemented unless this is overridden. */
        default VersionsApi versions() {
            throw Refusal.notImplemented("Versions");
        }
    }

    /**
     * All operations: id, method, path, status of the answer, whether there is a body in the request and in the answer,
     * and how the request is read.
     */
    public static final List<Operation<Apis>> OPERATIONS = List.of(
            new Operation<>(
                    "AddCars",
                    "POST",
                    "/v1/{project_id}/cars",
                    200,
                    Operation.Body.REQUIRED,
                    true,
                    VpcepRouter::addCars),
            new Operation<>(
                    "DeleteCar",
                    "DELETE",
                    "/v1/{project_id}/cars/{car_id}",
                    204,
                    Operation.Body.NONE,
                    false,
                    VpcepRouter::deleteCar),
            new Operation<>(
                    "DeleteCars",
                    "DELETE",
                    "/v1/{project_id}/cars/{colour}/{kind}",
                    200,
                    Operation.Body.NONE,
                    true,
                    VpcepRouter::deleteCars),
            new Operation<>(
                    "ListCars", "GET", "/v1/{project_id}/cars", 200, Operation.Body.NONE, true, VpcepRouter::listCars),
            new Operation<>(
                    "RenameCar",
                    "PUT",
                    "/v1/{project_id}/cars/{car_id}",
                    204,
                    Operation.Body.REQUIRED,
                    false,
                    VpcepRouter::renameCar),
            new Operation<>("ListVersions", "GET", "/", 200, Operation.Body.NONE, true, VpcepRouter::listVersions),
            new Operation<>(
                    "ShowVersion", "GET", "/{version}", 200, Operation.Body.NONE, true, VpcepRouter::showVersion));

    private VpcepRouter() {}

    /** A router for these operations. */
    public static Router<Apis> create() {
        return new Router<>(OPERATIONS);
    }

    private static Operation.Invocation<Apis> addCars(Input in) {
        String projectId = in.path("project_id")
                .text()
                .minLength(1)
                .maxLength(64)
                .matching("^[a-z0-9]*$")
                .required();
        CarList body = in.body(CarList.class);
        return apis -> apis.cars().add(projectId, body);
    }

    private static Operation.Invocation<Apis> deleteCar(Input in) {
        String projectId = in.path("project_id")
                .text()
                .minLength(1)
                .maxLength(64)
                .matching("^[a-z0-9]*$")
                .required();
        String carId = in.path("car_id").text().required();
        return apis -> {
            apis.cars().deleteCar(projectId, carId);
            return null;
        };
    }

    private static Operation.Invocation<Apis> deleteCars(Input in) {
        String projectId = in.path("project_id")
                .text()
                .minLength(1)
                .maxLength(64)
                .matching("^[a-z0-9]*$")
                .required();
        Colour colour =
                in.path("colour").oneOf(Colour::fromExact, Colour.values()).required();
        Kind kind = in.path("kind").oneOf(Kind::fromExact, Kind.values()).required();
        return apis -> apis.cars().deleteCars(projectId, colour, kind);
    }

    private static Operation.Invocation<Apis> listCars(Input in) {
        String projectId = in.path("project_id")
                .text()
                .minLength(1)
                .maxLength(64)
                .matching("^[a-z0-9]*$")
                .required();
        CarsApi.ListParams params = CarsApi.ListParams.builder()
                .limit(in.query("limit").integer().min(1).max(1000).orNull())
                .offset(in.query("offset").longInteger().min(0L).orNull())
                .id(in.query("car_id").text().maxLength(64).orNull())
                .colour(in.query("colour")
                        .oneOf(Colour::fromExact, Colour.values())
                        .orNull())
                .owner(in.query("owner").text().minLength(1).required())
                .build();
        return apis -> apis.cars().list(projectId, params);
    }

    private static Operation.Invocation<Apis> renameCar(Input in) {
        String projectId = in.path("project_id")
                .text()
                .minLength(1)
                .maxLength(64)
                .matching("^[a-z0-9]*$")
                .required();
        String carId = in.path("car_id").text().required();
        Car body = in.body(Car.class);
        return apis -> {
            apis.cars().renameCar(projectId, carId, body);
            return null;
        };
    }

    private static Operation.Invocation<Apis> listVersions(Input in) {
        return apis -> apis.versions().list();
    }

    private static Operation.Invocation<Apis> showVersion(Input in) {
        String version = in.path("version").text().required();
        return apis -> apis.versions().get(version);
    }
}
