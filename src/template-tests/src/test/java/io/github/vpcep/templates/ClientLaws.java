package io.github.vpcep.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.runtime.CallOptions;
import io.github.vpcep.runtime.ClientBuilder;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.paging.AsyncPage;
import io.github.vpcep.runtime.paging.Page;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/** What holds of every call of a client, on either face. */
final class ClientLaws {
    /** What {@link Samples} gives for a text, as it has to stand in a path and in a query. */
    private static final String TEXT = "a%2Fb%20%C3%A4";

    private static final ObjectMapper JSON = VpcepJson.mapper();

    /** Methods of which HTTP says that what they do twice is done twice. */
    private static final Set<PathItem.HttpMethod> AGAIN_IS_TWICE =
            Set.of(PathItem.HttpMethod.POST, PathItem.HttpMethod.PATCH);

    private final Compiled made;
    private final OpenAPI contract;

    ClientLaws(Compiled made, OpenAPI contract) {
        this.made = made;
        this.contract = contract;
    }

    Map<String, Feature.Use> all() {
        Map<String, Feature.Use> all = new TreeMap<>();
        all.put(
                "law: a call sends its arguments as they are, the same on either face, and a future does not wait",
                () -> calls(this::sends));
        all.put("law: a call refuses null for what it needs and sends nothing", () -> calls(this::refuses));
        all.put("law: what the contract deprecates is deprecated on the way down", this::deprecations);
        all.put("law: parameters of a query are values", this::paramsAreValues);
        all.put("law: a client with other options sends with them, and shares all else", this::options);
        all.put("law: the engine is told of each operation what the contract says", this::operations);
        return all;
    }

    private interface Law {
        void of(Garage garage, Object sync, Object async, Method call) throws Exception;
    }

    private void calls(Law law) throws Exception {
        try (Garage garage = new Garage()) {
            for (Class<?> api : made.types("client")) {
                String name = api.getName().replaceAll("Api$", "");
                if (api.isInterface() && api.getName().endsWith("Api")) {
                    Class<?> sync = api.getClassLoader().loadClass(name);
                    Class<?> async = api.getClassLoader().loadClass(name + "Async");
                    assertThat(async.getMethods()).as("%s", async).hasSameSizeAs(sync.getMethods());
                    for (Method call : sync.getMethods()) {
                        law.of(garage, garage.group(sync, false), garage.group(async, true), call);
                    }
                }
            }
        }
    }

    /** What an argument is given, and how often one that is called was called. */
    private static Object argument(Type type, int which, AtomicInteger runs) throws Exception {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Consumer.class) {
            Type of = generic.getActualTypeArguments()[0];
            Class<?> builder = (Class<?>) (of instanceof WildcardType wild ? wild.getLowerBounds()[0] : of);
            return (Consumer<Object>) given -> {
                runs.incrementAndGet();
                try {
                    for (Method each : Samples.setters(builder.getEnclosingClass())) {
                        each.invoke(given, Samples.of(each, which));
                    }
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            };
        }
        if (type instanceof Class<?> array && array.isArray()) {
            return java.lang.reflect.Array.newInstance(array.getComponentType(), 0);
        }
        return Samples.of(type, which);
    }

    private static Object[] arguments(Method call, AtomicInteger runs) throws Exception {
        Object[] arguments = new Object[call.getParameterCount()];
        for (int at = 0; at < arguments.length; at++) {
            arguments[at] = argument(call.getGenericParameterTypes()[at], 1, runs);
        }
        return arguments;
    }

    private static boolean waits(Method call) {
        return List.of(call.getParameterTypes()).contains(Duration.class);
    }

    private static Method on(Object group, Method call) throws Exception {
        for (Class<?> each : group.getClass().getInterfaces()) {
            return each.getMethod(call.getName(), call.getParameterTypes());
        }
        throw new AssertionError(group);
    }

