package io.github.vpcep.runtime.engine.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.SettableAnyProperty;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads an optional property whose value is none of its type as one that is not known: nothing is set, and what was
 * sent is kept among the additional properties. A value inside a list or an object costs the nearest optional property
 * around it. Each optional value is copied before it is read, so this is for answers that cannot be read otherwise.
 */
final class OptionalValues extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1L;

    private OptionalValues() {}

    /** Returns a mapper that reads so, and otherwise as the given one does. */
    static ObjectMapper over(ObjectMapper json) {
        // Copied as doubles, numbers would lose digits.
        return json.copy()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .registerModule(new SimpleModule("optional values").setDeserializerModifier(new OptionalValues()));
    }

    /** Returns the reader as one that tells of each property that it keeps, by type and name, as {@code Book.pages}. */
    static ObjectReader telling(ObjectReader reader, Consumer<String> told) {
        return reader.withAttribute(OptionalValues.class, told);
    }

    @Override
    public BeanDeserializerBuilder updateBuilder(
            DeserializationConfig config, BeanDescription type, BeanDeserializerBuilder builder) {
        SettableAnyProperty others = builder.getAnySetter();
        if (others == null) {
            return builder;
        }
        // What is filled may be the builder inside the type.
        Class<?> filled = type.getBeanClass();
        Class<?> outer = filled.getSimpleName().equals("Builder") ? filled.getEnclosingClass() : null;
        String name = (outer == null ? filled : outer).getSimpleName();
        List<SettableBeanProperty> optional = new ArrayList<>();
        builder.getProperties().forEachRemaining(property -> {
            if (!property.isRequired()) {
                optional.add(new OptionalProperty(property, others, name));
            }
        });
        optional.forEach(property -> builder.addOrReplaceProperty(property, true));
        return builder;
    }

    private static final class OptionalProperty extends SettableBeanProperty.Delegating {
        private static final long serialVersionUID = 1L;

        private final SettableAnyProperty others;
        private final String type;

        OptionalProperty(SettableBeanProperty property, SettableAnyProperty others, String type) {
            super(property);
            this.others = others;
            this.type = type;
        }

        @Override
        protected SettableBeanProperty withDelegate(SettableBeanProperty property) {
            return new OptionalProperty(property, others, type);
        }

        @Override
        public void deserializeAndSet(JsonParser parser, DeserializationContext context, Object bean)
                throws IOException {
            deserializeSetAndReturn(parser, context, bean);
        }

        @Override
        public Object deserializeSetAndReturn(JsonParser parser, DeserializationContext context, Object bean)
                throws IOException {
            String name = parser.currentName();
            TokenBuffer sent = context.bufferForInputBuffering(parser);
            sent.copyCurrentStructure(parser);
            try {
                return delegate.deserializeSetAndReturn(sent.asParserOnFirstToken(), context, bean);
            } catch (JsonProcessingException e) {
                JsonParser again = sent.asParserOnFirstToken();
                others.set(
                        bean,
                        name,
                        others.hasValueDeserializer()
                                ? others.deserialize(again, context)
                                : context.readValue(again, Object.class));
                tell(context, type + "." + name);
                return bean;
            }
        }

        @SuppressWarnings("unchecked") // Set by telling(…) only.
        private static void tell(DeserializationContext context, String property) {
            Object told = context.getAttribute(OptionalValues.class);
            if (told != null) {
                ((Consumer<String>) told).accept(property);
            }
        }
    }
}
