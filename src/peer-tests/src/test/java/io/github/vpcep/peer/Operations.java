package io.github.vpcep.peer;

import com.huaweicloud.sdk.core.SdkResponse;
import com.huaweicloud.sdk.vpcep.v1.VpcepClient;
import io.github.vpcep.sandbox.api.SandboxServer;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The operations as the contract, the SDK and the tests know them, by their documented ids. */
final class Operations {
    private Operations() {}

    static Set<String> ofContract() {
        return SandboxServer.operationIds();
    }

    /** Those that the SDK's client calls. */
    static Set<String> ofSdk() {
        return Arrays.stream(VpcepClient.class.getMethods())
                .filter(each -> SdkResponse.class.isAssignableFrom(each.getReturnType()))
                .map(each -> id(each.getName()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those that the tests of these classes drive. */
    static Set<String> drivenBy(Class<?>... tests) {
        return Stream.of(tests)
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .filter(each -> each.isAnnotationPresent(Test.class))
                .map(Operations::drivenBy)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The operation that a test's name begins with. */
    static String drivenBy(Method test) {
        String name = test.getName();
        int end = name.indexOf('_');
        return id(end < 0 ? name : name.substring(0, end));
    }

    private static String id(String method) {
        return Character.toUpperCase(method.charAt(0)) + method.substring(1);
    }
}
