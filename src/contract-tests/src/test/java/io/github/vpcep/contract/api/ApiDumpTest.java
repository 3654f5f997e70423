package io.github.vpcep.contract.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.contract.support.AcceptedText;
import io.github.vpcep.contract.support.Classes;
import io.github.vpcep.control.client.ControlClient;
import io.github.vpcep.jackson3.VpcepJacksonModule;
import io.github.vpcep.json.InstantReader;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.router.Router;
import io.github.vpcep.runtime.ClientBuilder;
import io.github.vpcep.sandbox.VpcepSandbox;
import io.github.vpcep.sandbox.testcontainers.VpcepSandboxContainer;
import io.github.vpcep.server.EndpointsApi;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every change of what the published jars offer shows in a diff of the dumps. */
class ApiDumpTest {
    private static final String ACCEPTED = "src/contract-tests/src/test/resources/api";

    static Stream<Arguments> jars() {
        return Stream.of(
                Arguments.of("vpcep-json", InstantReader.class),
                Arguments.of("vpcep-model", Endpoint.class),
                Arguments.of("vpcep-jackson3", VpcepJacksonModule.class),
                Arguments.of("vpcep-runtime", ClientBuilder.class),
                Arguments.of("vpcep-client", VpcepClient.class),
                Arguments.of("vpcep-router", Router.class),
                Arguments.of("vpcep-server", EndpointsApi.class),
                Arguments.of("vpcep-sandbox-control", ControlClient.class),
                Arguments.of("vpcep-sandbox", VpcepSandbox.class),
                Arguments.of("vpcep-sandbox-testcontainers", VpcepSandboxContainer.class));
    }

    @ParameterizedTest
    @MethodSource("jars")
    void publicApi_isTheAcceptedOne(String artifact, Class<?> one) throws IOException {
        new AcceptedText(ACCEPTED + "/" + artifact + ".txt", "vpcep.api")
                .mustBe("The public API of " + artifact, ApiDump.ofJarOf(one), Difference::between);
    }

    /**
     * What each needs of others and lets them do, beside the packages above: on the module path that is all there is.
     */
    @Test
    void modules_areTheAcceptedOnes() throws IOException {
        String modules = jars().map(each -> Classes.moduleBeside((Class<?>) each.get()[1]))
                .flatMap(Optional::stream)
                .map(ModuleText::of)
                .collect(Collectors.joining("\n"));

        new AcceptedText(ACCEPTED + "/modules.txt", "vpcep.api")
                .mustBe("A module of the published jars", modules, AcceptedText::firstLines);
    }

    @Test
    void dump_readsLikeJava() {
        assertThat(ApiDump.of(classes(Before.class))).isEqualTo("""
                import java.util.List;

                @NullMarked public final class io.github.vpcep.contract.api.Before

                public enum io.github.vpcep.contract.api.Before.Day
                    MONDAY
                    SUNDAY

                public static class io.github.vpcep.contract.api.Before.Keeper extends Thread
                    public static final int AGE = 40
                    protected Keeper()
                    protected void greet() throws InterruptedException
                    public byte @Nullable [] photo()

                public record io.github.vpcep.contract.api.Before.Price(int amount, String currency)

                public interface io.github.vpcep.contract.api.Before.Shop<T extends Comparable<T>>
                    @Nullable String sign(@Nullable T)
                    List<? super @Nullable Number[]> names()
                    default void open(String...)

                public static final class io.github.vpcep.contract.api.Before.Till
                    public Till()
                """);
    }

    @Test
    void difference_ofEachKindOfChange_isSeen() {
        String before = ApiDump.of(classes(Before.class));
        String after = ApiDump.of(classes(After.class)).replace("After", "Before");

        assertThat(Difference.between(before, after))
                .containsExactly(
                        "- import java.util.List;",
                        "+ import java.util.Set;",
                        "  in io.github.vpcep.contract.api.Before.Day: another order",
                        "- public static class io.github.vpcep.contract.api.Before.Keeper extends Thread",
                        "-     public static final int AGE = 40",
                        "-     protected Keeper()",
                        "-     protected void greet() throws InterruptedException",
                        "-     public byte @Nullable [] photo()",
                        "+ public static class io.github.vpcep.contract.api.Before.Keeper",
                        "+     public static final int AGE = 41",
                        "+     public Keeper()",
                        "+     protected void greet()",
                        "+     public byte[] photo()",
                        "+     public void think()",
                        "- public record io.github.vpcep.contract.api.Before.Price(int amount, String currency)",
                        "+ public record io.github.vpcep.contract.api.Before.Price(long amount, String currency)",
                        "  in io.github.vpcep.contract.api.Before.Shop",
                        "-     @Nullable String sign(@Nullable T)",
                        "-     List<? super @Nullable Number[]> names()",
                        "+     Set<? super @Nullable Number[]> names()",
                        "+     String sign(@Nullable T)",
                        "+     default void close()",
                        "- public static final class io.github.vpcep.contract.api.Before.Till",
                        "-     public Till()");
    }

    @Test
    void difference_ofTheSame_isNone() {
        String dump = ApiDump.of(classes(Before.class));

        assertThat(Difference.between(dump, dump)).isEmpty();
    }

    private static List<Class<?>> classes(Class<?> owner) {
        return Stream.concat(Stream.of(owner), Stream.of(owner.getDeclaredClasses()))
                .toList();
    }
}
