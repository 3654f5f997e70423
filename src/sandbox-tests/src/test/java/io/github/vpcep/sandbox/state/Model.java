package io.github.vpcep.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What the service has to answer: the state in plain maps, and the rules as the documents and
 * {@code sandbox-choices.md} have them. It knows nothing of the sandbox's code. What only the service can know, ids and
 * chosen addresses, it takes from the answers, and holds to it from then on.
 */
final class Model {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final String INVALID = "EndPoint.0002";
    private static final String MISSING = "EndPoint.2002";
    private static final String NO_SUCH = "EndPoint.0005";
    private static final String DENIED = "EndPoint.0004";
    private static final Map<String, Integer> STATUSES = Map.of(
            "EndPoint.0003",
            401,
            DENIED,
            403,
            NO_SUCH,
            404,
            "EndPoint.2006",
            404,
            "EndPoint.2008",
            404,
            "EndPoint.4004",
            404,
            "EndPoint.4030",
            404,
            "EndPoint.0011",
            504);

    /** The figures that are the installation's. */
    record Limits(
            int services,
            int endpoints,
            int ports,
            int records,
            int batch,
            int addresses,
            int description,
            Duration serviceDelay,
            Duration endpointDelay) {}

    /** What has a state, and all its fields as answers may show them. */
    static class Thing {
        final ObjectNode fields;
        final String id;
        final String project;
        final String domain;
        final long created;
        long changed;

        @Nullable
        Instant due;

        String next = "";

        Thing(ObjectNode fields, String project, String domain, long turn) {
            this.fields = fields;
            this.id = fields.path("id").asText();
            this.project = project;
            this.domain = domain;
            this.created = turn;
            this.changed = turn;
        }

        String text(String name) {
            return fields.path(name).asText("");
        }

        boolean is(String... states) {
            return List.of(states).contains(text("status"));
        }
    }

    /** An endpoint service. */
    static final class Service extends Thing {
        String shortName = "";
        boolean isPublic;
        boolean isCharged = true;
        final Map<String, Permission> whitelist = new LinkedHashMap<>();

        Service(ObjectNode fields, String project, String domain, long turn) {
            super(fields, project, domain, turn);
        }

        boolean isGateway() {
            return text("service_type").equals("gateway");
        }

        boolean takesPolicies() {
            return isPublic || fields.path("enable_policy").asBoolean();
        }

        boolean isProfessional() {
            return isPublic || fields.path("supported_editions").size() == 2;
        }
    }

    /** A whitelist record. */
    static final class Permission extends Thing {
        Permission(ObjectNode fields, long turn) {
            super(fields, "", "", turn);
        }
    }

    /** A VPC endpoint. */
    static final class Endpoint extends Thing {
        String note = "";
        boolean wasAccepted;

        Endpoint(ObjectNode fields, String project, String domain, long turn) {
            super(fields, project, domain, turn);
        }

        String service() {
            return text("endpoint_service_id");
        }

        boolean isGateway() {
            return text("service_type").equals("gateway");
        }
    }

    /** A deleted endpoint. */
    private record Gone(String project, String service) {}

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String code;

