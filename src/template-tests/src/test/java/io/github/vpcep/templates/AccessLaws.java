package io.github.vpcep.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.json.ModelBuilder;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What of the generated code others may touch: all of what is for them, and nothing else. */
final class AccessLaws {
    /** Methods and fields that two classes of one package share. */
    private static final Set<String> SHARED_METHODS = Set.of("async");

    private static final Set<String> SHARED_FIELDS = Set.of("CONTRACT");

    private AccessLaws() {}

    static void check(Compiled made, String inPackage) throws IOException, ReflectiveOperationException {
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
            if (isHidden && type.isMemberClass() && !type.getSimpleName().equals("Reader")) {
                assertThat(Modifier.isPrivate(type.getModifiers()))
                        .as("%s is private", type)
                        .isTrue();
            }
            for (Method each : type.getDeclaredMethods()) {
                if (!each.isSynthetic()
                        && !isForReaders(each)
                        && !(isHidden && SHARED_METHODS.contains(each.getName()))) {
                    assertIsPublicOrPrivate(each);
                    assertThat(Modifier.isPublic(each.getModifiers()) && isHidden && !isPromised(each))
                            .as("%s of a hidden class is for nobody: private, or one of SHARED_METHODS", each)
                            .isFalse();
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
                if (!each.isSynthetic() && !SHARED_FIELDS.contains(each.getName())) {
                    assertIsPublicOrPrivate(each);
                    assertThat(Modifier.isPublic(each.getModifiers()) && !isConstant)
                            .as("%s is for others", each)
                            .isFalse();
                }
                assertThat(Modifier.isPublic(each.getModifiers()) && Map.class.isAssignableFrom(each.getType()))
                        .as("%s is how values are found, and for nobody else", each)
                        .isFalse();
                if (!isSetLater(each)) {
                    assertThat(Modifier.isFinal(each.getModifiers()))
                            .as("%s is final", each)
                            .isTrue();
                }
                if (Modifier.isStatic(each.getModifiers()) && !each.isSynthetic()) {
                    assertIsConstant(each);
                }
            }
            for (Constructor<?> each : type.getDeclaredConstructors()) {
                boolean isMadeByOthers = type.getName().matches(".*(ParamConverters|Api\\$\\w+Params)");
                assertThat(Modifier.isPublic(each.getModifiers()) && !isHidden)
                        .as("%s is for others", each)
                        .isEqualTo(isMadeByOthers);
                assertThat(Modifier.isPrivate(each.getModifiers()) || !isOfStaticsOnly(type))
                        .as("%s makes what nobody needs: it has only statics", each)
                        .isTrue();
            }
        }
    }

    /** What a builder collects, and what Jakarta REST sets. */
    private static boolean isSetLater(Field field) {
        String type = field.getDeclaringClass().getName();
        return field.isSynthetic()
                || (!Modifier.isStatic(field.getModifiers()) && type.matches(".*\\$Builder|.*\\.server\\..*Params"));
    }

    /** A list, a set or a map that all share is as it was made. */
    private static void assertIsConstant(Field field) throws ReflectiveOperationException {
        field.setAccessible(true);
        Object value = field.get(null);
        if (value instanceof Collection<?> shared) {
            assertThatThrownBy(shared::clear).as("%s", field).isInstanceOf(UnsupportedOperationException.class);
        } else if (value instanceof Map<?, ?> shared) {
            assertThatThrownBy(shared::clear).as("%s", field).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    private static boolean isOfStaticsOnly(Class<?> type) {
        return type.getSuperclass() == Object.class
                && Stream.of(type.getDeclaredMethods(), type.getDeclaredFields())
                        .flatMap(Stream::<Member>of)
                        .allMatch(each -> Modifier.isStatic(each.getModifiers()));
    }

    /** Whether an interface or a class above has it for others. */
    private static boolean isPromised(Method method) {
        Class<?> type = method.getDeclaringClass();
        return type.isRecord()
                || Stream.concat(Stream.of(type.getSuperclass()), Stream.of(type.getInterfaces()))
                        .flatMap(each -> Stream.of(each.getMethods()))
                        .anyMatch(each -> each.getName().equals(method.getName())
                                && each.getParameterCount() == method.getParameterCount());
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
