package io.github.vpcep.contract.facade;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.client.Endpoints;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.auth.Credentials;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the things that a caller holds print of themselves. */
class PrintedTest {
    private static final String WHERE =
            "[endpoint=https://vpcep.example.com/base, options=CallOptions[projectId=p-1, retry=RetryPolicy[";

    @RegisterExtension
    final ListServer server = new ListServer();

    private static VpcepClient client() {
        return VpcepClient.builder()
                .endpoint("https://vpcep.example.com/base")
                .projectId("p-1")
                .credentials(Credentials.token("s3cret"))
                .header("X-Tenant", "s3cret")
                .build();
    }

    private static void assertSaysWhereAndHow(Object printed, String name, String timeout) {
        assertThat(printed.toString())
                .startsWith(name + WHERE)
                .contains("callTimeout=" + timeout, "headers=[X-Tenant]")
                .doesNotContain("s3cret");
    }

    @Test
    void toString_ofAClient_saysWhereAndHowItCalls() {
        try (VpcepClient client = client()) {
            assertSaysWhereAndHow(client, "VpcepClient", "PT1M");
            assertSaysWhereAndHow(client.async(), "VpcepAsyncClient", "PT1M");
        }
    }

    @Test
    void toString_ofAClientWithOtherOptions_showsThose() {
        try (VpcepClient client = client()) {
            assertSaysWhereAndHow(client.with(o -> o.callTimeout(Duration.ofSeconds(5))), "VpcepClient", "PT5S");
        }
    }

    @Test
    void toString_ofParameters_saysOfWhatTheyAre() {
        assertThat(Endpoints.ListParams.builder().limit(7).vpcId("v").build().toString())
                .startsWith("Endpoints.ListParams[")
                .contains("limit=7", "vpcId=v");
    }

    @Test
    void toString_ofAPage_showsItsItemsAndHowManyThereAre() {
        server.ids.add("e-1");
        assertThat(server.client().endpoints().list().toString())
                .startsWith("Page[items=[Endpoint[id=e-1,")
                .endsWith("totalCount=1]");
        assertThat(server.client().async().endpoints().list().join().toString())
                .startsWith("AsyncPage[items=[Endpoint[id=e-1,")
                .endsWith("totalCount=1]");
    }
}
