package io.github.vpcep.contract.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.contract.spec.Check;
import io.github.vpcep.contract.spec.Lines;
import io.github.vpcep.contract.spec.Operation;
import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.runtime.contract.RuntimeVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The contract is one sound document: it resolves, its files are named and used, and its texts fit into Javadoc. */
public final class DocumentCheck implements Check {
    private static final List<String> FOLDERS = List.of("paths", "schemas", "parameters", "responses", "headers");

    /** What a documented row can state, and what holds schemas together. Anything else no fact would ever check. */
    private static final Set<String> KEYWORDS = Set.of(
            "$ref",
            "allOf",
            "anyOf",
            "default",
            "description",
            "enum",
            "format",
            "items",
            "maxItems",
            "maxLength",
            "maximum",
            "minItems",
            "minLength",
            "minimum",
            "pattern",
            "properties",
            "required",
            "type");

    private static final Set<String> PROSE = Set.of("description", "summary", "meaning");
    private static final List<String> NOT_IN_PROSE = List.of("*/", "<", ">", "&");
    private static final Set<String> ALTERNATIVES = Set.of("Token", "Signature");

    /** What may be asked without a token or signature. */
    private static final Set<String> OPEN = Set.of("ListVersionDetails", "ListSpecifiedVersionDetails");

    /** Beside the id of the request. */
    private static final Map<String, Set<String>> HEADERS =
            Map.of("405", Set.of("Allow"), "503", Set.of("Retry-After"));

    private static final String NO_CONTENT = "204";

    private static final String PAGES = "https://support.huaweicloud.com/intl/en-us/api-vpcep/";

    /** Pages that the vendor named before it named them by operations. */
    private static final Map<String, String> OLD_PAGES = Map.of(
            "AddOrRemoveServicePermissions", "vpcep_06_0209",
            "CreateEndpointService", "vpcep_06_0201",
            "ListEndpoints", "vpcep_06_0306",
            "ListServiceConnections", "vpcep_06_0206",
            "ListVersionDetails", "vpcep_06_0101");

    private static final List<String> REGIONS = Lines.of(DocumentCheck.class, "documented-regions.tsv");

    private static final String HOME = "https://github.com/vpcep";

    /** What every error answer is, of which shapes, and the property that holds the code. */
    private static final String ANY_ERROR = "AnyErrorResponse";

    private static final List<String> ERRORS = List.of("ErrorResponse", "GatewayErrorResponse");
    private static final String CODE = "ErrorDetail.code";

    @Override
    public String name() {
        return "Document";
    }

    @Override
    public Result run(SpecFolder spec) {
        Run run = new Run(spec);
        spec.messages().forEach(message -> run.findings.add("Swagger Parser says: " + message));
        run.files();
        run.components();
        run.operations();
        run.servers();
        run.findings.addAll(Keywords.findings(spec));
        run.findings.addAll(JavaNames.findings(spec));
        return run.result();
    }

    private static final class Run {
        private final SpecFolder spec;
        private final List<String> findings = new ArrayList<>();
        private int texts;
        private int schemas;

        Run(SpecFolder spec) {
            this.spec = spec;
        }

        Result result() {
            return new Result(
                    "Document: " + spec.operations().size() + " operations, " + schemas + " schemas, " + texts
                            + " texts, no message of Swagger Parser",
                    findings);
        }

        void files() {
            Set<String> referred = new HashSet<>();
            Set<String> present = new TreeSet<>();
            referred(spec.file("openapi.yaml"), "", referred);
            prose("openapi.yaml", spec.file("openapi.yaml"));
            for (String folder : FOLDERS) {
                spec.files(folder).forEach(file -> {
                    present.add(file);
                    referred(spec.file(file), folder, referred);
                    prose(file, spec.file(file));
                });
            }
            spec.files("examples").forEach(file -> prose(file, spec.file(file).path("summary")));
            present.stream()
                    .filter(file -> !referred.contains(file))
                    .forEach(file -> findings.add(file + " is not referred to"));
        }

        private static void referred(JsonNode node, String folder, Set<String> referred) {
            for (String reference : node.findValuesAsText("$ref")) {
                String file = reference.contains("#") ? reference.substring(0, reference.indexOf('#')) : reference;
                referred.add(
                        file.startsWith("../") ? file.substring(3) : folder.isEmpty() ? file : folder + "/" + file);
            }
        }

