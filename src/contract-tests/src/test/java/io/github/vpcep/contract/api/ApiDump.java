package io.github.vpcep.contract.api;

import io.github.vpcep.contract.support.Classes;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;

/** All that users of a jar can name, one declaration a line. Not shown: what each object, enum and record has. */
final class ApiDump {
    private static final int SHOWN =
            Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL;

    private final TypeText types = new TypeText();

    private ApiDump() {}

    /** The dump of the jar or folder that a class was loaded from: of a module with a descriptor what it exports. */
    static String ofJarOf(Class<?> one) {
        List<Class<?>> all = Classes.besides(one);
        return of(Classes.exportedBeside(one)
                .map(exported -> all.stream()
                        .filter(each -> exported.contains(each.getPackageName()))
                        .toList())
                .orElse(all));
    }

    /** The dump of those classes that are visible from outside. */
    static String of(List<Class<?>> classes) {
        ApiDump dump = new ApiDump();
        List<Class<?>> visible = classes.stream()
                .filter(ApiDump::isVisible)
                .sorted(Comparator.comparing(Class::getName))
                .toList();
        String body = visible.stream().map(dump::type).collect(Collectors.joining("\n"));
        // The dumped types themselves have their full names in their own lines.
        Set<String> own = visible.stream().map(Class::getName).collect(Collectors.toSet());
        return dump.types.imports().stream()
                .filter(name -> !own.contains(name))
                .map(name -> "import " + name + ";\n")
                .collect(Collectors.joining("", "", "\n" + body));
    }

