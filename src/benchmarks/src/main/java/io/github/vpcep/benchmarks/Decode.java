package io.github.vpcep.benchmarks;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.huaweicloud.sdk.core.utils.JsonUtils;
import com.huaweicloud.sdk.vpcep.v1.model.ListEndpointsResponse;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.model.EndpointList;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Decoding a page of 1000 endpoints. */
public final class Decode {
    private static final byte[] PAGE = Answers.page(1000);
    private static final ObjectReader OURS = VpcepJson.mapper().readerFor(EndpointList.class);
    private static final ObjectReader PLAIN = new ObjectMapper()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
            .readerFor(PlainEndpointList.class);

    private Decode() {}

    /** Prints CPU time and allocation of each way. */
    public static void main(String[] args) throws Exception {
        Ratios.print("A page of 1000 endpoints, " + PAGE.length / 1000 + " kB", variants(), 40);
    }

    static List<Variant> variants() {
        return List.of(
                new Variant("plain Jackson, timestamps as text", () -> PLAIN.readValue(PAGE)),
                new Variant("this client's model", () -> OURS.readValue(PAGE)),
                // As its HTTP client does it: the body as a string first.
                new Variant(
                        "the vendor's SDK",
                        () -> JsonUtils.toObject(
                                new String(PAGE, StandardCharsets.UTF_8), ListEndpointsResponse.class)));
    }
}
