package io.github.vpcep.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.huaweicloud.sdk.core.region.Region;
import io.github.vpcep.client.VpcepRegion;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The regions of the contract are those of the SDK, at the same addresses. */
class RegionsTest {
    /** In the SDK's manual, and not in its list. */
    private static final String EUROPEAN_IAM = "https://iam.eu-west-101.myhuaweicloud.eu";

    @Test
    void regions_areThoseOfTheSdk_atItsAddresses() throws ReflectiveOperationException {
        Map<String, String> sdk = new TreeMap<>();
        for (Field field : com.huaweicloud.sdk.vpcep.v1.region.VpcepRegion.class.getFields()) {
            if (field.getType() == Region.class) {
                Region region = (Region) field.get(null);
                sdk.put(field.getName(), region.getId() + " " + String.join(" ", region.getEndpoints()));
            }
        }
        Map<String, String> ours = new TreeMap<>();
        for (Field field : VpcepRegion.class.getFields()) {
            var region = (io.github.vpcep.runtime.contract.Region) field.get(null);
            assertThat(VpcepRegion.values()).contains(region);
            ours.put(field.getName(), region.id() + " " + region.endpoint());
        }
        assertThat(ours).isEqualTo(sdk).hasSameSizeAs(VpcepRegion.values());
    }

    @Test
    void iam_ofEachRegion_isWhereTheSdkLooksForIt() throws IOException {
        JsonNode sdk;
        try (InputStream list = Region.class.getResourceAsStream("/iam_endpoints.json")) {
            sdk = new ObjectMapper().readTree(Objects.requireNonNull(list));
        }
        assertThat(sdk).hasSizeGreaterThan(20);
        sdk.properties()
                .forEach(each -> assertThat(VpcepRegion.of(each.getKey()).iamEndpoint())
                        .as(each.getKey())
                        .hasToString(each.getValue().asText()));
        assertThat(VpcepRegion.EU_WEST_101.iamEndpoint()).hasToString(EUROPEAN_IAM);
    }
}
