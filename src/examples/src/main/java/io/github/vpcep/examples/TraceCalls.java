package io.github.vpcep.examples;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.CallListener;
import io.github.vpcep.runtime.auth.Credentials;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Instant;

/** Gives OpenTelemetry a span per call. Arguments: endpoint, project id, token. */
public final class TraceCalls {
    private TraceCalls() {}

    /** Runs the example. */
    public static void main(String[] args) {
        InMemorySpanExporter exporter = InMemorySpanExporter.create();
        try (SdkTracerProvider traces = SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                        .build();
                VpcepClient vpcep = VpcepClient.builder()
                        .endpoint(args[0])
                        .projectId(args[1])
                        .credentials(Credentials.token(args[2]))
                        .listener(tracing(traces.get("vpcep")))
                        .build()) {
            var unused = vpcep.endpoints().list();
            for (SpanData span : exporter.getFinishedSpanItems()) {
                System.out.println(span.getKind() + " " + span.getName() + " " + span.getAttributes());
            }
        }
    }

    /** A call has ended when it is told, so its span begins in the past. */
    static CallListener tracing(Tracer tracer) {
        return call -> {
            Instant end = Instant.now();
            Span span = tracer.spanBuilder(call.operation())
                    .setSpanKind(SpanKind.CLIENT)
                    .setStartTimestamp(end.minus(call.duration()))
                    .startSpan()
                    .setAttribute("http.response.status_code", call.status())
                    .setAttribute("http.request.resend_count", Math.max(0, call.tries() - 1));
            if (call.failure() != null) {
                span.recordException(call.failure()).setStatus(StatusCode.ERROR);
            }
            span.end(end);
        };
    }
}
