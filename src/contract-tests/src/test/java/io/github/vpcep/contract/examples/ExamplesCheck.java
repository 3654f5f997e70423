package io.github.vpcep.contract.examples;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.vpcep.contract.errata.Errata;
import io.github.vpcep.contract.errata.Erratum;
import io.github.vpcep.contract.errata.Erratum.Violation;
import io.github.vpcep.contract.examples.SchemaValidator.Fault;
import io.github.vpcep.contract.spec.Check;
import io.github.vpcep.contract.spec.Lines;
import io.github.vpcep.contract.spec.Operation;
import io.github.vpcep.contract.spec.Printed;
import io.github.vpcep.contract.spec.SpecFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Every example of the contract is valid; every printed example breaks it exactly where the errata say so. */
public final class ExamplesCheck implements Check {
    /** The folder of the bodies as the documents print them. */
    static final String AS_PRINTED = Printed.FOLDER;

    private static final String INDEX = AS_PRINTED + "/INDEX.yaml";
    private static final List<String> STATUSES =
            List.of("400", "401", "403", "404", "405", "406", "407", "408", "409", "500", "501", "502", "503", "504");

    @Override
    public String name() {
        return "Examples";
    }

    @Override
    public String unit() {
        return "uses of an example, and printed bodies";
    }

    @Override
    public Result run(SpecFolder spec) {
        Run run = new Run(spec);
        run.examples();
        run.everyFileIsReferred();
        run.errorCodes();
        run.printed();
        return run.result();
    }

    private static final class Run {
        private final SpecFolder spec;
        private final SchemaValidator validator;
        private final Map<String, Integer> cases = new HashMap<>();
        private final List<String> findings = new ArrayList<>();
        private int valid;
        private int printed;
        private int malformed;
        private int violations;

        Run(SpecFolder spec) {
            this.spec = spec;
            this.validator = SchemaValidator.of(spec.document());
        }

        Result result() {
            return new Result(
                    "Examples: " + valid + " uses of " + files().size() + " example files checked; " + printed
                            + " printed examples with " + violations + " violations, each under an erratum; "
                            + malformed + " of them no JSON and repaired",
                    findings,
                    cases);
        }

        private List<String> files() {
            return spec.files("examples");
        }

        void examples() {
            for (Operation operation : spec.operations()) {
                if (!operation.requestBody().isMissingNode()) {
                    validate(operation, "request", operation.request());
                }
                for (String status : STATUSES) {
                    validate(operation, status, operation.response(status));
                    operation.response(status).path("examples").forEach(example -> {
                        if (!example.path("$ref").asText().endsWith("/error-" + status)) {
                            findings.add(operation.id() + " " + status + " shows an example of another status");
                        }
                    });
                }
                operation.successStatuses().stream()
                        .filter(operation::hasBody)
                        .forEach(status -> validate(operation, status, operation.response(status)));
            }
        }

        private void validate(Operation operation, String side, JsonNode mediaType) {
            String where = operation.id() + " " + side;
            List<JsonNode> examples = operation.examples(mediaType);
            if (examples.isEmpty()) {
                findings.add(where + " has no example");
            }
            String schema = mediaType.path("schema").path("$ref").asText();
            for (JsonNode example : examples) {
                if (!example.has("value") || example.path("summary").asText(".").endsWith(".")) {
                    findings.add(
                            where + " has an example without value, or without a summary that ends in no full stop");
                    continue;
                }
                valid++;
                cases.merge(operation.id(), 1, Integer::sum);
                validator
                        .faults(schema.substring(1), example.get("value"))
                        .forEach(fault -> findings.add(where + " has an invalid example: " + fault));
                known(where + " example", mediaType.path("schema"), example.get("value"));
            }
        }