        private void prose(String where, JsonNode node) {
            if (node.isTextual()) {
                // Only texts that are prose come here by themselves.
                text(where, node.asText());
            }
            node.properties().forEach(entry -> {
                String at = where + "/" + entry.getKey();
                if (entry.getKey().equals("x-enum-descriptions")) {
                    entry.getValue().forEach(text -> text(at, text.asText()));
                } else if (PROSE.contains(entry.getKey()) && entry.getValue().isTextual()) {
                    text(at, entry.getValue().asText());
                } else if (entry.getValue().isContainerNode()) {
                    prose(at, entry.getValue());
                }
            });
            if (node.isArray()) {
                node.forEach(each -> {
                    if (each.isContainerNode()) {
                        prose(where, each);
                    }
                });
            }
        }

        private void text(String where, String text) {
            texts++;
            if (text.isBlank()) {
                findings.add(where + " is blank");
            }
            NOT_IN_PROSE.stream()
                    .filter(text::contains)
                    .forEach(each -> findings.add(where + " contains " + each + ", which Javadoc does not bear"));
            if (text.lines().anyMatch(line -> line.stripLeading().startsWith("@"))) {
                findings.add(where + " has a line that begins with @, which Javadoc takes for a tag");
            }
        }

        void components() {
            Set<String> names = new TreeSet<>();
            spec.document().path("components").path("schemas").properties().forEach(entry -> {
                names.add(entry.getKey());
                schema(entry.getKey(), entry.getValue());
            });
            Set<String> files = new TreeSet<>();
            spec.files("schemas")
                    .forEach(file -> files.add(file.substring(file.indexOf('/') + 1, file.lastIndexOf('.'))));
            if (!names.equals(files)) {
                findings.add("the schemas of the document are " + names + ", the files are " + files);
            }
        }

        private void schema(String name, JsonNode schema) {
            schemas++;
            keywords(name, schema);
            if (!schema.path("description").isTextual()) {
                findings.add(name + " has no description");
            }
            if (schema.has("enum")) {
                enumeration(name, schema);
            }
            if (name.equals(ANY_ERROR) && !referredTo(schema.path("anyOf")).equals(ERRORS)) {
                findings.add(name + " is to be any of " + ERRORS);
            }
            Set<String> properties = new HashSet<>();
            schema.path("properties").properties().forEach(property -> {
                properties.add(property.getKey());
                inner(name + "." + property.getKey(), property.getValue());
            });
            if (schema.has("items")) {
                inner(name + "[]", schema.get("items"));
            }
            schema.path("required").forEach(required -> {
                if (!properties.contains(required.asText())) {
                    findings.add(name + " requires " + required.asText() + ", which it does not have");
                }
            });
        }

        private void enumeration(String name, JsonNode schema) {
            int values = schema.path("enum").size();
            int described = schema.has("x-error-catalogue")
                    ? schema.path("x-error-catalogue").size()
                    : schema.path("x-enum-descriptions").size();
            if (schema.path("x-enum-varnames").size() != values || described != values) {
                findings.add(name + " needs a name and a description for each of its " + values + " values");
            } else if (!schema.has("x-error-catalogue")) {
                for (int i = 0; i < values; i++) {
                    named(
                            name,
                            schema.get("enum").get(i).asText(),
                            schema.get("x-enum-varnames").get(i).asText());
                }
            }
        }

        /**
         * Each word of a value begins the word of its name: {@code create_at}, {@code CREATED_AT}; {@code domainId},
         * {@code DOMAIN_ID}.
         */
        private void named(String schema, String value, String name) {
            String[] words = value.split("[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])", -1);
            String[] named = name.split("_", -1);
            boolean agree = words.length == named.length;
            for (int i = 0; agree && i < words.length; i++) {
                agree = named[i].startsWith(words[i].toUpperCase(Locale.ROOT));
            }
            if (!agree) {
                findings.add(schema + " has the name " + name + " for " + value + ", whose words it does not have");
            }
        }