    private void sends(Garage garage, Object sync, Object async, Method call) throws Exception {
        Method later = on(async, call);
        assertThat(later.getReturnType()).isEqualTo(CompletableFuture.class);
        assertThat(later.isAnnotationPresent(Deprecated.class)).isEqualTo(call.isAnnotationPresent(Deprecated.class));
        if (waits(call)) {
            return;
        }
        AtomicInteger runs = new AtomicInteger();
        Object answer = call.invoke(sync, arguments(call, runs));
        String first = garage.sent(call);
        assertThat(call.isAnnotationPresent(Deprecated.class))
                .as("%s is deprecated", call)
                .isEqualTo(isDeprecated(garage.asked));
        int expected = (int) Arrays.stream(call.getParameterTypes())
                .filter(each -> each == Consumer.class)
                .count();
        assertThat(runs).as("runs of what %s is given", call).hasValue(expected);

        runs.set(0);
        garage.hold();
        CompletableFuture<?> future = (CompletableFuture<?>) later.invoke(async, arguments(later, runs));
        assertThat(future.isDone()).as("%s waits", later).isFalse();
        garage.release();
        Object same = future.get(30, TimeUnit.SECONDS);
        assertThat(runs).as("runs of what %s is given", later).hasValue(expected);
        assertThat(garage.sent(later)).isEqualTo(first);
        assertThat(same instanceof AsyncPage<?> page ? page.items() : same)
                .isEqualTo(answer instanceof Page<?> page ? page.items() : answer);
        if (call.getReturnType() == Page.class) {
            assertThat(((Page<?>) answer).items()).isNotEmpty();
        }
    }

    private void refuses(Garage garage, Object sync, Object async, Method call) throws Exception {
        for (int at = 0; at < call.getParameterCount(); at++) {
            if (call.getParameterTypes()[at].isPrimitive()
                    || call.isVarArgs()
                    || call.getAnnotatedParameterTypes()[at].isAnnotationPresent(Nullable.class)) {
                continue;
            }
            Object[] arguments = arguments(call, new AtomicInteger());
            arguments[at] = null;
            String named = "\\w+: " + call.getParameters()[at].getName() + "( \\(.*\\))? must .*";
            for (Object each : List.of(sync, async)) {
                assertThatThrownBy(() -> on(each, call).invoke(each, arguments))
                        .as("%s without %s", call, at)
                        .cause()
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageMatching(named);
            }
            if (call.getParameterTypes()[at] == String.class
                    && inPaths().contains(call.getParameters()[at].getName())) {
                arguments[at] = " ";
                for (Object each : List.of(sync, async)) {
                    assertThatThrownBy(() -> on(each, call).invoke(each, arguments))
                            .as("%s with a blank %s", call, at)
                            .cause()
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageMatching(named);
                }
            }
        }
        assertThat(garage.sent).isEmpty();
    }

    /** What texts in paths are called in Java. */
    private Set<String> inPaths() {
        return contract.getPaths().values().stream()
                .flatMap(each -> Stream.concat(
                        Stream.of(each.getParameters()),
                        each.readOperations().stream().map(Operation::getParameters)))
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .filter(each -> each.getIn().equals("path") && each.getSchema().get$ref() == null)
                .map(each -> name(each.getExtensions(), ModelLaws.camel(each.getName())))
                .collect(Collectors.toSet());
    }

    private static boolean isDeprecated(@Nullable Operation operation) {
        return Boolean.TRUE.equals(Objects.requireNonNull(operation).getDeprecated());
    }

    /** Of the Retrofit interfaces, whose methods have the names of the operations. */
    private void deprecations() throws Exception {
        List<Operation> operations = contract.getPaths().values().stream()
                .flatMap(each -> each.readOperations().stream())
                .toList();
        List<Method> methods = made.types("client").stream()
                .filter(each -> each.isInterface() && each.getName().endsWith("Api"))
                .flatMap(each -> Arrays.stream(each.getMethods()))
                .toList();
        assertThat(methods).hasSameSizeAs(operations);
        for (Operation operation : operations) {
            assertThat(methods)
                    .filteredOn(each -> each.getName().equalsIgnoreCase(operation.getOperationId()))
                    .as(operation.getOperationId())
                    .singleElement()
                    .matches(each -> each.isAnnotationPresent(Deprecated.class) == isDeprecated(operation));
        }
    }