        /** A schema admits what it does not know, for readers are tolerant; an example that shows it is misspelt. */
        private void known(String where, JsonNode reference, JsonNode value) {
            JsonNode schema = spec.schema(reference);
            if (schema.has("anyOf")) {
                JsonNode alternative = StreamSupport.stream(schema.get("anyOf").spliterator(), false)
                        .filter(each -> validator
                                .faults(each.path("$ref").asText("#").substring(1), value)
                                .isEmpty())
                        .findFirst()
                        .orElse(MissingNode.getInstance());
                if (alternative.has("$ref")) {
                    known(where, alternative, value);
                }
            } else if (value.isArray()) {
                value.forEach(item -> known(where + "[]", schema.path("items"), item));
            } else if (schema.has("properties")) {
                value.properties().forEach(each -> {
                    if (schema.get("properties").has(each.getKey())) {
                        known(
                                where + "." + each.getKey(),
                                schema.get("properties").get(each.getKey()),
                                each.getValue());
                    } else {
                        findings.add(where + " shows " + each.getKey() + ", which its schema does not have");
                    }
                });
            }
        }

        void everyFileIsReferred() {
            Set<String> referred = new TreeSet<>();
            for (String folder : List.of("paths", "responses", "schemas", "parameters")) {
                spec.files(folder)
                        .forEach(file -> spec.file(file)
                                .findValuesAsText("$ref")
                                .forEach(reference -> referred.add(reference.replace("../", ""))));
            }
            files().stream()
                    .filter(file -> !referred.contains(file))
                    .forEach(file -> findings.add(file + " is not referred to"));
            STATUSES.stream()
                    .filter(status -> !spec.hasFile("examples/error-" + status + ".yaml"))
                    .forEach(status -> findings.add("status " + status + " has no example"));
        }

        /**
         * Where the catalogue has codes of a status, its example shows one of them; everywhere it shows a known one.
         */
        void errorCodes() {
            Map<String, String> statusByCode = new HashMap<>();
            spec.file("schemas/ErrorCode.yaml")
                    .path("x-error-catalogue")
                    .forEach(entry -> statusByCode.put(
                            entry.path("code").asText(), entry.path("status").asText()));
            for (String status : STATUSES) {
                String file = "examples/error-" + status + ".yaml";
                JsonNode error =
                        spec.hasFile(file) ? spec.file(file).path("value").path("error") : MissingNode.getInstance();
                String code = error.path("code").asText();
                if (!statusByCode.containsKey(code)) {
                    findings.add(file + " has the code " + code + ", which the catalogue does not have");
                } else if (statusByCode.containsValue(status) && !status.equals(statusByCode.get(code))) {
                    findings.add(
                            file + " has the code " + code + ", which is documented with " + statusByCode.get(code));
                }
            }
        }

        void printed() {
            Map<String, String> sums = Checksums.read();
            Set<String> indexed = new TreeSet<>();
            Map<Violation, String> listed = listed();
            for (JsonNode entry : spec.file(INDEX)) {
                String file = entry.path("file").asText();
                if (!indexed.add(file)) {
                    findings.add(INDEX + " has " + file + " twice");
                }
                String readable = Printed.of(entry).readable();
                if (!isThere(file) || !isThere(readable)) {
                    findings.add(INDEX + " has " + file + ", which is not there, or not its repair");
                    continue;
                }
                if (!sha256(file).equals(sums.remove(file))) {
                    findings.add(AS_PRINTED + "/" + file + " is not, byte for byte, what the documents print");
                }
                if (entry.path("malformed").asBoolean()) {
                    indexed.add(readable);
                    malformed++;
                    malformed(file, readable);
                }
                printed(entry, readable, listed);
            }
            sums.keySet().forEach(file -> findings.add(INDEX + " lacks " + file));
            Stream.of(AS_PRINTED, AS_PRINTED + "/malformed")
                    .flatMap(folder -> spec.files(folder).stream())
                    .filter(file -> !file.equals(INDEX))
                    .map(file -> file.substring(AS_PRINTED.length() + 1))
                    .filter(file -> !indexed.contains(file))
                    .forEach(file -> findings.add(INDEX + " lacks " + file));
            listed.forEach(
                    (violation, erratum) -> findings.add(erratum + " lists " + violation + ", which does not occur"));
        }

