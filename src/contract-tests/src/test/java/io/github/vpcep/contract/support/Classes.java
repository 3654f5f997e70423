package io.github.vpcep.contract.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds classes without a list of them. */
public final class Classes {
    private Classes() {}

    /** Every class of the jar or folder that a class was loaded from, by name; none is initialized. */
    public static List<Class<?>> besides(Class<?> one) {
        Path place = placeOf(one);
        try {
            if (Files.isDirectory(place)) {
                return below(place, one.getClassLoader());
            }
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return below(jar.getPath("/"), one.getClassLoader());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The packages that the module of the same jar or folder exports to all; none said if it has no descriptor. */
    public static Optional<Set<String>> exportedBeside(Class<?> one) {
        return moduleBeside(one)
                .map(module -> module.exports().stream()
                        .filter(each -> !each.isQualified())
                        .map(ModuleDescriptor.Exports::source)
                        .collect(Collectors.toSet()));
    }

    /** The descriptor of the module of the same jar or folder; none if it has no descriptor. */
    public static Optional<ModuleDescriptor> moduleBeside(Class<?> one) {
        return ModuleFinder.of(placeOf(one)).findAll().stream()
                .map(ModuleReference::descriptor)
                .filter(module -> !module.isAutomatic())
                .findFirst();
    }

    private static Path placeOf(Class<?> one) {
        try {
            return Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<Class<?>> below(Path root, ClassLoader loader) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name ->
                            name.endsWith(".class") && !name.endsWith("-info.class") && !name.startsWith("META-INF/"))
                    .<Class<?>>map(name ->
                            load(name.substring(0, name.length() - 6).replace('/', '.'), loader))
                    .sorted(Comparator.comparing(Class::getName))
                    .toList();
        }
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
