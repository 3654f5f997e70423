package io.github.vpcep.consumer;

import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.vpcep.client.VpcepAsyncClient;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.sandbox.VpcepSandbox;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A sandbox in a field: its tests take turns. */
class FieldTest {
    @RegisterExtension
    static final VpcepSandbox SANDBOX = VpcepSandbox.inMemory();

    private final VpcepSandbox given;

    FieldTest(VpcepSandbox given) {
        this.given = given;
    }

    @RepeatedTest(5)
    void findsNothing() {
        Seen.use(SANDBOX);
    }

    @Test
    void isGivenTheOneOfTheField(VpcepSandbox sandbox, VpcepClient client, VpcepAsyncClient async) {
        assertSame(SANDBOX, given);
        assertSame(SANDBOX, sandbox);
        assertSame(SANDBOX.client(), client);
        async.endpoints().list().join();
    }
}
