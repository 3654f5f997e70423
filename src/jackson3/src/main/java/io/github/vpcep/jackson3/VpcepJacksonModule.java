package io.github.vpcep.jackson3;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.model.ErrorCode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.ser.Serializers;

/**
 * Lets Jackson 3 read and write the types of the API. The types are made for Jackson 2, whose mapper does the work
 * behind this module: they are the same JSON on either side, whatever the application's mapper is set to, and all types
 * that are not of the API stay Jackson 3's own.
 *
 * <p>{@code JsonMapper.builder().findAndAddModules()} finds it, and so does Spring Boot 4. What cannot be read fails as
 * Jackson 3's own types do, with a {@code MismatchedInputException} that has the path to it.
 */
public final class VpcepJacksonModule extends JacksonModule {
    private final ObjectMapper mapper;

    /** One that reads what the service sends, as the client does. */
    public VpcepJacksonModule() {
        this(VpcepJson.mapper());
    }

    /**
     * One that reads and writes by a mapper of Jackson 2.
     *
     * @param mapper for a server that takes requests to the letter, {@link VpcepJson#serverMapper}
     */
    public VpcepJacksonModule(ObjectMapper mapper) {
        this.mapper = Objects.requireNonNull(mapper, "mapper");
    }

    @Override
    public String getModuleName() {
        return "vpcep";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addSerializers(new Serializers.Base() {
            @Override
            public @Nullable ValueSerializer<?> findSerializer(
                    SerializationConfig config,
                    JavaType type,
                    BeanDescription.Supplier description,
                    JsonFormat.@Nullable Value format) {
                return isOfTheApi(type.getRawClass()) ? new TypeWriter(mapper) : null;
            }
        });
        context.addDeserializers(new Deserializers.Base() {
            @Override
            public @Nullable ValueDeserializer<?> findBeanDeserializer(
                    JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
                return isOfTheApi(type.getRawClass()) ? new TypeReader(mapper, type.getRawClass()) : null;
            }

            @Override
            public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
                return isOfTheApi(type);
            }
        });
    }

    private static boolean isOfTheApi(Class<?> type) {
        return type.isAnnotationPresent(JsonDeserialize.class)
                && type.getPackageName().equals(ErrorCode.class.getPackageName());
    }
}
