package io.github.vpcep.contract.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.contract.support.Classes;
import io.github.vpcep.runtime.auth.Credentials;
import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The runtime on the module path: what it needs is found there, and what others need of it can be reached. */
class ModuleTest {
    private static final String RUNTIME = "io.github.vpcep.runtime";

    /** What no generated code uses, but people do: credentials, exceptions, an HTTP client of their own. */
    private static final Set<String> FOR_PEOPLE =
            Set.of("io.github.vpcep.runtime.auth", "io.github.vpcep.runtime.error", "io.github.vpcep.runtime.okhttp");

    private static final Pattern NEEDED = Pattern.compile(
            "(jackson-(core|databind|annotations)-|kotlin-stdlib-|okhttp-|okio-|slf4j-api-|retrofit-|jspecify-).*[.]jar");

    private static Set<String> exported() {
        return Classes.exportedBeside(Credentials.class).orElseThrow();
    }

    @Test
    void packages_thatTheClientUses_areExported_andNoOthers() {
        Set<String> used = new ClassFileImporter()
                .importPackages("io.github.vpcep.client").stream()
                        .filter(each -> each.getPackageName().equals(VpcepClient.class.getPackageName()))
                        .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.startsWith(RUNTIME))
                        .collect(Collectors.toCollection(TreeSet::new));
        used.addAll(FOR_PEOPLE);
        assertThat(exported()).isEqualTo(used);
    }

    @Test
    void runtime_onTheModulePath_isResolvedAndLetsItsPackagesBeUsed() throws Exception {
        Path runtime = Path.of(Credentials.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path[] path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(each -> NEEDED.matcher(each.getFileName().toString()).matches() || each.equals(runtime))
                .toArray(Path[]::new);
        Configuration resolved =
                ModuleLayer.boot().configuration().resolve(ModuleFinder.of(path), ModuleFinder.of(), List.of(RUNTIME));
        ModuleLayer layer =
                ModuleLayer.boot().defineModulesWithOneLoader(resolved, ClassLoader.getPlatformClassLoader());
        Class<?> credentials = layer.findLoader(RUNTIME).loadClass(Credentials.class.getName());

        assertThat(credentials.getModule().isNamed()).isTrue();
        assertThat(credentials.getMethod("token", String.class).invoke(null, "t"))
                .isNotNull();
    }
}
