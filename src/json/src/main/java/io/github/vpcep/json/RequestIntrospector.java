package io.github.vpcep.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Reads the types of the contract as a server takes them: nothing unknown is kept, and null is no value. */
final class RequestIntrospector extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasAnySetter(Annotated annotated) {
        return false;
    }

    /**
     * Null for what is required is left to the type, which names what is missing. So is that for the parameter of a
     * constructor, which is null as well when nothing was sent.
     */
    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
        JsonSetter.Value own = super.findSetterInfo(annotated);
        JsonProperty property = _findAnnotation(annotated, JsonProperty.class);
        return property == null
                        || property.required()
                        || annotated instanceof AnnotatedParameter
                        || own.nonDefaultValueNulls() != null
                ? own
                : own.withValueNulls(Nulls.FAIL);
    }
}
