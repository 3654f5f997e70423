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
    void page_ofAnEdition_listsTheSame_andNamesAllOperations() {
        UnaryOperator<String> edit = Edit.both(
                Edit.replace("\n    Endpoint:\n", "        jobId:\n", "        job_id:\n"),
                Edit.replace("", "- Signature: []\n", ""));
        Contract base = new Contract("edition 2022-11", SmallProject.bundle());
        Contract now = new Contract("now", edit.apply(SmallProject.bundle()));
        assertThat(EditionPage.of("2022-11", SpecDiff.between(base, now)))
                .startsWith("# Since the edition of 2022-11\n")
                .contains("\n`mvn -Pspec-diff -Dbase=2022-11` prints")
                .endsWith("""
                        `mvn verify -Dvpcep.editions=write` renews it.

                        ## Callers: breaks

                        - BatchAddEndpointServicePermissions, ListEndpoints, ListServicePublicDetails, UpdateEndpointPolicy, UpdateEndpointServiceName: security removed: Signature
                        - ListEndpoints, UpdateEndpointPolicy: Endpoint.jobId: property removed

                        ## Callers: compatible

                        - ListEndpoints, UpdateEndpointPolicy: Endpoint.job_id: optional property added

                        ## Implementers: breaks

                        - ListEndpoints, UpdateEndpointPolicy: Endpoint.jobId: property removed

                        ## Implementers: compatible

                        - BatchAddEndpointServicePermissions, ListEndpoints, ListServicePublicDetails, UpdateEndpointPolicy, UpdateEndpointServiceName: security removed: Signature
                        - ListEndpoints, UpdateEndpointPolicy: Endpoint.job_id: optional property added
                        """);
    }

    @Test
    void reportAndPage_listInTheOrderOfTheAlphabet_andSayWhereThereIsNothing() {
        List<Change> changes = List.of(
                Change.ofSchema(Kind.REQUEST_NARROWED, "B", "B", "narrower"),
                Change.ofSchema(Kind.REQUEST_NARROWED, "A", "A", "narrower"));
        Contract contract = new Contract("one", SmallProject.bundle());

        assertThat(Report.of(contract, contract, changes)).endsWith("""
                Callers
                  breaks
                    A: narrower
                    B: narrower
                  compatible: nothing

                Implementers
                  breaks: nothing
                  compatible
                    A: narrower
                    B: narrower""");
        assertThat(EditionPage.of("2022-11", changes)).contains("## Callers: breaks\n\n- A: narrower\n- B: narrower\n");
    }

    @Test
    void page_ofNoChange_saysSoFourTimes() {
        assertThat(EditionPage.of("2022-11", List.of()).lines().filter("Nothing."::equals))
                .hasSize(4);
    }

    @Test
    void report_ofNoChange_isOneSentence() {
        assertThat(report(Edit.none()).lines().toList())
                .isEqualTo(List.of(
                        "From v0.1.0 (git 36c7fa4) to the working tree", "No change but of words and examples."));
    }
}
