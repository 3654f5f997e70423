package io.github.vpcep.runtime.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.runtime.ground.Arguments;
import java.util.List;
import java.util.regex.Pattern;

/** What a generated client tells the engine about its API. Immutable. */
public final class Contract {
    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    private final String userAgent;
    private final ObjectMapper json;
    private final ErrorCatalogue errors;
    private final String defaultRegion;
    private final List<RegionalServer> servers;
    private final boolean project;
    private final boolean credentials;

    private Contract(
            String userAgent,
            ObjectMapper json,
            ErrorCatalogue errors,
            String defaultRegion,
            List<RegionalServer> servers,
            boolean project,
            boolean credentials) {
        this.userAgent = userAgent;
        this.json = json;
        this.errors = errors;
        this.defaultRegion = defaultRegion;
        this.servers = servers;
        this.project = project;
        this.credentials = credentials;
    }

    /**
     * Returns a contract without servers.
     *
     * @param userAgent the value of the User-Agent header, such as {@code vpcep-java/1.0.0}
     * @param json reads and writes the model; not changed by the engine, and not to be changed once handed over
     * @param errors the error codes that the contract knows
     */
    public static Contract of(String userAgent, ObjectMapper json, ErrorCatalogue errors) {
        return new Contract(userAgent, json, errors, "", List.of(), true, true);
    }

    /**
     * Returns this contract with its servers, from which the addresses in a region follow.
     *
     * @param defaultRegion the region that the contract gives as default; named in messages, never used unasked,
     *     because a project id is valid in its own region only
     */
    public Contract withServers(String defaultRegion, RegionalServer... servers) {
        return new Contract(userAgent, json, errors, defaultRegion, List.of(servers), project, credentials);
    }

    /** Returns this contract as one that has no projects, so that a client needs no project id. */
    public Contract withoutProject() {
        return new Contract(userAgent, json, errors, defaultRegion, servers, false, credentials);
    }

    /** Returns this contract as one whose operations anybody may do, so that a client may have no credentials. */
    public Contract withoutCredentials() {
        return new Contract(userAgent, json, errors, defaultRegion, servers, project, false);
    }

    /** Returns whether a client needs a project id. */
    public boolean needsProject() {
        return project;
    }

    /** Returns whether a client needs credentials. */
    public boolean needsCredentials() {
        return credentials;
    }

    /** Returns the value of the User-Agent header. */
    public String userAgent() {
        return userAgent;
    }

    /** Returns what reads and writes the model. */
    public ObjectMapper json() {
        return json;
    }

    /** Returns the error codes that the contract knows. */
    public ErrorCatalogue errors() {
        return errors;
    }

    /** Returns the region that the contract gives as default, empty when it gives none. */
    public String defaultRegion() {
        return defaultRegion;
    }

    /**
     * Returns the region with an id. Where the contract limits a server to some regions, these are found regardless of
     * letter case; any other region is on the server that is not limited.
     *
     * @throws IllegalArgumentException if the id does not fit in a host name: 1 to 63 letters, digits and inner
     *     hyphens; or no server is for it
     */
    public Region region(String id) {
        if (!REGION.matcher(Arguments.requireNonBlank(id, "region")).matches()) {
            throw new IllegalArgumentException("region is \"" + id
                    + "\", but must be a name of letters, digits and inner hyphens, such as " + defaultRegion);
        }
        for (RegionalServer server : servers) {
            for (String known : server.regions()) {
                if (known.equalsIgnoreCase(id)) {
                    return server.region(known);
                }
            }
        }
        return servers.stream()
                .filter(RegionalServer::isOfEvery)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "region is \"" + id + "\", but no server of the contract is for it: set endpoint(…)"))
                .region(id);
    }
}
