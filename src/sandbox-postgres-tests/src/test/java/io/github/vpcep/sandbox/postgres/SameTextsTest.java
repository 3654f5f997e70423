package io.github.vpcep.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.VpcepSandbox;
import io.github.vpcep.sandbox.domain.Settings;
import io.github.vpcep.sandbox.store.Store;
import io.github.vpcep.sandbox.store.memory.MemoryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever text is written or looked for, a sandbox in memory and one on PostgreSQL give one answer. Each place is
 * given as many of the texts as {@code -Dvpcep.rounds} says, drawn by {@code -Dvpcep.seed}.
 */
@Tag("random")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
@SuppressWarnings("NullAway.Init")
class SameTextsTest {
    private static final String PROJECT = "/v1/" + SandboxConfig.DEMO.projectId();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Controls, halves of characters, pairs of letters that differ in Java and in databases, what SQL knows. */
    private static final List<String> ODD = List.of(
            "\0",
            "a\0b",
            "\1",
            "\37",
            "\177",
            "\u0085",
            "\ud800",
            "x\udc00",
            "\ud83d\ude00",
            "\uffff",
            "\ufeffa",
            "\u202ea",
            "orderſ",
            "ORDERS",
            "\u212a",
            "\u0130",
            "\u0131",
            "ß",
            "ẞ",
            "Σς",
            "é",
            "e\u0301",
            "ﬁ",
            "ǅ",
            "%",
            "_",
            "\\",
            "'",
            "\"",
            "$1",
            "?",
            "?::json",
            ";",
            "--",
            "*",
            " ",
            " a",
            "a ",
            "\t",
            "\n",
            "\u00a0",
            "\u3000",
            "");

    private static final List<Integer> LENGTHS =
            List.of(1, 16, 17, 36, 37, 43, 44, 64, 65, 127, 128, 129, 255, 256, 512, 513, 1000, 1001, 9000);

    private static final List<Text> TEXTS = Stream.concat(
                    ODD.stream(), LENGTHS.stream().flatMap(each -> Stream.of("x".repeat(each), "ö".repeat(each))))
            .map(Text::of)
            .toList();

    private static final long SEED = Long.getLong("vpcep.seed", 1);
    private static final int ROUNDS = Integer.getInteger("vpcep.rounds", 25);

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");
    private static final Pattern MARKER_ID = Pattern.compile("\"marker_id\":[0-9]+");
    private static final Pattern ADDRESS = Pattern.compile("\"ip\":\"10[0-9.]+\"");

    // Thousands of requests: of the clients at hand the one that costs least.
    private final OkHttpClient http =
            new OkHttpClient.Builder().readTimeout(Duration.ofMinutes(1)).build();
    private List<Side> sides;

    /** A text, and how it stands in JSON and in a path or a query. */
    private record Text(String quoted, String encoded) {
        static final Text NONE = of("");

        static Text of(String text) {
            return new Text(quote(text), encode(text));
        }

        /** Each character that is not plain as an escape. */
        private static String quote(String text) {
            StringBuilder quoted = new StringBuilder();
            IntStream.range(0, text.length()).map(text::charAt).forEach(c -> {
                if (c >= ' ' && c < 127 && c != '"' && c != '\\') {
                    quoted.append((char) c);
                } else {
                    quoted.append("\\u").append(HexFormat.of().toHexDigits((char) c));
                }
            });
            return quoted.toString();
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }

    private record Answer(int status, String body) {}

    /** A sandbox, and what is in it. */
    private record Side(
            VpcepSandbox sandbox,
            String service,
            String endpoint,
            String gatewayService,
            String gatewayEndpoint,
            String permission) {}

    /** A request: {@code @} stands for the text, encoded as its place wants it. */
    private record Place(String method, String path, String body) {
        @Override
        public String toString() {
            return method + " " + path + " " + body;
        }
    }

    @BeforeAll
    void start() throws Exception {
        sides = List.of(
                side(new MemoryStore()),
                side(PostgresStore.open(PostgresServer.shared().newDatabase())));
    }

    @AfterAll
    void stop() {
        sides.forEach(each -> each.sandbox().close());
    }

