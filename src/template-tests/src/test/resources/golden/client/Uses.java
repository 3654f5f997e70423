package io.github.vpcep.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.client.Cars;
import io.github.vpcep.client.CarsApi;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.client.VpcepRegion;
import io.github.vpcep.model.Car;
import io.github.vpcep.model.CarList;
import io.github.vpcep.model.Colour;
import io.github.vpcep.model.Turn;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.contract.Region;
import io.github.vpcep.runtime.error.NotFoundException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** What the client sends to a server on the loopback, and what it makes of the answers. */
public final class Uses {
    private static final String PAGE = "{\"cars\":[{\"id\":\"a\",\"colour\":\"red\"}]}";
    private static final Car CAR = Car.builder().id("a").colour(Colour.RED).build();
    private static final CarList CARS = CarList.builder().cars(List.of(CAR)).build();

    private Uses() {}

    private interface Exchange {
        void with(VpcepClient client) throws Exception;
    }

    /** Makes the one call, answers it, and gives back the method, the path and the body that were sent. */
    private static String sent(int status, String answer, Exchange exchange) throws Exception {
        return sent("t", status, answer, exchange);
    }

    private static String sent(String token, int status, String answer, Exchange exchange) throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder().code(status).body(answer).build());
            try (VpcepClient client = client(server)) {
                exchange.with(client);
            }
            assertThat(server.getRequestCount()).isOne();
            RecordedRequest request = server.takeRequest();
            assertThat(request.getHeaders().get("X-Auth-Token")).isEqualTo(token);
            assertThat(request.getHeaders().get("User-Agent")).isEqualTo("vpcep-java/1");
            String body = request.getBody() == null ? "" : request.getBody().utf8();
            return (request.getMethod() + " " + request.getTarget() + " " + body).strip();
        }
    }

    private static VpcepClient client(MockWebServer server) {
        return VpcepClient.builder()
                .endpoint(server.url("/").uri())
                .projectId("p")
                .credentials(Credentials.token("t"))
                .build();
    }

    public static void regionsHaveTheAddressesOfTheirServer() {
        assertThat(VpcepRegion.values()).extracting(Region::id).containsExactly("north", "south-2", "west-1");
        assertThat(VpcepRegion.SOUTH_2.endpoint()).hasToString("https://garage.south-2.example.com");
        assertThat(VpcepRegion.WEST_1.endpoint()).hasToString("https://garage.west-1.example.eu");
        assertThat(VpcepRegion.WEST_1.iamEndpoint()).hasToString("https://iam.west-1.example.eu");
        assertThat(VpcepRegion.of("east-9").endpoint()).hasToString("https://garage.east-9.example.com");
        try (VpcepClient client = VpcepClient.builder()
                .region(VpcepRegion.WEST_1)
                .projectId("p")
                .credentials(Credentials.token("t"))
                .build()) {
            assertThat(client.retrofit().baseUrl()).hasToString("https://garage.west-1.example.eu/");
        }
    }

    public static void listSendsWhatIsSet() throws Exception {
        assertThat(sent(
                        200,
                        PAGE,
                        client -> assertThat(client.cars()
                                        .list(q -> q.limit(5).id("a b").colour(Colour.BLUE)))
                                .isEqualTo(CARS)))
                .isEqualTo("GET /v1/p/cars?limit=5&car_id=a%20b&colour=blue");
    }

    public static void listSendsNothingUnset() throws Exception {
        assertThat(sent(200, PAGE, client -> assertThat(client.cars().list()).isEqualTo(CARS)))
                .isEqualTo("GET /v1/p/cars");
    }

    public static void paramsAreValues() {
        Cars.ListParams params = Cars.ListParams.builder().limit(5).build();

        assertThat(params.toBuilder().build()).isEqualTo(params).hasSameHashCodeAs(params);
        assertThat(params).isNotEqualTo(params.toBuilder().limit(6).build());
        assertThat(params).hasToString("Cars.ListParams[limit=5, id=null, colour=null]");
    }

    public static void bodyIsSentFlatBuiltOrWhole() throws Exception {
        String expected = "POST /v1/p/cars " + PAGE;

        assertThat(sent(
                        200,
                        PAGE,
                        client -> assertThat(client.cars().add(List.of(CAR))).isEqualTo(CARS)))
                .isEqualTo(expected);
        assertThat(sent(200, PAGE, client -> client.cars().add(body -> body.cars(List.of(CAR)))))
                .isEqualTo(expected);
    }

    public static void pathIdIsEscaped() throws Exception {
        assertThat(sent(
                        200,
                        "{\"id\":\"a\"}",
                        client -> assertThat(client.cars().show("a/b").id()).isEqualTo("a")))
                .isEqualTo("GET /v1/p/cars/a%2Fb");
    }

    public static void rootIsAPathTooAndOpenToAll() throws Exception {
        assertThat(sent(null, 200, PAGE, client -> client.cars().show())).isEqualTo("GET /");
        assertThat(sent(null, 200, PAGE, client -> client.async().cars().show().get())).isEqualTo("GET /");
    }

    public static void bodyAndParametersGoTogether() throws Exception {
        assertThat(sent(
                        200,
                        PAGE,
                        client -> client.cars()
                                .search(
                                        "v1",
                                        Colour.RED,
                                        body -> body.degrees(1),
                                        Cars.SearchParams.builder().limit(5).build())))
                .isEqualTo("POST /v1/red/search?limit=5 {\"degrees\":1}");
    }

    public static void noResultIsExpectedOf204() throws Exception {
        assertThat(sent(204, "", client -> client.cars().delete("a"))).isEqualTo("DELETE /v1/p/cars/a");
        assertThat(sent(204, "", client -> client.cars().turnWheel("a", "w", body -> body.degrees(90))))
                .isEqualTo("PUT /v1/p/cars/a/wheels/w {\"degrees\":90}");
    }

    public static void deletingWhatIsGoneIsNoErrorWhenAskedSo() throws Exception {
        String gone = "{\"error\":{\"code\":\"GARAGE.0001\",\"message\":\"gone\"}}";

        sent(204, "", client -> assertThat(client.cars().deleteIfExists("a")).isTrue());
        sent(400, gone, client -> assertThat(client.cars().deleteIfExists("a")).isFalse());
        sent(400, gone, client -> assertThat(client.async().cars().deleteIfExists("a").get())
                .isFalse());
        sent(404, "wrong address", client -> assertThatThrownBy(() -> client.cars().deleteIfExists("a"))
                .isInstanceOf(NotFoundException.class));
    }

    public static void asyncFaceSendsTheSame() throws Exception {
        assertThat(sent(
                        200,
                        PAGE,
                        client -> assertThat(client.async()
                                        .cars()
                                        .list(q -> q.limit(5))
                                        .get())
                                .isEqualTo(CARS)))
                .isEqualTo("GET /v1/p/cars?limit=5");
        assertThat(sent(
                        200,
                        PAGE,
                        client -> client.async().cars().add(List.of(CAR)).get()))
                .isEqualTo("POST /v1/p/cars " + PAGE);
        assertThat(sent(
                        204,
                        "",
                        client -> assertThat(client.async().cars().delete("a").get())
                                .isNull()))
                .isEqualTo("DELETE /v1/p/cars/a");
    }

    public static void retrofitSendsTheSame() throws Exception {
        assertThat(sent(
                        200,
                        PAGE,
                        client -> assertThat(client.retrofit()
                                        .create(CarsApi.class)
                                        .listCars("q", 5, null, Colour.fromString("Pink"))
                                        .execute()
                                        .body())
                                .isEqualTo(CARS)))
                .isEqualTo("GET /v1/q/cars?limit=5&colour=Pink");
    }

    public static void errorGoesByTheCatalogue() throws Exception {
        String error = "{\"error\":{\"code\":\"GARAGE.0001\",\"message\":\"gone\"}}";

        sent(
                400,
                error,
                client -> assertThatThrownBy(() -> client.cars().show("a"))
                        .isInstanceOf(NotFoundException.class)
                        .hasMessageContaining("ShowCar"));
        sent(
                400,
                error,
                client -> assertThatThrownBy(
                                () -> client.async().cars().show("a").get())
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(NotFoundException.class));
    }

    public static void badArgumentsAreNotSent() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            try (VpcepClient client = client(server)) {
                Cars cars = client.cars();
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> cars.show(" "))
                        .withMessageContaining("carId");
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> cars.show(null))
                        .withMessageContaining("carId");
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> cars.turnWheel(
                                "a", "", Turn.builder().degrees(1).build()))
                        .withMessageContaining("wheelId");
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> cars.turnWheel("a", "w", (Turn) null))
                        .withMessageContaining("body");
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> cars.add((List<Car>) null))
                        .withMessageContaining("cars");
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> cars.list((Cars.ListParams) null))
                        .withMessageContaining("params");
                assertThatThrownBy(() -> cars.add(body -> {})).hasMessageContaining("AddCarsRequest.cars");
            }
            assertThat(server.getRequestCount()).isZero();
        }
    }
}
