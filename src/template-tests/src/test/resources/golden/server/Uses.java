package io.github.vpcep.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.model.Car;
import io.github.vpcep.model.CarList;
import io.github.vpcep.model.Colour;
import io.github.vpcep.model.Kind;
import io.github.vpcep.router.Answer;
import io.github.vpcep.router.Request;
import io.github.vpcep.server.CarsApi;
import io.github.vpcep.server.VpcepParamConverters;
import io.github.vpcep.server.VpcepRouter;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jboss.resteasy.mock.MockDispatcherFactory;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.spi.Dispatcher;

/** What a validator finds in requests, on either side of the bounds. */
public final class Uses {
    private static final Car CAR = Car.builder().id("a").build();
    private static final CarList CARS = CarList.builder().cars(List.of(CAR)).build();

    private static final Validator VALIDATOR = Validation.byProvider(HibernateValidator.class)
            .configure()
            .externalClassLoader(Uses.class.getClassLoader())
            .messageInterpolator(new ParameterMessageInterpolator())
            .addMapping(Uses.class.getResourceAsStream("/META-INF/vpcep/constraints.xml"))
            .buildValidatorFactory()
            .getValidator();

    private Uses() {}

    private static List<String> faults(Object value) {
        return VALIDATOR.validate(value).stream()
                .map(each -> each.getPropertyPath() + " " + each.getMessage())
                .sorted()
                .toList();
    }

    private static CarsApi.ListParams params(String owner, Integer limit, Long offset, String id, Colour colour) {
        return CarsApi.ListParams.builder()
                .owner(owner)
                .limit(limit)
                .offset(offset)
                .id(id)
                .colour(colour)
                .build();
    }

    private static List<String> faults(String method, Object... arguments) {
        CarsApi api = (CarsApi) Proxy.newProxyInstance(
                CarsApi.class.getClassLoader(), new Class<?>[] {CarsApi.class}, (proxy, called, given) -> null);
        for (var each : CarsApi.class.getMethods()) {
            if (each.getName().equals(method)) {
                return VALIDATOR.forExecutables().validateParameters(api, each, arguments).stream()
                        .map(fault -> fault.getPropertyPath() + " " + fault.getMessage())
                        .sorted()
                        .toList();
            }
        }
        throw new AssertionError("No method " + method);
    }

    public static void parametersWithinTheBoundsAreFine() {
        assertThat(faults("list", "p", params("o", 1, 0L, "", Colour.RED))).isEmpty();
        assertThat(faults("list", "p", params("o", 1000, null, null, null))).isEmpty();
        assertThat(faults("deleteCar", "p", "a")).isEmpty();
        assertThat(faults("add", "p", CARS)).isEmpty();
    }

    public static void parametersOutsideTheBoundsAreNot() {
        assertThat(faults("list", "", params("", 0, -1L, "x".repeat(65), Colour.fromString("pink"))))
                .containsExactly(
                        "list.params.colour.value must be one of \"red\", \"blue\"",
                        "list.params.id size must be at most 64",
                        "list.params.limit must be greater than or equal to 1",
                        "list.params.offset must be greater than or equal to 0",
                        "list.params.owner size must be at least 1",
                        "list.projectId size must be between 1 and 64");
        assertThat(faults("list", "p", params("o", 1001, null, null, null)))
                .containsExactly("list.params.limit must be less than or equal to 1000");
        // As Jakarta REST makes it of a request without a query.
        assertThat(faults("list", "P", new CarsApi.ListParams()))
                .containsExactly(
                        "list.params.owner must not be null",
                        "list.projectId must match \"^[a-z0-9]*$\"");
        assertThat(faults("add", "p", null)).containsExactly("add.body must not be null");
    }

    public static void enumerationsInThePathAreChecked() {
        assertThat(faults("deleteCars", "p", Colour.RED, Kind.SMALL)).isEmpty();
        assertThat(faults("deleteCars", "p", Colour.fromString("pink"), Kind.fromString("")))
                .containsExactly(
                        "deleteCars.colour.value must be one of \"red\", \"blue\"",
                        "deleteCars.kind.value must be one of \"small\", \"large\"");
    }