    static Stream<Place> places() {
        String service = "\"vpc_id\":\"v\",\"port_id\":\"p\",\"server_type\":\"VIP\",\"ports\":"
                + "[{\"client_port\":1,\"server_port\":#}]";
        String endpoint = "\"endpoint_service_id\":\"{service}\",\"vpc_id\":\"v\",\"subnet_id\":\"s\"";
        String gateway = "\"endpoint_service_id\":\"{gateway}\",\"vpc_id\":\"v\"";
        List<Place> places = new ArrayList<>();
        for (String property : List.of("service_name", "description", "vpc_id", "port_id", "vip_port_id")) {
            places.add(write("POST", "/vpc-endpoint-services", with(service, property, "\"@\"")));
        }
        for (String property : List.of("service_name", "description", "port_id", "vip_port_id")) {
            places.add(write("PUT", "/vpc-endpoint-services/{service}", "{\"" + property + "\":\"@\"}"));
        }
        for (String body : List.of(service, endpoint)) {
            String path = body.equals(service) ? "/vpc-endpoint-services" : "/vpc-endpoints";
            places.add(write("POST", path, with(body, "tags", "[{\"key\":\"@\",\"value\":\"v\"}]")));
            places.add(write("POST", path, with(body, "tags", "[{\"key\":\"k\",\"value\":\"@\"}]")));
        }
        places.add(write("PUT", "/vpc-endpoint-services/{service}/name", "{\"endpoint_service_name\":\"@\"}"));
        for (String property : List.of("endpoint_service_id", "vpc_id", "subnet_id", "port_ip", "description")) {
            places.add(write("POST", "/vpc-endpoints", with(endpoint, property, "\"@\"")));
        }
        places.add(write("POST", "/vpc-endpoints", with(endpoint, "whitelist", "[\"@\"]")));
        places.add(write("POST", "/vpc-endpoints", with(gateway, "routetables", "[\"@\"]")));
        places.add(write("PUT", "/vpc-endpoints/{gatewayEndpoint}/routetables", "{\"routetables\":[\"@\"]}"));
        places.add(write(
                "PUT",
                "/vpc-endpoints/{gatewayEndpoint}/policy",
                "{\"policy_statement\":[{\"Effect\":\"Allow\",\"Action\":[\"@\"],\"Resource\":[\"@\"]}]}"));
        places.add(write("PUT", "/vpc-endpoints/{endpoint}", "{\"whitelist\":[\"@\"],\"enable_whitelist\":true}"));
        places.add(write(
                "POST",
                "/vpc-endpoint-services/{service}/permissions/action",
                "{\"permissions\":[\"@\"],\"action\":\"add\"}"));
        places.add(write(
                "POST",
                "/vpc-endpoint-services/{service}/permissions/batch-create",
                "{\"permissions\":[{\"permission\":\"*\",\"description\":\"@\"}]}"));
        places.add(write(
                "POST",
                "/vpc-endpoint-services/{service}/permissions/batch-delete",
                "{\"permissions\":[{\"id\":\"@\"}]}"));
        places.add(write(
                "PUT",
                "/vpc-endpoint-services/{service}/permissions/{permission}",
                "{\"permission\":{\"description\":\"@\"}}"));
        places.add(write(
                "PUT",
                "/vpc-endpoint-services/{service}/connections/description",
                "{\"connections\":[{\"id\":\"{endpoint}\",\"description\":\"@\"}]}"));
        places.add(write(
                "PUT",
                "/vpc-endpoint-services/{service}/connections/description",
                "{\"connections\":[{\"id\":\"@\",\"description\":\"\"}]}"));
        places.add(write(
                "POST",
                "/vpc-endpoint-services/{service}/connections/action",
                "{\"endpoints\":[\"@\"],\"action\":\"receive\"}"));
        for (String tag : List.of("{\"key\":\"@\",\"value\":\"v\"}", "{\"key\":\"k\",\"value\":\"@\"}")) {
            places.add(write(
                    "POST", "/endpoint/{endpoint}/tags/action", "{\"action\":\"create\",\"tags\":[" + tag + "]}"));
        }
        for (String query : List.of(
                "\"tags\":[{\"key\":\"@\",\"values\":[]}]",
                "\"tags\":[{\"key\":\"k\",\"values\":[\"@\"]}]",
                "\"matches\":[{\"key\":\"resource_name\",\"value\":\"@\"}]")) {
            places.add(write(
                    "POST", "/endpoint_service/resource_instances/action", "{\"action\":\"filter\"," + query + "}"));
        }
        for (String name : List.of("endpoint_service_name", "id", "status", "sort_key", "public_border_group")) {
            places.add(read("/vpc-endpoint-services?" + name + "=@"));
        }
        for (String name : List.of("endpoint_service_name", "vpc_id", "id", "public_border_group", "limit")) {
            places.add(read("/vpc-endpoints?" + name + "=@"));
        }
        for (String name : List.of("id", "marker_id", "status")) {
            places.add(read("/vpc-endpoint-services/{service}/connections?" + name + "=@"));
        }
        places.add(read("/vpc-endpoint-services/public?endpoint_service_name=@"));
        places.add(read("/vpc-endpoint-services/public?id=@"));
        places.add(read("/vpc-endpoint-services/describe?endpoint_service_name=@"));
        places.add(read("/vpc-endpoint-services/describe?id=@"));
        places.add(read("/vpc-endpoint-services/{service}/permissions?permission=@"));
        places.add(read("/vpc-endpoint-services/@"));
        places.add(read("/vpc-endpoints/@"));
        places.add(new Place("DELETE", "/vpc-endpoints/@", ""));
        places.add(new Place("DELETE", "/vpc-endpoint-services/@", ""));
        return places.stream();
    }

