package io.github.vpcep.sandbox.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.github.vpcep.sandbox.domain.Memo;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;

/**
 * Writes the items of lists from bytes that are kept for as long as the item is the same object. Writing ten endpoints
 * would otherwise be most of what answering a list costs.
 *
 * @param <T> the type of the items, which is immutable
 */
final class KeptJson<T> extends StdSerializer<T> {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ObjectMapper plain;
    private final transient Memo<T, SerializedString> kept;

    private KeptJson(Class<T> type, ObjectMapper plain) {
        super(type);
        this.plain = plain;
        this.kept = new Memo<>(1024, this::written);
    }

    /** A mapper like that one, with kept bytes for the items of lists of that type. */
    static <T> ObjectMapper of(ObjectMapper mapper, Class<T> type) {
        return mapper.copy().registerModule(new SimpleModule().addSerializer(type, new KeptJson<>(type, mapper)));
    }

    private SerializedString written(T item) {
        try {
            return new SerializedString(plain.writeValueAsString(item));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
        if (out.getOutputContext().inArray()) {
            out.writeRawValue(kept.of(value));
        } else {
            plain.writeValue(out, value);
        }
    }
}
