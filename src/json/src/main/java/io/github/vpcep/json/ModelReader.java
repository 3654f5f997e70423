package io.github.vpcep.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.BuilderBasedDeserializer;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.deser.impl.FieldProperty;
import com.fasterxml.jackson.databind.deser.impl.NullsConstantProvider;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a generated type as Jackson's own reader does, but faster: names are expected in the order in which they came
 * the last time, and builders set their fields themselves. All but plain properties of an object is left to Jackson.
 */
final class ModelReader extends BuilderBasedDeserializer {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Known> known = new HashMap<>();
    private final transient Place start = new Place();

    private ModelReader(BuilderBasedDeserializer reader) {
        super(reader);
    }

    /** Has a mapper read generated types so. */
    static final class Modifier extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription type, JsonDeserializer<?> reader) {
            return reader.getClass() == BuilderBasedDeserializer.class
                            && ModelBuilder.class.isAssignableFrom(reader.handledType())
                    ? new ModelReader((BuilderBasedDeserializer) reader)
                    : reader;
        }
    }

    /** A place in an object. What comes next is a guess, so that threads may share it. */
    private static class Place {
        @Nullable
        Known next;
    }

    private static final class Known extends Place {
        private static final int NONE = -1;

        final SettableBeanProperty property;
        final String name;
        final int index;

        Known(SettableBeanProperty property) {
            this.property = property;
            this.name = property.getName();
            // Whoever gives a mapper other kinds of properties, or passes over null, has that done by Jackson.
            boolean plain = property.getClass() == FieldProperty.class
                    && !NullsConstantProvider.isSkipper(property.getNullValueProvider());
            Integer told = property.getMetadata().getIndex();
            this.index = plain && told != null ? told : NONE;
        }

        void read(JsonParser parser, DeserializationContext context, ModelBuilder<?> builder) throws IOException {
            if (index == NONE) {
                property.deserializeAndSet(parser, context, builder);
            } else {
                builder.set(index, property.deserialize(parser, context));
            }
        }
    }

    @Override
    public void resolve(DeserializationContext context) throws JsonMappingException {
        super.resolve(context);
        for (SettableBeanProperty property : _beanProperties) {
            known.put(property.getName(), new Known(property));
        }
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // A parser gives equal names as the same text, mostly.
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!_vanillaProcessing || !parser.isExpectedStartObjectToken()) {
            return super.deserialize(parser, context);
        }
        ModelBuilder<?> builder = (ModelBuilder<?>) _valueInstantiator.createUsingDefault(context);
        Place last = start;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            Known here = last.next;
            if (here == null || here.name != name) {
                here = find(name);
                if (here == null) {
                    handleUnknownVanilla(parser, context, builder, name);
                    continue;
                }
                last.next = here;
            }
            try {
                here.read(parser, context, builder);
            } catch (IOException | RuntimeException e) {
                // Jackson's own wrapAndThrow has another signature in each of its versions.
                if (context.isEnabled(DeserializationFeature.WRAP_EXCEPTIONS)
                        && (e instanceof JacksonException || e instanceof RuntimeException)) {
                    throw JsonMappingException.wrapWithPath(e, builder, name);
                }
                throw e;
            }
            last = here;
        }
        return finishBuild(context, builder);
    }

    /** Finds a property by one of its names, in the letter case that the mapper wants. */
    private @Nullable Known find(String name) {
        SettableBeanProperty property = _beanProperties.find(name);
        return property == null ? null : known.get(property.getName());
    }

    @Override
    protected @Nullable Object finishBuild(DeserializationContext context, Object builder) throws IOException {
        try {
            return ((ModelBuilder<?>) builder).build();
        } catch (RuntimeException e) {
            return wrapInstantiationProblem(e, context);
        }
    }
}
