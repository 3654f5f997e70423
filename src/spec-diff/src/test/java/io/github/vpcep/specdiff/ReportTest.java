package io.github.vpcep.specdiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static String report(UnaryOperator<String> edit) {
        Contract base = new Contract("v0.1.0 (git 36c7fa4)", SmallProject.bundle());
        Contract now = new Contract("the working tree", edit.apply(SmallProject.bundle()));
        return Report.of(base, now, SpecDiff.between(base, now));
    }

    @Test
    void report_ofAnEdit_tellsBothSidesWhatBreaks() {
        UnaryOperator<String> edit = Edit.both(
                Edit.replace("\n    EndpointServiceNameRequest:\n", "maxLength: 16", "maxLength: 32"),
                Edit.replace("\n    Endpoint:\n", "        jobId:\n", "        job_id:\n"));
        assertThat(report(edit)).isEqualTo("""
                From v0.1.0 (git 36c7fa4) to the working tree

                Callers
                  breaks
                    ListEndpoints, UpdateEndpointPolicy: Endpoint.jobId: property removed
                  compatible
                    ListEndpoints, UpdateEndpointPolicy: Endpoint.job_id: optional property added
                    UpdateEndpointServiceName: EndpointServiceNameRequest.endpoint_service_name: maxLength 16 → 32

                Implementers
                  breaks
                    ListEndpoints, UpdateEndpointPolicy: Endpoint.jobId: property removed
                    UpdateEndpointServiceName: EndpointServiceNameRequest.endpoint_service_name: maxLength 16 → 32
                  compatible
                    ListEndpoints, UpdateEndpointPolicy: Endpoint.job_id: optional property added""");
    }

    @Test
    void report_ofNoChange_isOneSentence() {
        assertThat(report(Edit.none()).lines().toList())
                .isEqualTo(List.of(
                        "From v0.1.0 (git 36c7fa4) to the working tree", "No change but of words and examples."));
    }
}
