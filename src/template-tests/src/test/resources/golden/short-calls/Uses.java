package io.github.vpcep.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vpcep.client.Cars;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.Colour;
import io.github.vpcep.runtime.auth.Credentials;
import java.util.Arrays;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

/** Calls that take the one thing which matters, however deep it is on the wire. */
public final class Uses {
    private static final String CAR = "{\"id\":\"a\"}";

    private Uses() {}

    private interface Exchange {
        void with(VpcepClient client) throws Exception;
    }

    /** Answers the calls in turn and gives back the method, the path and the body of each. */
    private static List<String> sent(Exchange exchange, String... answers) throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            for (String answer : answers) {
                server.enqueue(new MockResponse.Builder()
                        .code(answer.isEmpty() ? 204 : 200)
                        .body(answer)
                        .build());
            }
            try (VpcepClient client = client(server)) {
                exchange.with(client);
            }
            List<String> requests = new java.util.ArrayList<>();
            while (requests.size() < server.getRequestCount()) {
                var request = server.takeRequest();
                String body =
                        request.getBody() == null ? "" : request.getBody().utf8();
                requests.add((request.getMethod() + " " + request.getTarget() + " " + body).strip());
            }
            return requests;
        }
    }

    private static VpcepClient client(MockWebServer server) {
        return VpcepClient.builder()
                .endpoint(server.url("/").uri())
                .projectId("p")
                .credentials(Credentials.token("t"))
                .build();
    }

    public static void eachParameterHasItsCall() throws Exception {
        assertThat(sent(
                        client -> {
                            assertThat(client.cars().find("g", "a").id()).isEqualTo("a");
                            client.cars().findByOwner("g", "Öl");
                            client.async().cars().findByColour("g", Colour.RED).get();
                        },
                        CAR,
                        CAR,
                        CAR))
                .containsExactly(
                        "GET /v1/p/garages/g/car?car_id=a",
                        "GET /v1/p/garages/g/car?owner_name=%C3%96l",
                        "GET /v1/p/garages/g/car?colour=red");
    }

    public static void onlyTheCallsAreOffered() {
        assertThat(Arrays.stream(Cars.class.getMethods()).map(each -> each.getName()))
                .containsOnly("describe", "find", "findByColour", "findByOwner");
        assertThat(Cars.class.getDeclaredClasses()).isEmpty();
    }

    public static void innermostPropertyStandsForTheBody() throws Exception {
        String expected = "PUT /v1/p/garages/g/description {\"description\":{\"text\":\"t\"}}";

        assertThat(sent(
                        client -> {
                            client.cars().describe("g", "t");
                            client.async().cars().describe("g", "t").get();
                        },
                        "",
                        ""))
                .containsExactly(expected, expected);
    }

    public static void badArgumentsAreNotSent() throws Exception {
        assertThat(sent(client -> {
                    Cars cars = client.cars();
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> cars.find("g", " "))
                            .withMessageContaining("FindCar: id (\"car_id\") must not be blank");
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> cars.find("", "a"))
                            .withMessageContaining("garageId");
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> cars.findByColour("g", null))
                            .withMessageContaining("colour");
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> cars.describe("g", (String) null))
                            .withMessageContaining("text");
                }))
                .isEmpty();
    }
}