    /** What it needs to know of a failure: whether to ask again, what counts as done, who may ask. */
    private void operations() throws Exception {
        Map<String, io.github.vpcep.runtime.contract.Operation> told = new TreeMap<>();
        for (Class<?> type : made.types("client")) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getType() == io.github.vpcep.runtime.contract.Operation.class) {
                    field.setAccessible(true);
                    var operation = (io.github.vpcep.runtime.contract.Operation) field.get(null);
                    assertThat(told.put(operation.id(), operation)).isNull();
                }
            }
        }
        contract.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    String id = operation.getOperationId();
                    var is = Objects.requireNonNull(told.remove(id), id);
                    Map<String, Object> extensions =
                            operation.getExtensions() == null ? Map.of() : operation.getExtensions();
                    assertThat(is.method()).isEqualTo(method.name());
                    assertThat(is.path()).isEqualTo(path);
                    assertThat(is.isAnswered())
                            .as("%s is answered", id)
                            .isEqualTo(operation.getResponses().entrySet().stream()
                                    .filter(each -> each.getKey().startsWith("2"))
                                    .anyMatch(each -> each.getValue().getContent() != null));
                    assertThat(is.isIdempotent())
                            .as("%s may be sent again", id)
                            .isEqualTo(!AGAIN_IS_TWICE.contains(method)
                                    || Boolean.TRUE.equals(extensions.get("x-idempotent")));
                    Map<?, ?> done = extensions.get("x-done") instanceof Map<?, ?> said ? said : Map.of();
                    List<?> codes = done.get("codes") instanceof List<?> each ? each : List.of();
                    assertThat(codes.stream().map(Object::toString))
                            .as("%s is done when", id)
                            .allMatch(is::isDoneWhen);
                    assertThat(is.isDoneWhen("law")).isFalse();
                    assertThat(is.answeredAbove())
                            .as("where %s is answered once it is done", id)
                            .isEqualTo(
                                    done.get("answer") instanceof String place
                                            ? path.split("/").length - place.split("/").length
                                            : 0);
                    assertThat(is.isAnonymous())
                            .as("%s may be asked by anybody", id)
                            .isEqualTo(isOpen(
                                    operation.getSecurity() == null
                                            ? contract.getSecurity()
                                            : operation.getSecurity()));
                }));
        assertThat(told).isEmpty();
    }

    private static boolean isOpen(@Nullable List<SecurityRequirement> security) {
        return security == null || security.isEmpty();
    }

    private void paramsAreValues() throws Exception {
        for (Class<?> type : made.types("client")) {
            if (!type.getSimpleName().endsWith("Params")) {
                continue;
            }
            nullness(type);
            Set<String> methods =
                    Samples.setters(type).stream().map(Method::getName).collect(Collectors.toSet());
            methods.addAll(Set.of("builder", "equals", "hashCode", "toString", "toBuilder"));
            assertThat(type.getDeclaredMethods())
                    .extracting(Method::getName)
                    .containsExactlyInAnyOrderElementsOf(methods);
            Object full = Samples.of(type, 1);
            assertThat(Samples.of(type, 1)).isEqualTo(full).hasSameHashCodeAs(full);
            assertThat(full).isNotEqualTo(null).isNotEqualTo("a");
            for (Method setter : Samples.setters(type)) {
                Object first = Samples.of(setter, 1);
                Object second = Samples.of(setter, 2);
                assertThat(Samples.call(type, full, setter.getName()))
                        .as("%s", setter)
                        .isEqualTo(first);
                Object builder = Samples.call(type, full, "toBuilder");
                assertThat(setter.invoke(builder, second)).isSameAs(builder);
                Object other = Samples.call(builder.getClass(), builder, "build");
                assertThat(other).isNotEqualTo(full).doesNotHaveSameHashCodeAs(full);
                assertThat(Samples.call(type, other, setter.getName())).isEqualTo(second);
                setter.invoke(builder, first);
                assertThat(Samples.call(builder.getClass(), builder, "build")).isEqualTo(full);
                assertThat(full.toString()).contains(setter.getName() + "=" + first);
                assertThat(type.getMethod(setter.getName()).isAnnotationPresent(Deprecated.class))
                        .isEqualTo(setter.isAnnotationPresent(Deprecated.class));
                refusesNull(setter, builder);
            }
            assertThat(full.toString())
                    .startsWith(type.getEnclosingClass().getSimpleName() + "." + type.getSimpleName() + "[")
                    .endsWith("]");
            for (Class<?> each : List.of(type, type.getMethod("builder").getReturnType())) {
                assertThat(Modifier.isFinal(each.getModifiers())).as("%s", each).isTrue();
                ModelLaws.hidesItsParts(each, each == type, Set.of());
            }
        }
    }

    /** What a builder must have is demanded by its name. */
    static void refusesNull(Method setter, Object builder) throws Exception {
        if (!setter.getAnnotatedParameterTypes()[0].isAnnotationPresent(Nullable.class)) {
            setter.invoke(builder, new Object[] {null});
            assertThatThrownBy(() -> Samples.call(builder.getClass(), builder, "build"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching(".*\\b" + setter.getName() + " \\(\".*\"\\) must not be null");
        }
    }

    /** What may be left out of a query may be null, and nothing else. */
    private void nullness(Class<?> params) throws Exception {
        String operation = params.getSimpleName().replaceAll("Params$", "");
        List<Parameter> query = contract.getPaths().values().stream()
                .flatMap(each -> each.readOperations().stream())
                .filter(each -> each.getTags()
                                .contains(params.getEnclosingClass().getSimpleName())
                        && name(each.getExtensions(), each.getOperationId()).equalsIgnoreCase(operation))
                .flatMap(each -> each.getParameters().stream())
                .filter(each -> each.getIn().equals("query"))
                .toList();
        assertThat(query).as("the query of %s", params).isNotEmpty();
        for (Method setter : Samples.setters(params)) {
            Parameter parameter = query.stream()
                    .filter(each -> setter.getName()
                            .equals(name(each.getExtensions(), ModelLaws.camel(each.getName()))
                                    .replaceAll("^_", "")))
                    .findFirst()
                    .orElse(null);
            if (parameter != null) {
                boolean isRequired = Boolean.TRUE.equals(parameter.getRequired());
                assertThat(params.getMethod(setter.getName())
                                .getAnnotatedReturnType()
                                .isAnnotationPresent(Nullable.class))
                        .as("%s may be null", setter)
                        .isEqualTo(!isRequired);
                assertThat(setter.getAnnotatedParameterTypes()[0].isAnnotationPresent(Nullable.class))
                        .as("%s may be given null", setter)
                        .isEqualTo(!isRequired);
            }
        }
    }

    private static String name(@Nullable Map<String, Object> extensions, String otherwise) {
        return extensions != null && extensions.get("x-java-name") instanceof String name ? name : otherwise;
    }

    /**
     * Options go into the calls of either face, whichever way they are given, and what is given to build them runs
     * once.
     */
    private void options() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        Consumer<CallOptions.Builder> more = options -> {
            runs.incrementAndGet();
            options.header("X-Law", "1");
        };
        try (Garage garage = new Garage()) {
            Object client = garage.client;
            Class<?> type = client.getClass();
            Object async = Samples.call(type, client, "async");
            for (Object face : List.of(client, async)) {
                Object built = face.getClass()
                        .getMethod("with", CallOptions.class)
                        .invoke(face, CallOptions.builder().header("X-Law", "1").build());
                Object inPlace =
                        face.getClass().getMethod("with", Consumer.class).invoke(face, more);
                for (Object other : List.of(built, inPlace)) {
                    assertThat(other).isInstanceOf(face.getClass());
                    assertThat(garage.first(other).getHeaders().get("X-Law")).isEqualTo("1");
                }
                assertThat(garage.first(face).getHeaders().get("X-Law")).isNull();
                assertThat(face.toString())
                        .startsWith(face.getClass().getSimpleName() + "[")
                        .contains(garage.server.url("/").port() + "")
                        .endsWith("]");
            }
            assertThat(runs).hasValue(2);
            ((AutoCloseable) type.getMethod("with", Consumer.class).invoke(client, more)).close();
            garage.first(client);

            runs.set(0);
            Function<Object, String> call = inner -> {
                runs.incrementAndGet();
                assertThat(inner).isInstanceOf(type);
                try {
                    garage.first(inner);
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
                return "given";
            };
            io.github.vpcep.runtime.ApiResponse<?> response = (io.github.vpcep.runtime.ApiResponse<?>)
                    type.getMethod("withResponse", Function.class).invoke(client, call);
            assertThat(response.status()).isBetween(200, 299);
            assertThat(response.value()).isEqualTo("given");
            assertThat(runs).hasValue(1);
            Retrofit retrofit = (Retrofit) Samples.call(type, client, "retrofit");
            assertThat(retrofit.baseUrl().port())
                    .isEqualTo(garage.server.url("/").port());

            ((AutoCloseable) client).close();
            assertThatThrownBy(() -> garage.first(client)).hasRootCauseInstanceOf(IllegalStateException.class);
        }
    }

    /** A server of the contract, which answers each operation with the least that it may, and a client of it. */
    private final class Garage extends Dispatcher implements AutoCloseable {
        final BlockingQueue<RecordedRequest> sent = new LinkedBlockingQueue<>();
        private final MockWebServer server = new MockWebServer();
        private final AutoCloseable client;
        private volatile CountDownLatch held = new CountDownLatch(0);
        /** What the last request asks for. */
        private volatile @Nullable Operation asked;

        Garage() throws Exception {
            server.setDispatcher(this);
            server.start();
            ClientBuilder<?> builder =
                    (ClientBuilder<?>) Samples.call(made.type("client.VpcepClient"), null, "builder");
            builder = builder.endpoint(server.url("/").uri());
            if (contract.getSecurity() != null) {
                builder = builder.credentials(Credentials.token("t"));
            }
            this.client = (AutoCloseable) withProject(builder).build();
        }

        private ClientBuilder<?> withProject(ClientBuilder<?> builder) {
            return contract.getPaths().keySet().stream().anyMatch(each -> each.contains("{project_id}"))
                    ? builder.projectId("p")
                    : builder;
        }

        Object group(Class<?> type, boolean isAsync) throws Exception {
            Object face = isAsync ? Samples.call(client.getClass(), client, "async") : client;
            for (Method each : face.getClass().getMethods()) {
                if (each.getReturnType() == type) {
                    return each.invoke(face);
                }
            }
            throw new AssertionError("No " + type);
        }

        void hold() {
            held = new CountDownLatch(1);
        }

        void release() {
            held.countDown();
        }

        /** What some call of a client or of its other face sends. */
        RecordedRequest first(Object face) throws Exception {
            for (Method group : face.getClass().getMethods()) {
                if (group.getReturnType().isInterface() && group.getParameterCount() == 0) {
                    for (Method call : group.getReturnType().getMethods()) {
                        if (!waits(call)) {
                            Object answer = call.invoke(group.invoke(face), arguments(call, new AtomicInteger()));
                            if (answer instanceof CompletableFuture<?> future) {
                                future.get(30, TimeUnit.SECONDS);
                            }
                            return Objects.requireNonNull(sent.poll(30, TimeUnit.SECONDS));
                        }
                    }
                }
            }
            throw new AssertionError(face + " has no call");
        }

        /** The one request of a call, once it was found to be what the contract says. */
        String sent(Method call) throws Exception {
            RecordedRequest request = sent.poll(30, TimeUnit.SECONDS);
            assertThat(request).as("%s sends something", call).isNotNull();
            assertThat(sent).as("%s sends one request", call).isEmpty();
            return request.getMethod() + " " + request.getTarget() + " "
                    + (request.getBody() == null ? "" : request.getBody().utf8());
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            sent.add(request);
            held.await(60, TimeUnit.SECONDS);
            for (Map.Entry<String, PathItem> path : contract.getPaths().entrySet()) {
                Operation operation =
                        path.getValue().readOperationsMap().get(PathItem.HttpMethod.valueOf(request.getMethod()));
                String expected =
                        path.getKey().replace("{project_id}", "p").replaceAll("\\{\\w+}", "(" + TEXT + "|[a-z0-9]+)");
                String target = request.getTarget().replaceAll("\\?.*", "");
                if (operation != null && target.matches(expected) && !target.contains("%25")) {
                    asked = operation;
                    return answer(operation);
                }
            }
            return new MockResponse.Builder()
                    .code(418)
                    .body("no such operation: " + request)
                    .build();
        }

        private MockResponse answer(Operation operation) {
            for (Map.Entry<String, ApiResponse> each : operation.getResponses().entrySet()) {
                if (each.getKey().startsWith("2")) {
                    MockResponse.Builder answer = new MockResponse.Builder().code(Integer.parseInt(each.getKey()));
                    try {
                        return answer.body(body(each.getValue())).build();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                }
            }
            throw new AssertionError(operation);
        }

        private String body(ApiResponse response) throws Exception {
            if (response.getContent() == null) {
                return "";
            }
            Schema<?> schema = Objects.requireNonNull(response.getContent().get("application/json"))
                    .getSchema();
            if (schema.getItems() != null) {
                return "[" + json(schema.getItems()) + "]";
            }
            return schema.getAdditionalProperties() instanceof Schema<?> values
                    ? "{\"k\":" + json(values) + "}"
                    : json(schema);
        }

        private String json(Schema<?> schema) throws Exception {
            if (schema.get$ref() == null) {
                return "integer".equals(schema.getType()) ? "1" : "\"a\"";
            }
            String type = schema.get$ref().replaceAll(".*/", "");
            return JSON.writeValueAsString(Samples.of(made.type("model." + type), 1));
        }

        @Override
        public void close() {
            release();
            try {
                client.close();
                server.close();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }
}
