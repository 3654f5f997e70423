package io.github.vpcep.sandbox.api;

import static io.github.vpcep.sandbox.api.Running.ALICE;
import static io.github.vpcep.sandbox.api.Running.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vpcep.sandbox.auth.Account;
import io.github.vpcep.sandbox.auth.Accounts;
import io.github.vpcep.sandbox.domain.Settings;
import io.github.vpcep.sandbox.http.Limits;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Of several faults in one request the first is told, in the order that the choices of the sandbox (sandbox-choices.md)
 * give.
 */
class PrecedenceTest {
    private static final String LONG = "x".repeat(65);
    private static final Account CAROL = Account.builder()
            .domainId("d0000000000000000000000000000003")
            .projectId("a0000000000000000000000000000003")
            .accessKey("AK-CAROL", "SK-CAROL")
            .token("token-carol")
            .build();
    private static final String TAKEN_PORT = "7c1b4b2f-0000-4a5b-9f3a-0f3c1d6a7e10";
    private static final String TAKEN_ADDRESS = "192.168.0.77";

    private static final Settings SETTINGS = Settings.builder()
            .serviceQuota(4)
            .endpointQuota(2)
            .whitelistRecords(1)
            .delays(Duration.ofMinutes(10), Duration.ZERO)
            .build();

    @SuppressWarnings("NullAway.Init")
    private static Running server;

    private static String ofAlice = "";

    /** Carol's services: one to use, one that admits nobody, one that is not available yet, one that is neither. */
    private static String open = "";

    private static String closed = "";
    private static String early = "";
    private static String earlyAndClosed = "";

