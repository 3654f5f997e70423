package io.github.vpcep.contract.conduct;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.contract.spec.Operation;
import io.github.vpcep.contract.spec.SpecFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which calls Java has, where they are more or less than the operations and their bodies: decided by hand. */
final class JavaCalls {
    /** What a call takes and gives otherwise than its operation. */
    private static final Map<String, String> CALLS = Map.of(
            "ListServiceDescribeDetails.describeByName", "by name",
            "ListServiceDescribeDetails.describe", "by id",
            "ListResourceInstances.listResources", "in pages",
            "ListResourceInstances.countResources", "without limit, offset answers totalCount",
            "UpgradeEndpointService.rollBack", "without multiServerEnabled");

    /** Whose body is one thing, so that it is taken without a body around it. */
    private static final Set<String> FLAT = Set.of(
            "AcceptOrRejectEndpoint",
            "AddEndpointServiceServerResource",
            "AddOrRemoveServicePermissions",
            "BatchAddEndpointServicePermissions",
            "BatchAddOrRemoveResourceInstance",
            "BatchRemoveEndpointServicePermissions",
            "UpdateEndpointConnectionsDesc",
            "UpdateEndpointPolicy",
            "UpdateEndpointRoutetable",
            "UpdateEndpointServiceName",
            "UpdateEndpointServicePermissionDesc");

    /** Properties that Java takes in another form than the wire has them. */
    private static final Map<String, String> FORMS = Map.of(
            "ConnectionActionRequest.endpoints", "endpointId",
            "ResourceQuery.limit", "true",
            "ResourceQuery.offset", "true");

    private JavaCalls() {}

    static List<String> findings(SpecFolder spec) {
        List<String> findings = new ArrayList<>();
        Map<String, String> calls = new TreeMap<>();
        Set<String> flat = new TreeSet<>();
        for (Operation operation : spec.operations()) {
            JsonNode node = operation.node();
            if (node.has("x-java-flat-body")) {
                flat.add(operation.id());
            }
            for (JsonNode call : node.path("x-java-calls")) {
                String form = form(call);
                if (!form.isEmpty()) {
                    calls.put(operation.id() + "." + call.path("name").asText(), form);
                }
            }
            for (JsonNode wait : node.path("x-java-await")) {
                if (wait.has("failed") != wait.has("errors")) {
                    findings.add(operation.id() + " has a wait that can fail and tells no errors, or the reverse");
                }
            }
            boolean answers = operation.successStatuses().stream().anyMatch(operation::hasBody);
            if (node.has("x-done") && answers != node.path("x-done").has("answer")) {
                findings.add(operation.id() + " answers something, so x-done needs to say where that is found, or the"
                        + " reverse");
            }
        }
        decided(findings, "calls of another form", calls, new TreeMap<>(CALLS));
        decided(findings, "operations with a flat body", flat, new TreeSet<>(FLAT));
        Map<String, String> forms = new TreeMap<>();
        for (String file : spec.files("schemas")) {
            spec.file(file).path("properties").properties().forEach(property -> {
                JsonNode form = property.getValue().has("x-java-digits")
                        ? property.getValue().get("x-java-digits")
                        : property.getValue().path("x-java-single");
                if (!form.isMissingNode()) {
                    forms.put(file.replaceAll("schemas/|yaml$", "") + property.getKey(), form.asText());
                }
            });
        }
        decided(findings, "properties of another form", forms, new TreeMap<>(FORMS));
        return findings;
    }

    private static String form(JsonNode call) {
        StringBuilder form = new StringBuilder();
        if (call.has("parameter")) {
            form.append(" by ").append(call.get("parameter").asText());
        }
        if (call.has("without")) {
            List<String> without = new ArrayList<>();
            call.get("without").forEach(each -> without.add(each.asText()));
            form.append(" without ").append(String.join(", ", without));
        }
        if (call.has("answer")) {
            form.append(" answers ").append(call.get("answer").asText());
        }
        return form.append(call.path("page").asBoolean() ? " in pages" : "")
                .toString()
                .strip();
    }

    private static void decided(List<String> findings, String what, Object found, Object decided) {
        if (!found.equals(decided)) {
            findings.add("the " + what + " are " + found + ", decided was " + decided);
        }
    }
}
