package io.github.vpcep.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.Thing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

/** Lists, maps and texts in the place of objects, and names that Java or every type has already. */
public final class Uses {
    private Uses() {}

    private interface Exchange {
        void with(VpcepClient client) throws Exception;
    }

    private static List<String> sent(Exchange exchange, String answer) throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder().code(200).body(answer).build());
            // No region, no project and no credentials: this contract has none of them.
            try (VpcepClient client =
                    VpcepClient.builder().endpoint(server.url("/").uri()).build()) {
                exchange.with(client);
            }
            List<String> requests = new ArrayList<>();
            while (requests.size() < server.getRequestCount()) {
                var request = server.takeRequest();
                String body = request.getBody() == null ? "" : request.getBody().utf8();
                requests.add((request.getMethod() + " " + request.getTarget() + " " + body).strip());
            }
            return requests;
        }
    }

    public static void secretIsNotShown() {
        Thing thing = Thing.builder().secret("s3cr3t").build();

        assertThat(thing.secret()).isEqualTo("s3cr3t");
        assertThat(thing.toString()).contains("secret=***").doesNotContain("s3cr3t");
    }

    public static void answerMayBeAList() throws Exception {
        assertThat(sent(
                        client -> assertThat(client.odds().listNames(q -> q.since(Instant.EPOCH)))
                                .containsExactly("a", "b"),
                        "[\"a\",\"b\"]"))
                .containsExactly("GET /names?since=1970-01-01T00%3A00%3A00Z");
    }

    public static void bodyMayBeAListAndTheAnswerAMap() throws Exception {
        assertThat(sent(
                        client -> assertThat(client.odds().setNames(List.of("a", "b")))
                                .containsEntry("a", 1),
                        "{\"a\":1}"))
                .containsExactly("PUT /names [\"a\",\"b\"]");
    }

    public static void bodyMayBeAText() throws Exception {
        assertThat(sent(client -> client.async().odds().setName(7L, "b").get(), "{}"))
                .containsExactly("PATCH /names/7 \"b\"");
    }

    public static void namesThatAreTakenAreReadAndWritten() throws Exception {
        String text = "{\"builder\":\"a\",\"to_builder\":\"b\",\"hash_code\":3,\"additional_properties\":\"d\",\"class\":\"e\",\"x-y\":\"f\"}";
        sent(
                client -> {
                    Thing thing = client.odds().setName(7L, "b");
                    assertThat(io.github.vpcep.json.VpcepJson.mapper().writeValueAsString(thing)).isEqualTo(text);
                    assertThat(thing.xY()).isEqualTo("f");
                    assertThat(thing.additionalProperties()).isEmpty();
                },
                text);
    }
}
