package io.github.vpcep.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import io.github.vpcep.client.VpcepAsyncClient;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.EndpointServiceSummary;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The sandbox as an extension: classes of tests as people write them, run by JUnit inside each test. */
class SandboxInJUnitTest {
    /** Where the sandboxes of the classes below listened. */
    private static final Set<URI> SEEN = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    private static TestExecutionSummary run(Class<?> tests) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        request()
                                .selectors(selectClass(tests))
                                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                                .configurationParameter(
                                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                                .build(),
                        summary);
        return summary.getSummary();
    }

    private static void allSucceed(Class<?> tests, int count) {
        TestExecutionSummary summary = run(tests);
        assertThat(summary.getFailures())
                .extracting(failure -> failure.getException())
                .isEmpty();
        assertThat(summary.getTestsSucceededCount()).isEqualTo(count);
    }

    private static void sawSandboxesThatAreClosed(int count) {
        assertThat(SEEN)
                .hasSize(count)
                .allSatisfy(uri -> assertThatThrownBy(() -> new Socket(uri.getHost(), uri.getPort()).close())
                        .isInstanceOf(ConnectException.class));
    }

    private static void meet(CountDownLatch others) throws InterruptedException {
        others.countDown();
        assertThat(others.await(1, TimeUnit.MINUTES)).isTrue();
    }

    /** Finds nothing, and leaves something behind. */
    private static void useAlone(VpcepSandbox sandbox) {
        SEEN.add(sandbox.uri());
        VpcepClient client = sandbox.client();
        assertThat(client.endpoints().list()).isEmpty();
        EndpointServiceSummary open =
                client.endpointServices().listPublic().items().get(0);
        client.endpoints()
                .create(e -> e.endpointServiceId(open.id()).vpcId("vpc-1").subnetId("subnet-1"));
        assertThat(client.endpoints().list()).hasSize(1);
        assertThat(sandbox.requests("CreateEndpoint")).hasSize(1);
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class InParallelOnOne {
        @RegisterExtension
        static final VpcepSandbox sandbox = VpcepSandbox.inMemory();

        @RepeatedTest(12)
        void test() {
            useAlone(sandbox);
        }

        @AfterEach
        void stillThere() {
            assertThat(sandbox.client().endpoints().list()).hasSize(1);
        }
    }

    @Test
    void methodsInParallelOnOneSandbox_doNotMeet() {
        allSucceed(InParallelOnOne.class, 12);
        sawSandboxesThatAreClosed(1);
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class InParallelOnTheirOwn {
        /** Two are under way at the same time, or none comes to its end. Of two alone JUnit may run one by one. */
        static final CountDownLatch TWO = new CountDownLatch(2);

        @RegisterExtension
        final VpcepSandbox sandbox = VpcepSandbox.inMemory();

        @RepeatedTest(8)
        void test() throws InterruptedException {
            meet(TWO);
            useAlone(sandbox);
        }
    }

    @Test
    void methodsWithASandboxOfTheirOwn_runInParallelAndCloseThem() {
        allSucceed(InParallelOnTheirOwn.class, 8);
        sawSandboxesThatAreClosed(8);
    }

    static class Asking {
        @RegisterExtension
        static final VpcepSandbox registered = VpcepSandbox.inMemory();

        private final VpcepSandbox constructed;

        Asking(VpcepSandbox sandbox) {
            this.constructed = sandbox;
        }

        @BeforeAll
        static void before(VpcepSandbox sandbox) {
            assertThat(sandbox).isSameAs(registered);
        }

        @Test
        void test(VpcepSandbox sandbox, SandboxControl control, VpcepClient client, VpcepAsyncClient async) {
            assertThat(constructed).isSameAs(registered);
            assertThat(control).isSameAs(registered);
            assertThat(sandbox).isSameAs(registered);
            assertThat(client).isSameAs(registered.client());
            assertThat(async.endpoints().list().join().items()).isEmpty();
            useAlone(sandbox);
        }
    }

    @Test
    void methodsAndConstructors_areGivenTheRegisteredSandbox() {
        allSucceed(Asking.class, 1);
        sawSandboxesThatAreClosed(1);
    }

    @WithSandbox
    static class Annotated {
        private final VpcepSandbox constructed;

        Annotated(VpcepSandbox sandbox) {
            this.constructed = sandbox;
        }

        @RepeatedTest(2)
        void test(VpcepSandbox sandbox) {
            assertThat(sandbox).isSameAs(constructed);
            useAlone(sandbox);
        }

        @Nested
        class Inner {
            @Test
            void test(VpcepSandbox sandbox, VpcepClient client) {
                assertThat(sandbox).isSameAs(constructed);
                assertThat(client).isSameAs(sandbox.client());
                useAlone(sandbox);
            }
        }
    }

    @Test
    void annotatedClass_hasOneSandboxThatBeginsAnewForEachTest() {
        allSucceed(Annotated.class, 3);
        sawSandboxesThatAreClosed(1);
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class AnnotatedMethods {
        static final CountDownLatch TWO = new CountDownLatch(2);

        @WithSandbox
        @RepeatedTest(8)
        void test(VpcepSandbox sandbox) throws InterruptedException {
            meet(TWO);
            useAlone(sandbox);
        }
    }

    @Test
    void annotatedMethods_haveASandboxEach() {
        allSucceed(AnnotatedMethods.class, 8);
        sawSandboxesThatAreClosed(8);
    }

    static class Unknown {
        @Test
        @WithSandbox
        void test(String text) {}
    }

    @Test
    void parameterOfAnotherType_isLeftToOthers() {
        assertThat(run(Unknown.class).getFailures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.getException())
                        .hasMessageContaining("No ParameterResolver registered for parameter"));
    }
}
