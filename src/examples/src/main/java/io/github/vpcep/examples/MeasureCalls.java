package io.github.vpcep.examples;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.CallListener;
import io.github.vpcep.runtime.auth.Credentials;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** Gives Prometheus a timer per operation and outcome, by Micrometer. Arguments: endpoint, project id, token. */
public final class MeasureCalls {
    private MeasureCalls() {}

    /** Runs the example. */
    public static void main(String[] args) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (VpcepClient vpcep = VpcepClient.builder()
                .endpoint(args[0])
                .projectId(args[1])
                .credentials(Credentials.token(args[2]))
                .listener(timing(registry))
                .build()) {
            var unused = vpcep.endpoints().list();
        }
        System.out.println(registry.scrape());
    }

    /** Goes with any registry, such as the one that Spring Boot and Quarkus have. */
    static CallListener timing(MeterRegistry registry) {
        return call -> Timer.builder("vpcep.calls")
                .tag("operation", call.operation())
                .tag("outcome", call.outcome())
                .register(registry)
                .record(call.duration());
    }
}
