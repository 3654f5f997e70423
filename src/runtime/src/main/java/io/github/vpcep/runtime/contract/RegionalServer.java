package io.github.vpcep.runtime.contract;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A server of the contract, one per region. In its addresses the region's id stands as <code>{region}</code>. */
public final class RegionalServer {
    private static final String VARIABLE = "{region}";

    private final String url;
    private final @Nullable String iamUrl;
    private final List<String> regions;

    private RegionalServer(String url, @Nullable String iamUrl, List<String> regions) {
        this.url = url;
        this.iamUrl = iamUrl;
        this.regions = regions;
    }

    /** Returns a server, by the API's address, of every region that no other server has; IAM's is not told. */
    public static RegionalServer of(String url) {
        return new RegionalServer(url, null, List.of());
    }

    /** Returns this server with IAM's address. */
    public RegionalServer withIamUrl(String iamUrl) {
        return new RegionalServer(url, iamUrl, regions);
    }

    /** Returns this server for the regions of these ids and no others. */
    public RegionalServer withRegions(String... ids) {
        return new RegionalServer(url, iamUrl, List.of(ids));
    }

    List<String> regions() {
        return regions;
    }

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
