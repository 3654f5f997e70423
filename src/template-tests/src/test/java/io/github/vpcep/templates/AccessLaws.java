package io.github.vpcep.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.json.ModelBuilder;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;

/** What of the generated code others may touch: all of what is for them, and nothing else. */
final class AccessLaws {
    /** What two classes of one package share. */
    private static final Set<String> OF_THE_PACKAGE = Set.of("CONTRACT", "async");

    private AccessLaws() {}

    static void check(Compiled made, String inPackage) throws IOException {
        for (Class<?> type : made.types(inPackage)) {
            boolean isHidden = type.getName().matches(".*(Impl|Contract)(\\$.*)?|.*\\$(Reader|ToTheLetter)");
            assertThat(Modifier.isPublic(type.getModifiers()))
                    .as("%s is public", type)
                    .isEqualTo(!isHidden);
            if (!type.isInterface() && !type.isEnum()) {
                assertThat(Modifier.isFinal(type.getModifiers()))
                        .as("%s is final", type)
                        .isTrue();
            }
            for (Method each : type.getDeclaredMethods()) {
                if (!each.isSynthetic()
                        && !isForReaders(each)
                        && !(isHidden && OF_THE_PACKAGE.contains(each.getName()))) {
                    assertIsPublicOrPrivate(each);
                    // Jakarta REST calls one method of it, and nobody any other.
                    assertThat(Modifier.isPublic(each.getModifiers())
                                    && type.getName().endsWith("ParamConverters")
                                    && !each.getName().equals("getConverter"))
                            .as("%s is for others", each)
                            .isFalse();
                    assertThat(Modifier.isPrivate(each.getModifiers())
                                    && type.getName().endsWith("Client"))
                            .as("%s is for others", each)
                            .isFalse();
                }
            }
            for (Field each : type.getDeclaredFields()) {
                boolean isConstant = Modifier.isStatic(each.getModifiers()) && !isHidden;
                if (!each.isSynthetic() && !OF_THE_PACKAGE.contains(each.getName())) {
                    assertIsPublicOrPrivate(each);
                    assertThat(Modifier.isPublic(each.getModifiers()) && !isConstant)
                            .as("%s is for others", each)
                            .isFalse();
                }
                if (Modifier.isStatic(each.getModifiers())) {
                    assertThat(Modifier.isFinal(each.getModifiers()))
                            .as("%s is final", each)
                            .isTrue();
                }
            }
            for (Constructor<?> each : type.getDeclaredConstructors()) {
                boolean isMadeByOthers = type.getName().matches(".*(ParamConverters|Api\\$\\w+Params)");
                assertThat(Modifier.isPublic(each.getModifiers()) && !isHidden)
                        .as("%s is for others", each)
                        .isEqualTo(isMadeByOthers);
            }
        }
    }

    /** Whether it is how what reads JSON fills a builder. */
    static boolean isForReaders(Method method) {
        return Modifier.isProtected(method.getModifiers())
                && method.getName().equals("set")
                && method.getDeclaringClass().getSuperclass() == ModelBuilder.class;
    }

    private static void assertIsPublicOrPrivate(Member member) {
        assertThat(Modifier.isPublic(member.getModifiers()) || Modifier.isPrivate(member.getModifiers()))
                .as("%s is public or private", member)
                .isTrue();
    }
}
