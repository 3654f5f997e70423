package io.github.vpcep.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.vpcep.runtime.auth.Credentials;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of the runtime stand on floors, and nothing looks up. */
class RoomsTest {
    private static final String FACE = "io.github.vpcep.runtime";

    /** From the ground up; rooms of one floor know nothing of each other. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of(".ground"),
            Set.of(".error", ".contract", ".okhttp"),
            Set.of(".connect", ".paging", ".waiting"),
            Set.of(".auth"),
            Set.of(""),
            Set.of(".engine.call"),
            Set.of(".engine.tell", ".engine.read", ".engine.send"),
            Set.of(".engine.prepare", ".engine.retry"),
            Set.of(".engine"));

    /** What users and generated code name. */
    private static final Set<String> EXPORTED =
            Set.of("", ".auth", ".contract", ".engine", ".error", ".ground", ".okhttp", ".paging", ".waiting");

    private static final JavaClasses RUNTIME = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(FACE);

    private static Set<String> rooms() {
        return FLOORS.stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private static DescribedPredicate<JavaClass> inRuntime() {
        return DescribedPredicate.describe(
                "of the runtime", type -> type.getPackageName().startsWith(FACE));
    }

    private static DescribedPredicate<JavaClass> inRooms(Set<String> rooms) {
        return DescribedPredicate.describe(
                "in " + rooms, type -> rooms.contains(type.getPackageName().substring(FACE.length())));
    }

    static List<Arguments> roomsWithWhatTheyMaySee() {
        return IntStream.range(0, FLOORS.size())
                .boxed()
                .flatMap(floor -> FLOORS.get(floor).stream().map(room -> {
                    Set<String> below = FLOORS.subList(0, floor).stream()
                            .flatMap(Set::stream)
                            .collect(Collectors.toSet());
                    below.add(room);
                    return Arguments.of(room, below);
                }))
                .toList();
    }

    @Test
    void everyPackage_isARoomOfAFloor() {
        assertThat(RUNTIME.stream()
                        .map(type -> type.getPackageName().substring(FACE.length()))
                        .collect(Collectors.toSet()))
                .isEqualTo(rooms());
    }

    @ParameterizedTest
    @MethodSource("roomsWithWhatTheyMaySee")
    void room_seesNothingAboveOrBesideIt(String room, Set<String> below) {
        classes()
                .that(inRooms(Set.of(room)))
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(inRuntime()).or(inRooms(below)))
                .check(RUNTIME);
    }

    @Test
    void packages_formNoCircle() {
        slices().matching("io.github.vpcep.(**)").should().beFreeOfCycles().check(RUNTIME);
    }

    @Test
    void face_knowsNoEngine() {
        noClasses()
                .that()
                .resideInAPackage(FACE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(FACE + ".engine..")
                .check(RUNTIME);
    }

    @Test
    void credentials_allLiveInAuth() {
        classes()
                .that()
                .areAssignableTo(Credentials.class)
                .should()
                .resideInAPackage(FACE + ".auth")
                .check(RUNTIME);
    }

    @Test
    void module_exportsWhatUsersAndGeneratedCodeName() throws Exception {
        Path classes = Path.of(ClientBuilder.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Set<String> exported = ModuleFinder.of(classes).find(FACE).orElseThrow().descriptor().exports().stream()
                .filter(each -> !each.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .map(name -> name.substring(FACE.length()))
                .collect(Collectors.toSet());
        assertThat(exported).isEqualTo(EXPORTED);
    }
}
