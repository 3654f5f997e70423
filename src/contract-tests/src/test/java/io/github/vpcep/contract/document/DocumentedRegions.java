package io.github.vpcep.contract.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The regions that the vendor lists for the service, by id and name; that the ids are all, the peer tests see. */
final class DocumentedRegions {
    static final List<String> LINES = read();

    private DocumentedRegions() {}

    private static List<String> read() {
        try (InputStream list =
                Objects.requireNonNull(DocumentedRegions.class.getResourceAsStream("documented-regions.tsv"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
