package io.github.vpcep.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.client.RecordSets;
import io.github.vpcep.client.RecordSetsApi;
import io.github.vpcep.client.RecordSetsAsync;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.Failure;
import io.github.vpcep.model.GatewayFailure;
import io.github.vpcep.model.ListRecordSetsSortKeyParameter;
import io.github.vpcep.model.RecordSet;
import io.github.vpcep.model.RecordSetIds;
import io.github.vpcep.model.RecordSetList;
import io.github.vpcep.model.RecordSetType;
import io.github.vpcep.router.Answer;
import io.github.vpcep.router.Request;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.server.VpcepRouter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

/** A contract of another kind: markers, dates, enumerations in place, a DELETE with a body. */
public final class Uses {
    private static final String RECORD = """
            {"id":"a","type":"AAAA","valid_from":"2022-08-03","holidays":["2022-12-24"],"records":["x","x"],\
            "ttl":2147483648,"labels":{"k":"v"}}""";

    private Uses() {}

    private interface Exchange {
        void with(VpcepClient client) throws Exception;
    }

    private static List<String> sent(Exchange exchange, String... answers) throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            for (String answer : answers) {
                server.enqueue(new MockResponse.Builder().code(200).body(answer).build());
            }
            try (VpcepClient client = VpcepClient.builder()
                    .endpoint(server.url("/").uri())
                    .projectId("p")
                    .credentials(Credentials.token("t"))
                    .build()) {
                exchange.with(client);
            }
            List<String> requests = new java.util.ArrayList<>();
            while (requests.size() < server.getRequestCount()) {
                var request = server.takeRequest();
                String body = request.getBody() == null ? "" : request.getBody().utf8();
                requests.add((request.getMethod() + " " + request.getTarget() + " " + body).strip());
            }
            return requests;
        }
    }

    public static void pagesByMarker_areAskedForOneByOne() throws Exception {
        assertThat(sent(
                        client -> {
                            RecordSetList first = client.recordSets().list("z", q -> q.limit(1));
                            String marker = first.pageInfo().nextMarker();
                            assertThat(client.recordSets()
                                            .list("z", q -> q.limit(1).marker(marker))
                                            .recordsets())
                                    .isEmpty();
                        },
                        "{\"recordsets\":[{\"id\":\"a\"}],\"page_info\":{\"next_marker\":\"a\"}}",
                        "{\"recordsets\":[]}"))
                .containsExactly(
                        "GET /v2/p/zones/z/recordsets?limit=1", "GET /v2/p/zones/z/recordsets?marker=a&limit=1");
    }

    public static void deleteWithABody_sendsIt() throws Exception {
        assertThat(sent(client -> client.recordSets().delete("z", List.of("a", "b")), "{\"recordsets\":[]}"))
                .containsExactly("DELETE /v2/p/zones/z/recordsets {\"recordset_ids\":[\"a\",\"b\"]}");
    }

    public static void whatTheContractDeprecates_isDeprecatedOnBothFaces() throws Exception {
        for (Class<?> face : List.of(RecordSets.class, RecordSetsAsync.class)) {
            assertThat(face.getMethod("get", String.class, String.class).isAnnotationPresent(Deprecated.class))
                    .isTrue();
            assertThat(face.getMethod("list", String.class).isAnnotationPresent(Deprecated.class))
                    .isFalse();
        }
        assertThat(RecordSetsApi.class
                        .getMethod("showRecordSet", String.class, String.class, String.class)
                        .isAnnotationPresent(Deprecated.class))
                .isTrue();
        assertThat(RecordSets.ListParams.Builder.class
                        .getMethod("since", LocalDate.class)
                        .isAnnotationPresent(Deprecated.class))
                .isTrue();
    }

    public static void formsOfAnError_areTypes_andItsCodeIsAText() throws Exception {
        String code = Failure.builder().code("Zone.9").build().code();
        assertThat(code).isEqualTo("Zone.9");
        assertThat(GatewayFailure.builder().errorCode("APIGW.1").build().errorCode()).isEqualTo("APIGW.1");
        assertThat(Uses.class.getClassLoader().getResource("io/github/vpcep/model/AnyFailure.class"))
                .isNull();
    }

    public static void itemsOneByOne_areTheList() throws Exception {
        assertThat(sent(client -> client.recordSets().delete("z", "a", "b"), "{\"recordsets\":[]}"))
                .containsExactly("DELETE /v2/p/zones/z/recordsets {\"recordset_ids\":[\"a\",\"b\"]}");
    }

    public static void dates_goBothWays() throws Exception {
        assertThat(sent(
                        client -> {
                            RecordSet record = client.recordSets().get("z", "a");
                            assertThat(record.validFrom()).isEqualTo(LocalDate.of(2022, 8, 3));
                            assertThat(record.holidays()).containsExactly(LocalDate.of(2022, 12, 24));
                            client.recordSets().list("z", q -> q.since(record.validFrom()));
                        },
                        RECORD,
                        "{\"recordsets\":[]}"))
                .containsExactly("GET /v2/p/zones/z/recordsets/a", "GET /v2/p/zones/z/recordsets?since=2022-08-03");
    }

    public static void routerOfAnotherService_readsItsKindsOfValues() {
        List<Object> given = new java.util.ArrayList<>();
        io.github.vpcep.server.RecordSetsApi records = new io.github.vpcep.server.RecordSetsApi() {
            @Override
            public RecordSetList delete(String projectId, String zoneId, RecordSetIds body) {
                given.addAll(body.recordsetIds());
                return RecordSetList.builder().recordsets(List.of()).build();
            }

            @Override
            public RecordSetList list(String projectId, String zoneId, ListParams params) {
                given.addAll(List.of(params.since(), params.sortKey(), params.limit()));
                return RecordSetList.builder().recordsets(List.of()).build();
            }

            @Override
            public RecordSet get(String projectId, String zoneId, String recordsetId) {
                return RecordSet.builder().id(recordsetId).build();
            }
        };
        VpcepRouter.Apis apis = new VpcepRouter.Apis() {
            @Override
            public io.github.vpcep.server.RecordSetsApi recordSets() {
                return records;
            }
        };
        assertThat(routed(apis, "GET", "/v2/p/zones/z/recordsets", "since=2022-08-03&sort_key=name", null))
                .isEqualTo("200 {\"recordsets\":[]}");
        assertThat(routed(apis, "DELETE", "/v2/p/zones/z/recordsets", null, "{\"recordset_ids\":[\"a\"]}"))
                .isEqualTo("202 {\"recordsets\":[]}");
        assertThat(given).containsExactly(LocalDate.of(2022, 8, 3), ListRecordSetsSortKeyParameter.NAME, 500, "a");
        assertThat(routed(apis, "GET", "/v2/p/zones/z/recordsets", "since=yesterday", null))
                .isEqualTo("400 PARAMETER_INVALID");
        assertThat(routed(apis, "GET", "/v2/p/zones/z/recordsets/a", null, null)).isEqualTo("200 {\"id\":\"a\"}");
    }

    private static String routed(VpcepRouter.Apis apis, String method, String path, String query, String body) {
        Request request = Request.of(
                method, path, query, name -> null, body == null ? null : body.getBytes(StandardCharsets.UTF_8));
        Answer answer = VpcepRouter.create()
                .answer(
                        request,
                        apis,
                        refusal -> Answer.of(
                                refusal.kind().status(),
                                refusal.kind().name().getBytes(StandardCharsets.UTF_8)));
        return answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8);
    }

    public static void enumerationInPlace_isAnOpenOne() throws Exception {
        sent(
                client -> {
                    assertThat(client.recordSets().get("z", "a").type()).isEqualTo(RecordSetType.AAAA);
                    assertThat(client.recordSets().get("z", "b").type().isKnown())
                            .isFalse();
                },
                RECORD,
                "{\"id\":\"b\",\"type\":\"TXT\"}");
    }

    public static void itemsThatShouldDiffer_areReadAsTheyCome() throws Exception {
        sent(
                client -> {
                    RecordSet record = client.recordSets().get("z", "a");
                    assertThat(record.records()).containsExactly("x", "x");
                    assertThat(record.ttl()).isEqualTo(2147483648L);
                    assertThat(record.labels()).containsEntry("k", "v");
                },
                RECORD);
    }
}