    @BeforeAll
    static void build() {
        server = new Running(Limits.standard(), SETTINGS, Accounts.of(ALICE, BOB, CAROL));
        ofAlice = service(ALICE, TAKEN_PORT);
        service(BOB, TAKEN_PORT);
        List.of("b-1", "b-2", "b-3").forEach(port -> service(BOB, port));
        open = service(CAROL, "c-1");
        closed = service(CAROL, "c-2");
        server.clock.move(Duration.ofMinutes(10));
        early = service(CAROL, "c-3");
        earlyAndClosed = service(CAROL, "c-4");
        List.of(open, early).forEach(PrecedenceTest::admitEverybody);
        endpoint(ALICE, TAKEN_ADDRESS);
        endpoint(BOB, "192.168.0.78");
        endpoint(BOB, "192.168.0.79");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String service(Account owner, String port) {
        Ask ask = ofNewService();
        ask.caller = owner;
        ask.body.put("port_id", port);
        return succeed(ask).path("id").asText();
    }

    private static void admitEverybody(String service) {
        Ask ask = ofPermissions();
        ask.caller = CAROL;
        ask.service = service;
        ask.body.putArray("permissions").add("iam:domain::*");
        succeed(ask);
    }

    private static void endpoint(Account owner, String address) {
        Ask ask = ofNewEndpoint();
        ask.caller = owner;
        ask.body.put("port_ip", address);
        succeed(ask);
    }

    private static JsonNode succeed(Ask ask) {
        HttpResponse<String> answer = ask.send();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ServerTest.json(answer);
    }

    private static Ask ofPermissions() {
        Ask ask = new Ask("/vpc-endpoint-services/%s/permissions/action", """
                {"permissions": ["iam:domain::d0000000000000000000000000000002"], "action": "add"}""");
        ask.service = ofAlice;
        return ask;
    }

    private static Ask ofNewService() {
        return new Ask("/vpc-endpoint-services", """
                {"port_id": "free", "vpc_id": "v", "server_type": "VM", "ports": [{"client_port": 80, "server_port": 80}]}""");
    }

    private static Ask ofNewEndpoint() {
        Ask ask = new Ask("/vpc-endpoints", """
                {"vpc_id": "v", "subnet_id": "s", "port_ip": "192.168.0.80"}""");
        ask.body.put("endpoint_service_id", open);
        return ask;
    }

    /** A request that is right until something is done to it. */
    private static final class Ask {
        private final ObjectNode body;
        private String path;
        private String method = "POST";
        private Account caller = ALICE;
        private boolean token = true;
        private @Nullable String project;
        private String service = "";
        private @Nullable String raw;

        Ask(String path, String body) {
            this.path = path;
            this.body = (ObjectNode) ServerTest.tree(body);
        }

        HttpResponse<String> send() {
            String target = "/v1/" + (project == null ? caller.projectId() : project) + path.formatted(service);
            HttpRequest.Builder request = server.open(target)
                    .method(method, BodyPublishers.ofString(raw == null ? body.toString() : raw))
                    .header("Content-Type", "application/json");
            return server.send(token ? request.header("X-Auth-Token", caller.token()) : request);
        }
    }

    /** A fault, and what it is told with. */
    private record Trouble(String name, String told, Consumer<Ask> making) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** "Authentication, project, route and method, path ids, body, required fields, formats, objects, state, quota." */
    private static final List<Trouble> OF_ANY_CALL = List.of(
            new Trouble("no token", "401 EndPoint.0003", a -> a.token = false),
            new Trouble("a malformed project", "400 EndPoint.0014", a -> a.project = "a.b"),
            new Trouble("another's project", "403 EndPoint.0004", a -> a.project = BOB.projectId()),
            new Trouble(
                    "no such path", "404 EndPoint.0005", a -> a.path = a.path.replace("/permissions/", "/permission/")),
            new Trouble("no such method", "405 EndPoint.0002", a -> a.method = "PATCH"),
            new Trouble("a malformed id in the path", "400 EndPoint.3062", a -> a.service = LONG),
            new Trouble("an empty body", "504 EndPoint.0011", a -> a.raw = ""),
            new Trouble("no JSON", "400 EndPoint.0002", a -> a.raw = "{"),
            new Trouble("a required field left out", "400 EndPoint.2002", a -> a.body.remove("action")),
            new Trouble(
                    "a malformed value",
                    "400 EndPoint.3002",
                    a -> a.body.putArray("permissions").add("x")),
            new Trouble(
                    "an unknown id in the path",
                    "404 EndPoint.0005",
                    a -> a.service = "00000000-0000-4000-8000-000000000000"),
            new Trouble(
                    "more than fit",
                    "400 EndPoint.3049",
                    a -> a.body.putArray("permissions").add("iam:domain::a").add("iam:domain::b")));

    private static final List<Trouble> OF_NEW_SERVICES = List.of(
            new Trouble("name", "400 EndPoint.3076", a -> a.body.put("service_name", "a.b")),
            new Trouble("kind", "400 EndPoint.0002", a -> a.body.put("service_type", "gateway")),
            new Trouble("server type", "400 EndPoint.3021", a -> a.body.put("server_type", "XX")),
            new Trouble("VPC", "400 EndPoint.0020", a -> a.body.put("vpc_id", LONG)),
            new Trouble("port", "400 EndPoint.3003", a -> a.body.put("port_id", LONG)),
            new Trouble("VIP port", "400 EndPoint.3051", a -> a.body.put("vip_port_id", LONG)),
            new Trouble("mappings", "400 EndPoint.2028", a -> a.body.putArray("ports")),
            new Trouble("proxy", "400 EndPoint.0002", a -> a.body.put("tcp_proxy", "x")),
            new Trouble(
                    "tags",
                    "400 EndPoint.3068",
                    a -> a.body.putArray("tags").addObject().put("key", "*").put("value", "")),
            new Trouble("description", "400 EndPoint.0002", a -> a.body.put("description", "<")),
            new Trouble("clash", "400 EndPoint.3044", a -> a.body.put("port_id", TAKEN_PORT)),
            new Trouble("quota", "400 Endpoint.1018", a -> a.caller = BOB));

    private static final List<Trouble> OF_NEW_ENDPOINTS = List.of(
            new Trouble("service id", "400 EndPoint.3062", a -> a.body.put("endpoint_service_id", LONG)),
            new Trouble("VPC", "400 EndPoint.0020", a -> a.body.put("vpc_id", LONG)),
            new Trouble(
                    "tags",
                    "400 EndPoint.3068",
                    a -> a.body.putArray("tags").addObject().put("key", "*").put("value", "")),
            new Trouble("description", "400 EndPoint.0002", a -> a.body.put("description", "<")),
            new Trouble(
                    "unknown service",
                    "400 EndPoint.2003",
                    a -> a.body.put("endpoint_service_id", "00000000-0000-4000-8000-000000000000")),
            new Trouble("subnet", "400 EndPoint.0023", a -> a.body.put("subnet_id", LONG)),
            new Trouble("address", "400 EndPoint.2041", a -> a.body.put("port_ip", "x")),
            new Trouble(
                    "whitelist",
                    "400 EndPoint.2044",
                    a -> a.body.putArray("whitelist").add("x")),
            new Trouble("not admitted", "400 EndPoint.2012", a -> to(a, closed, earlyAndClosed)),
            new Trouble("not available", "400 EndPoint.2004", a -> to(a, early, early)),
            new Trouble("address in use", "400 EndPoint.2042", a -> a.body.put("port_ip", TAKEN_ADDRESS)),
            new Trouble("quota", "400 Endpoint.1018", a -> a.caller = BOB));

    /** Names a service; another one if the one that is not available was named already. */
    private static void to(Ask ask, String service, String ifEarly) {
        boolean isEarly = ask.body.path("endpoint_service_id").asText().equals(early);
        ask.body.put("endpoint_service_id", isEarly ? ifEarly : service);
    }

    static Stream<Arguments> alone() {
        return Stream.of(OF_ANY_CALL, OF_NEW_SERVICES, OF_NEW_ENDPOINTS)
                .flatMap(all -> all.stream().map(each -> Arguments.of(nameOf(all), each)));
    }

    static Stream<Arguments> pairs() {
        List<Arguments> pairs = new ArrayList<>();
        for (List<Trouble> all : List.of(OF_ANY_CALL, OF_NEW_SERVICES, OF_NEW_ENDPOINTS)) {
            for (int first = 0; first < all.size(); first++) {
                for (int second = first + 1; second < all.size(); second++) {
                    pairs.add(Arguments.of(nameOf(all), all.get(first), all.get(second)));
                }
            }
        }
        return pairs.stream();
    }

    private static String nameOf(List<Trouble> all) {
        return all == OF_ANY_CALL ? "any call" : all == OF_NEW_SERVICES ? "a new service" : "a new endpoint";
    }

    private static Ask asked(String what) {
        return switch (what) {
            case "any call" -> ofPermissions();
            case "a new service" -> ofNewService();
            default -> ofNewEndpoint();
        };
    }

    /** The one that is to be told is made last, so that it stays where both are of one field. */
    private static String told(String what, Trouble... troubles) {
        Ask ask = asked(what);
        for (int each = troubles.length - 1; each >= 0; each--) {
            troubles[each].making().accept(ask);
        }
        HttpResponse<String> answer = ask.send();
        JsonNode error = ServerTest.json(answer).path("error");
        return answer.statusCode() + " " + error.path("code").asText() + ": "
                + error.path("message").asText();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("alone")
    void fault_thatIsAlone_isTold(String what, Trouble trouble) {
        assertThat(told(what, trouble)).startsWith(trouble.told() + ": ");
    }

    @ParameterizedTest(name = "{0}: {1} before {2}")
    @MethodSource("pairs")
    void ofTwoFaults_theFirstIsTold(String what, Trouble first, Trouble second) {
        String told = told(what, first, second);
        assertThat(told).startsWith(first.told() + ": ");
        if (first.told().equals(second.told())) {
            assertThat(told).isEqualTo(told(what, first));
        }
    }
}
