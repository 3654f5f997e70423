package io.github.vpcep.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two clients in one JVM have nothing in common: no static field can change. */
class StaticStateTest {
    @Test
    void staticFields_areFinalAndOfTypesThatDoNotChange() throws Exception {
        List<Field> fields = classes().stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .toList();
        assertThat(fields).isNotEmpty().allSatisfy(field -> {
            assertThat(Modifier.isFinal(field.getModifiers()))
                    .as(field.toString())
                    .isTrue();
            assertThat(field.getType().isArray() || field.getType() == AtomicBoolean.class)
                    .as(field.toString())
                    .isFalse();
            if (Collection.class.isAssignableFrom(field.getType()) || Map.class.isAssignableFrom(field.getType())) {
                field.setAccessible(true);
                assertThat(field.get(null).getClass().getName())
                        .as(field.toString())
                        .startsWith("java.util.ImmutableCollections");
            }
        });
    }

    private static List<Class<?>> classes() throws Exception {
        Path folder = Path.of("../runtime/target/classes");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name -> name.substring(0, name.length() - 6)
                            .replace('/', '.')
                            .replace('\\', '.'))
                    .<Class<?>>map(StaticStateTest::load)
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Engine.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
