package io.github.vpcep.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of the sandbox stand on floors, and nothing looks up; the face is what stands on all of them. */
class RoomsTest {
    private static final String FACE = "io.github.vpcep.sandbox";

    /** From the ground up; rooms of one floor know nothing of each other. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of(".http", ".json", ".control", ".vpc", ".store", ".junit"),
            Set.of(".store.memory", ".domain"),
            Set.of(".auth"),
            Set.of(".api", ".remote"),
            Set.of(""));

    private static final JavaClasses SANDBOX = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(FACE);

    private static Set<String> rooms() {
        return FLOORS.stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private static String room(JavaClass type) {
        return type.getPackageName().substring(FACE.length());
    }

    private static DescribedPredicate<JavaClass> inSandbox() {
        return DescribedPredicate.describe(
                "of the sandbox", type -> type.getPackageName().startsWith(FACE));
    }

    private static DescribedPredicate<JavaClass> inRooms(Set<String> rooms) {
        return DescribedPredicate.describe("in " + rooms, type -> inSandbox().test(type) && rooms.contains(room(type)));
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
        assertThat(SANDBOX.stream().map(RoomsTest::room).collect(Collectors.toSet()))
                .isEqualTo(rooms());
    }

    @ParameterizedTest
    @MethodSource("roomsWithWhatTheyMaySee")
    void room_seesNothingAboveOrBesideIt(String room, Set<String> below) {
        classes()
                .that(inRooms(Set.of(room)))
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(inSandbox()).or(inRooms(below)))
                .check(SANDBOX);
    }

    @Test
    void packages_formNoCircle() {
        slices().matching("io.github.vpcep.(**)").should().beFreeOfCycles().check(SANDBOX);
    }

    /** So the library can be chosen again. */
    @Test
    void netty_isNamedInTheRoomOfHttpOnly() {
        noClasses()
                .that(DescribedPredicate.not(inRooms(Set.of(".http"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.netty..")
                .check(SANDBOX);
    }
}
