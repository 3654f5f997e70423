package io.github.vpcep.contract.examples;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.contract.spec.Operation;
import io.github.vpcep.contract.spec.SpecFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** An example of an answer shows all that the documents say of it, for readers take it for the whole. */
final class Whole {
    private static final Predicate<JsonNode> OF_A_GATEWAY =
            value -> value.path("service_type").asText().equals("gateway");

    private static final Predicate<JsonNode> OF_AN_INTERFACE = OF_A_GATEWAY.negate();

    private static final Predicate<JsonNode> OF_A_SERVICE = value -> value.has("server_type");

    /** Of what a field is no part. */
    private static final Map<String, Predicate<JsonNode>> NOT = Map.ofEntries(
            Map.entry("error", value -> !value.path("status").asText().equals("failed")),
            Map.entry("policy_statement", OF_AN_INTERFACE),
            Map.entry("routetables", OF_AN_INTERFACE),
            Map.entry("subnet_id", OF_A_GATEWAY),
            Map.entry("whitelist", OF_A_GATEWAY),
            Map.entry("enable_whitelist", OF_A_GATEWAY),
            // Names are given to who wants them; what is being created, or failed, has no address yet.
            Map.entry(
                    "dns_names",
                    OF_A_GATEWAY.or(value -> !value.path("enable_dns").asBoolean())),
            Map.entry(
                    "ip",
                    OF_A_GATEWAY
                            .or(OF_A_SERVICE)
                            .or(value -> !value.path("status").asText().equals("accepted"))),
            Map.entry(
                    "vip_port_id", value -> !value.path("server_type").asText().equals("VIP")),
            // Of IPv6.
            Map.entry(
                    "snat_network_id",
                    value -> !value.path("ip_version").asText("ipv4").equals("ipv6")),
            Map.entry("ipv6_address", value -> !value.has("ip_version")),
            Map.entry("ip_version", OF_A_SERVICE.negate().and(value -> !value.has("ipv6_address"))),
            // Optional parts of a statement, which a policy of one statement needs not.
            Map.entry("Condition", value -> true),
            Map.entry("Sid", value -> true));

    /** Fields that some have and some have not, by no rule that is documented: which examples show them, of what. */
    private static final Map<String, Set<String>> ONLY_OF = Map.of(
            "public_border_group", Set.of("ListEndpoints orders 7a1f1b62", "ListEndpointService orders f0c5a8de"),
            "policy_document", Set.of("CreateEndpoint ipv6 b8e4c1d2", "UpdateEndpointPolicy policyDocument b8e4c1d2"),
            "endpoint_pool_id",
                    Set.of(
                            "ListEndpoints orders 7a1f1b62",
                            "ListEndpoints orders 0f6e3b1a",
                            "UpdateEndpointPolicy invoices 0f6e3b1a",
                            "DeleteEndpointPolicy invoices 0f6e3b1a"));

    private static final Set<String> LEFT_OUT = Set.of(
            // It is gone, and the call answers so.
            "DeleteEndpointPolicy invoices 0f6e3b1a policy_statement",
            // Counting answers a number.
            "ListResourceInstances count resources",
            // Of an endpoint that is being created.
            "CreateEndpoint ipv6 b8e4c1d2 specification_name",
            "CreateEndpoint ipv6 b8e4c1d2 enable_status");

    private final SpecFolder spec;
    private final Map<String, Map<String, Set<String>>> later = new HashMap<>();
    private final List<String> findings = new ArrayList<>();
    private final Map<String, Set<String>> unused = new TreeMap<>();

    private Whole(SpecFolder spec) {
        this.spec = spec;
        ONLY_OF.forEach((field, of) -> unused.put(field, new LinkedHashSet<>(of)));
        for (String file : spec.files("facts/editions")) {
            for (JsonNode row : spec.file(file).path("rows")) {
                String[] at = row.path("at").asText().split("\\.", -1);
                if (at.length == 4
                        && at[0].equals("response")
                        && row.path("present").asBoolean(true)
                        && !row.path("mark").asText().equals("C")) {
                    later.computeIfAbsent(row.path("operation").asText(), each -> new HashMap<>())
                            .computeIfAbsent(at[2], each -> new LinkedHashSet<>())
                            .add(at[3]);
                }
            }
        }
    }

    static List<String> findings(SpecFolder spec) {
        Whole whole = new Whole(spec);
        spec.operations().forEach(whole::look);
        whole.unused.forEach((field, of) -> of.forEach(each -> whole.findings.add(
                "nothing shows the " + field + " of " + each + " any more: take it out of ONLY_OF")));
        return whole.findings;
    }

    private void look(Operation operation) {
        String file = "facts/" + operation.id() + ".yaml";
        JsonNode response = spec.hasFile(file)
                ? spec.file(file).path("response")
                : spec.file("openapi.yaml").path("");
        operation
                .successStatuses()
                .forEach(status -> operation
                        .response(status)
                        .path("examples")
                        .properties()
                        .forEach(example -> look(
                                operation.id(),
                                operation.id() + " " + example.getKey(),
                                response.path("objects"),
                                response.path("body").asText(),
                                spec.resolve(example.getValue()).path("value"))));
    }

    private void look(String operation, String where, JsonNode objects, String object, JsonNode value) {
        if (value.isArray()) {
            value.forEach(each -> look(operation, where, objects, object, each));
        }
        if (!value.isObject()) {
            return;
        }
        String at = value.has("id") ? where + " " + value.get("id").asText().replaceFirst("-.*", "") : where;
        Set<String> fields = new LinkedHashSet<>();
        for (JsonNode row : objects.path(object)) {
            String field = row.path("name").asText();
            fields.add(field);
            String of = objects.has(row.path("items").asText())
                    ? row.path("items").asText()
                    : row.path("object").asText(row.path("type").asText());
            if (value.has(field) && objects.has(of)) {
                look(operation, at, objects, of, value.get(field));
            }
        }
        fields.addAll(later.getOrDefault(operation, Map.of()).getOrDefault(object, Set.of()));
        for (String field : fields) {
            Set<String> owners = ONLY_OF.getOrDefault(field, Set.of());
            boolean isMeant =
                    owners.isEmpty() ? !NOT.getOrDefault(field, each -> false).test(value) : owners.contains(at);
            if (value.has(field)) {
                unused.getOrDefault(field, new LinkedHashSet<>()).remove(at);
            } else if (isMeant && !LEFT_OUT.contains(at + " " + field)) {
                findings.add(at + " does not show the documented " + field
                        + ": show it, or say in NOT of what it is no part");
            }
        }
    }
}
