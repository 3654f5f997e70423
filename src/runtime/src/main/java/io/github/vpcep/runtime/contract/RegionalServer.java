package io.github.vpcep.runtime.contract;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server of the contract, one per region. In both addresses the region's id stands as <code>{region}</code>.
 *
 * @param url the API's address
 * @param iamUrl IAM's address, null when the contract tells none
 * @param regions the ids of its regions; empty for a server of every region that no other one has
 */
public record RegionalServer(String url, @Nullable String iamUrl, List<String> regions) {
    private static final String VARIABLE = "{region}";

    Region region(String id) {
        return new Region(id, at(url, id), iamUrl == null ? null : at(iamUrl, id));
    }

    boolean isOfEvery() {
        return regions.isEmpty() && url.contains(VARIABLE);
    }

    private static URI at(String url, String id) {
        return URI.create(url.replace(VARIABLE, id));
    }
}
