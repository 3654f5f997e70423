package io.github.vpcep.contract.transcription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.vpcep.contract.errata.Errata;
import io.github.vpcep.contract.errata.Erratum;
import io.github.vpcep.contract.errata.Erratum.FactDeviation;
import io.github.vpcep.contract.spec.Check;
import io.github.vpcep.contract.spec.Operation;
import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.contract.transcription.Facts.Category;
import io.github.vpcep.contract.transcription.Facts.Tables;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Walks every documented row to its place in the contract: the same, or named by exactly one erratum. */
public final class TranscriptionCheck implements Check {
    @Override
    public String name() {
        return "Transcription";
    }

    @Override
    public String unit() {
        return "documented rows";
    }

    @Override
    public Result run(SpecFolder spec) {
        return new Walk(spec).result();
    }

    /** One row's attribute that differs. */
    private record Deviation(String operation, String at, String attribute) {
        @Override
        public String toString() {
            return operation + " " + at + " " + attribute;
        }
    }

    private record Values(JsonNode documented, JsonNode spec) {}

    /** One row, or a parameter or property that only the contract has. */
    private record Row(String operation, String at) {
        static Row of(Deviation deviation) {
            return new Row(deviation.operation(), deviation.at());
        }
    }

    /** How many documented rows are the contract's as well, how many under an erratum, and how many neither. */
    private record Tally(int rows, int equal, int underErratum) {
        static final Tally NONE = new Tally(0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(rows + other.rows, equal + other.equal, underErratum + other.underErratum);
        }

        @Override
        public String toString() {
            int open = rows - equal - underErratum;
            return String.format("%4d documented rows = %4d equal + %3d under errata", rows, equal, underErratum)
                    + (open == 0 ? "" : " + " + open + " that deviate");
        }
    }

    /** Whose body a table describes. */
    private enum Side {
        REQUEST(Category.REQUEST_BODY, Category.REQUEST_OBJECT),
        SUCCESS(Category.SUCCESS_BODY, Category.SUCCESS_OBJECT),
        ERROR(Category.ERROR_BODY, Category.ERROR_OBJECT);

        /** The rows of the object that is the body. */
        private final Category body;

        /** The rows of the objects inside it. */
        private final Category object;

        Side(Category body, Category object) {
            this.body = body;
            this.object = object;
        }
    }

    /** One run over a folder. */
    private static final class Walk {
        private final SpecFolder spec;
        private final JsonNode objects;
        private final Map<String, Facts> facts;
        private final Map<Deviation, Values> deviations = new LinkedHashMap<>();
        private final Map<String, List<Row>> rows = new LinkedHashMap<>();
        private final Set<Row> lost = new HashSet<>();
        private final List<String> findings = new ArrayList<>();

        /** The operation that is being walked. */
        private Map<Category, Integer> counted = Map.of();

        private Set<String> mapped = Set.of();

        Walk(SpecFolder spec) {
            this.spec = spec;
            this.objects = Facts.objects(spec);
            this.facts = Facts.of(spec);
        }

        Result result() {
            Set<String> operations = new TreeSet<>();
            spec.operations().forEach(operation -> operations.add(operation.id()));
            operations.stream()
                    .filter(id -> !facts.containsKey(id))
                    .forEach(id -> findings.add(id + " has no file in facts/"));
            facts.forEach(this::walk);
            objects.fieldNames().forEachRemaining(id -> {
                if (!id.equals("all") && !facts.containsKey(id)) {
                    findings.add("facts/objects.yaml names " + id + ", which has no file in facts/");
                }
            });
            Map<String, Integer> cases = new HashMap<>();
            rows.forEach((operation, documented) -> cases.put(operation, documented.size()));
            return new Result(summary(compareWithErrata()), findings, cases);
        }

        /** One line per operation and one of their sum. */
        private String summary(Set<Deviation> listed) {
            Set<Row> deviating = new HashSet<>(lost);
            deviations.keySet().forEach(each -> deviating.add(Row.of(each)));
            Set<Row> open = new HashSet<>(lost);
            deviations.keySet().stream().filter(each -> !listed.contains(each)).forEach(each -> open.add(Row.of(each)));
            StringBuilder summary = new StringBuilder();
            Tally sum = Tally.NONE;
            for (Map.Entry<String, List<Row>> entry : rows.entrySet()) {
                List<Row> documented = entry.getValue();
                int equal = (int) documented.stream()
                        .filter(row -> !deviating.contains(row))
                        .count();
                int neither = (int) documented.stream().filter(open::contains).count();
                Tally tally = new Tally(documented.size(), equal, documented.size() - equal - neither);
                sum = sum.plus(tally);
                summary.append(String.format("Transcription: %-37s %s%n", entry.getKey(), tally));
            }
            Set<Row> added = new HashSet<>(deviating);
            rows.values().forEach(added::removeAll);
            return summary.append(String.format("Transcription: %-37s %s", rows.size() + " operations", sum))
                    .append("; ")
                    .append(deviations.size())
                    .append(" attributes deviate, ")
                    .append(listed.size())
                    .append(" under errata; ")
                    .append(added.size())
                    .append(" parameters and properties are in the contract alone")
                    .toString();
        }

