package io.github.vpcep.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.prism.PrismServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Every example runs against Prism and prints what its reader is to see. */
@ResourceLock(Resources.SYSTEM_OUT)
class ExamplesTest {
    private static final String PROJECT = "295dacf46a4842fcbf7844dc2dc2489d";
    private static final String SERVICE = "b0e22f6f-26f4-461c-b140-d873464d4fa0";

    private static PrismServer prism;

    @BeforeAll
    static void start() {
        prism = PrismServer.mock();
    }

    @AfterAll
    static void stop() {
        prism.close();
    }

    @Test
    void quickstart_callsEveryOperation() throws Exception {
        assertThat(output(() -> Quickstart.main(new String[0])))
                .contains(
                        "ListServicePublicDetails",
                        "ListEndpoints",
                        "UpdateEndpointServiceName",
                        "UpdateEndpointPolicy",
                        "BatchAddEndpointServicePermissions")
                .contains("InvalidRequestException: ListEndpoints failed with HTTP 400");
    }

    @Test
    void firstCalls_listsAndRenames() throws Exception {
        assertThat(output(() -> FirstCalls.main(new String[] {prism.uri().toString(), PROJECT, "a token", SERVICE})))
                .contains("accepted", "orders");
    }

    private interface Example {
        void run() throws Exception;
    }

    private static String output(Example example) throws Exception {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(written, true, UTF_8));
        try {
            example.run();
        } finally {
            System.setOut(before);
        }
        return written.toString(UTF_8);
    }
}
