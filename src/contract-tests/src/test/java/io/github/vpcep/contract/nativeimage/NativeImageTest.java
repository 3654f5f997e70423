package io.github.vpcep.contract.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.contract.support.Classes;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.model.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Without its entry a class works everywhere but in a native image, where nothing of this build runs. */
class NativeImageTest {
    private static final List<String> JARS = List.of("vpcep-json", "vpcep-model", "vpcep-client");
    private static final Set<String> CONSTRUCTORS = Set.of("allDeclaredConstructors", "allPublicConstructors");

    /** What may be done by reflection with each class that is named. */
    private static Map<String, Set<String>> entries() {
        Map<String, Set<String>> entries = new TreeMap<>();
        for (String jar : JARS) {
            for (JsonNode entry : read(jar, "reflect-config.json")) {
                Set<String> allowed = new TreeSet<>();
                entry.fieldNames().forEachRemaining(key -> {
                    if (entry.get(key).asBoolean()) {
                        allowed.add(key);
                    }
                });
                entries.put(entry.get("name").asText(), allowed);
            }
        }
        return entries;
    }

    private static JsonNode read(String jar, String file) {
        String name = "/META-INF/native-image/io.github.vpcep/" + jar + "/" + file;
        try (InputStream in = NativeImageTest.class.getResourceAsStream(name)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    private static Stream<Class<?>> beside(Class<?> one, Predicate<Class<?>> which) {
        return Classes.besides(one).stream().filter(which);
    }

    private static boolean mayBeMade(String name) {
        return entries().getOrDefault(name, Set.of()).stream().anyMatch(CONSTRUCTORS::contains);
    }

    @Test
    void everyEntry_namesAClassThatIsThere() {
        assertThat(entries().keySet())
                .isNotEmpty()
                .allSatisfy(
                        name -> assertThat(Class.forName(name, false, getClass().getClassLoader()))
                                .isNotNull());
    }

    @Test
    void everyClassThatAnAnnotationOfTheModelNames_mayBeMade() {
        Set<String> named = beside(Endpoint.class, each -> true)
                .flatMap(each -> Stream.of(
                                Stream.of(each),
                                Arrays.stream(each.getDeclaredFields()),
                                Arrays.stream(each.getDeclaredMethods()),
                                Arrays.stream(each.getDeclaredMethods())
                                        .flatMap(method -> Arrays.stream(method.getParameters())))
                        .flatMap(elements -> elements)
                        .map(AnnotatedElement.class::cast))
                .flatMap(NativeImageTest::named)
                .filter(each -> !each.getSimpleName().equals("None") && each != Void.class)
                .map(Class::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).hasSizeGreaterThan(50).allMatch(NativeImageTest::mayBeMade);
    }

    private static Stream<Class<?>> named(AnnotatedElement element) {
        JsonDeserialize reads = element.getAnnotation(JsonDeserialize.class);
        JsonSerialize writes = element.getAnnotation(JsonSerialize.class);
        return Stream.concat(
                reads == null
                        ? Stream.of()
                        : Stream.of(reads.using(), reads.contentUsing(), reads.keyUsing(), reads.builder()),
                writes == null ? Stream.of() : Stream.of(writes.using(), writes.contentUsing(), writes.keyUsing()));
    }

    @Test
    void everyReader_mayBeMade() {
        assertThat(beside(
                                VpcepJson.class,
                                each -> JsonDeserializer.class.isAssignableFrom(each)
                                        && Modifier.isPublic(each.getModifiers())
                                        && !Modifier.isAbstract(each.getModifiers()))
                        .map(Class::getName))
                .isNotEmpty()
                .allMatch(NativeImageTest::mayBeMade);
    }

    @Test
    void everyTypeOfTheModel_showsItsFieldsAndMethods() {
        assertThat(beside(
                                Endpoint.class,
                                each -> Modifier.isPublic(each.getModifiers())
                                        && !each.isInterface()
                                        && (each.getEnclosingClass() == null
                                                || each.getSimpleName().equals("Builder")))
                        .map(Class::getName))
                .hasSizeGreaterThan(100)
                .allMatch(name -> entries()
                        .getOrDefault(name, Set.of())
                        .containsAll(Set.of("allDeclaredFields", "allDeclaredMethods")));
    }

    @Test
    void everyInterfaceOfRetrofit_mayBeAProxy_andShowsItsMethods() {
        Set<String> interfaces = beside(
                        VpcepClient.class,
                        each -> each.isInterface()
                                && Arrays.stream(each.getDeclaredMethods())
                                        .flatMap(method -> Arrays.stream(method.getAnnotations()))
                                        .anyMatch(annotation -> annotation
                                                .annotationType()
                                                .getName()
                                                .startsWith("retrofit2.http.")))
                .map(Class::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> proxies = new TreeSet<>();
        read("vpcep-client", "proxy-config.json")
                .forEach(entry -> proxies.add(entry.path("interfaces").path(0).asText()));

        assertThat(proxies).isNotEmpty().isEqualTo(interfaces);
        assertThat(interfaces)
                .allMatch(name -> entries().getOrDefault(name, Set.of()).contains("allDeclaredMethods"));
    }
}
