package io.github.vpcep.contract.facade;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A user's code depends on the facade, the model and the exceptions, never on the libraries behind them. */
class FacadeTest {
    private static final List<String> LIBRARIES =
            List.of("com.fasterxml.", "tools.jackson.", "okhttp3.", "okio.", "retrofit2.", "kotlin.");

    private static final List<JavaClass> FACADE = new ClassFileImporter()
            .importPackages("io.github.vpcep.client", "io.github.vpcep.model", "io.github.vpcep.runtime").stream()
                    .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
                    // What only generated code calls, what is not exported, and the way down to OkHttp.
                    .filter(each -> !each.getPackageName()
                            .matches("io\\.github\\.vpcep\\.runtime\\.(contract|connect|engine|okhttp)(\\..+)?"))
                    // The wire interfaces are Retrofit's own, for those who want it.
                    .filter(each -> !each.getPackageName().equals("io.github.vpcep.client")
                            || !each.getSimpleName().endsWith("Api"))
                    .toList();

    private static boolean isWayDown(JavaMember member) {
        return member.getFullName().equals("io.github.vpcep.client.VpcepClient.retrofit()");
    }

    private static Stream<JavaMember> members(JavaClass owner) {
        return owner.getMembers().stream()
                .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED));
    }

    private static Set<JavaClass> mentioned(JavaMember member) {
        return member instanceof JavaCodeUnit code
                ? Stream.concat(
                                Stream.concat(
                                        code.getParameterTypes().stream()
                                                .flatMap(type -> type.getAllInvolvedRawTypes().stream()),
                                        code.getReturnType().getAllInvolvedRawTypes().stream()),
                                code.getExceptionTypes().stream())
                        .collect(Collectors.toSet())
                : ((JavaField) member).getType().getAllInvolvedRawTypes();
    }

    @Test
    void publicSignatures_searchedForLibraries_mentionNone() {
        List<String> mentions = new ArrayList<>();
        int count = 0;
        for (JavaClass owner : FACADE) {
            for (JavaMember member : members(owner).toList()) {
                count++;
                mentioned(member).stream()
                        .filter(type -> LIBRARIES.stream().anyMatch(type.getName()::startsWith))
                        .filter(type -> !isWayDown(member))
                        .forEach(type -> mentions.add(member.getFullName() + " mentions " + type.getName()));
            }
        }
        System.out.println("Facade: " + count + " public signatures of " + FACADE.size() + " types looked at");
        assertThat(mentions).isEmpty();
    }

    @Test
    void wayDown_searchedForRetrofit_isThere() {
        assertThat(FACADE.stream().flatMap(FacadeTest::members).filter(FacadeTest::isWayDown))
                .hasSize(1);
    }
}
