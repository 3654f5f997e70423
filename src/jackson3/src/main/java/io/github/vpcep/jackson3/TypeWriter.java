package io.github.vpcep.jackson3;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a type of the API: what Jackson 2 makes of it, token by token, so that any format can take it. */
final class TypeWriter extends StdSerializer<Object> {
    private final ObjectMapper mapper;

    TypeWriter(ObjectMapper mapper) {
        super(Object.class);
        this.mapper = mapper;
    }

    @Override
    public void serialize(Object value, JsonGenerator generator, SerializationContext context) {
        try (JsonParser written =
                TypeReader.JSON.createParser(ObjectReadContext.empty(), mapper.writeValueAsString(value))) {
            written.nextToken();
            generator.copyCurrentStructureExact(written);
        } catch (JsonProcessingException e) {
            throw JacksonIOException.construct(e, generator);
        }
    }
}
