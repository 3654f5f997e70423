package io.github.vpcep.sandbox.api;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vpcep.json.UnknownProperties;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.ResourceQuery;
import io.github.vpcep.model.UpdateEndpointServiceRequest;
import io.github.vpcep.router.Bodies;
import java.io.IOException;
import java.util.function.Consumer;

/** Bodies as the contract has them; two of them say more than their types can hold. */
final class RequestBodies implements Bodies {
    private final ObjectMapper mapper = VpcepJson.serverMapper();
    private final Bodies json = Bodies.json(KeptJson.of(mapper, Endpoint.class));

    @Override
    public <T> T read(byte[] body, Class<T> type, Consumer<String> unknown) throws IOException {
        if (type == ResourceQuery.class) {
            JsonNode query = withTexts(json.read(body, JsonNode.class, unknown), "limit", "offset");
            return UnknownProperties.toldTo(unknown, mapper.readerFor(type)).readValue(query);
        }
        T value = json.read(body, type, unknown);
        // The type takes no ports for absent ones, which would leave the ports as they are.
        if (value instanceof UpdateEndpointServiceRequest change
                && change.ports().isEmpty()
                && mapper.readTree(body).path("ports").isArray()) {
            throw BodyProblems.noPorts();
        }
        return value;
    }

    @Override
    public <T> T read(byte[] body, TypeReference<T> type, Consumer<String> unknown) throws IOException {
        return json.read(body, type, unknown);
    }

    /** The body with digits in place of whole numbers, for properties that take either. */
    private static JsonNode withTexts(JsonNode body, String... names) {
        if (body instanceof ObjectNode object) {
            for (String name : names) {
                if (object.path(name).isIntegralNumber()) {
                    object.put(name, object.path(name).asText());
                }
            }
        }
        return body;
    }

    @Override
    public byte[] write(Object value) throws IOException {
        return json.write(value);
    }
}
