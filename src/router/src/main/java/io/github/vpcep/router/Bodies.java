package io.github.vpcep.router;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** How bodies are read and written. */
public interface Bodies {
    /**
     * Reads a body.
     *
     * @param body the bytes, at least one of them no blank
     * @param type what they stand for
     * @return the value
     * @throws IOException if they do not, as {@link ObjectMapper} throws it
     */
    <T> T read(byte[] body, Class<T> type) throws IOException;

    /**
     * Reads a body that is a list or a map.
     *
     * @param body the bytes, at least one of them no blank
     * @param type what they stand for
     * @return the value
     * @throws IOException if they do not, as {@link ObjectMapper} throws it
     */
    <T> T read(byte[] body, TypeReference<T> type) throws IOException;

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
     * @param mapper strict, as that of {@link io.github.vpcep.json.VpcepJson}
     */
    static Bodies json(ObjectMapper mapper) {
        return new JsonBodies(mapper);
    }
}
