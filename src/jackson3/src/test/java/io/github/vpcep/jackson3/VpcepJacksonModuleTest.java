package io.github.vpcep.jackson3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.PortMapping;
import io.github.vpcep.model.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

class VpcepJacksonModuleTest {
    private static final String ENDPOINT = "{\"id\":\"e-1\",\"status\":\"Accepted\",\"enable_dns\":\"true\","
            + "\"created_at\":\"2022-08-03T03:03:54.120Z\",\"tags\":[{\"key\":\"k\",\"value\":\"v\"}],"
            + "\"news\":{\"price\":1.10,\"of\":[null,12345678901234567890]}}";

    private final JsonMapper json = JsonMapper.builder().findAndAddModules().build();

    /** A type of the application's own, with ones of the API inside. */
    record Holder(
            String name, List<PortMapping> ports, @Nullable EndpointStatus status) {}

    @Test
    void read_isAsByJackson2() throws Exception {
        Endpoint endpoint = json.readValue(ENDPOINT, Endpoint.class);

        assertThat(endpoint).isEqualTo(VpcepJson.mapper().readValue(ENDPOINT, Endpoint.class));
        assertThat(endpoint.status()).isSameAs(EndpointStatus.ACCEPTED);
        assertThat(endpoint.dnsEnabled()).isTrue();
        assertThat(endpoint.createdAt()).isEqualTo(Instant.parse("2022-08-03T03:03:54.120Z"));
        assertThat(endpoint.additionalProperties().get("news"))
                .isInstanceOfSatisfying(
                        Map.class, news -> assertThat(news.get("price")).isEqualTo(new BigDecimal("1.10")));
    }

    @Test
    void written_isAsByJackson2() throws Exception {
        Endpoint endpoint = json.readValue(ENDPOINT, Endpoint.class);

        assertThat(json.writeValueAsString(endpoint))
                .isEqualTo(VpcepJson.mapper().writeValueAsString(endpoint));
    }

    @Test
    void written_whateverTheMapperIsSetTo_isOfTheContract() {
        JsonMapper mapper = JsonMapper.builder()
                .findAndAddModules()
                .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                .build();

        assertThat(mapper.writeValueAsString(new Holder("h", List.of(PortMapping.of(80, 8080)), null)))
                .isEqualTo("{\"Name\":\"h\",\"Ports\":[{\"client_port\":80,\"server_port\":8080}],\"Status\":null}");
    }

    @Test
    void written_asATree_hasTheValues() {
        JsonNode tree = json.valueToTree(Tag.builder().key("k").value("v").build());

        assertThat(tree.get("key").stringValue()).isEqualTo("k");
    }

    @Test
    void ofAnApplicationsType_areReadAndWritten() {
        String text = "{\"name\":\"h\",\"ports\":[{\"client_port\":80,\"server_port\":8080}],\"status\":\"new\"}";

        Holder holder = json.readValue(text, Holder.class);

        assertThat(holder.ports()).containsExactly(PortMapping.of(80, 8080));
        assertThat(holder.status()).hasToString("new");
        assertThat(json.writeValueAsString(holder)).isEqualTo(text);
    }

    @Test
    void read_whereTheTypeIsWrong_tellsThePath() {
        String text = "[{\"id\":\"e-1\"},{\"id\":\"e-2\",\"tags\":[{\"key\":[]}]}]";

        assertThatExceptionOfType(MismatchedInputException.class)
                .isThrownBy(() -> json.readValue(text, new TypeReference<List<Endpoint>>() {}))
                .satisfies(e -> assertThat(e.getPath().stream()
                                .map(JacksonException.Reference::getPropertyName)
                                .filter(Objects::nonNull))
                        .containsSubsequence("tags", "key"))
                .satisfies(e -> assertThat(e.getPath().get(0).getIndex()).isEqualTo(1));
    }

    @Test
    void read_withoutWhatIsRequired_namesIt() {
        assertThatExceptionOfType(MismatchedInputException.class)
                .isThrownBy(() -> json.readValue("{\"client_port\":80}", PortMapping.class))
                .withMessageContaining("PortMapping.serverPort (\"server_port\")");
    }

    @Test
    void read_byTheMapperOfServers_isToTheLetter() {
        JsonMapper server = JsonMapper.builder()
                .addModule(new VpcepJacksonModule(VpcepJson.serverMapper()))
                .build();
        String text = "{\"key\":\"k\",\"value\":\"v\",\"news\":1}";

        assertThat(json.readValue(text, Tag.class).additionalProperties()).containsKey("news");
        assertThat(server.readValue(text, Tag.class).additionalProperties()).isEmpty();
    }
}