    @ParameterizedTest
    @MethodSource("places")
    void text_isTakenOrRefusedByBoth(Place place) {
        List<Text> texts = drawn(place);
        for (int i = 0; i < texts.size(); i++) {
            Text text = texts.get(i);
            int number = i + 1;
            List<String> answers = sides.stream()
                    .map(each -> answer(each, place, text, number))
                    .toList();
            assertThat(answers.get(1))
                    .as("with -Dvpcep.seed=%s, %s of %s", SEED, place, text.quoted())
                    .isEqualTo(answers.get(0))
                    .doesNotStartWith("5");
        }
        if (place.method().equals("GET")) {
            return;
        }
        // What was written is read alike.
        for (String list : List.of(
                "/vpc-endpoint-services?limit=500",
                "/vpc-endpoints?limit=500",
                "/vpc-endpoint-services/{service}/permissions?limit=500",
                "/endpoint/tags",
                "/endpoint_service/tags")) {
            List<String> answers = sides.stream()
                    .map(each -> answer(each, read(list), Text.NONE, 1))
                    .toList();
            assertThat(answers.get(1)).as(list).isEqualTo(answers.get(0)).startsWith("200");
        }
    }

    private static List<Text> drawn(Place place) {
        List<Text> texts = new ArrayList<>(TEXTS);
        // Other texts for each place.
        Collections.shuffle(texts, new Random(SEED + place.toString().hashCode()));
        return texts.subList(0, Math.min(ROUNDS, texts.size()));
    }

    private static Place write(String method, String path, String body) {
        return new Place(method, path, body);
    }

    private static Place read(String path) {
        return new Place("GET", path, "");
    }

    /** A body with another value for a property, or with one more. */
    private static String with(String body, String property, String value) {
        String name = "\"" + property + "\":";
        String rest = body.contains(name) ? body.replaceFirst(name + "\"[^\"]*\",?", "") : body;
        return "{" + rest + (rest.endsWith(",") ? "" : ",") + name + value + "}";
    }

    private String answer(Side side, Place place, Text text, int number) {
        String path = filled(side, place.path()).replace("@", text.encoded());
        String body = filled(side, place.body())
                .replace("#", Integer.toString(number))
                .replace("@", text.quoted());
        Answer answer = send(side.sandbox(), place.method(), path, body);
        return answer.status() + " " + withoutChance(answer.body());
    }

    private static String filled(Side side, String text) {
        return text.replace("{service}", side.service())
                .replace("{endpoint}", side.endpoint())
                .replace("{gatewayEndpoint}", side.gatewayEndpoint())
                .replace("{gateway}", side.gatewayService())
                .replace("{permission}", side.permission());
    }

    private static String gatewayService(VpcepSandbox sandbox) {
        return sandbox.client().endpointServices().listPublic().items().stream()
                .filter(each -> String.valueOf(each.name()).endsWith(".obs"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Without what differs between any two runs. */
    private static String withoutChance(String body) {
        String text = ID.matcher(body).replaceAll("(id)");
        text = TIME.matcher(text).replaceAll("(time)");
        text = MARKER_ID.matcher(text).replaceAll("\"marker_id\":(number)");
        return ADDRESS.matcher(text).replaceAll("\"ip\":(address)");
    }

    private Answer send(VpcepSandbox sandbox, String method, String path, String body) {
        Request request = new Request.Builder()
                .url(sandbox.uri() + PROJECT + path)
                .header("X-Auth-Token", SandboxConfig.DEMO.token())
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? null : RequestBody.create(body.getBytes(StandardCharsets.UTF_8)))
                .build();
        try (Response response = http.newCall(request).execute()) {
            return new Answer(response.code(), response.body().string());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Side side(Store store) throws JsonProcessingException {
        Settings many = Settings.builder()
                .serviceQuota(100_000)
                .endpointQuota(100_000)
                .whitelistRecords(100_000)
                .build();
        VpcepSandbox sandbox = VpcepSandbox.start(SandboxConfig.standard().withSettings(many), store);
        String service = id(send(
                sandbox,
                "POST",
                "/vpc-endpoint-services",
                "{\"service_name\":\"orders\",\"vpc_id\":\"v\",\"port_id\":\"p0\",\"server_type\":\"VM\","
                        + "\"approval_enabled\":false,\"ports\":[{\"client_port\":1,\"server_port\":1}]}"));
        String endpoint = id(send(
                sandbox,
                "POST",
                "/vpc-endpoints",
                "{\"endpoint_service_id\":\"" + service + "\",\"vpc_id\":\"v\",\"subnet_id\":\"s\"}"));
        String gatewayService = gatewayService(sandbox);
        String gatewayEndpoint = id(send(
                sandbox,
                "POST",
                "/vpc-endpoints",
                "{\"endpoint_service_id\":\"" + gatewayService + "\",\"vpc_id\":\"v\"}"));
        sandbox.client().permissions().add(service, List.of("iam:domain::a"));
        String permission =
                sandbox.client().permissions().list(service).items().get(0).id();
        return new Side(sandbox, service, endpoint, gatewayService, gatewayEndpoint, String.valueOf(permission));
    }

    private static String id(Answer answer) throws JsonProcessingException {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).get("id").asText();
    }
}