        Refused(String code) {
            this.code = code;
        }
    }

    /** An answer that no rule explains. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;

        Wrong(String message) {
            super(message);
        }
    }

    final Map<String, Service> services = new LinkedHashMap<>();
    final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
    private final Map<String, Gone> gone = new HashMap<>();
    final List<String> goneIds = new ArrayList<>();
    private final Map<String, String> learned = new HashMap<>();
    private final Set<Long> markers = new HashSet<>();
    final Limits limits;
    private final Supplier<Instant> clock;
    private final boolean showsTimes;
    final List<Named> vpcs;
    private long turns;

    /** An empty state, where any id is taken for one of the VPC service. Without times, none show in answers. */
    Model(Limits limits, Supplier<Instant> clock, boolean showsTimes) {
        this(limits, clock, showsTimes, List.of());
    }

    /** One that names VPCs, or none. */
    Model(Limits limits, Supplier<Instant> clock, boolean showsTimes, List<Named> vpcs) {
        this.limits = limits;
        this.clock = clock;
        this.showsTimes = showsTimes;
        this.vpcs = vpcs;
    }

    /** A service of the operator. */
    void offer(String id, String name, String type, boolean charged) {
        ObjectNode fields = JSON.createObjectNode()
                .put("id", id)
                .put("service_name", "com.myhuaweicloud.cn-north-4." + name)
                .put("service_type", type)
                .put("status", "available")
                .put("created_at", now())
                .put("updated_at", now());
        Service service = new Service(fields, "", "", ++turns);
        service.isPublic = true;
        service.isCharged = charged;
        services.put(id, service);
    }

    private String now() {
        return shown(clock.get());
    }

    private static String shown(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** What has to be answered to a request; what only the service can know is taken from its answer. */
    Ask.Answer answer(Ask ask, Ask.Answer real) {
        settle();
        try {
            JsonNode body = carriedOut(ask, real.body());
            int status = switch (ask.operation()) {
                case DELETE_SERVICE, DELETE_ENDPOINT, CHANGE_TAGS, UPGRADE_SERVICE, ADD_BACKENDS -> 204;
                case UPGRADE_ENDPOINT -> 202;
                default -> 200;
            };
            // As it is read, so that numbers are of one kind.
            JsonNode read = body.isMissingNode() ? body : read(body.toString());
            if (!showsTimes) {
                for (String time : List.of("created_at", "updated_at")) {
                    read.findParents(time).forEach(each -> ((ObjectNode) each).remove(time));
                }
            }
            settle();
            return new Ask.Answer(status, read);
        } catch (Refused e) {
            return new Ask.Answer(
                    STATUSES.getOrDefault(e.code, 400), JSON.createObjectNode().put("code", e.code));
        }
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static void refuseIf(boolean fault, String code) {
        if (fault) {
            throw new Refused(code);
        }
    }

    // ---- Time

    /** Does what is due, in the order in which it is. */
    private void settle() {
        Instant now = clock.get();
        Stream.<Thing>concat(services.values().stream(), endpoints.values().stream())
                .filter(each -> each.due != null && !each.due.isAfter(now))
                .sorted(Comparator.comparing((Thing each) -> each.due).thenComparing(each -> each.created))
                .toList()
                .forEach(this::settle);
    }

    private void settle(Thing thing) {
        if (thing.next.equals("gone")) {
            services.remove(thing.id);
            Endpoint endpoint = endpoints.remove(thing.id);
            if (endpoint != null) {
                gone.put(endpoint.id, new Gone(endpoint.project, endpoint.service()));
                goneIds.add(endpoint.id);
            }
            return;
        }
        move(thing, thing.next);
        thing.fields.put("updated_at", shown(Objects.requireNonNull(thing.due)));
        thing.due = null;
        if (thing instanceof Endpoint endpoint) {
            endpoint.wasAccepted |= endpoint.is("accepted");
        }
    }

    private void move(Thing thing, String status) {
        thing.fields.put("status", status);
        touch(thing);
    }

    private void touch(Thing thing) {
        thing.fields.put("updated_at", now());
        thing.changed = ++turns;
    }

    private void begin(Thing thing, String status, String next) {
        move(thing, status);
        thing.next = next;
        thing.due = clock.get().plus(thing instanceof Service ? limits.serviceDelay() : limits.endpointDelay());
    }

    // ---- Requests

    private JsonNode carriedOut(Ask ask, JsonNode real) {
        if (ask.operation() == Ask.Operation.LIST_VERSIONS || ask.operation() == Ask.Operation.GET_VERSION) {
            return version(ask, real);
        }
        refuseIf(ask.arguments().containsKey("nobody"), "EndPoint.0003");
        refuseIf(!ask.project().matches("[A-Za-z0-9_-]{1,64}"), "EndPoint.0014");
        refuseIf(!ask.project().equals(ask.who().project), DENIED);
        pathIds(ask);
        JsonNode body = body(ask);
        return switch (ask.operation()) {
            case CREATE_SERVICE -> createService(ask.who(), body, real);
            case LIST_SERVICES -> listServices(ask);
            case GET_SERVICE -> without(own(ask), "pool_id", "domain_id");
            case UPDATE_SERVICE -> updateService(ask, body);
            case DELETE_SERVICE -> deleteService(ask);
            case RENAME_SERVICE -> renameService(ask, body);
            case DESCRIBE_SERVICE -> describeService(ask);
            case LIST_PUBLIC -> listPublic(ask);
            case UPGRADE_SERVICE -> upgradeService(ask, body);
            case ADD_BACKENDS -> addBackends(ask, body);
            case LIST_CONNECTIONS -> listConnections(ask);
            case DECIDE -> decide(ask, body);
            case DESCRIBE_CONNECTIONS -> describeConnections(ask, body);
            case LIST_PERMISSIONS -> listPermissions(ask, real);
            case CHANGE_PERMISSIONS -> changePermissions(ask, body);
            case ADD_PERMISSIONS -> addPermissions(ask, body, real);
            case REMOVE_PERMISSIONS -> removePermissions(ask, body, real);
            case DESCRIBE_PERMISSION -> describePermission(ask, body);
            case CREATE_ENDPOINT -> createEndpoint(ask.who(), body, real);
            case LIST_ENDPOINTS -> listEndpoints(ask, real);
            case GET_ENDPOINT -> shown(ownEndpoint(ask), real);
            case DELETE_ENDPOINT -> deleteEndpoint(ask);
            case UPDATE_WHITELIST -> updateWhitelist(ask, body, real);
            case UPDATE_ROUTES -> updateRoutes(ask, body);
            case UPDATE_POLICY -> updatePolicy(ask, body, real);
            case DELETE_POLICY -> deletePolicy(ask, real);
            case UPGRADE_ENDPOINT -> upgradeEndpoint(ask, body);
            case QUOTAS -> quotas(ask);
            case QUERY_TAGS -> queryTags(ask, body);
            case CHANGE_TAGS -> changeTags(ask, body);
            case LIST_TAGS -> listTags(ask);
            default -> throw new IllegalArgumentException(ask.toString());
        };
    }

    private static JsonNode version(Ask ask, JsonNode real) {
        refuseIf(
                ask.operation() == Ask.Operation.GET_VERSION
                        && !ask.argument("version").equals("v1"),
                NO_SUCH);
        ObjectNode version = JSON.createObjectNode()
                .put("id", "v1")
                .put("version", "1")
                .put("min_version", "")
                .put("status", "CURRENT")
                .put("updated", "2018-09-30T00:00:00Z");
        JsonNode answered = ask.operation() == Ask.Operation.GET_VERSION
                ? real.path("version")
                : real.path("versions").path(0);
        // The address is where the sandbox happens to be.
        version.set("links", answered.path("links"));
        ObjectNode answer = JSON.createObjectNode();
        if (ask.operation() == Ask.Operation.GET_VERSION) {
            answer.set("version", version);
        } else {
            answer.putArray("versions").add(version);
        }
        return answer;
    }

    private static void pathIds(Ask ask) {
        refuseIf(ask.argument("service").length() > 64, "EndPoint.3062");
        refuseIf(ask.argument("endpoint").length() > 64, "EndPoint.2017");
        String type = ask.arguments().getOrDefault("type", "endpoint");
        refuseIf(!type.equals("endpoint") && !type.equals("endpoint_service"), "EndPoint.3070");
    }

    private static JsonNode body(Ask ask) {
        if (ask.operation().method().matches("GET|DELETE")
                || (ask.operation() == Ask.Operation.UPGRADE_SERVICE
                        && ask.body().isEmpty())) {
            return MissingNode.getInstance();
        }
        refuseIf(ask.body().isEmpty(), "EndPoint.0011");
        JsonNode body = read(ask.body());
        refuseIf(!body.isObject(), INVALID);
        refuseIf(body.has("enable_dns") && !body.get("enable_dns").isBoolean(), "EndPoint.2033");
        for (String flag : List.of("approval_enabled", "enable_whitelist", "without_any_tag")) {
            refuseIf(body.has(flag) && !body.get(flag).isBoolean(), INVALID);
        }
        return body;
    }

    private static void need(JsonNode body, String name, String code) {
        refuseIf(!body.has(name), code);
    }

    // ---- Parts of answers

    private static ObjectNode without(Thing thing, String... hidden) {
        return thing.fields.deepCopy().without(List.of(hidden));
    }

    private static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    private static List<String> texts(JsonNode list) {
        return items(list).stream().map(JsonNode::asText).toList();
    }

    private static ArrayNode list(Stream<? extends JsonNode> items) {
        ArrayNode list = JSON.createArrayNode();
        items.forEach(list::add);
        return list;
    }

    /** A page of those that match, by the parameters that all lists share. */
    private static <T extends Thing> JsonNode page(
            Ask ask, int most, String name, Stream<T> all, Function<T, ObjectNode> item) {
        Map<String, String> query = ask.query();
        int limit = number(query.getOrDefault("limit", "10"), "EndPoint.0006");
        refuseIf(limit < 1 || limit > most, "EndPoint.0006");
        int offset = number(query.getOrDefault("offset", "0"), "EndPoint.0010");
        String key = query.getOrDefault("sort_key", "create_at");
        refuseIf(!key.equals("create_at") && !key.equals("update_at"), "EndPoint.0017");
        String direction = query.getOrDefault("sort_dir", "desc");
        refuseIf(!direction.equals("asc") && !direction.equals("desc"), "EndPoint.0018");
        Comparator<T> order = key.equals("create_at")
                ? Comparator.comparing((T each) -> each.text("created_at")).thenComparing(each -> each.created)
                : Comparator.comparing((T each) -> each.text("updated_at")).thenComparing(each -> each.changed);
        List<T> sorted =
                all.sorted(direction.equals("asc") ? order : order.reversed()).toList();
        ObjectNode answer = JSON.createObjectNode().put("total_count", sorted.size());
        answer.set(name, list(sorted.stream().skip(offset).limit(limit).map(item)));
        return answer;
    }

    private static int number(String digits, String code) {
        refuseIf(!digits.matches("[0-9]+"), code);
        return Integer.parseInt(digits);
    }

    private static boolean isIn(@Nullable String wanted, String text) {
        return wanted == null || text.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }

    private static boolean is(@Nullable String wanted, String text) {
        return wanted == null || text.equals(wanted);
    }

    private static void nameFilter(Ask ask) {
        String name = ask.query().get("endpoint_service_name");
        refuseIf(name != null && (name.isEmpty() || name.length() > 128), "EndPoint.1003");
    }

    private static void idFilter(Ask ask, String name, String code) {
        String id = ask.query().get(name);
        refuseIf(id != null && (id.isBlank() || id.length() > 64), code);
    }

    private static <T> Stream<T> newestFirst(Stream<T> things, Function<T, Long> turn) {
        return things.sorted(Comparator.comparing(turn).reversed());
    }

    private void description(JsonNode body) {
        String text = body.path("description").asText("");
        refuseIf(text.contains("<") || text.contains(">") || text.length() > limits.description(), INVALID);
    }

    private static void id(String id, String code) {
        refuseIf(id.isBlank() || id.length() > 64, code);
    }

    /** The tags, each with a value. */
    private static ArrayNode tags(JsonNode tags, int most) {
        refuseIf(tags.size() > most, "EndPoint.3069");
        Set<String> keys = new HashSet<>();
        ArrayNode checked = JSON.createArrayNode();
        for (JsonNode tag : tags) {
            String key = tag.path("key").asText();
            String value = tag.path("value").asText("");
            refuseIf(key.isEmpty(), "EndPoint.3066");
            refuseIf(key.length() > 128, "EndPoint.3072");
            refuseIf(
                    !key.matches("[^*<>\\\\,|/]*") || !key.equals(key.strip()) || key.startsWith("_sys_"),
                    "EndPoint.3068");
            refuseIf(value.length() > 255, "EndPoint.3073");
            refuseIf(!value.matches("[^*<>\\\\,|]*"), "EndPoint.3068");
            refuseIf(!keys.add(key), "EndPoint.3067");
            checked.addObject().put("key", key).put("value", value);
        }
        return checked;
    }

    // ---- Services

    private Service own(Ask ask) {
        Service service = services.get(ask.argument("service"));
        if (service == null || service.isPublic || !service.project.equals(ask.project())) {
            throw new Refused(NO_SUCH);
        }
        return service;
    }

    private Service ownToChange(Ask ask) {
        Service service = services.get(ask.argument("service"));
        refuseIf(service != null && service.isPublic, DENIED);
        return own(ask);
    }

    private Service ownAvailable(Ask ask) {
        Service service = ownToChange(ask);
        refuseIf(!service.is("available"), "EndPoint.3045");
        return service;
    }

    private static ObjectNode changed(Service service) {
        return without(service, "domain_id", "supported_editions");
    }

    private static void shortName(JsonNode body, String name) {
        refuseIf(!body.path(name).asText("").matches("[A-Za-z0-9_-]{0,16}"), "EndPoint.3076");
    }

    private static String fullName(String shortName, String id) {
        return "cn-north-4." + (shortName.isEmpty() ? "" : shortName + ".") + id;
    }

    private ArrayNode ports(JsonNode ports) {
        refuseIf(ports.isEmpty(), "EndPoint.2028");
        refuseIf(ports.size() > limits.ports(), "EndPoint.3074");
        ArrayNode checked = JSON.createArrayNode();
        for (JsonNode each : ports) {
            int client = each.path("client_port").asInt();
            int server = each.path("server_port").asInt();
            refuseIf(Math.min(client, server) < 1 || Math.max(client, server) > 65535, "EndPoint.3043");
            String protocol = each.path("protocol").asText("TCP");
            refuseIf(!protocol.equals("TCP"), "EndPoint.3075");
            checked.addObject()
                    .put("client_port", client)
                    .put("server_port", server)
                    .put("protocol", protocol);
        }
        long different = items(checked).stream()
                .map(each -> each.path("client_port").asInt())
                .distinct()
                .count();
        refuseIf(different < checked.size(), "EndPoint.3044");
        return checked;
    }

    /** Services of one project at one network interface do not share a server port. */
    private void clash(String project, String id, ObjectNode fields) {
        Set<Integer> taken = new HashSet<>();
        services.values().stream()
                .filter(each -> !each.id.equals(id) && each.project.equals(project))
                .filter(each ->
                        each.text("port_id").equals(fields.path("port_id").asText()))
                .forEach(each -> each.fields
                        .path("ports")
                        .forEach(port -> taken.add(port.path("server_port").asInt())));
        refuseIf(
                items(fields.path("ports")).stream()
                        .anyMatch(
                                port -> taken.contains(port.path("server_port").asInt())),
                "EndPoint.3044");
    }

    private static void tcpProxy(JsonNode body) {
        refuseIf(
                !List.of("close", "toa_open", "proxy_open", "open", "proxy_vni")
                        .contains(body.path("tcp_proxy").asText("close")),
                INVALID);
    }

    private static void backend(JsonNode body) {
        refuseIf(body.has("ip") && !body.get("ip").asText().matches("[A-Za-z0-9.-]+"), INVALID);
    }

    /** A VPC of the project that fits; null where any id is taken. */
    private @Nullable Named vpc(String project, String code, Predicate<Named> fits) {
        return vpcs.isEmpty()
                ? null
                : vpcs.stream()
                        .filter(each -> each.isOf(project))
                        .filter(fits)
                        .findFirst()
                        .orElseThrow(() -> new Refused(code));
    }

    private @Nullable Named vpcOf(String project, JsonNode fields) {
        String id = fields.path("vpc_id").asText();
        return vpc(project, "EndPoint.2001", each -> each.id().equals(id));
    }

    /** The VPC, the port and the virtual port of a backend. */
    private void lookUp(String project, ObjectNode fields) {
        Named vpc = vpcOf(project, fields);
        if (vpc != null) {
            String port = fields.path("port_id").asText();
            Named home = vpc(project, "EndPoint.3008", each -> each.has(port));
            refuseIf(!vpc.equals(home), "EndPoint.3042");
            refuseIf(
                    fields.has("vip_port_id")
                            && !vpc.has(fields.get("vip_port_id").asText()),
                    "EndPoint.3051");
        }
    }

    private void lookUpSubnet(String project, JsonNode fields, String subnet) {
        Named home = vpc(project, "EndPoint.4004", each -> each.subnet().equals(subnet));
        refuseIf(home != null && !home.equals(vpcOf(project, fields)), "EndPoint.2037");
    }

    /** A network interface takes so many services of a project. */
    private void share(String project, String id, ObjectNode fields) {
        String port = fields.path("port_id").asText();
        long others = services.values().stream()
                .filter(each -> !each.id.equals(id) && each.project.equals(project))
                .filter(each -> each.text("port_id").equals(port))
                .count();
        refuseIf(others >= Named.most(vpcs, port), "EndPoint.3056");
    }

    private JsonNode createService(Who who, JsonNode body, JsonNode real) {
        need(body, "port_id", MISSING);
        need(body, "vpc_id", "EndPoint.2011");
        need(body, "server_type", MISSING);
        need(body, "ports", "EndPoint.2028");
        shortName(body, "service_name");
        refuseIf(!body.path("service_type").asText("interface").equals("interface"), INVALID);
        String serverType = body.get("server_type").asText();
        refuseIf(!List.of("VM", "VIP", "LB").contains(serverType), "EndPoint.3021");
        refuseIf(body.get("vpc_id").asText().isEmpty(), "EndPoint.2011");
        id(body.get("vpc_id").asText(), "EndPoint.0020");
        id(body.get("port_id").asText(), "EndPoint.3003");
        if (body.has("vip_port_id")) {
            id(body.get("vip_port_id").asText(), "EndPoint.3051");
        }
        ArrayNode ports = ports(body.get("ports"));
        tcpProxy(body);
        ArrayNode tags = tags(body.path("tags"), 20);
        description(body);
        backend(body);
        String version = body.path("ip_version").asText("ipv4");
        refuseIf(!version.equals("ipv4") && !version.equals("ipv6"), INVALID);
        refuseIf(version.equals("ipv6") && !serverType.equals("LB") && !body.has("snat_network_id"), MISSING);
        if (body.has("snat_network_id")) {
            id(body.get("snat_network_id").asText(), "EndPoint.0023");
        }

        String shortName = body.path("service_name").asText("");
        ObjectNode fields = JSON.createObjectNode();
        for (String each : List.of("port_id", "vpc_id", "server_type", "description", "ip", "snat_network_id")) {
            if (body.has(each)) {
                fields.set(each, body.get(each));
            }
        }
        if (serverType.equals("VIP") && body.has("vip_port_id")) {
            fields.set("vip_port_id", body.get("vip_port_id"));
        }
        fields.set("ports", ports);
        fields.set("tags", tags);
        fields.put("approval_enabled", body.path("approval_enabled").asBoolean(true))
                .put("service_type", "interface")
                .put("tcp_proxy", body.path("tcp_proxy").asText("close"))
                .put("cidr_type", "internal")
                .put("ip_version", version)
                .put("enable_policy", body.path("enable_policy").asBoolean(false))
                .put("project_id", who.project)
                .put("domain_id", who.domain);
        editions(fields, version.equals("ipv6"));
        lookUp(who.project, fields);
        if (fields.has("snat_network_id")) {
            lookUpSubnet(who.project, fields, fields.get("snat_network_id").asText());
        }
        clash(who.project, "", fields);
        share(who.project, "", fields);
        refuseIf(used(services, who.project) >= limits.services(), "Endpoint.1018");

        String id = fresh(real);
        fields.put("id", id)
                .put("service_name", fullName(shortName, id))
                .put("pool_id", same("pool", real.path("pool_id").asText()))
                .put("created_at", now());
        Service service = new Service(fields, who.project, who.domain, ++turns);
        service.shortName = shortName;
        services.put(id, service);
        begin(service, "creating", "available");
        return changed(service);
    }

    private static void editions(ObjectNode fields, boolean professional) {
        ArrayNode editions = fields.putArray("supported_editions");
        if (professional) {
            editions.add("profession");
        }
        editions.add("basic");
    }

    private static <T extends Thing> long used(Map<String, T> things, String project) {
        return things.values().stream()
                .filter(each -> each.project.equals(project) && !each.is("deleting"))
                .count();
    }

    /** An id that nothing had before. */
    private String fresh(JsonNode real) {
        String id = real.path("id").asText();
        if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") || learned.putIfAbsent("id " + id, id) != null) {
            throw new Wrong("\"" + id + "\" is no new id");
        }
        return id;
    }

    /** A value that is the same whenever it is asked for. */
    private String same(String name, String value) {
        String first = learned.computeIfAbsent(name, key -> value);
        if (first.isEmpty()) {
            throw new Wrong("There is no " + name);
        }
        return first;
    }

    private JsonNode listServices(Ask ask) {
        nameFilter(ask);
        idFilter(ask, "id", "EndPoint.3062");
        Map<String, String> query = ask.query();
        String status = query.get("status");
        refuseIf(
                status != null
                        && !List.of("creating", "available", "failed", "deleting")
                                .contains(status),
                "EndPoint.0019");
        String type = query.getOrDefault("net_type", "all");
        refuseIf(!List.of("vlan", "vxlan", "all").contains(type), INVALID);
        return page(
                ask,
                1000,
                "endpoint_services",
                services.values().stream()
                        .filter(each -> each.project.equals(ask.project()))
                        .filter(each -> isIn(query.get("endpoint_service_name"), each.text("service_name")))
                        .filter(each -> is(query.get("id"), each.id))
                        .filter(each -> is(status, each.text("status")))
                        .filter(each -> is(query.get("public_border_group"), each.text("public_border_group")))
                        .filter(each -> type.equals("all") || each.fields.has("ip") == type.equals("vlan")),
                each -> without(each, "pool_id", "cidr_type", "ip_version").put("connection_count", connected(each)));
    }

    private long connected(Service service) {
        return endpoints.values().stream()
                .filter(each -> each.service().equals(service.id) && each.is("accepted", "creating"))
                .count();
    }

    private JsonNode updateService(Ask ask, JsonNode body) {
        shortName(body, "service_name");
        if (body.has("port_id")) {
            id(body.get("port_id").asText(), "EndPoint.3003");
        }
        if (body.has("vip_port_id")) {
            id(body.get("vip_port_id").asText(), "EndPoint.3051");
        }
        backend(body);
        tcpProxy(body);
        description(body);
        @Nullable ArrayNode ports = body.has("ports") ? ports(body.get("ports")) : null;
        Service service = ownToChange(ask);
        ObjectNode after = service.fields.deepCopy();
        if (ports != null) {
            after.set("ports", ports);
        }
        for (String each : List.of("approval_enabled", "port_id", "description", "tcp_proxy", "ip")) {
            if (body.has(each)) {
                after.set(each, body.get(each));
            }
        }
        if (body.has("vip_port_id") && service.text("server_type").equals("VIP")) {
            after.set("vip_port_id", body.get("vip_port_id"));
        }
        boolean moves = body.has("port_id") || body.has("vip_port_id");
        if (moves) {
            lookUp(service.project, after);
        }
        refuseIf(!service.is("available"), "EndPoint.3045");
        if (moves) {
            share(service.project, service.id, after);
            refuseIf(
                    service.text("server_type").equals("LB")
                            && !Named.kind(vpcs, service.text("port_id"))
                                    .equals(Named.kind(
                                            vpcs, after.path("port_id").asText())),
                    "EndPoint.3054");
        }
        clash(service.project, service.id, after);
        service.fields.setAll(after);
        touch(service);
        if (body.has("service_name")) {
            rename(service, body.get("service_name").asText());
        }
        return changed(service);
    }

    private JsonNode renameService(Ask ask, JsonNode body) {
        need(body, "endpoint_service_name", MISSING);
        shortName(body, "endpoint_service_name");
        Service service = ownAvailable(ask);
        touch(service);
        rename(service, body.get("endpoint_service_name").asText());
        return JSON.createObjectNode().put("endpoint_service_name", service.shortName);
    }

    /** Endpoints show the new name at once, and the time of their last change stays. */
    private void rename(Service service, String shortName) {
        if (!shortName.equals(service.shortName)) {
            service.shortName = shortName;
            String name = fullName(shortName, service.id);
            service.fields.put("service_name", name);
            newestFirst(of(service), each -> each.created).forEach(each -> {
                each.fields.put("endpoint_service_name", name);
                each.changed = ++turns;
            });
        }
    }

    private Stream<Endpoint> of(Service service) {
        return endpoints.values().stream().filter(each -> each.service().equals(service.id));
    }

    private JsonNode deleteService(Ask ask) {
        Service service = ownToChange(ask);
        refuseIf(service.is("creating", "deleting"), "EndPoint.3045");
        refuseIf(!of(service).allMatch(each -> each.is("pendingAcceptance", "rejected", "failed")), "EndPoint.3006");
        newestFirst(of(service), each -> each.created).forEach(each -> {
            move(each, "failed");
            each.fields.putArray("error").addObject().put("error_code", "EndPoint.2003");
        });
        begin(service, "deleting", "gone");
        return MissingNode.getInstance();
    }

    private static ObjectNode summary(Service service) {
        ObjectNode summary = JSON.createObjectNode();
        for (String each : List.of("id", "service_name", "service_type", "created_at")) {
            summary.set(each, service.fields.get(each));
        }
        return summary.put("is_charge", service.isCharged).put("enable_policy", service.takesPolicies());
    }

    private JsonNode describeService(Ask ask) {
        nameFilter(ask);
        idFilter(ask, "id", "EndPoint.3062");
        String id = ask.query().get("id");
        String name = ask.query().get("endpoint_service_name");
        refuseIf(id == null && name == null, MISSING);
        refuseIf(id != null && name != null, INVALID);
        return services.values().stream()
                .filter(each -> is(id, each.id) && is(name, each.text("service_name")))
                .findFirst()
                .map(Model::summary)
                .orElseThrow(() -> new Refused(NO_SUCH));
    }

    private JsonNode listPublic(Ask ask) {
        nameFilter(ask);
        idFilter(ask, "id", "EndPoint.3062");
        return page(
                ask,
                1000,
                "endpoint_services",
                services.values().stream()
                        .filter(each -> each.isPublic)
                        .filter(each -> isIn(ask.query().get("endpoint_service_name"), each.text("service_name")))
                        .filter(each -> is(ask.query().get("id"), each.id)),
                each -> summary(each).put("owner", "huawei"));
    }

    private JsonNode upgradeService(Ask ask, JsonNode body) {
        String action = body.path("action").asText("upgrade");
        refuseIf(!action.equals("upgrade") && !action.equals("rollback"), INVALID);
        Service service = ownAvailable(ask);
        editions(service.fields, action.equals("upgrade"));
        touch(service);
        return MissingNode.getInstance();
    }

    private JsonNode addBackends(Ask ask, JsonNode body) {
        need(body, "server_resources", MISSING);
        refuseIf(body.get("server_resources").isEmpty(), MISSING);
        body.get("server_resources").forEach(each -> id(each.path("resource_id").asText(), INVALID));
        ownAvailable(ask);
        return MissingNode.getInstance();
    }

    // ---- Connections

    private static ObjectNode connection(Endpoint endpoint) {
        ObjectNode connection = JSON.createObjectNode();
        for (String each : List.of("id", "marker_id", "created_at", "updated_at", "status")) {
            connection.set(each, endpoint.fields.get(each));
        }
        if (endpoint.is("failed")) {
            connection.set("error", endpoint.fields.get("error"));
        }
        return connection.put("domain_id", endpoint.domain).put("description", endpoint.note);
    }

    private JsonNode listConnections(Ask ask) {
        idFilter(ask, "id", "EndPoint.2017");
        Map<String, String> query = ask.query();
        String marker = query.get("marker_id");
        refuseIf(marker != null && !marker.matches("[0-9]+"), "EndPoint.0021");
        String status = query.get("status");
        refuseIf(
                status != null
                        && !List.of("pendingAcceptance", "creating", "accepted", "rejected", "failed", "deleting")
                                .contains(status),
                "EndPoint.0019");
        // The parameters are looked at before the service.
        page(ask, 1000, "connections", Stream.<Endpoint>of(), Model::connection);
        Service service = own(ask);
        return page(
                ask,
                1000,
                "connections",
                of(service)
                        .filter(each -> is(query.get("id"), each.id))
                        .filter(each -> is(marker, each.text("marker_id")))
                        .filter(each -> is(status, each.text("status"))),
                Model::connection);
    }

    private JsonNode decide(Ask ask, JsonNode body) {
        need(body, "action", MISSING);
        need(body, "endpoints", MISSING);
        List<String> ids = texts(body.get("endpoints"));
        refuseIf(ids.isEmpty(), MISSING);
        refuseIf(ids.size() > 1, "EndPoint.2031");
        String action = body.get("action").asText();
        refuseIf(!action.equals("receive") && !action.equals("reject"), "EndPoint.2027");
        id(ids.get(0), "EndPoint.2017");
        Service service = ownToChange(ask);
        Endpoint endpoint = endpoints.get(ids.get(0));
        if (endpoint == null) {
            Gone deleted = gone.get(ids.get(0));
            throw new Refused(
                    deleted != null && deleted.service().equals(service.id) ? "EndPoint.2008" : "EndPoint.2006");
        }
        refuseIf(!endpoint.service().equals(service.id), "EndPoint.2013");
        refuseUnlessSettled(endpoint);
        if (action.equals("receive")) {
            refuseIf(endpoint.is("accepted"), "EndPoint.2014");
            begin(endpoint, "creating", "accepted");
        } else if (!endpoint.is("rejected")) {
            move(endpoint, "rejected");
        }
        return JSON.createObjectNode().set("connections", list(Stream.of(connection(endpoint))));
    }

    private static void refuseUnlessSettled(Endpoint endpoint) {
        refuseIf(endpoint.is("deleting"), "EndPoint.2018");
        refuseIf(endpoint.is("creating"), "EndPoint.2019");
        refuseIf(endpoint.is("failed"), "EndPoint.2047");
    }

    private JsonNode describeConnections(Ask ask, JsonNode body) {
        need(body, "connections", MISSING);
        refuseIf(body.get("connections").isEmpty(), MISSING);
        Map<String, String> notes = new LinkedHashMap<>();
        for (JsonNode each : body.get("connections")) {
            id(each.path("id").asText(), "EndPoint.2017");
            description(each);
            notes.put(each.path("id").asText(), each.path("description").asText());
        }
        Service service = ownToChange(ask);
        List<Endpoint> meant =
                of(service).filter(each -> notes.containsKey(each.id)).toList();
        refuseIf(meant.size() < notes.size(), "EndPoint.2013");
        notes.forEach(
                (id, note) -> meant.stream().filter(each -> each.id.equals(id)).forEach(each -> {
                    each.note = note;
                    touch(each);
                }));
        return JSON.createObjectNode()
                .set(
                        "connections",
                        list(notes.keySet().stream()
                                .map(each -> connection(Objects.requireNonNull(endpoints.get(each))))));
    }

    // ---- The whitelist of a service

    private JsonNode listPermissions(Ask ask, JsonNode real) {
        String text = ask.query().get("permission");
        refuseIf(text != null && (text.isEmpty() || text.length() > 1000), "EndPoint.3002");
        page(ask, 500, "permissions", Stream.<Permission>of(), each -> each.fields);
        Service service = own(ask);
        learnRecords(service, real);
        return page(
                ask,
                500,
                "permissions",
                service.whitelist.values().stream()
                        .filter(each -> text == null || each.text("permission").contains(text)),
                Model::record);
    }

    private static ObjectNode record(Permission permission) {
        return without(permission, "updated_at");
    }

    private static ArrayNode records(Service service) {
        return list(newestFirst(service.whitelist.values().stream(), each -> each.created)
                .map(Model::record));
    }

    private void batch(JsonNode body) {
        need(body, "permissions", "EndPoint.3036");
        refuseIf(body.get("permissions").isEmpty(), "EndPoint.3036");
        refuseIf(body.get("permissions").size() > limits.batch(), "EndPoint.0016");
    }

    private static String type(JsonNode body) {
        String type = body.path("permission_type").asText("domainId");
        refuseIf(!type.equals("domainId") && !type.equals("orgPath"), INVALID);
        return type;
    }

    private static void permission(String permission, String type) {
        boolean fits = type.equals("orgPath")
                ? permission.matches("organizations:orgPath::[A-Za-z0-9/*?-]{1,1024}")
                : permission.matches("[*]|iam:domain::[A-Za-z0-9*]{1,64}|iam:domainName::[A-Za-z0-9_+*.?{},-]{1,80}");
        refuseIf(!fits, "EndPoint.3002");
    }

    private JsonNode changePermissions(Ask ask, JsonNode body) {
        need(body, "permissions", "EndPoint.3036");
        need(body, "action", MISSING);
        batch(body);
        String action = body.get("action").asText();
        refuseIf(!action.equals("add") && !action.equals("remove"), "EndPoint.3035");
        String type = type(body);
        Set<String> permissions = new LinkedHashSet<>(texts(body.get("permissions")));
        permissions.forEach(each -> permission(each, type));
        Service service = ownToChange(ask);
        if (action.equals("add")) {
            room(service, permissions);
            permissions.forEach(each -> add(service, each, null));
        } else {
            service.whitelist.keySet().removeAll(permissions);
        }
        ObjectNode answer = JSON.createObjectNode().put("permission_type", type);
        ArrayNode list = answer.putArray("permissions");
        records(service).forEach(each -> list.add(each.path("permission")));
        return answer;
    }

    private void room(Service service, Set<String> more) {
        Set<String> all = new HashSet<>(service.whitelist.keySet());
        all.addAll(more);
        refuseIf(all.size() > limits.records(), "EndPoint.3049");
    }

    /** There is one record of an account; a description that comes with it replaces the one that is there. */
    private void add(Service service, String permission, @Nullable String description) {
        Permission record = service.whitelist.get(permission);
        if (record == null) {
            ObjectNode fields = JSON.createObjectNode()
                    .put("permission", permission)
                    .put("permission_type", permission.startsWith("organizations:") ? "orgPath" : "domainId")
                    .put("description", "")
                    .put("created_at", now())
                    .put("updated_at", now());
            record = new Permission(fields, ++turns);
            service.whitelist.put(permission, record);
        }
        if (description != null) {
            record.fields.put("description", description);
            touch(record);
        }
    }

    private JsonNode addPermissions(Ask ask, JsonNode body, JsonNode real) {
        batch(body);
        String type = type(body);
        for (JsonNode each : body.get("permissions")) {
            permission(each.path("permission").asText(), type);
            description(each);
        }
        Service service = ownToChange(ask);
        Set<String> wanted = new HashSet<>();
        body.get("permissions")
                .forEach(each -> wanted.add(each.path("permission").asText()));
        room(service, wanted);
        body.get("permissions")
                .forEach(each -> add(
                        service,
                        each.path("permission").asText(),
                        each.path("description").asText()));
        learnRecords(service, real);
        return JSON.createObjectNode().set("permissions", records(service));
    }

    /** The ids of records show only in some answers. */
    private void learnRecords(Service service, JsonNode real) {
        for (JsonNode each : real.path("permissions")) {
            Permission record = service.whitelist.get(each.path("permission").asText());
            if (record != null && !record.fields.has("id")) {
                record.fields.put("id", fresh(each));
            }
        }
    }

    private static Permission recordOf(Service service, String id) {
        return service.whitelist.values().stream()
                .filter(each -> each.text("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(NO_SUCH));
    }

    private JsonNode removePermissions(Ask ask, JsonNode body, JsonNode real) {
        batch(body);
        List<String> ids = items(body.get("permissions")).stream()
                .map(each -> each.path("id").asText())
                .toList();
        ids.forEach(each -> id(each, INVALID));
        Service service = ownToChange(ask);
        List<Permission> meant =
                ids.stream().map(each -> recordOf(service, each)).toList();
        service.whitelist.values().removeAll(meant);
        learnRecords(service, real);
        return JSON.createObjectNode().set("permissions", records(service));
    }

    private JsonNode describePermission(Ask ask, JsonNode body) {
        need(body, "permission", MISSING);
        id(ask.argument("permission"), INVALID);
        description(body.get("permission"));
        Service service = ownToChange(ask);
        Permission record = recordOf(service, ask.argument("permission"));
        add(
                service,
                record.text("permission"),
                body.get("permission").path("description").asText());
        return JSON.createObjectNode().set("permissions", list(Stream.of(record(record))));
    }

    // ---- Endpoints

    private Endpoint ownEndpoint(Ask ask) {
        String id = ask.argument("endpoint");
        Endpoint endpoint = endpoints.get(id);
        if (endpoint == null || !endpoint.project.equals(ask.project())) {
            Gone deleted = gone.get(id);
            throw new Refused(
                    deleted != null && deleted.project().equals(ask.project()) ? "EndPoint.2008" : "EndPoint.2006");
        }
        return endpoint;
    }

    /** The address shows from the first acceptance on; errors show in the state that they explain. */
    private ObjectNode shown(Endpoint endpoint, JsonNode real, String... hidden) {
        if (endpoint.wasAccepted && !endpoint.isGateway() && !endpoint.fields.has("ip")) {
            endpoint.fields.put("ip", chosen(endpoint, real.path("ip").asText()));
        }
        ObjectNode shown = without(endpoint, hidden);
        if (!endpoint.wasAccepted) {
            shown.remove("ip");
        }
        if (!endpoint.is("failed")) {
            shown.remove("error");
        }
        return shown;
    }

    /** An address that nobody has in that subnet. */
    private String chosen(Endpoint endpoint, String ip) {
        String subnet = endpoint.text("subnet_id");
        boolean isOne = vpcs.isEmpty()
                ? ip.matches("10(\\.[0-9]{1,3}){3}")
                : vpcs.stream().anyMatch(each -> each.subnet().equals(subnet) && each.isHost(ip));
        if (!isOne || isTaken(subnet, ip)) {
            throw new Wrong("\"" + ip + "\" is no free address");
        }
        return ip;
    }

    private boolean isTaken(String subnet, String ip) {
        return endpoints.values().stream()
                .anyMatch(each ->
                        each.text("subnet_id").equals(subnet) && each.text("ip").equals(ip));
    }

    /** Whether an address is in use, or none is left; of those that do not show yet only the service knows which. */
    private void address(String subnet, @Nullable String ip, JsonNode real) {
        List<Endpoint> there = endpoints.values().stream()
                .filter(each -> each.text("subnet_id").equals(subnet))
                .toList();
        if (ip == null) {
            long hosts = vpcs.stream()
                    .filter(each -> each.subnet().equals(subnet))
                    .mapToLong(Named::hosts)
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
            refuseIf(there.size() >= hosts, "EndPoint.2022");
        } else {
            boolean hidden = there.stream().anyMatch(each -> !each.fields.has("ip"));
            boolean told = real.path("code").asText().equals("EndPoint.2042");
            refuseIf(isTaken(subnet, ip) || (!vpcs.isEmpty() && hidden && told), "EndPoint.2042");
        }
    }

    /** The route tables that lead to other endpoints of the project; where any id is taken, to any number. */
    private Set<String> bound(String project, String vpc, String except) {
        return vpcs.isEmpty()
                ? Set.of()
                : endpoints.values().stream()
                        .filter(each -> each.project.equals(project) && !each.id.equals(except))
                        .filter(each -> each.text("vpc_id").equals(vpc))
                        .flatMap(each -> texts(each.fields.path("routetables")).stream())
                        .collect(Collectors.toSet());
    }

    private boolean isTable(String project, String vpc, String table) {
        return vpcs.isEmpty()
                || learned.getOrDefault("routes of " + vpc, "").equals(table)
                || vpcs.stream()
                        .anyMatch(each -> each.isOf(project)
                                && each.id().equals(vpc)
                                && each.tables().contains(table));
    }

    private static void policy(JsonNode body) {
        for (JsonNode each : body.path("policy_statement")) {
            refuseIf(
                    !List.of("Allow", "Deny").contains(each.path("Effect").asText())
                            || isBlank(each.path("Action"))
                            || isBlank(each.path("Resource")),
                    "EndPoint.2048");
        }
    }

    private static boolean isBlank(JsonNode list) {
        return list.isEmpty() || texts(list).stream().anyMatch(String::isBlank);
    }

    /**
     * Statements are for gateway services, a document for interface services, and both for those that take policies.
     */
    private static void policyFor(Service service, JsonNode body) {
        boolean statements = !body.path("policy_statement").isEmpty();
        boolean document = body.has("policy_document");
        refuseIf(
                (statements && !service.isGateway())
                        || (document && service.isGateway())
                        || ((statements || document) && !service.takesPolicies()),
                "EndPoint.2048");
    }

    private static void setPolicy(ObjectNode fields, JsonNode body) {
        boolean statements = !body.path("policy_statement").isEmpty();
        if (statements || body.has("policy_document")) {
            fields.remove(List.of("policy_statement", "policy_document"));
        }
        if (statements) {
            fields.set("policy_statement", body.get("policy_statement"));
        }
        if (body.has("policy_document")) {
            fields.set("policy_document", body.get("policy_document"));
        }
    }

    private JsonNode createEndpoint(Who who, JsonNode body, JsonNode real) {
        need(body, "endpoint_service_id", "EndPoint.2029");
        need(body, "vpc_id", "EndPoint.2011");
        String serviceId = body.get("endpoint_service_id").asText();
        refuseIf(serviceId.isEmpty(), "EndPoint.2029");
        id(serviceId, "EndPoint.3062");
        String vpc = body.get("vpc_id").asText();
        refuseIf(vpc.isEmpty(), "EndPoint.2011");
        id(vpc, "EndPoint.0020");
        ArrayNode tags = tags(body.path("tags"), 10);
        policy(body);
        description(body);
        Service service = services.get(serviceId);
        if (service == null) {
            throw new Refused("EndPoint.2003");
        }
        ObjectNode fields = service.isGateway() ? gateway(body) : interfaced(body);
        Named named = vpcOf(who.project, body);
        if (service.isGateway()) {
            if (named != null && !fields.has("routetables") && named.hasDefault()) {
                fields.putArray("routetables").add(named.tables().get(0));
            }
            refuseIf(
                    texts(fields.path("routetables")).stream().anyMatch(each -> !isTable(who.project, vpc, each)),
                    "EndPoint.4030");
        } else {
            lookUpSubnet(who.project, body, fields.path("subnet_id").asText());
            refuseIf(
                    named != null
                            && fields.has("ip")
                            && !named.isHost(fields.path("ip").asText()),
                    "EndPoint.2043");
        }
        refuseIf(!isAdmitted(who, service), "EndPoint.2012");
        policyFor(service, body);
        refuseIf(!service.is("available"), "EndPoint.2004");
        if (service.isGateway()) {
            Set<String> taken = bound(who.project, vpc, "");
            List<String> wanted = fields.has("routetables")
                    ? texts(fields.get("routetables"))
                    : List.of(learned.getOrDefault("routes of " + vpc, ""));
            refuseIf(wanted.stream().anyMatch(taken::contains), "EndPoint.2039");
        } else {
            address(
                    fields.path("subnet_id").asText(),
                    fields.has("ip") ? fields.path("ip").asText() : null,
                    real);
        }
        refuseIf(used(endpoints, who.project) >= limits.endpoints(), "Endpoint.1018");

        String id = fresh(real);
        if (service.isGateway() && !fields.has("routetables")) {
            fields.putArray("routetables")
                    .add(same(
                            "routes of " + vpc, real.path("routetables").path(0).asText()));
        }
        if (!service.isGateway() && body.path("enable_dns").asBoolean()) {
            fields.putArray("dns_names").add("vpcep-" + id + ".cn-north-4.huaweicloud.com");
        }
        if (fields.path("ip_version").asText().equals("dualstack") && !fields.has("ipv6_address")) {
            String address = real.path("ipv6_address").asText();
            if (!address.startsWith("2001:db8:")) {
                throw new Wrong("\"" + address + "\" is no IPv6 address of the subnet");
            }
            fields.put("ipv6_address", address);
        }
        long marker = real.path("marker_id").asLong(0);
        if (marker < 1 || marker > Integer.MAX_VALUE || !markers.add(marker)) {
            throw new Wrong(marker + " is no new marker_id");
        }
        fields.set("tags", tags);
        setPolicy(fields, body);
        fields.put("id", id)
                .put("marker_id", marker)
                .put("service_type", service.text("service_type"))
                .put("endpoint_service_id", serviceId)
                .put("endpoint_service_name", service.text("service_name"))
                .put("enable_dns", body.path("enable_dns").asBoolean(false))
                .put("vpc_id", vpc)
                .put("project_id", who.project)
                .put("created_at", now())
                .put("specification_name", "default")
                .put("enable_status", "enable");
        fields.putArray("active_status").add("active");
        if (body.has("description")) {
            fields.set("description", body.get("description"));
        }
        if (service.fields.has("pool_id")) {
            fields.set("endpoint_pool_id", service.fields.get("pool_id"));
        }
        Endpoint endpoint = new Endpoint(fields, who.project, who.domain, ++turns);
        endpoints.put(id, endpoint);
        if (!service.isPublic && service.fields.path("approval_enabled").asBoolean()) {
            move(endpoint, "pendingAcceptance");
        } else {
            begin(endpoint, "creating", "accepted");
        }
        return shown(endpoint, real, "ip_version", "error");
    }

    private static boolean isAdmitted(Who who, Service service) {
        return service.isPublic
                || service.domain.equals(who.domain)
                || Stream.of("*", "iam:domain::*", "organizations:orgPath::*", "iam:domain::" + who.domain)
                        .anyMatch(service.whitelist::containsKey);
    }

    private static ObjectNode gateway(JsonNode body) {
        ObjectNode fields = JSON.createObjectNode();
        List<String> tables = routes(body.path("routetables"));
        if (!tables.isEmpty()) {
            tables.forEach(fields.putArray("routetables")::add);
        }
        return fields;
    }

    private static List<String> routes(JsonNode ids) {
        texts(ids).forEach(each -> id(each, "EndPoint.1019"));
        return texts(ids).stream().distinct().toList();
    }

    private ObjectNode interfaced(JsonNode body) {
        ObjectNode fields = JSON.createObjectNode();
        String subnet = body.path("subnet_id").asText("");
        refuseIf(subnet.isEmpty(), "EndPoint.2010");
        id(subnet, "EndPoint.0023");
        fields.put("subnet_id", subnet);
        if (body.has("port_ip")) {
            String ip = body.get("port_ip").asText();
            refuseIf(!isAddress(ip), "EndPoint.2041");
            fields.put("ip", ip);
        }
        String version = body.path("ip_version").asText("ipv4");
        refuseIf(!version.equals("ipv4") && !version.equals("dualstack"), INVALID);
        fields.put("ip_version", version);
        if (body.has("ipv6_address")) {
            refuseIf(!body.get("ipv6_address").asText().contains(":"), "EndPoint.2041");
            refuseIf(!version.equals("dualstack"), INVALID);
            fields.set("ipv6_address", body.get("ipv6_address"));
        }
        whitelist(fields, body);
        return fields;
    }

    private static boolean isAddress(String text) {
        String[] parts = text.split("\\.", -1);
        return parts.length == 4
                && Stream.of(parts).allMatch(each -> each.matches("[0-9]{1,3}") && Integer.parseInt(each) < 256);
    }

    /** Addresses and blocks, but neither 0.0.0.0 nor a block of everything. */
    private static boolean isBlock(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length == 1) {
            return isAddress(text) && !text.equals("0.0.0.0");
        }
        return parts.length == 2
                && isAddress(parts[0])
                && parts[1].matches("[0-9]{1,2}")
                && Integer.parseInt(parts[1]) > 0
                && Integer.parseInt(parts[1]) <= 32;
    }

    private void whitelist(ObjectNode fields, JsonNode body) {
        List<String> entries = texts(body.path("whitelist"));
        refuseIf(!entries.stream().allMatch(Model::isBlock), "EndPoint.2044");
        refuseIf(entries.size() > limits.addresses(), "EndPoint.2045");
        entries.forEach(fields.putArray("whitelist")::add);
        fields.put("enable_whitelist", body.path("enable_whitelist").asBoolean(false));
    }

    private JsonNode listEndpoints(Ask ask, JsonNode real) {
        nameFilter(ask);
        idFilter(ask, "vpc_id", "EndPoint.0020");
        idFilter(ask, "id", "EndPoint.2017");
        Map<String, JsonNode> answered = new HashMap<>();
        real.path("endpoints").forEach(each -> answered.put(each.path("id").asText(), each));
        return page(
                ask,
                1000,
                "endpoints",
                endpoints.values().stream()
                        .filter(each -> each.project.equals(ask.project()))
                        .filter(each ->
                                isIn(ask.query().get("endpoint_service_name"), each.text("endpoint_service_name")))
                        .filter(each -> is(ask.query().get("vpc_id"), each.text("vpc_id")))
                        .filter(each -> is(ask.query().get("id"), each.id))
                        .filter(each -> is(ask.query().get("public_border_group"), each.text("public_border_group"))),
                each -> shown(
                        each,
                        answered.getOrDefault(each.id, MissingNode.getInstance()),
                        "specification_name",
                        "enable_status",
                        "ip_version",
                        "ipv6_address"));
    }

    private JsonNode deleteEndpoint(Ask ask) {
        Endpoint endpoint = ownEndpoint(ask);
        refuseIf(endpoint.is("creating"), "EndPoint.2019");
        refuseIf(endpoint.is("deleting"), "EndPoint.2018");
        begin(endpoint, "deleting", "gone");
        return MissingNode.getInstance();
    }

    private JsonNode updateWhitelist(Ask ask, JsonNode body, JsonNode real) {
        ObjectNode after = JSON.createObjectNode();
        whitelist(after, body);
        Endpoint endpoint = ownEndpoint(ask);
        refuseIf(endpoint.isGateway(), "EndPoint.2044");
        refuseUnlessSettled(endpoint);
        endpoint.fields.setAll(after);
        touch(endpoint);
        return shown(
                endpoint,
                real,
                "endpoint_pool_id",
                "specification_name",
                "enable_status",
                "error",
                "description",
                "ip_version",
                "ipv6_address");
    }

    private JsonNode updateRoutes(Ask ask, JsonNode body) {
        need(body, "routetables", MISSING);
        refuseIf(body.get("routetables").isEmpty(), MISSING);
        List<String> tables = routes(body.get("routetables"));
        Endpoint endpoint = ownEndpoint(ask);
        refuseIf(!endpoint.isGateway(), "EndPoint.2040");
        String vpc = endpoint.text("vpc_id");
        refuseIf(tables.stream().noneMatch(each -> isTable(endpoint.project, vpc, each)), "EndPoint.4030");
        refuseUnlessSettled(endpoint);
        Set<String> taken = bound(endpoint.project, vpc, endpoint.id);
        List<String> failed = tables.stream()
                .filter(each -> taken.contains(each) || !isTable(endpoint.project, vpc, each))
                .toList();
        if (failed.equals(tables)) {
            throw new Refused(taken.contains(failed.get(0)) ? "EndPoint.2039" : "EndPoint.4030");
        }
        ArrayNode bound = endpoint.fields.putArray("routetables");
        tables.stream().filter(each -> !failed.contains(each)).forEach(bound::add);
        touch(endpoint);
        ObjectNode answer = JSON.createObjectNode().set("routetables", bound.deepCopy());
        if (!failed.isEmpty()) {
            ObjectNode errors = answer.putArray("error").addObject();
            errors.set(
                    "bind_failed",
                    list(failed.stream().map(each -> JSON.createObjectNode().put("id", each))));
            errors.putArray("unbind_failed");
        }
        return answer;
    }

    private JsonNode updatePolicy(Ask ask, JsonNode body, JsonNode real) {
        policy(body);
        refuseIf(body.path("policy_statement").isEmpty() && !body.has("policy_document"), "EndPoint.2048");
        Endpoint endpoint = ownEndpoint(ask);
        Service service = services.get(endpoint.service());
        if (service != null) {
            policyFor(service, body);
        }
        refuseUnlessSettled(endpoint);
        setPolicy(endpoint.fields, body);
        touch(endpoint);
        return shown(endpoint, real, "ip_version", "ipv6_address");
    }

    private JsonNode deletePolicy(Ask ask, JsonNode real) {
        Endpoint endpoint = ownEndpoint(ask);
        refuseUnlessSettled(endpoint);
        refuseIf(!endpoint.fields.has("policy_statement"), "EndPoint.2049");
        endpoint.fields.remove("policy_statement");
        touch(endpoint);
        return shown(endpoint, real, "ip_version", "ipv6_address");
    }

    private JsonNode upgradeEndpoint(Ask ask, JsonNode body) {
        need(body, "action", MISSING);
        refuseIf(!body.get("action").asText().equals("start"), INVALID);
        Endpoint endpoint = ownEndpoint(ask);
        refuseIf(endpoint.isGateway(), INVALID);
        refuseUnlessSettled(endpoint);
        Service service = services.get(endpoint.service());
        refuseIf(service != null && !service.isProfessional(), INVALID);
        touch(endpoint);
        return MissingNode.getInstance();
    }

    // ---- Quotas and tags

    private JsonNode quotas(Ask ask) {
        String type = ask.query().get("type");
        refuseIf(type != null && !type.equals("endpoint") && !type.equals("endpoint_service"), "EndPoint.3070");
        ArrayNode resources = JSON.createArrayNode();
        if (is(type, "endpoint")) {
            resources
                    .addObject()
                    .put("type", "endpoint")
                    .put("used", used(endpoints, ask.project()))
                    .put("quota", limits.endpoints());
        }
        if (is(type, "endpoint_service")) {
            resources
                    .addObject()
                    .put("type", "endpoint_service")
                    .put("used", used(services, ask.project()))
                    .put("quota", limits.services());
        }
        return JSON.createObjectNode().set("quotas", JSON.createObjectNode().set("resources", resources));
    }

    private Stream<? extends Thing> tagged(Ask ask) {
        boolean isService = ask.argument("type").equals("endpoint_service");
        return newestFirst(
                (isService ? services : endpoints)
                        .values().stream().map(Thing.class::cast).filter(each -> each.project.equals(ask.project())),
                each -> each.created);
    }

    private static Map<String, String> tagsOf(Thing thing) {
        Map<String, String> tags = new LinkedHashMap<>();
        thing.fields
                .path("tags")
                .forEach(each ->
                        tags.put(each.path("key").asText(), each.path("value").asText()));
        return tags;
    }

    private JsonNode changeTags(Ask ask, JsonNode body) {
        boolean isService = ask.argument("type").equals("endpoint_service");
        id(ask.argument("resource"), isService ? "EndPoint.3062" : "EndPoint.2017");
        need(body, "tags", "EndPoint.3066");
        need(body, "action", MISSING);
        String action = body.get("action").asText();
        refuseIf(!action.equals("create") && !action.equals("delete"), "EndPoint.0007");
        JsonNode given = body.get("tags");
        refuseIf(given.isEmpty(), "EndPoint.3066");
        boolean creates = action.equals("create");
        refuseIf(creates && items(given).stream().anyMatch(each -> !each.has("value")), "EndPoint.3068");
        tags(given, 20);
        Ask named = new Ask(
                ask.operation(),
                ask.who(),
                ask.project(),
                Map.of(isService ? "service" : "endpoint", ask.argument("resource")),
                Map.of(),
                "");
        Thing thing = isService ? ownToChange(named) : ownEndpoint(named);
        refuseIf(thing.is("deleting"), isService ? "EndPoint.3045" : "EndPoint.2018");
        Map<String, String> tags = tagsOf(thing);
        for (JsonNode each : given) {
            String key = each.path("key").asText();
            if (creates) {
                tags.put(key, each.path("value").asText());
            } else if (!each.has("value") || each.get("value").asText().equals(tags.get(key))) {
                tags.remove(key);
            }
        }
        refuseIf(tags.size() > (isService ? 20 : 10), "EndPoint.3069");
        ArrayNode after = thing.fields.putArray("tags");
        tags.forEach((key, value) -> after.addObject().put("key", key).put("value", value));
        touch(thing);
        return MissingNode.getInstance();
    }

    private JsonNode listTags(Ask ask) {
        Map<String, Set<String>> values = new TreeMap<>();
        tagged(ask)
                .forEach(thing -> tagsOf(thing)
                        .forEach((key, value) -> values.computeIfAbsent(key, each -> new TreeSet<>())
                                .add(value)));
        ArrayNode tags = JSON.createArrayNode();
        values.forEach(
                (key, all) -> all.forEach(tags.addObject().put("key", key).putArray("values")::add));
        return JSON.createObjectNode().set("tags", tags);
    }

    private JsonNode queryTags(Ask ask, JsonNode body) {
        need(body, "action", MISSING);
        String action = body.get("action").asText();
        refuseIf(!action.equals("filter") && !action.equals("count"), "EndPoint.0007");
        int limit = number(body.path("limit").asText("1000"), "EndPoint.0006");
        refuseIf(limit < 1 || limit > 1000, "EndPoint.0006");
        int offset = number(body.path("offset").asText("0"), "EndPoint.0010");
        Predicate<Thing> wanted = byTags(body).and(byName(body.path("matches")));
        List<Thing> found = tagged(ask).map(Thing.class::cast).filter(wanted).toList();
        ObjectNode answer = JSON.createObjectNode().put("total_count", found.size());
        if (action.equals("filter")) {
            answer.set(
                    "resources", list(found.stream().skip(offset).limit(limit).map(each -> {
                        ObjectNode resource = JSON.createObjectNode()
                                .put("resource_id", each.id)
                                .put("resource_name", nameOf(each));
                        resource.set("tags", each.fields.get("tags"));
                        return resource;
                    })));
        }
        return answer;
    }

    private static String nameOf(Thing thing) {
        return thing instanceof Service ? thing.text("service_name") : thing.id;
    }

    private static Predicate<Thing> byName(JsonNode matches) {
        refuseIf(matches.size() > 1, INVALID);
        List<String> texts = new ArrayList<>();
        for (JsonNode each : matches) {
            refuseIf(!each.path("key").asText().equals("resource_name"), INVALID);
            texts.add(each.path("value").asText());
        }
        return thing -> texts.stream().allMatch(each -> !each.isEmpty() && isIn(each, nameOf(thing)));
    }

    private static Predicate<Thing> byTags(JsonNode body) {
        if (body.path("without_any_tag").asBoolean(false)) {
            return thing -> tagsOf(thing).isEmpty();
        }
        List<Predicate<Thing>> all = filters(body.path("tags"));
        List<Predicate<Thing>> any = filters(body.path("tags_any"));
        List<Predicate<Thing>> notAll = filters(body.path("not_tags"));
        List<Predicate<Thing>> notAny = filters(body.path("not_tags_any"));
        return thing -> all.stream().allMatch(each -> each.test(thing))
                && (any.isEmpty() || any.stream().anyMatch(each -> each.test(thing)))
                && (notAll.isEmpty() || notAll.stream().anyMatch(each -> !each.test(thing)))
                && notAny.stream().noneMatch(each -> each.test(thing));
    }

    /** A key with any of its values, with any at all when none are named; an asterisk in front means "contains". */
    private static List<Predicate<Thing>> filters(JsonNode list) {
        refuseIf(list.size() > 10, "EndPoint.3069");
        Set<String> keys = new HashSet<>();
        List<Predicate<Thing>> filters = new ArrayList<>();
        for (JsonNode each : list) {
            String key = each.path("key").asText().strip();
            refuseIf(key.isEmpty(), "EndPoint.3066");
            List<String> values =
                    texts(each.path("values")).stream().map(String::strip).toList();
            refuseIf(Set.copyOf(values).size() < values.size(), "EndPoint.3071");
            filters.add(thing -> {
                String value = tagsOf(thing).get(key);
                return value != null
                        && (values.isEmpty()
                                || values.stream()
                                        .anyMatch(wanted -> wanted.startsWith("*")
                                                ? value.contains(wanted.substring(1))
                                                : value.equals(wanted)));
            });
            keys.add(key);
        }
        refuseIf(keys.size() < list.size(), "EndPoint.3067");
        return filters;
    }
}
