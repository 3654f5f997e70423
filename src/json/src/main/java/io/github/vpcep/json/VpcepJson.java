package io.github.vpcep.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
                // "" is no list and no object: read as one it would be silently empty.
                .withCoercionConfig(
                        LogicalType.Collection,
                        list -> list.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.POJO,
                        object -> object.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .build();
    }
}
