package io.github.vpcep.contract.transcription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.vpcep.contract.spec.Operation;
import io.github.vpcep.contract.spec.SpecFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What a set of facts of a newer edition changes, before anything of the contract is edited. */
final class EditionReport {
    private final SpecFolder spec;
    private final List<Line> lines = new ArrayList<>();

    private EditionReport(SpecFolder spec) {
        this.spec = spec;
    }

    /** Compares each row with the contract and with the row that was there before. */
    static List<Line> of(SpecFolder spec, Edition edition) {
        EditionReport report = new EditionReport(spec);
        edition.rows()
                .forEach((operation, rows) -> spec.operation(operation)
                        .ifPresentOrElse(
                                known -> rows.forEach(row -> report.compare(known, row)),
                                () -> report.lines.add(new Line(Kind.NEW, operation, "", "an operation"))));
        return report.lines;
    }

    /** What is to be done about a row. */
    enum Kind {
        /** The contract has nothing there. */
        NEW,
        /** The contract says something else. */
        CHANGED,
        /** The contract has what the edition has no more. */
        GONE,
        /** The rows of the edition before say something else, and the contract is already as the new one. */
        SUPERSEDED
    }

    /**
     * One difference.
     *
     * @param kind what is to be done about it
     * @param operation the operationId
     * @param at the row, empty for an operation
     * @param detail what was and what is
     */
    record Line(Kind kind, String operation, String at, String detail) {
        @Override
        public String toString() {
            return String.format("%-10s %s %s %s", kind.name().toLowerCase(Locale.ROOT), operation, at, detail);
        }
    }

    private void compare(Operation operation, Edition.Row row) {
        JsonNode place = place(operation, row.at());
        if (!row.isPresent()) {
            if (!place.isMissingNode()) {
                lines.add(new Line(Kind.GONE, operation.id(), row.at(), ""));
            }
            return;
        }
        if (place.isMissingNode()) {
            lines.add(new Line(Kind.NEW, operation.id(), row.at(), stated(row).toString()));
            return;
        }
        Attributes inSpec =
                Attributes.of(spec, place.has("schema") ? place.path("schema") : place, required(operation, row));
        Attributes now = documented(operation, row.at(), row.node());
        Optional<Attributes> before = before(operation, row.at());
        for (String attribute : stated(row)) {
            if (!Attributes.same(now.get(attribute), inSpec.get(attribute))) {
                add(Kind.CHANGED, operation, row, attribute, inSpec, now);
            } else if (before.isPresent() && !Attributes.same(before.get().get(attribute), now.get(attribute))) {
                add(Kind.SUPERSEDED, operation, row, attribute, before.get(), now);
            }
        }
    }

    private void add(Kind kind, Operation operation, Edition.Row row, String attribute, Attributes was, Attributes is) {
        lines.add(new Line(
                kind, operation.id(), row.at(), attribute + " " + was.get(attribute) + " → " + is.get(attribute)));
    }

    private static List<String> stated(Edition.Row row) {
        return Attributes.NAMES.stream().filter(row.node()::has).toList();
    }

    private JsonNode place(Operation operation, String at) {
        String name = at.substring(at.lastIndexOf('.') + 1);
        String in = at.substring(0, at.indexOf('.'));
        return isBody(in)
                ? schema(operation, at).path("properties").path(name)
                : operation.parameter(in, name).orElse(MissingNode.getInstance());
    }

    private JsonNode required(Operation operation, Edition.Row row) {
        String name = row.at().substring(row.at().lastIndexOf('.') + 1);
        if (!isBody(row.at().substring(0, row.at().indexOf('.')))) {
            return BooleanNode.valueOf(
                    place(operation, row.at()).path("required").asBoolean());
        }
        boolean required = StreamSupport.stream(
                        schema(operation, row.at()).path("required").spliterator(), false)
                .anyMatch(each -> each.asText().equals(name));
        return row.at().startsWith("request.") ? BooleanNode.valueOf(required) : Attributes.requiredOrUnsaid(required);
    }

    private static boolean isBody(String in) {
        return in.equals("request") || in.equals("response");
    }

    private JsonNode schema(Operation operation, String at) {
        return spec.schema(spec.component(schemaName(operation, at, object(at))));
    }

    private static String object(String at) {
        String holder = at.substring(0, at.lastIndexOf('.'));
        return holder.substring(holder.lastIndexOf('.') + 1);
    }

    private String schemaName(Operation operation, String at, String object) {
        return Facts.objects(spec)
                .path(operation.id())
                .path(at.substring(0, at.indexOf('.')))
                .path(object)
                .asText("none");
    }

    private Attributes documented(Operation operation, String at, JsonNode row) {
        return Attributes.documented(row, object -> schemaName(operation, at, object));
    }

    /** What the tables of the operation say of the place. */
    private Optional<Attributes> before(Operation operation, String at) {
        Facts facts = Facts.of(spec).get(operation.id());
        if (facts == null) {
            return Optional.empty();
        }
        String name = at.substring(at.lastIndexOf('.') + 1);
        String in = at.substring(0, at.indexOf('.'));
        JsonNode rows = isBody(in)
                ? (in.equals("request") ? facts.request() : facts.response())
                        .objects()
                        .path(object(at))
                : facts.parameters();
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.path("name").asText().equals(name)
                        && row.path("in").asText(in).equals(in))
                .findFirst()
                .map(row -> documented(operation, at, row));
    }
}
