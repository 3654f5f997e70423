package io.github.vpcep.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds of every operation that a server offers, by what the contract says of it. */
final class ServerLaws {
    private final Compiled made;
    private final OpenAPI contract;

    ServerLaws(Compiled made, OpenAPI contract) {
        this.made = made;
        this.contract = contract;
    }

    Map<String, Feature.Use> all() {
        Map<String, Feature.Use> all = new TreeMap<>();
        all.put("law: Jakarta REST is told of each operation what the contract says", this::operations);
        all.put("law: the router knows each operation as the contract has it", this::routes);
        all.put("law: the id of each operation is a constant", this::ids);
        all.put("law: enumerations are read to the letter by converters", this::converters);
        all.put("law: the parameters of a query are values", this::paramsAreValues);
        return all;
    }

    private interface Law {
        void of(String path, String method, Operation operation) throws Exception;
    }

    private void each(Law law) throws Exception {
        for (Map.Entry<String, PathItem> path : contract.getPaths().entrySet()) {
            for (Map.Entry<PathItem.HttpMethod, Operation> each :
                    path.getValue().readOperationsMap().entrySet()) {
                law.of(path.getKey(), each.getKey().name(), each.getValue());
            }
        }
    }

    /** The parameters in one place, those of the path first. */
    private List<Parameter> parameters(String path, Operation operation, String in) {
        return Stream.of(
                        Objects.requireNonNull(contract.getPaths().get(path)).getParameters(),
                        operation.getParameters())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .filter(each -> each.getIn().equals(in))
                .toList();
    }

    private Schema<?> resolved(Schema<?> schema) {
        if (schema.getAllOf() != null && schema.getAllOf().size() == 1) {
            return resolved(schema.getAllOf().get(0));
        }
        return schema.get$ref() == null
                ? schema
                : Objects.requireNonNull(
                        ModelLaws.schemas(contract).get(schema.get$ref().replaceAll(".*/", "")));
    }

