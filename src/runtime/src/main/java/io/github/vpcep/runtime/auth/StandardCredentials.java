package io.github.vpcep.runtime.auth;

import io.github.vpcep.runtime.error.VpcepException;
import java.nio.file.Path;
import java.util.Map;

/** What is left when the places that can be looked at at once hold no credentials: the machine's metadata. */
final class StandardCredentials implements Credentials {
    private final String lookedAt;
    private final MetadataCredentials metadata;
    /** Whether there was a key once: then this is a cloud server, and what goes wrong is told as it is. */
    private volatile boolean found;

    private StandardCredentials(String lookedAt, MetadataCredentials metadata) {
        this.lookedAt = lookedAt;
        this.metadata = metadata;
    }

    /**
     * Returns the first credentials of the chain.
     *
     * @param home the user's home directory
     */
    static Credentials of(Map<String, String> variables, Path home, MetadataCredentials metadata) {
        EnvironmentCredentials environment = EnvironmentCredentials.find(variables);
        if (environment != null) {
            return environment;
        }
        Path file = ProfileCredentials.file(variables, home);
        ProfileCredentials profile = ProfileCredentials.find(file);
        if (profile != null) {
            return profile;
        }
        return new StandardCredentials(
                "the environment (" + EnvironmentCredentials.NAMES + ": none is set), the file " + file
                        + " (there is none), and the metadata of this machine",
                metadata);
    }

    @Override
    public Map<String, String> headers(OutgoingRequest request) {
        try {
            Map<String, String> headers = metadata.headers(request);
            found = true;
            return headers;
        } catch (VpcepException e) {
            if (found) {
                throw e;
            }
            throw new IllegalStateException(
                    "There are no credentials. Looked at: " + lookedAt + " (" + e.getMessage() + ")", e);
        }
    }

    @Override
    public boolean rejected(OutgoingRequest request) {
        return metadata.rejected(request);
    }

    @Override
    public void accepted(OutgoingRequest request) {
        metadata.accepted(request);
    }

    @Override
    public String toString() {
        return "Credentials.standard(***)";
    }
}