    private static boolean isVisible(Class<?> type) {
        return isVisible(type.getModifiers())
                && !type.isSynthetic()
                && !type.isAnonymousClass()
                && !type.isLocalClass()
                && (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()));
    }

    private static boolean isVisible(int modifiers) {
        return (modifiers & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
    }

    private String type(Class<?> type) {
        List<String> constants = Stream.of(type.isEnum() ? type.getEnumConstants() : new Object[0])
                .map(each -> ((Enum<?>) each).name())
                .toList();
        Stream<String> fields = Arrays.stream(type.getDeclaredFields())
                .filter(each -> isVisible(each.getModifiers()) && !each.isSynthetic() && !each.isEnumConstant())
                .map(this::field);
        Stream<String> constructors = Arrays.stream(type.getDeclaredConstructors())
                .filter(each -> isVisible(each.getModifiers()) && !each.isSynthetic())
                .filter(each -> !isImplied(each))
                .map(each -> executable(each, type.getSimpleName()));
        Stream<String> methods = layers(type).stream()
                .flatMap(layer -> Arrays.stream(layer.getDeclaredMethods()))
                .filter(each -> isVisible(each.getModifiers()) && !each.isSynthetic() && !isImplied(each))
                .map(each -> executable(each, types.of(each.getAnnotatedReturnType()) + " " + each.getName()))
                .distinct();
        return header(type) + "\n"
                + Stream.of(constants.stream(), fields.sorted(), constructors.sorted(), methods.sorted())
                        .flatMap(lines -> lines)
                        .map(line -> "    " + line + "\n")
                        .collect(Collectors.joining());
    }

    /** The type, and above it what nobody outside can name: what is visible of that is, to users, the type's own. */
    private static List<Class<?>> layers(Class<?> type) {
        List<Class<?>> layers = new ArrayList<>(List.of(type));
        for (Class<?> next = type.getSuperclass();
                next != null && !isVisible(next.getModifiers());
                next = next.getSuperclass()) {
            layers.add(next);
        }
        return layers;
    }

    private String header(Class<?> type) {
        String kind = type.isAnnotation()
                ? "@interface"
                : type.isInterface() ? "interface" : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
        int hidden = kind.equals("class")
                ? 0
                : Modifier.ABSTRACT | Modifier.STATIC | (kind.endsWith("interface") ? 0 : Modifier.FINAL);
        List<String> parents = new ArrayList<>();
        List<Class<?>> layers = layers(type);
        Class<?> top = layers.get(layers.size() - 1);
        if (kind.equals("class") && top.getSuperclass() != Object.class) {
            parents.add("extends " + types.of(top.getAnnotatedSuperclass()));
        }
        AnnotatedType[] interfaces = layers.stream()
                .flatMap(layer -> Arrays.stream(layer.getAnnotatedInterfaces()))
                .toArray(AnnotatedType[]::new);
        if (interfaces.length > 0) {
            parents.add((type.isInterface() ? "extends " : "implements ") + list(interfaces));
        }
        if (type.isSealed()) {
            parents.add("permits "
                    + Arrays.stream(type.getPermittedSubclasses())
                            .map(Class::getName)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        return marks(type)
                + modifiers(type.getModifiers() & ~hidden)
                + (type.isSealed() ? "sealed " : "")
                + kind + " " + type.getName().replace('$', '.') + types.parameters(type.getTypeParameters())
                + (type.isRecord() ? components(type) : "")
                + parents.stream().map(each -> " " + each).collect(Collectors.joining());
    }

    private String components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(each -> types.of(each.getAnnotatedType()) + " " + each.getName())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private String field(Field field) {
        String value = "";
        boolean isText = field.getType() == String.class || field.getType().isPrimitive();
        if (isText && Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers())) {
            value = " = " + valueOf(field);
        }
        return marks(field) + modifiers(field.getModifiers()) + types.of(field.getAnnotatedType()) + " "
                + field.getName() + value;
    }

    /** Compilers copy constants into the classes of users. */
    private static String valueOf(Field field) {
        try {
            field.setAccessible(true);
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private String executable(Executable code, String name) {
        AnnotatedType[] parameters = code.getAnnotatedParameterTypes();
        String list = list(parameters);
        if (code.isVarArgs()) {
            list = list.substring(0, list.length() - 2) + "...";
        }
        boolean isDefault = code instanceof Method method && method.isDefault();
        String parameterTypes = types.parameters(code.getTypeParameters());
        return marks(code)
                // Every method of an interface is public, and abstract unless it has a body.
                + (code.getDeclaringClass().isInterface()
                        ? modifiers(code.getModifiers() & Modifier.STATIC)
                        : modifiers(code.getModifiers()))
                + (isDefault ? "default " : "")
                + (parameterTypes.isEmpty() ? "" : parameterTypes + " ")
                + name + "(" + list + ")"
                + (code.getExceptionTypes().length == 0 ? "" : " throws " + list(code.getAnnotatedExceptionTypes()));
    }

    private String list(AnnotatedType[] all) {
        return Arrays.stream(all).map(types::of).collect(Collectors.joining(", "));
    }

    private static String modifiers(int modifiers) {
        String text = Modifier.toString(modifiers & SHOWN);
        return text.isEmpty() ? "" : text + " ";
    }

    /** Whether nulls are marked is said once for a package, but holds for the type. */
    private static String marks(AnnotatedElement element) {
        boolean isTop = element instanceof Class<?> type && type.getEnclosingClass() == null;
        boolean isMarked = isTop && ((Class<?>) element).getPackage().isAnnotationPresent(NullMarked.class);
        return (element.isAnnotationPresent(Deprecated.class) ? "@Deprecated " : "")
                + (isMarked || element.isAnnotationPresent(NullMarked.class) ? "@NullMarked " : "")
                + (element.isAnnotationPresent(NullUnmarked.class) ? "@NullUnmarked " : "");
    }

    private static boolean isImplied(Constructor<?> constructor) {
        Class<?> owner = constructor.getDeclaringClass();
        return owner.isRecord()
                && Arrays.equals(
                        constructor.getParameterTypes(),
                        Arrays.stream(owner.getRecordComponents())
                                .map(RecordComponent::getType)
                                .toArray());
    }

    private static boolean isImplied(Method method) {
        Class<?> owner = method.getDeclaringClass();
        return isObjects(method)
                || (owner.isEnum() && List.of("values", "valueOf").contains(method.getName()))
                || (owner.isRecord()
                        && method.getParameterCount() == 0
                        && Arrays.stream(owner.getRecordComponents())
                                .anyMatch(each -> each.getAccessor().equals(method)));
    }

    private static boolean isObjects(Method method) {
        Map<String, List<Class<?>>> all =
                Map.of("toString", List.of(), "hashCode", List.of(), "equals", List.of(Object.class));
        return List.of(method.getParameterTypes()).equals(all.get(method.getName()));
    }
}
