package io.github.vpcep.contract.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.model.AccountStatus;
import io.github.vpcep.model.EnableStatus;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointList;
import io.github.vpcep.model.EndpointServiceName;
import io.github.vpcep.model.EndpointServiceSummary;
import io.github.vpcep.model.EndpointServiceType;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.Permission;
import io.github.vpcep.model.PolicyEffect;
import io.github.vpcep.model.PolicyStatement;
import io.github.vpcep.model.PublicEndpointServiceList;
import io.github.vpcep.model.UpdatedPermissions;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers that the documents print, decoded to what they mean. Every value is written down here by hand. */
class ReaderTest {
    private static final ObjectMapper JSON = VpcepJson.mapper();
    private static final Path PRINTED =
            SpecFolder.ofRepository().path().resolve("examples").resolve("as-printed");

    private static <T> T read(String file, Class<T> type) throws IOException {
        return JSON.readValue(Files.readAllBytes(PRINTED.resolve(file)), type);
    }

    @Test
    void publicServices_asPrinted_haveTheirMeaning() throws IOException {
        assertThat(read("ListServicePublicDetails.response.json", PublicEndpointServiceList.class))
                .isEqualTo(PublicEndpointServiceList.builder()
                        .services(List.of(
                                EndpointServiceSummary.builder()
                                        .id("b0e22f6f-26f4-461c-b140-d873464d4fa0")
                                        .owner("example")
                                        .name("test123")
                                        .type(EndpointServiceType.INTERFACE)
                                        .createdAt(Instant.parse("2018-09-10T13:13:23Z"))
                                        .charged(true)
                                        .build(),
                                EndpointServiceSummary.builder()
                                        .id("26391a76-546b-42a9-b2fc-496ec68c0e4d")
                                        .owner("example")
                                        .name("OBS")
                                        .type(EndpointServiceType.GATEWAY)
                                        .createdAt(Instant.parse("2019-03-28T09:30:27Z"))
                                        .charged(true)
                                        .build()))
                        .totalCount(2)
                        .build());
    }

    @Test
    void endpoints_asPrinted_haveTheirMeaning() throws IOException {
        EndpointList list = read("ListEndpoints.response.json", EndpointList.class);
        assertThat(list.totalCount()).isEqualTo(2);
        assertThat(list.additionalProperties()).isEmpty();
        assertThat(list.endpoints()).hasSize(2);
        Endpoint first = list.endpoints().get(0);
        assertThat(first.id()).isEqualTo("03184a04-95d5-4555-86c4-e767a371ff99");
        assertThat(first.status()).isEqualTo(EndpointStatus.ACCEPTED);
        assertThat(first.ip()).isEqualTo("192.168.0.232");
        assertThat(first.markerId()).isEqualTo(16_777_337L);
        assertThat(first.accountStatuses()).containsExactly(AccountStatus.ACTIVE);
        assertThat(first.vpcId()).isEqualTo("84758cf5-9c62-43ae-a778-3dbd8370c0a4");
        assertThat(first.serviceType()).isEqualTo(EndpointServiceType.INTERFACE);
        assertThat(first.projectId()).isEqualTo("295dacf46a4842fcbf7844dc2dc2489d");
        assertThat(first.subnetId()).isEqualTo("68bfbcc1-dff2-47e4-a9d4-332b9bc1b8de");
        assertThat(first.dnsEnabled()).isTrue();
        assertThat(first.dnsNames()).containsExactly("test123");
        assertThat(first.createdAt()).isEqualTo(Instant.parse("2018-10-18T06:49:46Z"));
        assertThat(first.updatedAt()).isEqualTo(Instant.parse("2018-10-18T06:49:50Z"));
        assertThat(first.endpointServiceId()).isEqualTo("5133655d-0e28-4090-b669-13f87b355c78");
        assertThat(first.endpointServiceName()).isEqualTo("test123");
        assertThat(first.endpointPoolId()).isEqualTo("ee38223b-aacb-46f0-ba7e-94fa62e35dde");
        assertThat(first.publicBorderGroup()).isEqualTo("br-iaas-odin1raa");
        assertThat(first.whitelist()).containsExactly("127.0.0.1");
        assertThat(first.whitelistEnabled()).isTrue();
        assertThat(first.tags()).isEmpty();
        assertThat(first.errors()).isEmpty();
        assertThat(first.routeTables()).isEmpty();
        assertThat(first.policyStatements()).isEmpty();
        assertThat(first.description()).isNull();
        assertThat(first.specificationName()).isNull();
        assertThat(first.enableStatus()).isNull();
        assertThat(first.jobId()).isNull();
        assertThat(first.additionalProperties()).isEmpty();
        // The second differs from the first in exactly these values.
        assertThat(list.endpoints().get(1))
                .isEqualTo(first.toBuilder()
                        .id("43b0e3b0-eec9-49da-866b-6687b75f9fe5")
                        .ip("192.168.0.115")
                        .markerId(16_777_322L)
                        .vpcId("e251b400-2963-4131-b38a-da81e32026ee")
                        .subnetId("65528a22-59a1-4972-ba64-88984b3207cd")
                        .createdAt(Instant.parse("2018-10-18T06:36:20Z"))
                        .updatedAt(Instant.parse("2018-10-18T06:36:24Z"))
                        .publicBorderGroup(null)
                        .build());
    }

