package io.github.vpcep.router;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.function.Consumer;

/** How bodies are read and written. */
public interface Bodies {
    /**
     * Reads a body.
     *
     * @param body the bytes, at least one of them no blank
     * @param type what they stand for
     * @param unknown is told of each property that the type does not have, by its place, such as
     *     {@code ports[0].colour}; it is not to be part of the value
     * @return the value
     * @throws IOException if they do not, as {@link ObjectMapper} throws it
     */
    <T> T read(byte[] body, Class<T> type, Consumer<String> unknown) throws IOException;

    /**
     * Reads a body that is a list or a map.
     *
     * @param body the bytes, at least one of them no blank
     * @param type what they stand for
     * @param unknown is told of each property that the types in it do not have
     * @return the value
     * @throws IOException if they do not, as {@link ObjectMapper} throws it
     */
    <T> T read(byte[] body, TypeReference<T> type, Consumer<String> unknown) throws IOException;

    /**
     * Writes a body.
     *
     * @param value what an operation answered
     * @throws IOException if it cannot be written
     */
    byte[] write(Object value) throws IOException;

    /**
     * With a mapper; what is read has to be UTF-8 and free of escapes of half a character, which no answer could
     * repeat.
     *
     * @param mapper strict, as {@link io.github.vpcep.json.VpcepJson#serverMapper}
     */
    static Bodies json(ObjectMapper mapper) {
        return new JsonBodies(mapper);
    }
}
