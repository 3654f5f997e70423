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
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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
    private record Deviation(Row row, String attribute) {
        @Override
        public String toString() {
            return row + " " + attribute;
        }
    }

    private record Values(JsonNode documented, JsonNode spec) {}

    /** One row, or a parameter or property that only the contract has. */
    private record Row(String edition, String operation, String at) {
        @Override
        public String toString() {
            return (edition.equals(Erratum.FOUNDING_EDITION) ? "" : edition + " ") + operation + " " + at;
        }
    }

    /** What became of documented rows: the contract's as well, under an erratum, superseded by a later edition. */
    private record Tally(int rows, int equal, int underErratum, int superseded) {
        static final Tally NONE = new Tally(0, 0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(
                    rows + other.rows,
                    equal + other.equal,
                    underErratum + other.underErratum,
                    superseded + other.superseded);
        }

        @Override
        public String toString() {
            int open = rows - equal - underErratum - superseded;
            return String.format(
                            "%4d documented rows = %4d equal + %3d under errata + %3d superseded",
                            rows, equal, underErratum, superseded)
                    + (open == 0 ? "" : " + " + open + " that deviate");
        }
    }

    /** A parameter or property of the contract, and what is required of it. */
    private record Place(JsonNode node, JsonNode schema, JsonNode required, UnaryOperator<String> schemaName) {}

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
        private final Map<String, List<Edition.Row>> later = new HashMap<>();
        private final Since since;
        private final Set<Row> lost = new HashSet<>();
        private final List<String> findings = new ArrayList<>();

        /** The operation that is being walked, and the edition of its file. */
        private Map<Category, Integer> counted = Map.of();

        private String edition = Erratum.FOUNDING_EDITION;

        private Set<String> mapped = Set.of();

        Walk(SpecFolder spec) {
            this.spec = spec;
            this.objects = Facts.objects(spec);
            this.facts = Facts.of(spec);
            this.since = new Since(spec);
            Edition.of(spec)
                    .forEach(each -> each.rows()
                            .forEach((operation, of) -> later.computeIfAbsent(operation, id -> new ArrayList<>())
                                    .addAll(of)));
        }

        Result result() {
            Set<String> operations = new TreeSet<>();
            spec.operations().forEach(operation -> operations.add(operation.id()));
            operations.stream()
                    .filter(id -> !facts.containsKey(id))
                    .forEach(id -> findings.add(id + " has no file in facts/"));
            facts.forEach(this::walk);
            later.keySet().stream()
                    .filter(operation -> !operations.contains(operation))
                    .forEach(operation -> findings.add("facts/editions has rows of " + operation + ", which is none"));
            findings.addAll(since.findings());
            findings.addAll(Evidence.findings(spec));
            objects.fieldNames().forEachRemaining(id -> {
                if (!id.equals("all") && !facts.containsKey(id)) {
                    findings.add("facts/objects.yaml names " + id + ", which has no file in facts/");
                }
            });
            Map<String, Integer> cases = new HashMap<>();
            rows.forEach((operation, documented) -> cases.put(operation, documented.size()));
            return new Result(summary(compareWithErrata()), findings, cases);
        }

        /** One line per operation, one per edition, and one of all. */
        private String summary(Map<Deviation, Erratum> listed) {
            Set<Row> deviating = new HashSet<>(lost);
            deviations.keySet().forEach(each -> deviating.add(each.row()));
            Set<Row> open = new HashSet<>(lost);
            deviations.keySet().stream()
                    .filter(each -> !listed.containsKey(each))
                    .forEach(each -> open.add(each.row()));
            Set<Row> superseded = new HashSet<>();
            listed.forEach((deviation, erratum) -> {
                if (erratum.isOfEdition() && deviation.row().edition().equals(Erratum.FOUNDING_EDITION)) {
                    superseded.add(deviation.row());
                }
            });
            StringBuilder summary = new StringBuilder();
            Map<String, Tally> byEdition = new TreeMap<>();
            rows.forEach((operation, documented) -> {
                Tally sum = Tally.NONE;
                for (Row row : documented) {
                    boolean equal = !deviating.contains(row);
                    boolean old = !open.contains(row) && superseded.contains(row);
                    boolean erratum = !equal && !open.contains(row) && !old;
                    Tally one = new Tally(1, equal ? 1 : 0, erratum ? 1 : 0, old ? 1 : 0);
                    sum = sum.plus(one);
                    byEdition.merge(row.edition(), one, Tally::plus);
                }
                summary.append(String.format("Transcription: %-37s %s%n", operation, sum));
            });
            byEdition.forEach((each, tally) ->
                    summary.append(String.format("Transcription: %-37s %s%n", "edition " + each, tally)));
            Set<Row> added = new HashSet<>(deviating);
            rows.values().forEach(added::removeAll);
            Tally all = byEdition.values().stream().reduce(Tally.NONE, Tally::plus);
            return summary.append(String.format("Transcription: %-37s %s", rows.size() + " operations", all))
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
            edition = of.edition();
            since.operation(operation, of.edition());
            same(name, "the method", of.method(), operation.method());
            same(name, "the path", of.path(), operation.path());
            ascending(name, of.statuses());
            ascending(name, of.errorStatuses());
            walkParameters(operation, of);
            walkRequest(operation, of);
            walkResponses(operation, of);
            count(name, of);
            later.getOrDefault(name, List.of()).forEach(row -> walkLater(operation, row));
        }

        /** What a later edition says of a place: all of it where none was, else what it states. */
        private void walkLater(Operation operation, Edition.Row row) {
            String id = operation.id();
            Row own = new Row(row.edition().name(), id, row.at());
            boolean isKnown = rows.getOrDefault(id, List.of()).contains(new Row(of(id).edition(), id, row.at()));
            rows.computeIfAbsent(id, key -> new ArrayList<>()).add(own);
            Place place = place(operation, row.at());
            checkEvidence(own, row, place != null && !isKnown);
            if (row.isPresent() != (place != null)) {
                present(own, row.isPresent());
            } else if (place != null) {
                Attributes inSpec = Attributes.of(spec, place.schema(), place.required());
                List<String> stated = Attributes.NAMES.stream()
                        .filter(each -> !isKnown || row.node().has(each))
                        .toList();
                compare(own, Attributes.documented(row.node(), place.schemaName()), inSpec, stated);
            }
            if (place != null && row.isPresent()) {
                since.known(
                        key(operation, row.at()),
                        place.node(),
                        row.edition().name(),
                        row.node().path("from"));
            }
        }

        /** So that one is found, and none stands there twice. */
        private void ascending(String operation, List<String> statuses) {
            if (!List.copyOf(new TreeSet<>(statuses)).equals(statuses)) {
                findings.add(operation + " lists its statuses in another order than ascending: " + statuses);
            }
        }

        private Facts of(String operation) {
            return Objects.requireNonNull(facts.get(operation), operation);
        }

        /** Each row says what it rests on; what is only inferred is no part of the contract. */
        private void checkEvidence(Row own, Edition.Row row, boolean isNew) {
            String mark = row.node().path("mark").asText();
            JsonNode from = row.node().path("from");
            if (!List.of("A", "B", "C").contains(mark) || from.isEmpty()) {
                findings.add(own + " says not what it rests on");
            }
            String told = Evidence.mark(row);
            if (!mark.equals(told)) {
                findings.add(own + " has the mark " + mark + ", but what it rests on makes it " + told
                        + ": mend one of them, or say in Evidence why it is less sure");
            }
            if (isNew && mark.equals("C")) {
                findings.add(own + " is only inferred, but the contract has it");
            }
            from.forEach(source -> {
                String name = source.asText();
                if (!Since.isPage(name) && !row.edition().hasSource(Since.source(name))) {
                    findings.add(own + " rests on " + name + ", which the edition does not explain");
                }
            });
        }

        /** What the contract has at a place, as rows name it; null when it has nothing there. */
        private @Nullable Place place(Operation operation, String at) {
            List<String> parts = List.of(at.split("\\."));
            String name = parts.get(parts.size() - 1);
            String in = parts.get(0);
            if (!in.equals("request") && !in.equals("response")) {
                return operation
                        .parameter(in, name)
                        .map(parameter -> new Place(
                                parameter,
                                parameter.path("schema"),
                                BooleanNode.valueOf(parameter.path("required").asBoolean()),
                                each -> each))
                        .orElse(null);
            }
            ObjectNames names = new ObjectNames(operation.id(), in);
            JsonNode schema = spec.schema(spec.component(names.schema(parts.get(parts.size() - 2))));
            JsonNode property = schema.path("properties").path(name);
            boolean required = isRequired(schema, name);
            return property.isMissingNode()
                    ? null
                    : new Place(
                            property,
                            property,
                            in.equals("request")
                                    ? BooleanNode.valueOf(required)
                                    : Attributes.requiredOrUnsaid(required),
                            names::schema);
        }

        /** The same for every row that speaks of one parameter or property. */
        private String key(Operation operation, String at) {
            List<String> parts = List.of(at.split("\\."));
            String name = parts.get(parts.size() - 1);
            String in = parts.get(0);
            return in.equals("request") || in.equals("response")
                    ? new ObjectNames(operation.id(), in).schema(parts.get(parts.size() - 2)) + "." + name
                    : operation.id() + " " + at;
        }

        /** Whether a later edition has a row for a place that the tables of its operation have not. */
        private boolean isDocumentedLater(String operation, String at) {
            return later.getOrDefault(operation, List.of()).stream()
                    .anyMatch(row -> row.at().equals(at) && row.isPresent());
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
                                parameter -> {
                                    since.old(key(operation, at), parameter, edition);
                                    compare(
                                            own(operation.id(), at),
                                            Attributes.documented(row, object -> object),
                                            Attributes.of(
                                                    spec,
                                                    parameter.path("schema"),
                                                    BooleanNode.valueOf(parameter
                                                            .path("required")
                                                            .asBoolean())),
                                            Attributes.NAMES);
                                },
                                () -> walkWithoutParameter(operation, row, at));
            }
            operation.credentials().keySet().stream()
                    .map(header -> "header." + header)
                    .filter(at -> !documented.contains(at))
                    .forEach(at -> present(own(operation.id(), at), false));
            for (JsonNode parameter : operation.parameters()) {
                String at = parameter.path("in").asText() + "."
                        + parameter.path("name").asText();
                if (!documented.contains(at) && !isDocumentedLater(operation.id(), at)) {
                    present(own(operation.id(), at), false);
                }
            }
        }

        /**
         * A header that a security scheme asks for, or a row that the contract lacks; the errata name all that it
         * states.
         */
        private void walkWithoutParameter(Operation operation, JsonNode row, String at) {
            Row own = own(operation.id(), at);
            Boolean demanded = operation.credentials().get(at.replaceFirst("^header\\.", ""));
            if (demanded == null) {
                present(own, true);
            }
            Attributes inSpec = demanded == null ? Attributes.NONE : Attributes.ofHeader(demanded);
            compare(own, Attributes.documented(row, object -> object), inSpec, Attributes.NAMES);
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
                    of.isRequestRequired() + "",
                    operation.requestBody().path("required").asBoolean() + "");
            ObjectNames request = new ObjectNames(operation.id(), "request");
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
                    present(own(id, "status." + status), documented);
                }
            }
            ObjectNames response = new ObjectNames(id, "response");
            if (of.response().isPresent()) {
                response.isBody(
                        id,
                        of.response(),
                        operation.response(of.successStatus()).path("schema"));
                walkObjects(id, of.response(), response, "response." + of.successStatus(), Side.SUCCESS);
            } else if (operation.hasBody(of.successStatus())) {
                findings.add(id + " answers " + of.successStatus() + " with a body that is not documented");
            }
            ObjectNames error = new ObjectNames("all", "error");
            for (String status : of.errorStatuses()) {
                // The documents have the first of the shapes that the contract admits.
                error.isBody(
                        id,
                        of.errors(),
                        spec.resolve(operation.response(status).path("schema")).at("/anyOf/0"));
                walkObjects(id, of.errors(), error, "response." + status, Side.ERROR);
            }
            response.everyNameIsUsed(of.response());
            if (of.request().isPresent()) {
                new ObjectNames(id, "request").everyNameIsUsed(of.request());
            }
        }

        private void walkObjects(String operation, Tables tables, ObjectNames names, String prefix, Side side) {
            tables.objects().properties().forEach(object -> {
                Category category = object.getKey().equals(tables.body()) ? side.body : side.object;
                JsonNode schema = spec.schema(spec.component(names.schema(object.getKey())));
                if (schema.isMissingNode()) {
                    findings.add("the contract has no schema for the documents' object " + object.getKey());
                    object.getValue().forEach(row -> {
                        String at = prefix + "." + object.getKey() + "."
                                + row.path("name").asText();
                        row(category, operation, at);
                        lost.add(own(operation, at));
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
                        present(own(operation, at), true);
                        continue;
                    }
                    boolean required = isRequired(schema, field);
                    since.old(names.schema(object.getKey()) + "." + field, property, edition);
                    compare(
                            own(operation, at),
                            Attributes.documented(row, names::schema),
                            Attributes.of(
                                    spec,
                                    property,
                                    side == Side.REQUEST
                                            ? BooleanNode.valueOf(required)
                                            : Attributes.requiredOrUnsaid(required)),
                            Attributes.NAMES);
                }
                schema.path("properties").fieldNames().forEachRemaining(field -> {
                    String at = prefix + "." + object.getKey() + "." + field;
                    if (!documented.contains(field) && !isDocumentedLater(operation, at)) {
                        present(own(operation, at), false);
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

        private void compare(Row row, Attributes documented, Attributes inSpec, List<String> attributes) {
            for (String attribute : attributes) {
                if (!Attributes.same(documented.get(attribute), inSpec.get(attribute))) {
                    deviations.put(
                            new Deviation(row, attribute),
                            new Values(documented.get(attribute), inSpec.get(attribute)));
                }
            }
        }

        private void present(Row row, boolean documented) {
            deviations.put(
                    new Deviation(row, "present"),
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
            rows.computeIfAbsent(operation, id -> new ArrayList<>()).add(own(operation, at));
        }

        /** A row of the tables that are being walked. */
        private Row own(String operation, String at) {
            return new Row(edition, operation, at);
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
        private Map<Deviation, Erratum> compareWithErrata() {
            Map<Deviation, Erratum> listed = new HashMap<>();
            for (Erratum erratum : Errata.of(spec)) {
                for (FactDeviation fact : erratum.facts()) {
                    expand(fact).forEach(deviation -> {
                        Erratum other = listed.putIfAbsent(deviation, erratum);
                        if (other != null) {
                            findings.add(deviation + " is listed by " + other.id() + " and again by " + erratum.id());
                        }
                        if (erratum.isOfEdition() && !isSuperseded(deviation, fact)) {
                            findings.add(erratum.id() + " lists " + deviation
                                    + " as superseded, but no later edition says what the contract does");
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
            return listed;
        }

        /** Of a row of the founding edition: whether a later one says of its place what the contract does. */
        private boolean isSuperseded(Deviation deviation, FactDeviation fact) {
            Row row = deviation.row();
            return !row.edition().equals(Erratum.FOUNDING_EDITION)
                    || later.getOrDefault(row.operation(), List.of()).stream()
                            .filter(each -> each.at().equals(row.at()))
                            .anyMatch(each -> deviation.attribute().equals("present")
                                    ? each.isPresent() == fact.spec().asBoolean()
                                    : Attributes.same(
                                            Attributes.documented(
                                                            each.node(),
                                                            new ObjectNames(
                                                                    row.operation(),
                                                                    row.at().replaceFirst("\\..*", ""))::schema)
                                                    .get(deviation.attribute()),
                                            orNull(fact.spec())));
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
                return List.of(new Deviation(new Row(fact.edition(), fact.operation(), fact.at()), fact.attribute()));
            }
            List<Deviation> expanded = new ArrayList<>();
            // An operation that the contract lacks is a finding by itself.
            facts.forEach((operation, of) -> of.errorStatuses().stream()
                    .filter(status -> rows.containsKey(operation))
                    .forEach(status -> expanded.add(new Deviation(
                            new Row(fact.edition(), operation, fact.at().replace("response.*", "response." + status)),
                            fact.attribute()))));
            return expanded;
        }

        /** The schemas that stand for the documented objects of one side of an operation. */
        private final class ObjectNames {
            private final JsonNode names;
            private final String group;
            private final String side;

            ObjectNames(String group, String side) {
                this.names = objects.path(group).path(side);
                this.group = group;
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

            private boolean isNamedLater(String object) {
                return later.getOrDefault(group, List.of()).stream()
                        .anyMatch(row -> row.at().startsWith(side) && row.at().contains("." + object + "."));
            }

            void everyNameIsUsed(Tables tables) {
                names.fieldNames().forEachRemaining(object -> {
                    if (!tables.objects().has(object) && !isNamedLater(object)) {
                        findings.add("facts/objects.yaml names the object " + object + ", which the facts do not have");
                    }
                });
            }
        }
    }
}