        private void walk(String name, Facts of) {
            if (!name.equals(of.operationId())) {
                findings.add("facts/" + name + ".yaml is about " + of.operationId());
            }
            Operation operation = spec.operation(name).orElse(null);
            if (operation == null) {
                findings.add("facts exist for " + name + ", but the contract has no such operation");
                return;
            }
            counted = new EnumMap<>(Category.class);
            mapped = new HashSet<>();
            same(name, "the method", of.method(), operation.method());
            same(name, "the path", of.path(), operation.path());
            walkParameters(operation, of);
            walkRequest(operation, of);
            walkResponses(operation, of);
            count(name, of);
        }

        private void walkParameters(Operation operation, Facts of) {
            Set<String> documented = new HashSet<>();
            for (JsonNode row : of.parameters()) {
                String in = row.path("in").asText();
                String name = row.path("name").asText();
                String at = in + "." + name;
                documented.add(at);
                row(Category.ofParameter(in), operation.id(), at);
                operation
                        .parameter(in, name)
                        .ifPresentOrElse(
                                parameter -> compare(
                                        operation.id(),
                                        at,
                                        Attributes.documented(row, object -> object),
                                        Attributes.of(
                                                spec,
                                                parameter.path("schema"),
                                                BooleanNode.valueOf(parameter
                                                        .path("required")
                                                        .asBoolean()))),
                                () -> present(operation.id(), at, true));
            }
            for (JsonNode parameter : operation.parameters()) {
                String at = parameter.path("in").asText() + "."
                        + parameter.path("name").asText();
                if (!documented.contains(at)) {
                    present(operation.id(), at, false);
                }
            }
        }

        private void walkRequest(Operation operation, Facts of) {
            Tables tables = of.request();
            if (!tables.isPresent()) {
                if (!operation.requestBody().isMissingNode()) {
                    findings.add(operation.id() + " has a request body that is not documented");
                }
                return;
            }
            same(
                    operation.id(),
                    "a request body being required",
                    "true",
                    operation.requestBody().path("required").asText());
            Objects request = new Objects(operation.id(), "request");
            request.isBody(operation.id(), tables, operation.request().path("schema"));
            walkObjects(operation.id(), tables, request, "request", Side.REQUEST);
        }

        private void walkResponses(Operation operation, Facts of) {
            String id = operation.id();
            Set<String> statuses = new LinkedHashSet<>(of.statuses());
            statuses.addAll(operation.statuses());
            of.statuses().forEach(status -> row(Category.STATUS_CODE, id, "status." + status));
            for (String status : statuses) {
                boolean documented = of.statuses().contains(status);
                if (documented != operation.statuses().contains(status)) {
                    present(id, "status." + status, documented);
                }
            }
            Objects response = new Objects(id, "response");
            if (of.response().isPresent()) {
                response.isBody(
                        id,
                        of.response(),
                        operation.response(of.successStatus()).path("schema"));
                walkObjects(id, of.response(), response, "response." + of.successStatus(), Side.SUCCESS);
            } else if (operation.hasBody(of.successStatus())) {
                findings.add(id + " answers " + of.successStatus() + " with a body that is not documented");
            }
            Objects error = new Objects("all", "error");
            for (String status : of.errorStatuses()) {
                error.isBody(id, of.errors(), operation.response(status).path("schema"));
                walkObjects(id, of.errors(), error, "response." + status, Side.ERROR);
            }
            response.everyNameIsUsed(of.response());
            if (of.request().isPresent()) {
                new Objects(id, "request").everyNameIsUsed(of.request());
            }
        }

        private void walkObjects(String operation, Tables tables, Objects names, String prefix, Side side) {
            tables.objects().properties().forEach(object -> {
                Category category = object.getKey().equals(tables.body()) ? side.body : side.object;
                JsonNode schema = spec.schema(spec.component(names.schema(object.getKey())));
                if (schema.isMissingNode()) {
                    findings.add("the contract has no schema for the documents' object " + object.getKey());
                    object.getValue().forEach(row -> {
                        String at = prefix + "." + object.getKey() + "."
                                + row.path("name").asText();
                        row(category, operation, at);
                        lost.add(new Row(operation, at));
                    });
                    return;
                }
                Set<String> documented = new HashSet<>();
                for (JsonNode row : object.getValue()) {
                    String field = row.path("name").asText();
                    documented.add(field);
                    String at = prefix + "." + object.getKey() + "." + field;
                    row(category, operation, at);
                    JsonNode property = schema.path("properties").path(field);
                    if (property.isMissingNode()) {
                        present(operation, at, true);
                        continue;
                    }
                    boolean required = isRequired(schema, field);
                    compare(
                            operation,
                            at,
                            Attributes.documented(row, names::schema),
                            Attributes.of(
                                    spec,
                                    property,
                                    side == Side.REQUEST
                                            ? BooleanNode.valueOf(required)
                                            : Attributes.requiredOrUnsaid(required)));
                }
                schema.path("properties").fieldNames().forEachRemaining(field -> {
                    if (!documented.contains(field)) {
                        present(operation, prefix + "." + object.getKey() + "." + field, false);
                    }
                });
            });
        }