    @Test
    void rename_asPrinted_hasItsMeaning() throws IOException {
        assertThat(read("UpdateEndpointServiceName.response.json", EndpointServiceName.class))
                .isEqualTo(
                        EndpointServiceName.builder().name("test222_name_23432").build());
    }

    @Test
    void policy_asPrinted_hasItsMeaning() throws IOException {
        Endpoint endpoint = read("UpdateEndpointPolicy.response.json", Endpoint.class);
        assertThat(endpoint.id()).isEqualTo("938c8167-631e-40a4-99f9-493753fbd16b");
        assertThat(endpoint.status()).isEqualTo(EndpointStatus.ACCEPTED);
        assertThat(endpoint.tags()).isEmpty();
        assertThat(endpoint.jobId()).isEqualTo("endpoint_add_938c8167-631e-40a4-99f9-493753fbd16b");
        assertThat(endpoint.markerId()).isEqualTo(302_035_929L);
        assertThat(endpoint.accountStatuses()).containsExactly(AccountStatus.ACTIVE);
        assertThat(endpoint.vpcId()).isEqualTo("0da03835-1dcf-4361-9b87-34139d58dd59");
        assertThat(endpoint.serviceType()).isEqualTo(EndpointServiceType.GATEWAY);
        assertThat(endpoint.projectId()).isEqualTo("0605767a3300d5762fb7c0186d9e1779");
        assertThat(endpoint.routeTables()).containsExactly("99477d3b-87f6-49d2-8f3b-2ffc72731a38");
        assertThat(endpoint.createdAt()).isEqualTo(Instant.parse("2022-08-03T03:03:54Z"));
        assertThat(endpoint.updatedAt()).isEqualTo(Instant.parse("2022-08-03T03:03:57Z"));
        assertThat(endpoint.endpointServiceId()).isEqualTo("4651bc78-5cec-41b7-b448-f77326ebbed0");
        assertThat(endpoint.endpointServiceName())
                .isEqualTo("br-iaas-odin1.obs_test.4651bc78-5cec-41b7-b448-f77326ebbed0");
        assertThat(endpoint.policyStatements())
                .containsExactly(PolicyStatement.builder()
                        .effect(PolicyEffect.ALLOW)
                        .actions(List.of("obs:*:*"))
                        .resources(List.of("obs:*:*:*:*/*", "obs:*:*:*:*"))
                        .build());
        assertThat(endpoint.specificationName()).isEqualTo("default");
        assertThat(endpoint.enableStatus()).isEqualTo(EnableStatus.ENABLED);
        assertThat(endpoint.description()).isEmpty();
        assertThat(endpoint.endpointPoolId()).isEqualTo("b0ad6a4f-55c0-43f1-a26d-278639661fc2");
        assertThat(endpoint.dnsEnabled()).isNull();
        assertThat(endpoint.dnsNames()).isEmpty();
        assertThat(endpoint.ip()).isNull();
        assertThat(endpoint.subnetId()).isNull();
        assertThat(endpoint.whitelist()).isEmpty();
        assertThat(endpoint.whitelistEnabled()).isNull();
        assertThat(endpoint.publicBorderGroup()).isNull();
        assertThat(endpoint.errors()).isEmpty();
        assertThat(endpoint.additionalProperties()).isEmpty();
    }

    @Test
    void permissions_asPrinted_haveTheirMeaning() throws IOException {
        assertThat(read("BatchAddEndpointServicePermissions.response.json", UpdatedPermissions.class))
                .isEqualTo(UpdatedPermissions.builder()
                        .permissions(List.of(
                                Permission.builder()
                                        .id("ab42a58b-6f8e-43b3-9400-aaf0e393ee0d")
                                        .permission("iam:domain::4dbb0ce8766f44a9bfd08ccf8fc02397")
                                        .description("test")
                                        .createdAt(Instant.parse("2022-06-16T10:03:27Z"))
                                        .build(),
                                Permission.builder()
                                        .id("dfaaeff1-858d-4631-83c4-be3548a07935")
                                        .permission("*")
                                        .description("")
                                        .createdAt(Instant.parse("2022-06-16T10:03:27Z"))
                                        .build()))
                        .build());
    }

    @Test
    void unknownProperties_beforeAndInsideAnItem_areKept() throws JsonProcessingException {
        EndpointList list = JSON.readValue(
                "{\"next\":\"m\",\"endpoints\":[{\"id\":\"e\",\"flow\":{\"qps\":[1,2.5]},\"none\":null}],\"total_count\":1}",
                EndpointList.class);
        assertThat(list.additionalProperties()).containsExactlyEntriesOf(Map.of("next", "m"));
        assertThat(list.endpoints().get(0).additionalProperties())
                .containsEntry("flow", Map.of("qps", List.of(1, new BigDecimal("2.5"))))
                .containsEntry("none", null)
                .hasSize(2);
    }
}