    public static void bodyIsCheckedInDepth() {
        Car bad = Car.builder()
                .id("<>")
                .seats(10)
                .colour(Colour.fromString("pink"))
                .names(List.of("", "b", "c", "d"))
                .build();

        assertThat(faults(CarList.builder().cars(List.of(CAR, bad)).build()))
                .containsExactly(
                        "cars[1].colour.value must be one of \"red\", \"blue\"",
                        "cars[1].id must match \"^[^<>&]*$\"",
                        "cars[1].names size must be at most 3",
                        "cars[1].names[0].<list element> size must be at least 1",
                        "cars[1].seats must be less than or equal to 9");
        assertThat(faults(CarList.builder().cars(List.of()).build()))
                .containsExactly("cars size must be at least 1");
        assertThat(faults("add", "p", CarList.builder().cars(List.of()).build()))
                .containsExactly("add.body.cars size must be at least 1");
    }

    /** Answers what it was called with. */
    private static final class Garage implements VpcepRouter.Apis, CarsApi {
        private final List<String> calls = new ArrayList<>();

        @Override
        public CarsApi cars() {
            return this;
        }

        @Override
        public CarList add(String projectId, CarList body) {
            calls.add("add " + projectId + " " + body.cars().size());
            return body;
        }

        @Override
        public void deleteCar(String projectId, String carId) {
            calls.add("deleteCar " + projectId + " " + carId);
        }

        @Override
        public CarList deleteCars(String projectId, Colour colour, Kind kind) {
            calls.add("deleteCars " + colour + " " + kind);
            return CARS;
        }

        @Override
        public CarList list(String projectId, ListParams params) {
            calls.add("list " + projectId + " " + params);
            return CARS;
        }

        @Override
        public void renameCar(String projectId, String carId, Car body) {
            calls.add("renameCar " + carId + " " + body.id());
        }
    }