        private static boolean isRequired(JsonNode schema, String field) {
            for (JsonNode name : schema.path("required")) {
                if (name.asText().equals(field)) {
                    return true;
                }
            }
            return false;
        }

        private void compare(String operation, String at, Attributes documented, Attributes inSpec) {
            for (String attribute : Attributes.NAMES) {
                if (!Attributes.same(documented.get(attribute), inSpec.get(attribute))) {
                    deviations.put(
                            new Deviation(operation, at, attribute),
                            new Values(documented.get(attribute), inSpec.get(attribute)));
                }
            }
        }

        private void present(String operation, String at, boolean documented) {
            deviations.put(
                    new Deviation(operation, at, "present"),
                    new Values(BooleanNode.valueOf(documented), BooleanNode.valueOf(!documented)));
        }

        private void same(String operation, String what, String documented, String inSpec) {
            if (!documented.equals(inSpec)) {
                findings.add(
                        operation + ": " + what + " is documented as " + documented + ", the contract says " + inSpec);
            }
        }

        /** Comes to a documented row. */
        private void row(Category category, String operation, String at) {
            counted.merge(category, 1, Integer::sum);
            rows.computeIfAbsent(operation, id -> new ArrayList<>()).add(new Row(operation, at));
        }

        private void count(String name, Facts of) {
            int total = 0;
            for (Map.Entry<Category, Integer> expected : of.counts().entrySet()) {
                int walked = counted.getOrDefault(expected.getKey(), 0);
                total += walked;
                same(
                        name,
                        "the number of rows, " + expected.getKey().key() + ",",
                        expected.getValue() + "",
                        walked + "");
            }
            same(name, "the number of all rows", of.total() + "", total + "");
        }

        /** Both ways: every deviation is listed once, every listed one occurs; answers those that are listed. */
        private Set<Deviation> compareWithErrata() {
            Map<Deviation, String> listed = new HashMap<>();
            for (Erratum erratum : Errata.of(spec)) {
                for (FactDeviation fact : erratum.facts()) {
                    expand(fact).forEach(deviation -> {
                        String other = listed.putIfAbsent(deviation, erratum.id());
                        if (other != null) {
                            findings.add(deviation + " is listed by " + other + " and again by " + erratum.id());
                        }
                        Values values = deviations.get(deviation);
                        if (values == null) {
                            findings.add(erratum.id() + " lists " + deviation + ", which is no deviation");
                        } else if (!same(fact, values)) {
                            findings.add(erratum.id() + " lists " + deviation + " as " + fact.documented() + " against "
                                    + fact.spec() + ", but it is " + values.documented() + " against " + values.spec());
                        }
                    });
                }
            }
            deviations.forEach((deviation, values) -> {
                if (!listed.containsKey(deviation)) {
                    findings.add(deviation + " is documented as " + values.documented() + ", the contract says "
                            + values.spec() + ", and no erratum lists it");
                }
            });
            listed.keySet().retainAll(deviations.keySet());
            return listed.keySet();
        }

        private static boolean same(FactDeviation fact, Values values) {
            return Attributes.same(orNull(fact.documented()), values.documented())
                    && Attributes.same(orNull(fact.spec()), values.spec());
        }

        private static JsonNode orNull(JsonNode node) {
            return node.isMissingNode() ? NullNode.getInstance() : node;
        }

        /** {@code operation: all} at {@code response.*} stands for every error row. */
        private List<Deviation> expand(FactDeviation fact) {
            if (!fact.operation().equals("all")) {
                return List.of(new Deviation(fact.operation(), fact.at(), fact.attribute()));
            }
            List<Deviation> expanded = new ArrayList<>();
            // An operation that the contract lacks is a finding by itself.
            facts.forEach((operation, of) -> of.errorStatuses().stream()
                    .filter(status -> rows.containsKey(operation))
                    .forEach(status -> expanded.add(new Deviation(
                            operation, fact.at().replace("response.*", "response." + status), fact.attribute()))));
            return expanded;
        }

        /** The schemas that stand for the documented objects of one side of an operation. */
        private final class Objects {
            private final JsonNode names;
            private final String side;

            Objects(String group, String side) {
                this.names = objects.path(group).path(side);
                this.side = side;
            }

            String schema(String object) {
                if (!names.has(object) && mapped.add(side + object)) {
                    findings.add("facts/objects.yaml has no schema for " + side + " object " + object);
                }
                return names.path(object).asText("none");
            }

            void isBody(String operation, Tables tables, JsonNode schema) {
                String expected = schema(tables.body());
                String actual = spec.schemaName(schema).orElse("none");
                if (!expected.equals(actual)) {
                    findings.add(operation + ": the " + side + " body is documented as " + tables.body() + " ("
                            + expected + "), the contract says " + actual);
                }
            }

            void everyNameIsUsed(Tables tables) {
                names.fieldNames().forEachRemaining(object -> {
                    if (!tables.objects().has(object)) {
                        findings.add("facts/objects.yaml names the object " + object + ", which the facts do not have");
                    }
                });
            }
        }
    }
}
