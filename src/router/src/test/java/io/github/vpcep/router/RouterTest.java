package io.github.vpcep.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.vpcep.json.Required;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.router.Operation.Body;
import io.github.vpcep.router.Refusal.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {
    /** What the operations of these tests run on. */
    private record Apis() {}

    private static final class Box {
        private final String name;
        private final List<Integer> sizes;

        @JsonCreator
        Box(@JsonProperty("name") @Nullable String name, @JsonProperty("sizes") @Nullable List<Integer> sizes) {
            this.name = Required.property(name, "Box", "name", "name");
            this.sizes = sizes == null ? List.of() : sizes;
        }

        @Override
        public String toString() {
            return name + " " + sizes;
        }
    }

    private static Operation<Apis> echo(String id, String method, String path) {
        return new Operation<>(id, method, path, 200, Body.NONE, true, in -> apis -> id);
    }

    private static Operation<Apis> reading(Function<Input, Object> reader) {
        return new Operation<>("Read", "GET", "/a/{b}", 200, Body.NONE, true, in -> {
            Object read = reader.apply(in);
            return apis -> read;
        });
    }

    private static Operation<Apis> taking(Body body) {
        return new Operation<>("Take", "POST", "/a/{b}", 201, body, true, in -> {
            Box box = body == Body.OPTIONAL ? in.bodyOrNull(Box.class) : in.body(Box.class);
            return apis -> Map.of("box", String.valueOf(box));
        });
    }

    private static String answer(Operation<Apis> operation, Sent sent) {
        Answer answer = new Router<>(List.of(operation)).answer(sent.request(), new Apis(), RouterTest::told);
        return answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static Answer told(Refusal refusal) {
        return Answer.of(refusal.kind().status(), refusal.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String read(Function<Input, Object> reader, String target) {
        return answer(reading(reader), new Sent("GET", target));
    }

    // Which operation

    @ParameterizedTest
    @CsvSource({
        "/, Root",
        "/v1, Version",
        "/v1/p/boxes, Boxes",
        "/v1/p/boxes/tags, Box",
        "/v1/p/boxes/open, Open",
        "/v1/p/box/tags, Tags",
        "/v1/p/boxes/, Box",
        "/v1//boxes, Boxes"
    })
    void find_whereSeveralPathsMatch_takesTheOneWithMoreLiteralText(String path, String id) {
        Router<Apis> router = new Router<>(List.of(
                echo("Tags", "GET", "/v1/{project}/{kind}/tags"),
                echo("Box", "GET", "/v1/{project}/boxes/{box}"),
                echo("Open", "GET", "/v1/{project}/boxes/open"),
                echo("Boxes", "GET", "/v1/{project}/boxes"),
                echo("Version", "GET", "/{version}"),
                echo("Root", "GET", "/")));

        assertThat(router.find("GET", path).operation().id()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//", "/v1/p", "/V1/p/boxes", "/%76%31/p/boxes", "/v1;a=b/p/boxes", "/v1/p/boxes/b/c"})
    void find_whereNoPathMatches_refusesIt(String path) {
        Router<Apis> router = new Router<>(
                List.of(echo("Boxes", "GET", "/v1/{project}/boxes"), echo("Box", "GET", "/v1/{project}/boxes/{box}")));

        assertThatThrownBy(() -> router.find("GET", path))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal().kind()).isEqualTo(Kind.PATH_UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "get", "PATCH", ""})
    void find_whereThePathHasNoSuchMethod_tellsThoseThatItHas(String method) {
        Router<Apis> router = new Router<>(
                List.of(echo("Add", "POST", "/a"), echo("List", "GET", "/a"), echo("Other", "PUT", "/{b}")));

        assertThatThrownBy(() -> router.find(method, "/a")).isInstanceOfSatisfying(RefusedException.class, e -> {
            assertThat(e.refusal().kind()).isEqualTo(Kind.METHOD_NOT_ALLOWED);
            assertThat(e.refusal().allowed()).isEqualTo("GET, POST");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "", "a", "http://x/a", "/%zz", "/%", "/x/\u00e4", "/%ff"})
    void find_ofWhatIsNoPath_refusesItForThat(String path) {
        Router<Apis> router = new Router<>(List.of(echo("Any", "GET", "/a")));

        assertThatThrownBy(() -> router.find("GET", path))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal().kind()).isEqualTo(Kind.TARGET_MALFORMED));
    }

    @Test
    void path_isDecoded_andItsPlusIsAPlus() {
        assertThat(read(in -> in.path("b").text().required(), "/a/%C3%A4%2F+%20;x=y"))
                .isEqualTo("200 \"ä/+ ;x=y\"");
        assertThat(new Router<>(List.of(reading(in -> "")))
                        .find("GET", "/a/%62")
                        .path("b"))
                .isEqualTo("b");
    }

    // Parameters

    @ParameterizedTest
    @CsvSource({
        "q=1, 1",
        "q=a+b%2Bc, a b+c",
        "x=2&q=1&q=3, 1",
        "q, ''",
        "q=, ''",
        "&&q=a=b&, a=b",
        "%71=1, 1",
        "q=%E2%82%AC, €"
    })
    void query_isDecoded_andTheFirstOfANameCounts(String query, String value) {
        assertThat(read(in -> in.query("q").text().required(), "/a/b?" + query)).isEqualTo("200 \"" + value + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%", "q=%4", "q=%zz", "other=%FF", "q=\u00e4", "%C3=1"})
    void query_thatIsNotPercentEncodedUtf8_isRefused_askedForOrNot(String query) {
        assertThat(read(in -> "", "/a/b?" + query))
                .isEqualTo("400 target malformed: allowed is percent-encoded UTF-8 (Read)");
    }

    @Test
    void parameters_areReadAsWhatTheyAre() {
        assertThat(read(in -> in.query("q").integer().required(), "/a/b?q=-5")).isEqualTo("200 -5");
        assertThat(read(in -> in.query("q").longInteger().required(), "/a/b?q=9999999999"))
                .isEqualTo("200 9999999999");
        assertThat(read(in -> in.query("q").bool().required(), "/a/b?q=false")).isEqualTo("200 false");
        assertThat(read(in -> in.query("q").number().required().toString(), "/a/b?q=0.10"))
                .isEqualTo("200 \"0.10\"");
        assertThat(read(in -> in.query("q").twofold().required(), "/a/b?q=0.5")).isEqualTo("200 0.5");
        assertThat(read(in -> in.query("q").single().required(), "/a/b?q=0.5")).isEqualTo("200 0.5");
        assertThat(read(in -> in.query("q").date().required().equals(LocalDate.of(2022, 8, 3)), "/a/b?q=2022-08-03"))
                .isEqualTo("200 true");
        assertThat(read(
                        in -> in.query("q").instant().required().equals(Instant.parse("2022-08-03T08:00:00Z")),
                        "/a/b?q=2022-08-03T10:00:00%2B02:00"))
                .isEqualTo("200 true");
        assertThat(read(
                        in -> in.query("q")
                                .oneOf(Kind::valueOf, List.of(Kind.BODY_MISSING))
                                .required(),
                        "/a/b?q=BODY_MISSING"))
                .isEqualTo("200 \"BODY_MISSING\"");
        assertThat(read(
                        in -> in.query("q")
                                .oneOf(Kind::valueOf, List.of(Kind.BODY_MISSING))
                                .required(),
                        "/a/b?q=X"))
                .isEqualTo("400 parameter invalid at q: allowed is one of [BODY_MISSING] (Read)");
        assertThat(read(
                        in -> in.queries("q")
                                .list(each -> each.integer().required())
                                .required(),
                        "/a/b?q=1&q=2"))
                .isEqualTo("200 [1,2]");
    }

    @Test
    void parameters_thatAreSomethingElse_areRefusedWithWhatIsAllowed() {
        assertThat(read(in -> in.query("q").integer().orNull(), "/a/b?q=2147483648"))
                .isEqualTo("400 parameter invalid at q: allowed is a whole number (Read)");
        assertThat(read(in -> in.query("q").integer().orNull(), "/a/b?q=")).startsWith("400 parameter invalid at q");
        assertThat(read(in -> in.query("q").bool().orNull(), "/a/b?q=TRUE")).contains("true or false");
        assertThat(read(in -> in.query("q").twofold().orNull(), "/a/b?q=NaN")).contains("a number");
        assertThat(read(in -> in.query("q").date().orNull(), "/a/b?q=today")).contains("a day such as");
        assertThat(read(in -> in.query("q").instant().orNull(), "/a/b?q=2022-08-03T10:00:00"))
                .contains("a time such as");
        assertThat(read(
                        in -> in.queries("q")
                                .list(each -> each.integer().required())
                                .orNull(),
                        "/a/b?q=1&q=x"))
                .contains("a whole number");
    }

    @Test
    void parameters_areHeldAgainstTheirBounds() {
        assertThat(read(in -> in.query("q").text().minLength(2).maxLength(2).required(), "/a/b?q=%F0%9F%98%80x"))
                .startsWith("200 ");
        assertThat(read(in -> in.query("q").text().minLength(2).required(), "/a/b?q=%F0%9F%98%80"))
                .isEqualTo("400 parameter invalid at q: allowed is at least 2 characters (Read)");
        assertThat(read(in -> in.query("q").text().maxLength(2).required(), "/a/b?q=abc"))
                .contains("at most 2");
        assertThat(read(in -> in.query("q").text().matching("b").required(), "/a/b?q=abc"))
                .startsWith("200 ");
        assertThat(read(in -> in.query("q").text().matching("^b$").required(), "/a/b?q=abc"))
                .contains("^b$");
        assertThat(read(in -> in.query("q").integer().min(1).max(3).required(), "/a/b?q=3"))
                .isEqualTo("200 3");
        assertThat(read(in -> in.query("q").integer().min(1).required(), "/a/b?q=0"))
                .contains("at least 1");
        assertThat(read(in -> in.query("q").longInteger().max(3L).required(), "/a/b?q=4"))
                .contains("at most 3");
    }

    @Test
    void parameters_thatWereNotSent_areWithinAllBounds_butNotThereIfRequired() {
        assertThat(read(in -> String.valueOf(in.query("q").integer().min(5).orNull()), "/a/b"))
                .isEqualTo("200 \"null\"");
        assertThat(read(in -> in.query("q").text().minLength(5).required(), "/a/b"))
                .isEqualTo("400 parameter missing at q (Read)");
        assertThat(read(in -> String.valueOf(in.queries("q").list(each -> each).orNull()), "/a/b"))
                .isEqualTo("200 \"null\"");
    }

    @Test
    void withoutBounds_onlyTypesAreChecked() {
        Router<Apis> router = new Router<>(
                        List.of(reading(in -> in.query("q").integer().min(5).required())))
                .withoutBounds();

        assertThat(router.answer(new Sent("GET", "/a/b?q=1").request(), new Apis(), RouterTest::told)
                        .status())
                .isEqualTo(200);
        assertThat(router.answer(new Sent("GET", "/a/b?q=x").request(), new Apis(), RouterTest::told)
                        .status())
                .isEqualTo(400);
    }

    // Headers

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON; charset=\"utf-8\"",
                "application/json;",
                " application/json "
            })
    void contentType_thatIsJson_isTaken(String type) {
        assertThat(answer(taking(Body.REQUIRED), box().header("content-type", type)))
                .startsWith("201 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/plain|415 media type unsupported at Content-Type: allowed is application/json (Take)",
                "application/*|415 media type unsupported at Content-Type: allowed is application/json (Take)",
                "json|400 header malformed at Content-Type: allowed is a media type (Take)",
                "application/json charset=x|400 header malformed at Content-Type: allowed is a media type (Take)"
            })
    void contentType_thatIsAnother_isRefused(String type, String refusal) {
        assertThat(answer(taking(Body.REQUIRED), box().header("content-type", type)))
                .isEqualTo(refusal);
    }

    @Test
    void contentEncoding_isRefusedWhereABodyIsTaken() {
        assertThat(answer(taking(Body.REQUIRED), box().header("content-encoding", "gzip")))
                .isEqualTo("415 encoding unsupported at Content-Encoding: allowed is no encoding (Take)");
        assertThat(answer(taking(Body.REQUIRED), box().header("content-encoding", "identity")))
                .startsWith("201 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*;q=0.1",
                "text/html, application/json;q=0.5",
                "text/html;level=\"a,b\", */*",
                "*/*;q=0, application/json",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "*",
                ""
            })
    void accept_thatTakesJson_isAnswered(String accept) {
        assertThat(answer(reading(in -> 1), new Sent("GET", "/a/b").header("accept", accept)))
                .isEqualTo("200 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html|406 not acceptable",
                "*/*, application/json;q=0|406 not acceptable",
                "application/json;q=0.000|406 not acceptable",
                "html|400 header malformed",
                "*;q=0|406 not acceptable",
                "text/|400 header malformed"
            })
    void accept_thatExcludesJson_orIsNone_isRefused(String accept, String refusal) {
        assertThat(answer(reading(in -> 1), new Sent("GET", "/a/b").header("accept", accept)))
                .startsWith(refusal + " at Accept");
    }

    @Test
    void accept_whereNothingIsAnswered_doesNotMatter() {
        Operation<Apis> silent = new Operation<>("Do", "GET", "/a", 204, Body.NONE, false, in -> apis -> null);

        assertThat(answer(silent, new Sent("GET", "/a").header("accept", "text/html")))
                .isEqualTo("204 ");
    }

    // Bodies

    private static Sent box() {
        return new Sent("POST", "/a/b").body("{\"name\":\"n\",\"sizes\":[1]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t"})
    void body_thatIsNotThere_isRefusedOnlyWhereItIsRequired(String body) {
        Sent sent = new Sent("POST", "/a/b").body(body);

        assertThat(answer(taking(Body.REQUIRED), sent)).isEqualTo("400 body missing: allowed is a JSON object (Take)");
        assertThat(answer(taking(Body.OPTIONAL), sent)).isEqualTo("201 {\"box\":\"null\"}");
        assertThat(answer(taking(Body.OPTIONAL), new Sent("POST", "/a/b"))).startsWith("201 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|400 body malformed at line 1, column 2: allowed is one JSON object",
                "{} {}|400 body malformed at line 1, column 4: allowed is one JSON object",
                "{\"sizes\":[\"x\"]} {|400 body malformed",
                "null|400 body malformed",
                "[]|400 body malformed",
                "{}|400 property missing at name",
                "{\"name\":1}|400 property invalid at name",
                "{\"name\":null}|400 property missing at name",
                "{\"name\":\"n\",\"sizes\":[1,\"x\"]}|400 property invalid at sizes[1]",
                "{\"name\":\"\\ud800\"}|400 body malformed: allowed is without an escape of half a character"
            })
    void body_thatIsSomethingElse_isRefusedWithThePlace(String body, String refusal) {
        assertThat(answer(taking(Body.REQUIRED), new Sent("POST", "/a/b").body(body)))
                .startsWith(refusal);
    }

    /** As generated types are read: property by property. */
    private static final class Bag {
        @JsonProperty("boxes")
        List<Bag> boxes = List.of();
    }

    @Test
    void body_thatHoldsNullForAValue_isRefusedWithThePlace() {
        Operation<Apis> operation = new Operation<>("Pack", "POST", "/a/{b}", 201, Body.REQUIRED, true, in -> {
            int boxes = in.body(Bag.class).boxes.size();
            return apis -> boxes;
        });

        assertThat(answer(operation, new Sent("POST", "/a/b").body("{\"boxes\":[{\"boxes\":null}]}")))
                .isEqualTo("400 property invalid at boxes[0].boxes: allowed is a value and not null (Pack)");
        assertThat(answer(operation, new Sent("POST", "/a/b").body("{\"boxes\":[{}]}")))
                .isEqualTo("201 1");
    }

    @Test
    void body_thatIsNotUtf8_isRefused() {
        byte[] latin = "{\"name\":\"ä\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(answer(taking(Body.REQUIRED), new Sent("POST", "/a/b").body(latin)))
                .isEqualTo("400 body malformed: allowed is UTF-8 (Take)");
    }

    private static List<String> unknown(Operation<Apis> operation, Sent sent) {
        Request request = sent.request();
        return new Router<>(List.of(operation))
                .find(request.method(), request.path())
                .read(request)
                .unknown();
    }

    @Test
    void unknown_propertiesAndParameters_areToldWithTheirPlaces() {
        assertThat(unknown(
                        taking(Body.REQUIRED),
                        new Sent("POST", "/a/b?x=1&y")
                                .body("{\"name\":\"n\",\"size\":1,\"list\":[{\"a\":1}],\"object\":{\"b\":{}}}")))
                .containsExactly("size", "list", "object", "?x", "?y");
        assertThat(unknown(
                        reading(in -> in.query("q").text().orNull()
                                + in.queries("r").list(each -> each).orNull()),
                        new Sent("GET", "/a/b?q=1&s=2&q=3&r=4&r=5")))
                .containsExactly("?s");
        assertThat(unknown(taking(Body.REQUIRED), box())).isEmpty();
    }

    @Test
    void unknown_whateverACallerMakesUp_isBounded() {
        String longName = "n".repeat(1000);
        String names =
                IntStream.range(0, 1000).mapToObj(i -> longName + i + "=").collect(Collectors.joining("&"));

        assertThat(unknown(reading(in -> ""), new Sent("GET", "/a/b?" + names)))
                .hasSize(32)
                .allMatch(each -> each.equals("?" + "n".repeat(64) + "…"));
    }

    // Running

    @Test
    void whatTheImplementationThrows_isThrown() {
        Operation<Apis> failing = new Operation<>("Fail", "GET", "/a", 200, Body.NONE, true, in -> apis -> {
            throw new IllegalArgumentException("mine");
        });

        assertThatThrownBy(() -> answer(failing, new Sent("GET", "/a"))).hasMessage("mine");
    }

    @Test
    void groupWithoutAnImplementation_isRefused_withTheOperation() {
        Operation<Apis> open = new Operation<>("Open", "GET", "/a", 200, Body.NONE, true, in -> apis -> {
            throw Refusal.notImplemented("Boxes");
        });

        assertThat(answer(open, new Sent("GET", "/a"))).isEqualTo("501 not implemented at Boxes (Open)");
    }

    @Test
    void answerThatCannotBeWritten_isAFaultOfTheProgram() {
        assertThatThrownBy(() -> answer(reading(in -> new Object()), new Sent("GET", "/a/b")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("What Read answered cannot be written");
    }

    @Test
    void bodies_mayBeReadAndWrittenInAWayOfOnesOwn() {
        Bodies json = Bodies.json(VpcepJson.mapper());
        Bodies own = new Bodies() {
            @Override
            public <T> T read(
                    byte[] body, com.fasterxml.jackson.core.type.TypeReference<T> type, Consumer<String> unknown)
                    throws java.io.IOException {
                return json.read(body, type, unknown);
            }

            @Override
            public <T> T read(byte[] body, Class<T> type, Consumer<String> unknown) throws java.io.IOException {
                return json.read("{\"name\":\"own\"}".getBytes(StandardCharsets.UTF_8), type, unknown);
            }

            @Override
            public byte[] write(Object value) {
                return value.toString().getBytes(StandardCharsets.UTF_8);
            }
        };
        Answer answer =
                new Router<>(List.of(taking(Body.REQUIRED)), own).answer(box().request(), new Apis(), RouterTest::told);

        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("{box=own []}");
    }
}
