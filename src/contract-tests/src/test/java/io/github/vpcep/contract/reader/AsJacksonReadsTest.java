package io.github.vpcep.contract.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.BuilderBasedDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.github.vpcep.json.VpcepJson;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Types are read by a reader of our own. What is right is what Jackson's own makes of the same annotations: the same
 * value, or the same error with the same words and the same path.
 */
class AsJacksonReadsTest {
    private static final List<String> VALUES =
            List.of("null", "7", "1.5", "true", "\"x\"", "\"\"", "[]", "{}", "[null]", "[{\"x\":1}]", "{\"id\":{}}");

    /** The mappers of both sides, and that of the client as an application may set it. */
    @SuppressWarnings("ImmutableEnumChecker")
    enum Mapper {
        CLIENT(VpcepJson::mapper),
        SERVER(VpcepJson::serverMapper),
        UNWRAPPED(() -> VpcepJson.mapper().disable(DeserializationFeature.WRAP_EXCEPTIONS)),
        NULL_PASSED_OVER(() -> VpcepJson.mapper().setDefaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SKIP))),
        HANDLED(() -> VpcepJson.mapper().addHandler(new DeserializationProblemHandler() {
            @Override
            public @Nullable Object handleWeirdStringValue(
                    DeserializationContext context, Class<?> type, String text, String failure) {
                return null;
            }
        })),
        ANY_CASE(() -> {
            ObjectMapper json = VpcepJson.mapper();
            json.setConfig(json.getDeserializationConfig().with(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES));
            return json;
        });

        private final ObjectMapper ours;
        private final ObjectMapper jacksons;

        Mapper(Supplier<ObjectMapper> mapper) {
            ours = mapper.get();
            jacksons = mapper.get().registerModule(new SimpleModule().setDeserializerModifier(new Jacksons()));
        }
    }

    private static final class Jacksons extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription type, JsonDeserializer<?> reader) {
            return reader instanceof BuilderBasedDeserializer builders ? new JacksonsOwn(builders) : reader;
        }
    }

    private static final class JacksonsOwn extends BuilderBasedDeserializer {
        private static final long serialVersionUID = 1L;

        JacksonsOwn(BuilderBasedDeserializer reader) {
            super(reader);
        }
    }

    @ParameterizedTest
    @EnumSource
    void answer_asPrintedAndWithEachValueOtherwise_isReadOrRefusedAsByJackson(Mapper mapper) throws Exception {
        int read = 0;
        int refused = 0;
        for (PrintedAnswersTest.Answer answer : PrintedAnswersTest.answers().toList()) {
            Class<?> type = answer.type();
            for (String text : otherwise(answer.printed())) {
                Object outcome = outcome(mapper.ours, text, type);
                assertThat(outcome).as("%s", text).isEqualTo(outcome(mapper.jacksons, text, type));
                if (outcome instanceof String) {
                    refused++;
                } else {
                    read++;
                }
            }
        }
        assertThat(read).isGreaterThan(1000);
        assertThat(refused).isGreaterThan(1000);
    }

    /** The value that is read, or the error in full. */
    private static Object outcome(ObjectMapper json, String text, Class<?> type) {
        try {
            return json.readValue(text, type);
        } catch (Exception e) {
            return e.toString();
        }
    }

    /** An answer as it is, and with one value of it replaced, absent, twice or among others. */
    private static Set<String> otherwise(JsonNode printed) {
        Set<String> texts = new LinkedHashSet<>(List.of(printed.toString()));
        for (JsonPointer place : places(JsonPointer.empty(), printed)) {
            for (String value : VALUES) {
                texts.add(with(printed, place, value));
            }
            String itself = printed.at(place).toString();
            texts.add(with(printed, place, "[" + itself + "]"));
            texts.add(with(printed, place, "\"" + itself.replace("\"", "") + "\""));
            String name = place.last().getMatchingProperty();
            if (printed.at(place.head()).isObject()) {
                String pair = "\"" + name + "\":" + itself;
                texts.add(with(printed, place, itself + ",\"" + name + "\":null"));
                texts.add(with(printed, place, "null," + pair));
                texts.add(with(printed, place, itself + ",\"more\":{\"" + name + "\":[" + itself + "]}"));
                texts.add(with(printed, place, itself + ",\"" + name.toUpperCase(Locale.ROOT) + "\":7"));
            }
        }
        return texts;
    }

    private static List<JsonPointer> places(JsonPointer at, JsonNode node) {
        List<JsonPointer> places = new ArrayList<>();
        if (!at.matches()) {
            places.add(at);
        }
        node.properties().forEach(each -> places.addAll(places(at.appendProperty(each.getKey()), each.getValue())));
        // What is read of one item is read of each; the second is read by what the first left behind.
        for (int i = 0; node.isArray() && i < Math.min(node.size(), 2); i++) {
            places.addAll(places(at.appendIndex(i), node.get(i)));
        }
        return places;
    }

    private static String with(JsonNode printed, JsonPointer place, String text) {
        JsonNode other = printed.deepCopy();
        if (other.at(place.head()) instanceof ArrayNode array) {
            array.setRawValue(place.last().getMatchingIndex(), new RawValue(text));
        } else {
            ((ObjectNode) other.at(place.head())).putRawValue(place.last().getMatchingProperty(), new RawValue(text));
        }
        return other.toString();
    }
}
