package io.github.vpcep.jackson3;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;

/** Reads a type of the API: its JSON goes, as it came, to Jackson 2. */
final class TypeReader extends StdDeserializer<Object> {
    static final JsonFactory JSON = new JsonFactory();

    private final ObjectMapper mapper;

    TypeReader(ObjectMapper mapper, Class<?> type) {
        super(type);
        this.mapper = mapper;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            copy.copyCurrentStructureExact(parser);
        }
        try {
            return mapper.readValue(text.toString(), handledType());
        } catch (JsonMappingException e) {
            throw asOfJackson3(e, parser);
        } catch (JsonProcessingException e) {
            throw MismatchedInputException.from(parser, handledType(), e.getOriginalMessage());
        }
    }

    private DatabindException asOfJackson3(JsonMappingException e, JsonParser parser) {
        DatabindException told = MismatchedInputException.from(parser, handledType(), e.getOriginalMessage());
        List<JsonMappingException.Reference> path = e.getPath();
        for (int i = path.size() - 1; i >= 0; i--) {
            JsonMappingException.Reference at = path.get(i);
            if (at.getFieldName() == null) {
                told.prependPath(at.getFrom(), at.getIndex());
            } else {
                told.prependPath(at.getFrom(), at.getFieldName());
            }
        }
        return told;
    }
}
