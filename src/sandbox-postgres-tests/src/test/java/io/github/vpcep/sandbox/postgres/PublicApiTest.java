package io.github.vpcep.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The jar is a store and a program; whoever makes more of it public says so here. */
class PublicApiTest {
    private static final String ROOM = "io.github.vpcep.sandbox.";

    @Test
    void publicApi_isTheAcceptedOne() {
        List<String> open = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(ROOM + "postgres", ROOM + "program")
                        .stream()
                        .filter(PublicApiTest::isOpen)
                        .flatMap(type -> type.getMembers().stream())
                        .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaMember::getFullName)
                        .sorted()
                        .toList();

        assertThat(open)
                .containsExactly(
                        ROOM + "postgres.PostgresStore.ask(java.time.Instant, java.util.function.Function)",
                        ROOM + "postgres.PostgresStore.check()",
                        ROOM + "postgres.PostgresStore.close()",
                        ROOM + "postgres.PostgresStore.open(java.lang.String)",
                        ROOM + "postgres.PostgresStore.open(java.lang.String, java.time.Duration)",
                        ROOM + "postgres.PostgresStore.read(java.time.Instant, java.util.function.Function)",
                        ROOM + "postgres.PostgresStore.waits()",
                        ROOM + "postgres.PostgresStore.write(java.time.Instant, java.util.function.Function)",
                        ROOM + "program.Main.main([Ljava.lang.String;)");
    }

    private static boolean isOpen(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC);
    }
}