        private boolean isThere(String file) {
            return spec.hasFile(AS_PRINTED + "/" + file);
        }

        private String text(String file) {
            try {
                return Files.readString(spec.path().resolve(AS_PRINTED).resolve(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** What is marked as no JSON is none, and its repair only takes punctuation away. */
        private void malformed(String file, String repaired) {
            if (SpecFolder.isJson(text(file))) {
                findings.add(INDEX + " has " + file + " as malformed, but it is JSON");
            }
            if (!takenAway(text(file), text(repaired)).matches("[{}\\[\\],:]+")) {
                findings.add(AS_PRINTED + "/" + repaired + " does more than take punctuation away");
            }
        }

        /** What the repair leaves out; nothing when it has anything of its own. */
        private static String takenAway(String printed, String repaired) {
            StringBuilder taken = new StringBuilder();
            int next = 0;
            for (int i = 0; i < printed.length(); i++) {
                if (next < repaired.length() && repaired.charAt(next) == printed.charAt(i)) {
                    next++;
                } else {
                    taken.append(printed.charAt(i));
                }
            }
            return next == repaired.length() ? taken.toString() : "";
        }

        private void printed(JsonNode entry, String file, Map<Violation, String> listed) {
            Operation operation =
                    spec.operation(entry.path("operationId").asText()).orElse(null);
            if (operation == null) {
                findings.add(INDEX + " has " + file + " of an unknown operation");
                return;
            }
            JsonNode mediaType = entry.path("side").asText().equals("request")
                    ? operation.request()
                    : operation.response(entry.path("status").asText());
            String schema = mediaType.path("schema").path("$ref").asText();
            if (schema.isEmpty()) {
                findings.add(INDEX + " has " + file + ", for which " + operation.id() + " has no schema");
                return;
            }
            printed++;
            cases.merge(operation.id(), 1, Integer::sum);
            for (Fault fault : validator.faults(schema.substring(1), spec.file(AS_PRINTED + "/" + file))) {
                Violation violation = new Violation(file, fault.at(), fault.keyword());
                String erratum = listed.remove(violation);
                if (erratum == null) {
                    findings.add(violation + " is under no erratum: " + fault.message());
                    continue;
                }
                violations++;
                mustBeRead(mediaType.path("schema"), entry, violation, erratum);
            }
        }

        /** A wrong type in an answer must not stop the client, so the property names the erratum to its reader. */
        private void mustBeRead(JsonNode root, JsonNode entry, Violation violation, String erratum) {
            if (!entry.path("side").asText().equals("response")
                    || !violation.keyword().equals("type")) {
                return;
            }
            JsonNode property = spec.schemaAt(root, JsonPointer.compile(violation.at()));
            boolean named = property.properties().stream()
                    .anyMatch(each -> each.getKey().startsWith("x-reads-")
                            && Erratum.ofTolerance(each.getValue()).equals(erratum));
            if (!named) {
                findings.add(violation + " is under " + erratum + ", but no x-reads-… of the property names that");
            }
        }

        private Map<Violation, String> listed() {
            Map<Violation, String> listed = new TreeMap<>(Comparator.comparing(Violation::toString));
            for (Erratum erratum : Errata.of(spec)) {
                for (Violation violation : erratum.violations()) {
                    String other = listed.putIfAbsent(violation, erratum.id());
                    if (other != null) {
                        findings.add(violation + " is listed by " + other + " and again by " + erratum.id());
                    }
                }
            }
            return listed;
        }

        private String sha256(String file) {
            try {
                byte[] bytes =
                        Files.readAllBytes(spec.path().resolve(AS_PRINTED).resolve(file));
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }
    }

    /**
     * The sums of the printed examples as the documents have them; kept here because the spec folder could be changed.
     */
    private static final class Checksums {
        private Checksums() {}

        static Map<String, String> read() {
            Map<String, String> sums = new TreeMap<>();
            Lines.of(ExamplesCheck.class, "as-printed.sha256")
                    .forEach(line -> sums.put(line.substring(66), line.substring(0, 64)));
            return sums;
        }
    }
}
