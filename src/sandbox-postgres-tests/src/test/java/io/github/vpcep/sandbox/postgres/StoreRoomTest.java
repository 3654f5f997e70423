package io.github.vpcep.sandbox.postgres;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The store in PostgreSQL knows of the sandbox what a store has to be, and no more; the program knows the face. */
class StoreRoomTest {
    private static final String SANDBOX = "io.github.vpcep.sandbox";

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(SANDBOX);

    @Test
    void store_knowsOnlyWhatAStoreIs() {
        inRoom(".postgres")
                .should()
                .onlyDependOnClassesThat(outsideOrIn(".postgres", ".store"))
                .check(ALL);
    }

    @Test
    void program_knowsTheFace_andTheStoresThatItOpens() {
        inRoom(".program")
                .should()
                .onlyDependOnClassesThat(outsideOrIn(".program", ".postgres", "", ".auth", ".store", ".store.memory"))
                .check(ALL);
    }

    private static GivenClassesConjunction inRoom(String room) {
        return classes().that().resideInAPackage(SANDBOX + room);
    }

    private static DescribedPredicate<JavaClass> outsideOrIn(String... rooms) {
        Set<String> allowed = Set.of(rooms);
        return DescribedPredicate.describe(
                "outside the sandbox or in " + allowed,
                type -> !type.getPackageName().startsWith(SANDBOX)
                        || allowed.contains(type.getPackageName().substring(SANDBOX.length())));
    }
}