        /**
         * A schema inside another: a value or a reference, for a type of its own would get an invented name. An object
         * that nothing is known of is a value.
         */
        private void inner(String where, JsonNode schema) {
            keywords(where, schema);
            boolean refers = schema.has("$ref") || schema.path("allOf").size() == 1;
            if (!refers
                    && (schema.has("properties")
                            || schema.has("enum")
                            || schema.path("additionalProperties").isObject())) {
                findings.add(where + " has a type of its own, which belongs into a file of its own");
            }
            if (!refers && !schema.has("type")) {
                findings.add(where + " has no type");
            }
            if (schema.has("items")) {
                inner(where + "[]", schema.get("items"));
            }
        }

        private void keywords(String where, JsonNode schema) {
            schema.fieldNames().forEachRemaining(keyword -> {
                if (!KEYWORDS.contains(keyword) && !keyword.startsWith("x-")) {
                    findings.add(where + " uses the keyword " + keyword + ", which no documented row can state");
                }
            });
            // The generator doubles them for Java, and the server's mapping is XML.
            if (schema.path("pattern").asText().matches(".*[\\\\\"].*")) {
                findings.add(where + " has a pattern with a backslash or a quotation mark: write [*] or [0-9]");
            }
            if (schema.path("type").asText().equals("integer") && !schema.has("format")) {
                findings.add(where + " needs a format: int32 or int64");
            }
            if (schema.has("anyOf") && !where.equals(ANY_ERROR) && !isOpenText(schema)) {
                findings.add(where + " has an anyOf that is more than a text of which some values are known");
            }
            if (where.equals(CODE) && !schema.has("anyOf")) {
                findings.add(where + " is to refer to the catalogue of codes");
            }
            if (schema.has("allOf") && schema.path("allOf").size() != 1) {
                findings.add(where + " has an allOf that is more than a reference");
            } else if (schema.has("allOf")) {
                typeBesideAllOf(where, schema);
            }
        }

        /**
         * A default stands in the schema that is referred to: openapi-generator's Python cannot send such a parameter.
         */
        private void parameter(String where, JsonNode schema) {
            inner(where, schema);
            if (schema.has("allOf")) {
                findings.add(where + " has an allOf: a parameter refers to its schema");
            }
        }

        /** The known values by reference, and any other. */
        private boolean isOpenText(JsonNode schema) {
            JsonNode anyOf = schema.get("anyOf");
            return schema.path("type").asText().equals("string")
                    && anyOf.size() == 2
                    && spec.resolve(anyOf.get(0)).has("enum")
                    && anyOf.get(1).toString().equals("{\"type\":\"string\"}");
        }

        private List<String> referredTo(JsonNode schemas) {
            List<String> names = new ArrayList<>();
            schemas.forEach(each -> spec.schemaName(each).ifPresent(names::add));
            return names;
        }

        /** Some tools take a value without a type for an object, and then no query has it. */
        private void typeBesideAllOf(String where, JsonNode schema) {
            String type = spec.schema(schema.get("allOf").get(0)).path("type").asText();
            if (!type.equals("object") && !schema.path("type").asText().equals(type)) {
                findings.add(where + " needs the type " + type + " beside its allOf");
            }
        }

        /** Which headers an answer has: the id of the request, and what belongs to its status. */
        private void headers(Operation operation) {
            for (String status : operation.statuses()) {
                List<String> named = new ArrayList<>();
                spec.resolve(operation.node().path("responses").path(status))
                        .path("headers")
                        .fieldNames()
                        .forEachRemaining(named::add);
                Set<String> expected = new TreeSet<>(HEADERS.getOrDefault(status, Set.of()));
                expected.add("X-Request-Id");
                if (!named.stream().sorted().toList().equals(List.copyOf(expected))) {
                    findings.add(
                            operation.id() + " answers " + status + " with the headers " + named + ", not " + expected);
                }
            }
        }

        /** For strangers: what is only here does not help them. */
        private void info() {
            String version = spec.document().at("/info/version").asText();
            if (!version.equals(RuntimeVersion.VERSION)) {
                findings.add("the contract is of version " + version + ", the build of " + RuntimeVersion.VERSION);
            }
            String text = spec.document().at("/info/description").asText();
            String contact = spec.document().at("/info/contact/url").asText();
            if (!contact.equals(HOME)) {
                findings.add("the contact is " + contact + ", the project's home is below " + HOME);
            }
            Stream.of("errata", "x-")
                    .filter(text::contains)
                    .forEach(each -> findings.add("the text about the contract speaks of " + each));
        }

