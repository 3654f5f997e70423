package io.github.vpcep.contract.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.contract.spec.SpecFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One thing has one Java name: what is called so on the wire is called so in Java wherever it is. */
final class JavaNames {
    private static final String JAVA_NAME = "x-java-name";

    private static final Map<String, String> OF = Map.ofEntries(
            // Two words that the wire writes as one, or in another order, or a letter case that Java has not.
            Map.entry("Action", "actions"),
            Map.entry("Condition", "condition"),
            Map.entry("Effect", "effect"),
            Map.entry("Resource", "resources"),
            Map.entry("Sid", "sid"),
            Map.entry("routetables", "routeTables"),
            Map.entry("enable_dns", "dnsEnabled"),
            Map.entry("enable_multi_server", "multiServerEnabled"),
            Map.entry("enable_policy", "policyEnabled"),
            Map.entry("enable_whitelist", "whitelistEnabled"),
            Map.entry("is_charge", "charged"),
            // Short for something.
            Map.entry("net_type", "networkType"),
            Map.entry("sort_dir", "sortDirection"),
            Map.entry("sys_tags", "systemTags"),
            Map.entry("updated", "updatedAt"),
            // A list.
            Map.entry("error", "errors"),
            Map.entry("policy_statement", "policyStatements"),
            // What it is of is said by the type or the call.
            Map.entry("endpoint_service_name", "name"),
            Map.entry("endpoint_services", "services"),
            Map.entry("error_code", "code"),
            Map.entry("error_message", "message"),
            Map.entry("error_msg", "message"),
            Map.entry("permission_type", "type"),
            Map.entry("port_ip", "ip"),
            Map.entry("resource_id", "id"),
            Map.entry("resource_name", "name"),
            Map.entry("service_name", "name"),
            Map.entry("service_type", "type"),
            Map.entry("vpc_endpoint_id", "endpointId"),
            Map.entry("vpc_endpoint_service_id", "endpointServiceId"),
            // Another word, for the wire's says something else.
            Map.entry("active_status", "accountStatuses"),
            Map.entry("server_resources", "backends"));

    /** Where the type or the call does not say it, so that the wire's name stays. */
    private static final Set<String> AS_ON_THE_WIRE = Set.of(
            "Backend.resource_id",
            "Endpoint.service_type",
            "Endpoint.endpoint_service_name",
            "EndpointServiceNameFilter.endpoint_service_name",
            "ErrorResponse.error",
            "ResourceId.resource_id");

    /** Where a name that is clear elsewhere is not. */
    private static final Map<String, String> AT = Map.of(
            "ConnectionActionRequest.endpoints", "endpointIds",
            "ConnectionDescription.id", "endpointId");

    private final List<String> findings = new ArrayList<>();
    private final Set<String> unused = new TreeSet<>(OF.keySet());

    private JavaNames() {}

    static List<String> findings(SpecFolder spec) {
        JavaNames names = new JavaNames();
        spec.files("parameters")
                .forEach(file -> names.look(
                        file,
                        spec.file(file).path("name").asText(),
                        spec.file(file).path(JAVA_NAME)));
        spec.files("schemas")
                .forEach(file -> spec.file(file)
                        .path("properties")
                        .properties()
                        .forEach(property -> names.look(
                                file, property.getKey(), property.getValue().path(JAVA_NAME))));
        names.unused.forEach(name -> names.findings.add("nothing is called " + name + ": take it out of JavaNames"));
        return names.findings;
    }

    private void look(String file, String name, JsonNode javaName) {
        String place = file.replaceFirst("^.*/", "").replaceFirst("yaml$", name);
        String expected = AT.getOrDefault(place, AS_ON_THE_WIRE.contains(place) ? "" : OF.getOrDefault(name, ""));
        unused.remove(name);
        if (!javaName.asText().equals(expected)) {
            findings.add(place + " has the " + JAVA_NAME + " <" + javaName.asText() + ">, but by JavaNames it is <"
                    + expected + ">: name it as elsewhere, or say there why not");
        }
    }
}
