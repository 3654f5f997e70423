package io.github.vpcep.consumer;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.Socket;
import java.net.URI;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the tests of this project, in parallel, and looks whether their sandboxes are gone after that. */
public final class Tests {
    private Tests() {}

    /** Ends with 1 if anything is not as it should be. */
    public static void main(String[] args) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        request()
                                .selectors(selectClass(FieldTest.class), selectClass(AnnotatedTest.class))
                                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                                .build(),
                        summary);
        summary.getSummary().printFailuresTo(new PrintWriter(System.err, true));
        if (summary.getSummary().getTotalFailureCount() > 0) {
            System.exit(1);
        }
        same("tests", 11L, summary.getSummary().getTestsSucceededCount());
        same("sandboxes", 4, Seen.URIS.size());
        Seen.URIS.forEach(uri -> same("listens at " + uri, false, isThere(uri)));
        System.exit(0);
    }

    private static boolean isThere(URI uri) {
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void same(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError(what + ": expected " + expected + ", but was " + actual);
        }
    }
}
