package io.github.vpcep.contract.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.vpcep.contract.spec.OfOperation;
import io.github.vpcep.contract.spec.Operation;
import io.github.vpcep.contract.spec.Printed;
import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.model.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every answer that the documents print, decoded by the client's reader and compared value by value. {@link ReaderTest}
 * has the meaning of some of them by hand.
 */
class PrintedAnswersTest {
    private static final ObjectMapper JSON = VpcepJson.mapper();
    private static final SpecFolder SPEC = SpecFolder.ofRepository();
    private static int answers;
    private static int values;

    /** One printed answer. */
    record Answer(String operation, String file, JsonNode schema) implements OfOperation {
        JsonNode printed() {
            return SPEC.file(Printed.FOLDER + "/" + file);
        }

        Class<?> type() throws ClassNotFoundException {
            return Class.forName(Endpoint.class.getPackageName() + "."
                    + SPEC.schemaName(schema).orElseThrow());
        }

        Object decoded() throws ClassNotFoundException, IOException {
            return JSON.readValue(
                    Files.readAllBytes(SPEC.path().resolve(Printed.FOLDER).resolve(file)), type());
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Answer> answers() {
        return Printed.of(SPEC).stream().filter(Printed::isAnswer).map(each -> {
            Operation operation = SPEC.operation(each.operation()).orElseThrow();
            return new Answer(
                    operation.id(),
                    each.readable(),
                    operation.response(each.status()).path("schema"));
        });
    }

    @AfterAll
    static void print() {
        System.out.println("Reader: " + answers + " printed answers with " + values + " values decoded");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answer_decoded_saysWhatIsPrinted(Answer answer) throws ClassNotFoundException, IOException {
        answers++;
        values += places(JsonPointer.empty(), answer.printed()).size();
        assertThat(PrintedValues.differences(SPEC, answer.schema(), answer.printed(), answer.decoded()))
                .isEmpty();
    }

    /** That nothing differs proves nothing unless each value would be missed. */
    @ParameterizedTest
    @MethodSource("answers")
    void anyValue_printedOtherwise_isSeen(Answer answer) throws ClassNotFoundException, IOException {
        Object decoded = answer.decoded();
        for (JsonPointer place : places(JsonPointer.empty(), answer.printed())) {
            JsonNode other = answer.printed().deepCopy();
            change(other, place);
            assertThat(PrintedValues.differences(SPEC, answer.schema(), other, decoded))
                    .as("another value at %s", place)
                    .isNotEmpty();
        }
    }

    /** Where the values are that are no objects and lists. */
    private static List<JsonPointer> places(JsonPointer at, JsonNode node) {
        List<JsonPointer> places = new ArrayList<>();
        if (node.isValueNode()) {
            places.add(at);
        }
        node.properties().forEach(each -> places.addAll(places(at.appendProperty(each.getKey()), each.getValue())));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            places.addAll(places(at.appendIndex(i), node.get(i)));
        }
        return places;
    }

    private static void change(JsonNode root, JsonPointer place) {
        JsonNode before = root.at(place);
        JsonNode after;
        if (before.isBoolean()) {
            after = BooleanNode.valueOf(!before.asBoolean());
        } else if (before.isNumber()) {
            after = LongNode.valueOf(before.asLong() + 1);
        } else {
            // The text with a letter more, and a text for null.
            after = TextNode.valueOf(before.asText() + "x");
        }
        if (root.at(place.head()) instanceof ArrayNode array) {
            array.set(place.last().getMatchingIndex(), after);
        } else {
            ((ObjectNode) root.at(place.head())).set(place.last().getMatchingProperty(), after);
        }
    }
}
