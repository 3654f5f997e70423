package io.github.vpcep.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;

/** The one way in which both sides read and write JSON. */
public final class VpcepJson {
    private VpcepJson() {}

    /**
     * A mapper that takes no value of another type than the contract states; a property that must take more says so
     * itself.
     *
     * @return a new mapper
     */
    public static ObjectMapper mapper() {
        return JsonMapper.builder()
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        textual -> textual.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                // A blank text is no number and no boolean: read as one it would be silently none.
                .withCoercionConfig(LogicalType.Boolean, VpcepJson::takeNoBlank)
                .withCoercionConfig(LogicalType.Integer, VpcepJson::takeNoBlank)
                .withCoercionConfig(LogicalType.Float, VpcepJson::takeNoBlank)
                // "" is no list and no object: read as one it would be silently empty.
                .withCoercionConfig(
                        LogicalType.Collection,
                        list -> list.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.POJO,
                        object -> object.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .addModule(new SimpleModule("vpcep").setDeserializerModifier(new ModelReader.Modifier()))
                .build();
    }

    /**
     * A mapper for servers, which reads requests to the letter: of enumerations only the texts that the contract has,
     * in its letter case, no null for an optional property that must not be null, and nothing that the contract does
     * not have. That is passed over, and told to whom {@link UnknownProperties#toldTo} names. It writes as the other.
     *
     * @return a new mapper
     */
    public static ObjectMapper serverMapper() {
        ObjectMapper mapper = mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .setAnnotationIntrospector(new RequestIntrospector())
                .addHandler(new UnknownProperties());
        return mapper.setConfig(mapper.getDeserializationConfig().withAttribute(OpenEnumReader.TO_THE_LETTER, true));
    }

    private static void takeNoBlank(MutableCoercionConfig scalar) {
        scalar.setAcceptBlankAsEmpty(false).setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    }
}
