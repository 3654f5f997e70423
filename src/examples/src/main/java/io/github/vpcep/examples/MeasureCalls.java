package io.github.vpcep.examples;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.auth.Credentials;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Gives Micrometer a timer per operation and outcome. Arguments: endpoint, project id, token. */
public final class MeasureCalls {
    private MeasureCalls() {}

    /** Runs the example. */
    public static void main(String[] args) {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (VpcepClient vpcep = VpcepClient.builder()
                .endpoint(args[0])
                .projectId(args[1])
                .credentials(Credentials.token(args[2]))
                .listener(call -> Timer.builder("vpcep.calls")
                        .tag("operation", call.operation())
                        .tag("outcome", call.outcome())
                        .register(registry)
                        .record(call.duration()))
                .build()) {
            var unused = vpcep.endpoints().list();
        }
        registry.forEachMeter(meter -> System.out.println(meter.getId()));
    }
}
