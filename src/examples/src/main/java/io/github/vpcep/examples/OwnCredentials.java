package io.github.vpcep.examples;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.auth.OutgoingRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Takes its token from a file that another program keeps fresh. Arguments: endpoint, project id, file of the token. */
public final class OwnCredentials {
    private OwnCredentials() {}

    /** Runs the example. */
    public static void main(String[] args) {
        try (VpcepClient vpcep = VpcepClient.builder()
                .endpoint(args[0])
                .projectId(args[1])
                .credentials(new TokenFile(Path.of(args[2])))
                .build()) {
            System.out.println(vpcep.endpoints().list().totalCount() + " endpoints");
        }
    }

    /** Credentials of one's own: shared by all threads, and never shown. */
    static final class TokenFile implements Credentials {
        private static final String HEADER = "X-Auth-Token";

        private final Path file;
        private volatile String token;

        TokenFile(Path file) {
            this.file = file;
            this.token = read();
        }

        /** For every single try. */
        @Override
        public Map<String, String> headers(OutgoingRequest request) {
            return Map.of(HEADER, token);
        }

        /** The server said 401: there may be a newer one, with which the call is sent once more. */
        @Override
        public boolean rejected(OutgoingRequest request) {
            token = read();
            return !token.equals(request.headers().get(HEADER));
        }

        @Override
        public String toString() {
            return "TokenFile[" + file + "]";
        }

        private String read() {
            try {
                return Files.readString(file).strip();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
