package io.github.vpcep.contract.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rows of the documents' error table, in its order. */
final class DocumentedCodes {
    private DocumentedCodes() {}

    static List<Row> rows() {
        try (InputStream table = DocumentedCodes.class.getResourceAsStream("documented-codes.tsv")) {
            if (table == null) {
                throw new IllegalStateException("documented-codes.tsv is missing");
            }
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", 3))
                    .map(columns -> new Row(Integer.parseInt(columns[0]), columns[1], columns[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Row(int status, String code, String message) {}
}