    private static String routed(Garage garage, String method, String target, String body) {
        String[] parts = target.split("[?]", 2);
        Answer answer = VpcepRouter.create()
                .answer(
                        Request.of(
                                method,
                                parts[0],
                                parts.length == 1 ? null : parts[1],
                                Map.of("content-type", "application/json")::get,
                                body.getBytes(StandardCharsets.UTF_8)),
                        garage,
                        refusal -> Answer.of(
                                refusal.kind().status(), refusal.toString().getBytes(StandardCharsets.UTF_8)));
        return (answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8)).strip();
    }

    public static void router_callsTheMethod_withAllThatItTakes() {
        Garage garage = new Garage();

        assertThat(routed(garage, "GET", "/v1/p/cars?owner=me+too&limit=5&colour=red&car_id=%C3%A4&x=y", ""))
                .isEqualTo("200 {\"cars\":[{\"id\":\"a\"}]}");
        assertThat(routed(garage, "GET", "/v1/p/cars?owner=o", "")).startsWith("200 ");
        assertThat(routed(garage, "POST", "/v1/p/cars", "{\"cars\":[{\"id\":\"b\"}]}"))
                .isEqualTo("200 {\"cars\":[{\"id\":\"b\"}]}");
        assertThat(routed(garage, "DELETE", "/v1/p/cars/a%2Fb", "")).isEqualTo("204");
        assertThat(routed(garage, "DELETE", "/v1/p/cars/blue/large", "")).startsWith("200 ");
        assertThat(routed(garage, "PUT", "/v1/p/cars/c", "{\"id\":\"d\"}")).isEqualTo("204");
        assertThat(garage.calls)
                .containsExactly(
                        "list p CarsApi.ListParams[limit=5, offset=null, id=ä, colour=red, owner=me too]",
                        "list p CarsApi.ListParams[limit=10, offset=null, id=null, colour=null, owner=o]",
                        "add p 1",
                        "deleteCar p a/b",
                        "deleteCars blue large",
                        "renameCar c d");
    }

    public static void router_whereTheContractSaysOtherwise_callsNothing() {
        Garage garage = new Garage();

        assertThat(routed(garage, "GET", "/v1/p/cars", ""))
                .isEqualTo("400 parameter missing at owner (ListCars)");
        assertThat(routed(garage, "GET", "/v1/p/cars?owner=o&limit=1001", ""))
                .isEqualTo("400 parameter invalid at limit: allowed is at most 1000 (ListCars)");
        assertThat(routed(garage, "GET", "/v1/p/cars?owner=o&offset=x", ""))
                .isEqualTo("400 parameter invalid at offset: allowed is a whole number (ListCars)");
        assertThat(routed(garage, "GET", "/v1/p/cars?owner=o&colour=pink", ""))
                .isEqualTo("400 parameter invalid at colour: allowed is one of [red, blue] (ListCars)");
        assertThat(routed(garage, "GET", "/v1/p/cars?owner=o&colour=RED", ""))
                .isEqualTo("400 parameter invalid at colour: allowed is one of [red, blue] (ListCars)");
        assertThat(routed(garage, "GET", "/v1/P/cars?owner=o", ""))
                .isEqualTo("400 parameter invalid at project_id: allowed is what matches ^[a-z0-9]*$ (ListCars)");
        assertThat(routed(garage, "POST", "/v1/p/cars", ""))
                .isEqualTo("400 body missing: allowed is a JSON object (AddCars)");
        assertThat(routed(garage, "POST", "/v1/p/cars", "{\"cars\":[{}]}"))
                .isEqualTo("400 property missing at cars[0].id (AddCars)");
        assertThat(routed(garage, "PATCH", "/v1/p/cars", ""))
                .isEqualTo("405 method not allowed: allowed is GET, POST");
        assertThat(routed(garage, "GET", "/v1/p/boats", "")).isEqualTo("404 path unknown");
        assertThat(routed(garage, "GET", "/v1", "")).isEqualTo("501 not implemented at Versions (ShowVersion)");
        assertThat(garage.calls).isEmpty();
    }

    public static void jakartaRest_givesTheParametersOfAQueryAsOneObject() throws Exception {
        Garage garage = new Garage();
        Dispatcher resteasy = MockDispatcherFactory.createDispatcher();
        resteasy.getProviderFactory().registerProviderInstance(new TextWriter());
        resteasy.getRegistry().addSingletonResource(garage);
        MockHttpResponse answer = new MockHttpResponse();
        resteasy.invoke(MockHttpRequest.get("/v1/p/cars?owner=me+too&colour=red&car_id=%C3%A4"), answer);
        resteasy.invoke(MockHttpRequest.delete("/v1/p/cars/blue/large"), new MockHttpResponse());

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).isEqualTo(CARS.toString());
        assertThat(garage.calls)
                .containsExactly(
                        "list p CarsApi.ListParams[limit=10, offset=null, id=ä, colour=red, owner=me too]",
                        "deleteCars blue large");
    }

    public static void jakartaRest_withTheConverters_readsEnumerationsToTheLetter() throws Exception {
        Garage garage = new Garage();
        Dispatcher resteasy = MockDispatcherFactory.createDispatcher();
        resteasy.getProviderFactory().registerProviderInstance(new TextWriter());
        resteasy.getProviderFactory().registerProvider(VpcepParamConverters.class);
        resteasy.getRegistry().addSingletonResource(garage);
        resteasy.invoke(MockHttpRequest.delete("/v1/p/cars/blue/LARGE"), new MockHttpResponse());
        resteasy.invoke(MockHttpRequest.get("/v1/p/cars?owner=o&colour=Red"), new MockHttpResponse());

        assertThat(garage.calls)
                .containsExactly(
                        "deleteCars blue LARGE",
                        "list p CarsApi.ListParams[limit=10, offset=null, id=null, colour=Red, owner=o]");
        assertThat(Kind.fromExact("LARGE").isKnown()).isFalse();
    }

    /** Writes what the methods answer. */
    @Provider
    public static final class TextWriter implements MessageBodyWriter<Object> {
        @Override
        public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
            return true;
        }

        @Override
        public void writeTo(
                Object value,
                Class<?> type,
                Type generic,
                Annotation[] annotations,
                MediaType mediaType,
                MultivaluedMap<String, Object> headers,
                OutputStream out)
                throws IOException {
            out.write(value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    public static void parametersOfAQuery_areValues() {
        CarsApi.ListParams some = CarsApi.ListParams.builder().owner("o").build();

        assertThat(some.limit()).isEqualTo(10);
        assertThat(some).isEqualTo(params("o", 10, null, null, null)).hasSameHashCodeAs(params("o", 10, null, null, null));
        assertThat(some).isNotEqualTo(params("o", 11, null, null, null));
        assertThatThrownBy(() -> CarsApi.ListParams.builder().build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ListParams.owner (\"owner\") must not be null");
    }

    public static void bodyWithinTheBoundsIsFine() {
        assertThat(faults(CARS)).isEmpty();
        assertThat(faults(CAR.toBuilder()
                        .seats(9)
                        .colour(Colour.BLUE)
                        .names(List.of("n"))
                        .build()))
                .isEmpty();
    }
}