        /** What a tag says is said of a group of operations, which every operation is in one of. */
        private void tags() {
            Set<String> described = new TreeSet<>(spec.document().path("tags").findValuesAsText("name"));
            Set<String> used = new TreeSet<>();
            for (Operation operation : spec.operations()) {
                JsonNode tags = operation.node().path("tags");
                tags.forEach(tag -> used.add(tag.asText()));
                if (tags.size() != 1) {
                    findings.add(operation.id() + " is to be in one group, but has the tags " + tags);
                }
            }
            spec.files("paths")
                    .forEach(file -> spec.file(file)
                            .forEach(item -> item.properties().stream()
                                    .filter(entry -> entry.getValue().has("operationId"))
                                    .forEach(entry -> ofAPage(file, entry.getValue()))));
            if (!described.equals(used)) {
                findings.add("the tags " + described + " are described, but " + used + " are used");
            }
        }

        /** A file of paths is a group, and its operations are documented each on a page of its name. */
        private void ofAPage(String file, JsonNode operation) {
            String id = operation.path("operationId").asText();
            StringBuilder group = new StringBuilder();
            for (String word : file.replaceAll("paths/|\\.yaml", "").split("-", -1)) {
                group.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
            if (!operation.path("tags").path(0).asText().contentEquals(group)) {
                findings.add(id + " stands in " + file + ", so its group is to be " + group);
            }
            String page = PAGES + OLD_PAGES.getOrDefault(id, id) + ".html";
            if (!operation.at("/externalDocs/url").asText().equals(page)) {
                findings.add(id + " is to link to " + page + ", or OLD_PAGES to say where else it is documented");
            }
        }

        void operations() {
            info();
            tags();
            Set<String> ids = new HashSet<>();
            JsonNode schemes = spec.document().path("components").path("securitySchemes");
            for (Operation operation : spec.operations()) {
                if (!ids.add(operation.id())) {
                    findings.add("the operationId " + operation.id() + " occurs twice");
                }
                operation
                        .parameters()
                        .forEach(parameter -> parameter(
                                operation.id() + " " + parameter.path("name").asText(), parameter.path("schema")));
                if (operation.node().path("summary").asText(".").endsWith(".")) {
                    findings.add(operation.id() + " needs a summary without a full stop");
                }
                headers(operation);
                pathParameters(operation);
                JsonNode security = operation.security();
                Set<String> alternatives = new HashSet<>();
                security.forEach(each -> each.fieldNames().forEachRemaining(alternatives::add));
                Set<String> expected = OPEN.contains(operation.id()) ? Set.of() : ALTERNATIVES;
                if (!alternatives.equals(expected) || security.size() != expected.size()) {
                    findings.add(operation.id() + " is to take one of " + expected + ", but takes " + security);
                }
                mediaTypes(operation);
            }
            header(schemes, "Token", "X-Auth-Token");
            header(schemes, "Signature", "Authorization");
        }

        private void header(JsonNode schemes, String scheme, String header) {
            JsonNode found = schemes.path(scheme);
            if (!found.path("in").asText().equals("header")
                    || !found.path("name").asText().equals(header)) {
                findings.add("the security scheme " + scheme + " is not the header " + header);
            }
        }

        /** In the order of the path too, for in that order a generated method takes them, all of them texts. */
        private void pathParameters(Operation operation) {
            List<String> named = operation.parameters().stream()
                    .filter(parameter -> parameter.path("in").asText().equals("path"))
                    .map(parameter -> "{" + parameter.path("name").asText() + "}")
                    .toList();
            List<String> inPath = Stream.of(operation.path().split("/", -1))
                    .filter(part -> part.startsWith("{"))
                    .toList();
            if (!named.equals(inPath)) {
                findings.add(operation.id() + " has the path parameters " + named + ", its path has " + inPath);
            }
        }

        private void mediaTypes(Operation operation) {
            List<JsonNode> contents = new ArrayList<>();
            if (!operation.requestBody().isMissingNode()) {
                contents.add(operation.requestBody().path("content"));
            }
            if (operation.hasBody(NO_CONTENT)) {
                findings.add(operation.id() + " has a body with " + NO_CONTENT);
            }
            operation.statuses().stream()
                    .filter(status -> !status.startsWith("2") || operation.hasBody(status))
                    .forEach(status -> contents.add(
                            spec.resolve(operation.node().path("responses").path(status))
                                    .path("content")));
            operation.statuses().stream()
                    .filter(status -> !status.startsWith("2"))
                    .filter(status -> !spec.schemaName(
                                    operation.response(status).path("schema"))
                            .equals(Optional.of(ANY_ERROR)))
                    .forEach(status -> findings.add(operation.id() + " answers " + status + " without " + ANY_ERROR));
            for (JsonNode content : contents) {
                if (content.size() != 1
                        || !content.path(Operation.JSON).path("schema").has("$ref")) {
                    findings.add(operation.id() + " has a body that is not one JSON schema by reference: " + content);
                }
            }
        }

        void servers() {
            servers(
                    "https://vpcep.{region}.myhuaweicloud.com",
                    "https://iam.{region}.myhuaweicloud.com",
                    "cn-north-4",
                    0);
            servers(
                    "https://vpcep.{region}.myhuaweicloud.eu",
                    "https://iam.{region}.myhuaweicloud.eu",
                    "eu-west-101",
                    1);
            regions();
            if (spec.document().at("/servers/0/variables/region").has("enum")
                    || !spec.document().at("/servers/1/variables/region").has("enum")) {
                findings.add("of the servers the second alone is for certain regions");
            }
            JsonNode project = spec.file("parameters/ProjectId.yaml").path("x-client-setting");
            if (!project.asText().equals("projectId")) {
                findings.add("the project is a setting of the client, not " + project);
            }
            if (spec.document().path("servers").size() != 2) {
                findings.add("the servers are to be two");
            }
            Set<String> ids = new HashSet<>();
            for (JsonNode server : spec.document().path("servers")) {
                List<String> regions = new ArrayList<>();
                for (JsonNode region : server.path("x-regions")) {
                    String id = region.path("id").asText();
                    regions.add(id);
                    if (!ids.add(id)) {
                        findings.add("the region " + id + " is listed twice");
                    }
                    String constant = id.toUpperCase(Locale.ROOT).replace('-', '_');
                    if (!region.path("constant").asText().equals(constant)) {
                        findings.add("the constant of the region " + id + " is to be " + constant);
                    }
                    if (region.path("name").asText().isBlank()) {
                        findings.add("the region " + id + " has no name");
                    }
                }
                JsonNode variable = server.at("/variables/region");
                List<String> limited = new ArrayList<>();
                variable.path("enum").forEach(each -> limited.add(each.asText()));
                if (!limited.isEmpty() && !limited.equals(regions)) {
                    findings.add("the server of " + limited + " alone lists the regions " + regions);
                }
                if (!regions.contains(variable.path("default").asText())) {
                    findings.add("the default is none of the regions " + regions);
                }
            }
        }

        /** All that the vendor lists and no other, with the vendor's names and in the vendor's order. */
        private void regions() {
            List<String> stated = new ArrayList<>();
            spec.document()
                    .path("servers")
                    .forEach(server -> server.path("x-regions")
                            .forEach(region -> stated.add(region.path("id").asText() + "\t"
                                    + region.path("name").asText())));
            // By id and name; that the ids are all, the peer tests see.
            if (!stated.equals(REGIONS)) {
                findings.add(
                        "the regions are to be those of documented-regions.tsv, the vendor's list, but are " + stated);
            }
        }

        private void servers(String url, String iam, String region, int place) {
            JsonNode server = spec.document().path("servers").path(place);
            if (!server.path("url").asText().equals(url)
                    || !server.path("x-iam-url").asText().equals(iam)
                    || !server.at("/variables/region/default").asText().equals(region)) {
                findings.add("server " + place + " is to be " + List.of(url, iam, region) + ", but is " + server);
            }
        }
    }
}
