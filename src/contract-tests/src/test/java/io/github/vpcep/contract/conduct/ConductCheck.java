package io.github.vpcep.contract.conduct;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.contract.conduct.Conduct.Wait;
import io.github.vpcep.contract.spec.Check;
import io.github.vpcep.contract.spec.Operation;
import io.github.vpcep.contract.spec.SpecFolder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The contract says of each operation's conduct what was decided. */
public final class ConductCheck implements Check {
    @Override
    public String name() {
        return "Conduct";
    }

    @Override
    public Result run(SpecFolder spec) {
        List<String> findings = new ArrayList<>();
        are(
                findings,
                spec,
                "sent again although it is a POST",
                Conduct.ONLY_ASK,
                each -> each.node().has("x-idempotent"));
        are(
                findings,
                spec,
                "open to everybody",
                Conduct.OPEN,
                each -> each.security().isEmpty());
        are(
                findings,
                spec,
                "deprecated",
                Conduct.DEPRECATED,
                each -> each.node().path("deprecated").asBoolean());
        are(
                findings,
                spec,
                "done when refused",
                Conduct.DONE.keySet(),
                each -> each.node().has("x-done"));
        Map<String, String> intentions = new TreeMap<>();
        Set<String> waits = new TreeSet<>();
        for (Operation operation : spec.operations()) {
            List<String> codes = texts(operation.node().path("x-done").path("codes"));
            if (!codes.equals(Conduct.DONE.getOrDefault(operation.id(), codes))) {
                findings.add(operation.id() + " is done when refused with " + codes);
            }
            operation.node().path("x-java-calls").forEach(each -> {
                List<String> values = new ArrayList<>();
                each.path("with").forEach(constant -> {
                    String value = constant.asText();
                    values.add(value(spec.component(value.substring(0, value.indexOf('.'))), value));
                });
                if (!values.isEmpty()) {
                    intentions.put(operation.id() + "." + each.path("name").asText(), String.join(", ", values));
                }
            });
            page(operation, findings);
            for (JsonNode each : operation.node().path("x-java-await")) {
                String name = operation.id() + "." + each.path("name").asText();
                waits.add(name);
                Optional<Wait> decided = Conduct.WAITS.stream()
                        .filter(wait -> wait.toString().equals(name))
                        .findFirst();
                if (decided.isEmpty()) {
                    findings.add("the wait " + name + " was not decided on");
                } else {
                    wait(spec, decided.get(), each, findings);
                }
            }
        }
        if (!intentions.equals(new TreeMap<>(Conduct.INTENTIONS))) {
            findings.add("the intentions are " + intentions + ", decided were " + Conduct.INTENTIONS);
        }
        Conduct.WAITS.stream()
                .map(Wait::toString)
                .filter(name -> !waits.contains(name))
                .forEach(name -> findings.add("the wait " + name + " is missing"));
        findings.addAll(JavaCalls.findings(spec));
        return new Result(
                "Conduct: " + spec.operations().size() + " operations, " + Conduct.WAITS.size() + " waits", findings);
    }

    private static void are(
            List<String> findings, SpecFolder spec, String what, Set<String> decided, Predicate<Operation> is) {
        Set<String> found = new TreeSet<>();
        spec.operations().stream().filter(is).map(Operation::id).forEach(found::add);
        if (!found.equals(decided)) {
            findings.add(what + " are " + found + ", decided was " + new TreeSet<>(decided));
        }
    }

    /** A list that is counted comes in pages, in an order in which what is created meanwhile comes last. */
    private static void page(Operation operation, List<String> findings) {
        List<String> sent = new ArrayList<>();
        operation
                .parameters()
                .forEach(parameter -> sent.add(parameter.path("name").asText()));
        operation
                .spec()
                .schema(operation.request().path("schema"))
                .path("properties")
                .fieldNames()
                .forEachRemaining(sent::add);
        JsonNode page = operation.node().path("x-java-page");
        if (page.isMissingNode() == sent.contains("offset")) {
            findings.add(operation.id() + " has pages, or an offset, but not both");
        }
        int size = Conduct.PAGE_SIZES.getOrDefault(operation.id(), Conduct.PAGE_SIZE);
        if (page.has("pageSize") && page.get("pageSize").asInt() != size) {
            findings.add(operation.id() + " asks for pages of " + page.get("pageSize") + ", decided was " + size);
        }
        List<String> order = new ArrayList<>();
        page.path("order")
                .forEach(each -> order.add(
                        each.path("name").asText() + " " + each.path("value").asText()));
        List<String> decided = sent.contains("sort_key") && !page.isMissingNode()
                ? List.of("sortKey SortKey.CREATED_AT", "sortDirection SortDirection.ASCENDING")
                : List.of();
        if (!order.equals(decided)) {
            findings.add(operation.id() + " is paged through in the order " + order + ", decided was " + decided);
        }
    }

    private static void wait(SpecFolder spec, Wait decided, JsonNode wait, List<String> findings) {
        JsonNode states = spec.component(decided.states());
        Set<String> failed = new HashSet<>();
        wait.path("failed").forEach(each -> failed.add(value(states, each.asText())));
        if (!failed.equals(decided.failed())) {
            findings.add(decided + " fails in " + failed + ", decided was " + decided.failed());
        }
        String until = wait.path("gone").asBoolean()
                ? Wait.GONE
                : wait.has("until") ? value(states, wait.path("until").asText()) : null;
        if (!String.valueOf(until).equals(String.valueOf(decided.until()))) {
            findings.add(decided + " waits for " + until + ", decided was " + decided.until());
        }
        Set<String> known = new HashSet<>(decided.failed());
        known.addAll(decided.goesOn());
        if (until != null && !until.equals(Wait.GONE)) {
            known.add(until);
        }
        if (!known.equals(new HashSet<>(texts(states.path("enum"))))) {
            findings.add(decided + " was decided on for " + known + ", not for " + states.path("enum"));
        }
    }

    /** The text on the wire of what stands in the contract as a Java constant. */
    private static String value(JsonNode states, String constant) {
        int place = texts(states.path("x-enum-varnames")).indexOf(constant.substring(constant.indexOf('.') + 1));
        return place < 0 ? constant : states.path("enum").path(place).asText();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