    private static boolean is(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    private static String id(Method method) {
        for (Annotation each : method.getAnnotations()) {
            if (each.annotationType().getSimpleName().equals("OperationId")) {
                try {
                    return (String) each.annotationType().getMethod("value").invoke(each);
                } catch (ReflectiveOperationException e) {
                    throw new LinkageError(method.toString(), e);
                }
            }
        }
        throw new AssertionError(method + " serves no operation");
    }

    private void operations() throws Exception {
        Map<String, Method> methods = new TreeMap<>();
        for (Class<?> type : made.types("server")) {
            if (type.isInterface() && type.getName().endsWith("Api")) {
                assertThat(type.getAnnotation(Path.class).value()).isEqualTo("/");
                assertThat(type.getAnnotation(Produces.class).value()).containsExactly("application/json");
                for (Method each : type.getMethods()) {
                    assertThat(methods.put(id(each), each)).isNull();
                }
            }
        }
        List<String> ids = new ArrayList<>();
        each((path, verb, operation) -> {
            ids.add(operation.getOperationId());
            Method method = Objects.requireNonNull(methods.get(operation.getOperationId()));
            assertThat(method.getDeclaringClass().getSimpleName())
                    .isEqualTo(operation.getTags().get(0) + "Api");
            assertThat(Arrays.stream(method.getAnnotations())
                            .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                            .filter(Objects::nonNull)
                            .map(HttpMethod::value))
                    .containsExactly(verb);
            assertThat(method.getAnnotation(Path.class).value()).isEqualTo(path);
            Consumes consumes = method.getAnnotation(Consumes.class);
            assertThat(consumes == null ? null : List.of(consumes.value()))
                    .as("%s", method)
                    .isEqualTo(operation.getRequestBody() == null ? null : List.of("application/json"));
            assertThat(method.isAnnotationPresent(Deprecated.class)).isEqualTo(is(operation.getDeprecated()));
            List<String> found = new ArrayList<>();
            for (int at = 0; at < method.getParameterCount(); at++) {
                found.add(told(method.getParameterAnnotations()[at]));
            }
            List<String> expected = new ArrayList<>();
            for (Parameter each : parameters(path, operation, "path")) {
                expected.add("in the path " + each.getName() + bounds(each.getSchema()));
            }
            List<Parameter> query = parameters(path, operation, "query");
            if (!query.isEmpty()) {
                expected.add("of the query, valid");
                query(method.getParameterTypes()[expected.size() - 1], query);
            }
            if (operation.getRequestBody() != null) {
                expected.add((is(operation.getRequestBody().getRequired()) ? ", not null" : "") + ", valid");
            }
            assertThat(found).as("%s", method).isEqualTo(expected);
        });
        assertThat(methods.keySet()).containsExactlyInAnyOrderElementsOf(ids);
    }

    private void query(Class<?> params, List<Parameter> query) throws Exception {
        List<String> found = new ArrayList<>();
        for (Field each : params.getDeclaredFields()) {
            found.add(told(each.getAnnotations()));
        }
        List<String> expected = new ArrayList<>();
        for (Parameter each : query) {
            Object other = each.getSchema().getDefault();
            expected.add("in the query " + each.getName() + (other == null ? "" : " or " + other)
                    + (is(each.getRequired()) ? ", not null" : "") + bounds(each.getSchema()));
        }
        assertThat(found).isEqualTo(expected);
    }

    /** What the contract says of a value, and {@link #told} of what Jakarta REST is told. */
    private String bounds(Schema<?> schema) {
        Schema<?> of = resolved(schema);
        if (of.getEnum() != null) {
            return ", valid";
        }
        String bounds = "";
        if ("string".equals(of.getType()) && of.getFormat() == null) {
            if (of.getMinLength() != null || of.getMaxLength() != null) {
                String message = of.getMinLength() == null
                        ? "size must be at most {max}"
                        : of.getMaxLength() == null
                                ? "size must be at least {min}"
                                : "{jakarta.validation.constraints.Size.message}";
                bounds += ", " + Objects.requireNonNullElse(of.getMinLength(), 0) + " to "
                        + Objects.requireNonNullElse(of.getMaxLength(), Integer.MAX_VALUE) + ": " + message;
            }
            bounds += of.getPattern() == null ? "" : ", like " + of.getPattern();
        } else if ("integer".equals(of.getType())) {
            bounds += of.getMinimum() == null ? "" : ", from " + of.getMinimum();
            bounds += of.getMaximum() == null ? "" : ", until " + of.getMaximum();
        }
        return bounds;
    }

    private static String told(Annotation[] annotations) {
        StringBuilder told = new StringBuilder();
        for (Annotation each : annotations) {
            if (each instanceof PathParam path) {
                told.append("in the path ").append(path.value());
            } else if (each instanceof QueryParam of) {
                told.append("in the query ").append(of.value());
            } else if (each instanceof BeanParam) {
                told.insert(0, "of the query");
            } else if (each instanceof DefaultValue of) {
                told.append(" or ").append(of.value());
            } else if (each instanceof NotNull) {
                told.append(", not null");
            } else if (each instanceof Valid) {
                told.append(", valid");
            } else if (each instanceof Size size) {
                told.append(", " + size.min() + " to " + size.max() + ": " + size.message());
            } else if (each instanceof Pattern of) {
                told.append(", like ").append(of.regexp());
            } else if (each instanceof Min min) {
                told.append(", from ").append(min.value());
            } else if (each instanceof Max max) {
                told.append(", until ").append(max.value());
            }
        }
        return told.toString();
    }

    private void routes() throws Exception {
        List<?> operations =
                (List<?>) made.type("server.VpcepRouter").getField("OPERATIONS").get(null);
        List<String> found = operations.stream()
                .map(each -> (io.github.vpcep.router.Operation<?>) each)
                .map(each -> each.id() + " " + each.method() + " " + each.path() + " " + each.status() + " "
                        + each.body() + " " + each.answers())
                .toList();
        List<String> expected = new ArrayList<>();
        each((path, verb, operation) -> {
            String status = operation.getResponses().keySet().stream()
                    .filter(each -> each.startsWith("2"))
                    .findFirst()
                    .orElse("200");
            boolean answers = operation.getResponses().get(status) != null
                    && operation.getResponses().get(status).getContent() != null;
            String body = operation.getRequestBody() == null
                    ? "NONE"
                    : is(operation.getRequestBody().getRequired()) ? "REQUIRED" : "OPTIONAL";
            expected.add(
                    operation.getOperationId() + " " + verb + " " + path + " " + status + " " + body + " " + answers);
        });
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    private void ids() throws Exception {
        Class<?> type = made.type("server.OperationId");
        List<String> ids = new ArrayList<>();
        for (Field each : type.getFields()) {
            ids.add((String) each.get(null));
            assertThat(each.getName().replace("_", "")).isEqualToIgnoringCase((String) each.get(null));
        }
        List<String> expected = new ArrayList<>();
        each((path, verb, operation) -> expected.add(operation.getOperationId()));
        assertThat(ids).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(type.isAnnotationPresent(Documented.class)).isTrue();
        assertThat(type.getAnnotation(Retention.class).value()).isEqualTo(RetentionPolicy.RUNTIME);
        assertThat(type.getAnnotation(Target.class).value()).containsExactly(ElementType.METHOD);
    }

    private void converters() throws Exception {
        Class<?> type = made.type("server.VpcepParamConverters");
        assertThat(type.isAnnotationPresent(Provider.class)).isTrue();
        ParamConverterProvider converters =
                (ParamConverterProvider) type.getConstructor().newInstance();
        assertThat(converters.getConverter(String.class, String.class, new Annotation[0]))
                .isNull();
        for (Map.Entry<String, Schema<?>> each : ModelLaws.schemas(contract).entrySet()) {
            boolean isCatalogue = each.getValue().getExtensions() != null
                    && each.getValue().getExtensions().containsKey("x-error-catalogue");
            if (each.getValue().getEnum() == null && each.getValue().getProperties() == null) {
                continue;
            }
            Class<?> of = made.type("model." + each.getKey());
            ParamConverter<?> converter = converters.getConverter(of, of, new Annotation[0]);
            if (each.getValue().getEnum() == null || isCatalogue) {
                assertThat(converter).as("%s", of).isNull();
                continue;
            }
            for (Object value : each.getValue().getEnum()) {
                Object read = converter.fromString(value.toString());
                assertThat(read).hasToString(value.toString());
                assertThat(Samples.call(of, read, "isKnown")).isEqualTo(true);
                assertThat(toText(converter, read)).isEqualTo(value.toString());
            }
            assertThat(Samples.call(of, converter.fromString("law"), "isKnown")).isEqualTo(false);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> converter.fromString(null))
                    .withMessage("value is null");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> converter.toString(null))
                    .withMessage("value is null");
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> String toText(ParamConverter<T> converter, Object value) {
        return converter.toString((T) value);
    }

    private void paramsAreValues() throws Exception {
        for (Class<?> type : made.types("server")) {
            if (type.getSimpleName().endsWith("Params")) {
                Object full = Samples.of(type, 1);
                Object other = Samples.of(type, 2);
                Set<String> methods =
                        Samples.setters(type).stream().map(Method::getName).collect(Collectors.toSet());
                methods.addAll(Set.of("builder", "equals", "hashCode", "toString"));
                assertThat(type.getDeclaredMethods())
                        .extracting(Method::getName)
                        .containsExactlyInAnyOrderElementsOf(methods);
                assertThat(Samples.of(type, 1))
                        .isEqualTo(full)
                        .hasSameHashCodeAs(full)
                        .isNotEqualTo(other);
                for (Method each : Samples.setters(type)) {
                    Object value = Samples.of(each, 1);
                    assertThat(Samples.call(type, full, each.getName())).isEqualTo(value);
                    assertThat(Samples.call(type, other, each.getName())).isEqualTo(Samples.of(each, 2));
                    assertThat(full.toString()).contains(each.getName() + "=" + value);
                    Object builder = Samples.call(type, null, "builder");
                    assertThat(each.invoke(builder, value)).isSameAs(builder);
                    ClientLaws.refusesNull(each, builder);
                    assertThat(type.getMethod(each.getName()).isAnnotationPresent(Deprecated.class))
                            .as("%s is deprecated", each)
                            .isEqualTo(each.isAnnotationPresent(Deprecated.class));
                }
                assertThat(full.toString())
                        .startsWith(type.getEnclosingClass().getSimpleName() + "." + type.getSimpleName() + "[")
                        .endsWith("]");
                for (Field each : type.getDeclaredFields()) {
                    assertThat(Modifier.isPrivate(each.getModifiers()))
                            .as("%s", each)
                            .isTrue();
                    assertThat(Modifier.isFinal(each.getModifiers()))
                            .as("%s", each)
                            .isFalse();
                    assertThat(Modifier.isStatic(each.getModifiers()))
                            .as("%s", each)
                            .isFalse();
                    Object unlike = Samples.of(type, 1);
                    each.setAccessible(true);
                    each.set(unlike, each.get(other));
                    assertThat(unlike).isNotEqualTo(full).doesNotHaveSameHashCodeAs(full);
                }
            }
        }
    }
}
