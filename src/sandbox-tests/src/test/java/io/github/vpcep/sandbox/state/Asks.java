package io.github.vpcep.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vpcep.sandbox.state.Ask.Operation;
import io.github.vpcep.sandbox.state.Model.Endpoint;
import io.github.vpcep.sandbox.state.Model.Service;
import io.github.vpcep.sandbox.state.Model.Thing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Draws one request, which follows from a seed and from what there is. Few values, so that things meet. */
final class Asks {
    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";
    private static final String LONG = "x".repeat(65);
    private static final List<String> NAMES = List.of("", "web", "Web", "api", "a-name-of-16-lett");
    private static final List<String> KEYS = List.of("team", "env", "k3", "k4", "k5", "k6", "k7", "k8", "k9");
    private static final List<String> VALUES = List.of("", "orders", "order", "x");

    private final Model model;
    private final Random random;
    private final Map<String, String> arguments = new HashMap<>();
    private final Map<String, String> query = new HashMap<>();
    private @Nullable ObjectNode body;
    private Who who;

    Asks(Model model, long seed) {
        this.model = model;
        this.random = new Random(seed);
        // The first numbers of neighbouring seeds are alike.
        random.nextLong();
        this.who = one(List.of(Who.values()));
    }

    /** The request. */
    Ask draw() {
        Operation operation = operation();
        fill(operation);
        if (rarely(40)) {
            arguments.put("nobody", "");
        }
        String project = rarely(50) ? one(List.of("a.b", Who.ANNE.project, Who.BERT.project)) : who.project;
        return new Ask(operation, who, project, arguments, query, text());
    }

    /** All that anybody can see of the state. */
    static List<Ask> all(Model model) {
        List<Ask> all = new ArrayList<>();
        for (Who who : Who.values()) {
            List.of(Operation.LIST_SERVICES, Operation.LIST_ENDPOINTS, Operation.QUOTAS)
                    .forEach(each -> all.add(new Ask(each, who, who.project, Map.of(), Map.of(), "")));
            List.of("endpoint_service", "endpoint")
                    .forEach(each -> all.add(
                            new Ask(Operation.LIST_TAGS, who, who.project, Map.of("type", each), Map.of(), "")));
            of(who, model.services.values())
                    .forEach(id -> List.of(
                                    Operation.GET_SERVICE, Operation.LIST_CONNECTIONS, Operation.LIST_PERMISSIONS)
                            .forEach(each ->
                                    all.add(new Ask(each, who, who.project, Map.of("service", id), Map.of(), ""))));
            of(who, model.endpoints.values())
                    .forEach(id -> all.add(
                            new Ask(Operation.GET_ENDPOINT, who, who.project, Map.of("endpoint", id), Map.of(), "")));
        }
        return all;
    }

    private static List<String> of(Who who, Collection<? extends Thing> things) {
        return things.stream()
                .filter(each -> each.project.equals(who.project))
                .map(each -> each.id)
                .toList();
    }

    private String text() {
        if (body == null) {
            return "";
        }
        if (rarely(100)) {
            return one(List.of("", "{", "[]"));
        }
        if (rarely(40) && !body.isEmpty()) {
            List<String> names = new ArrayList<>();
            body.fieldNames().forEachRemaining(names::add);
            body.remove(one(names));
        }
        return body.toString();
    }

    /** What makes things more often than what takes them away. */
    private Operation operation() {
        return switch (random.nextInt(14)) {
            case 0 -> Operation.CREATE_SERVICE;
            case 1, 2 -> Operation.CREATE_ENDPOINT;
            case 3 -> Operation.DECIDE;
            case 4 -> one(List.of(Operation.CHANGE_PERMISSIONS, Operation.ADD_PERMISSIONS));
            case 5 -> one(List.of(Operation.DELETE_SERVICE, Operation.DELETE_ENDPOINT, Operation.LIST_CONNECTIONS));
            case 6 -> one(List.of(Operation.QUERY_TAGS, Operation.CHANGE_TAGS));
            default -> one(List.of(Operation.values()));
        };
    }

    // ---- Chance

    private boolean rarely(int times) {
        return random.nextInt(times) == 0;
    }

    private boolean evenly() {
        return random.nextBoolean();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> @Nullable T any(Collection<T> of) {
        return of.isEmpty() ? null : one(List.copyOf(of));
    }

    /** A good value mostly, else a bad one. */
    private String mostly(String good, String... bad) {
        return rarely(15) ? one(List.of(bad)) : good;
    }

    private String vpc() {
        return model.vpcs.isEmpty() || !rarely(25) ? one(List.of("v1", "v2")) : one(List.of("v3", "v4"));
    }

    /** What that VPC has mostly, when VPCs are named; else any of these. */
    private String of(String vpc, String... ids) {
        List<String> its = Named.of(model.vpcs, vpc, List.of(ids));
        return its.isEmpty() || rarely(12) ? one(List.of(ids)) : one(its);
    }

    private ObjectNode object() {
        return Model.JSON.createObjectNode();
    }

    private ArrayNode some(int most, Supplier<JsonNode> each) {
        ArrayNode list = Model.JSON.createArrayNode();
        for (int i = rarely(12) ? 0 : 1 + random.nextInt(most); i > 0; i--) {
            list.add(each.get());
        }
        return list;
    }

    private JsonNode text(String value) {
        return Model.JSON.getNodeFactory().textNode(value);
    }

    private ObjectNode begin() {
        ObjectNode begun = object();
        body = begun;
        return begun;
    }

    // ---- What is meant

    /**
     * A service of a user mostly, who calls; one to which somebody is connected if wanted, and that goes if there is
     * one.
     */
    private String service(boolean connected) {
        List<Service> of = model.services.values().stream()
                .filter(each -> !each.isPublic)
                .filter(each -> !connected || connected(each.id) != null)
                .toList();
        List<Service> going = of.stream().filter(each -> each.is("deleting")).toList();
        return meant(any(connected && evenly() && !going.isEmpty() ? going : of), model.services.values());
    }

    private String endpoint() {
        return rarely(12) && !model.goneIds.isEmpty()
                ? gone()
                : meant(any(model.endpoints.values()), model.endpoints.values());
    }

    private String gone() {
        who = one(List.of(Who.values()));
        return one(model.goneIds);
    }

    private String meant(@Nullable Thing thing, Collection<? extends Thing> all) {
        if (rarely(30)) {
            return one(List.of(UNKNOWN, LONG));
        }
        Thing other = any(List.copyOf(all));
        if (other != null && rarely(10)) {
            return other.id;
        }
        if (thing == null) {
            return UNKNOWN;
        }
        act(thing.project);
        return thing.id;
    }

    /** The project of something that goes. */
    private String going() {
        Endpoint endpoint = any(model.endpoints.values().stream()
                .filter(each -> each.is("deleting"))
                .toList());
        return endpoint == null ? "" : endpoint.project;
    }

    private void act(String project) {
        for (Who each : Who.values()) {
            who = each.project.equals(project) ? each : who;
        }
    }

    // ---- Requests

    private void fill(Operation operation) {
        switch (operation) {
            case LIST_VERSIONS -> {}
            case GET_VERSION -> arguments.put("version", mostly("v1", "v2"));
            case CREATE_SERVICE -> newService();
            case LIST_SERVICES -> listServices();
            case DESCRIBE_SERVICE -> describeService();
            case LIST_PUBLIC -> {
                filter("endpoint_service_name", "dns", "OBS", "", "none");
                page(1000);
            }
            case CREATE_ENDPOINT -> newEndpoint();
            case LIST_ENDPOINTS -> listEndpoints();
            case QUOTAS -> {
                act(going());
                filter("type", "endpoint", "endpoint_service", "endpoints");
            }
            case QUERY_TAGS, LIST_TAGS, CHANGE_TAGS -> ofTags(operation);
            case GET_ENDPOINT, DELETE_ENDPOINT, DELETE_POLICY -> arguments.put("endpoint", endpoint());
            case UPDATE_WHITELIST, UPDATE_ROUTES, UPDATE_POLICY, UPGRADE_ENDPOINT -> {
                arguments.put("endpoint", endpoint());
                ofEndpoint(operation, begin());
            }
            default -> {
                boolean connects = switch (operation) {
                    case DECIDE, DESCRIBE_CONNECTIONS, LIST_CONNECTIONS -> true;
                    case DELETE_SERVICE, RENAME_SERVICE -> evenly();
                    default -> false;
                };
                String service = service(connects);
                arguments.put("service", service);
                ofService(operation, service);
            }
        }
    }

    private void newService() {
        String vpc = vpc();
        ObjectNode body = begin().put("vpc_id", mostly(vpc, "", LONG))
                .put("port_id", mostly(of(vpc, "p1", "p2", "p3", "p4"), "", LONG))
                .put("server_type", mostly(one(List.of("LB", "VM", "VIP")), "lb"));
        body.set("ports", ports());
        ofBoth(body);
        if (evenly()) {
            body.put("service_name", name());
        }
        if (rarely(4)) {
            body.put("approval_enabled", evenly());
        }
        if (rarely(10)) {
            body.put("service_type", mostly("interface", "gateway"));
        }
        if (rarely(3)) {
            body.put("enable_policy", evenly());
        }
        if (rarely(4)) {
            body.put("ip_version", mostly(one(List.of("ipv4", "ipv6")), "ipv5"));
            if (evenly()) {
                body.put("snat_network_id", mostly(of(vpc, "s1", "s2"), "", LONG));
            }
        }
        if (evenly()) {
            body.set("tags", tags(3));
        }
    }

    /** What may be given at the creation of a service and later. */
    private void ofBoth(ObjectNode body) {
        if (rarely(3)) {
            body.put("description", description());
        }
        if (rarely(4)) {
            body.put("tcp_proxy", mostly(one(List.of("close", "open", "toa_open")), "shut"));
        }
        if (rarely(4)) {
            body.put("vip_port_id", mostly(one(List.of("p8", "p9")), "", LONG));
        }
        if (rarely(4)) {
            body.put("ip", mostly("10.9.8.7", "", "a b"));
        }
    }

    private String name() {
        return rarely(15) ? one(List.of("a.b", "a-name-of-17-lettt", "ä")) : one(NAMES.subList(0, 4));
    }

    private String description() {
        return mostly(one(List.of("", "one", "two")), "<", "a>", "x".repeat(model.limits.description() + 1));
    }

    private ArrayNode ports() {
        ArrayNode ports = Model.JSON.createArrayNode();
        for (int i = rarely(20) ? random.nextInt(model.limits.ports() + 2) : 1 + random.nextInt(2); i > 0; i--) {
            int client = rarely(40) ? one(List.of(0, 65536)) : 80 + i + (rarely(15) ? 1 : 0);
            int server = rarely(40) ? one(List.of(0, 65536)) : one(List.of(1, 2, 3, 65535));
            ObjectNode port = ports.addObject().put("client_port", client).put("server_port", server);
            if (evenly()) {
                port.put("protocol", mostly("TCP", "UDP"));
            }
        }
        return ports;
    }

    private ArrayNode tags(int most) {
        return some(most, this::tag);
    }

    private ObjectNode tag() {
        String key = rarely(40)
                ? one(List.of("", "x".repeat(129), "a*", " a", "_sys_a"))
                : one(evenly() ? KEYS.subList(0, 2) : KEYS);
        String value = rarely(40) ? one(List.of("x".repeat(256), "a|")) : one(VALUES);
        ObjectNode tag = object().put("key", key);
        return rarely(12) ? tag : tag.put("value", value);
    }

    private void ofService(Operation operation, String service) {
        switch (operation) {
            case GET_SERVICE, DELETE_SERVICE -> {}
            case UPDATE_SERVICE -> {
                ObjectNode body = begin();
                ofBoth(body);
                if (rarely(3)) {
                    body.put("service_name", name());
                }
                if (rarely(4)) {
                    body.put("approval_enabled", evenly());
                }
                if (rarely(3)) {
                    body.put("port_id", mostly(one(List.of("p1", "p2", "p3", "p4")), "", LONG));
                }
                if (rarely(3)) {
                    body.set("ports", ports());
                }
            }
            case RENAME_SERVICE -> begin().put("endpoint_service_name", name());
            case UPGRADE_SERVICE -> {
                if (rarely(5)) {
                    body = null;
                } else {
                    begin().put("action", mostly(one(List.of("upgrade", "rollback")), "up"));
                }
            }
            case ADD_BACKENDS ->
                begin().set("server_resources", some(2, () -> object().put("resource_id", mostly("r1", "", LONG))));
            case LIST_CONNECTIONS -> {
                Endpoint endpoint = connected(service);
                filter("id", endpoint == null ? UNKNOWN : endpoint.id, UNKNOWN, LONG);
                filter("marker_id", endpoint == null ? "1" : endpoint.text("marker_id"), "0", "-1");
                filter("status", "accepted", "pendingAcceptance", "rejected", "failed", "creating", "deleting", "gone");
                page(1000);
            }
            case DECIDE -> {
                ObjectNode body = begin().put("action", mostly(one(List.of("receive", "reject")), "accept"));
                ArrayNode ids = body.putArray("endpoints").add(connection(service));
                if (rarely(30)) {
                    ids.add(UNKNOWN);
                } else if (rarely(30)) {
                    ids.removeAll();
                }
            }
            case DESCRIBE_CONNECTIONS ->
                begin().set(
                                "connections",
                                some(
                                        2,
                                        () -> object().put("id", connection(service))
                                                .put("description", description())));
            case LIST_PERMISSIONS -> {
                filter("permission", "::d", "d00000", "D00000", "org", "*", "");
                page(500);
            }
            case CHANGE_PERMISSIONS -> {
                boolean path = rarely(5);
                ObjectNode body = permissions(path, () -> text(permission(path)));
                body.put("action", mostly(one(List.of("add", "add", "remove")), "put"));
            }
            case ADD_PERMISSIONS -> {
                boolean path = rarely(5);
                permissions(
                        path, () -> object().put("permission", permission(path)).put("description", description()));
            }
            case REMOVE_PERMISSIONS -> begin().set("permissions", some(3, () -> object().put("id", record(service))));
            case DESCRIBE_PERMISSION -> {
                arguments.put("permission", record(service));
                begin().putObject("permission").put("description", description());
            }
            default -> throw new IllegalArgumentException(operation.toString());
        }
    }

    private ObjectNode permissions(boolean path, Supplier<JsonNode> each) {
        ObjectNode body = begin();
        body.set("permissions", some(rarely(15) ? model.limits.batch() + 2 : 3, each));
        if (path || rarely(4)) {
            body.put("permission_type", mostly(path ? "orgPath" : "domainId", "path", path ? "domainId" : "orgPath"));
        }
        return body;
    }

    private String permission(boolean path) {
        if (rarely(25)) {
            return one(List.of("", "iam:domain::", "d0000", "iam:domain::a b"));
        }
        String account = "iam:domain::" + one(List.of(Who.values())).domain;
        return path
                ? "organizations:orgPath::" + one(List.of("o/r1", "o/r2", "*"))
                : one(List.of(account, account, "iam:domainName::a*", one(List.of("*", "iam:domain::*"))));
    }

    private String record(String service) {
        Service meant = model.services.get(service);
        List<Model.Permission> known = new ArrayList<>();
        if (meant != null && !rarely(12)) {
            known.addAll(meant.whitelist.values());
        } else {
            model.services.values().forEach(each -> known.addAll(each.whitelist.values()));
        }
        known.removeIf(each -> !each.fields.has("id"));
        Model.Permission one = any(known);
        return one == null || rarely(20) ? UNKNOWN : one.text("id");
    }

    private @Nullable Endpoint connected(String service) {
        return any(model.endpoints.values().stream()
                .filter(each -> each.service().equals(service))
                .toList());
    }

    /** The id of an endpoint of that service mostly. */
    private String connection(String service) {
        Endpoint own = connected(service);
        Endpoint other = any(model.endpoints.values());
        if (rarely(15)) {
            return model.goneIds.isEmpty() || evenly() ? one(List.of(UNKNOWN, LONG)) : one(model.goneIds);
        }
        if (own == null || rarely(15)) {
            return other == null ? UNKNOWN : other.id;
        }
        return own.id;
    }

    private void newEndpoint() {
        String vpc = vpc();
        Service service = any(model.services.values());
        ObjectNode body = begin().put(
                        "endpoint_service_id", mostly(service == null ? UNKNOWN : service.id, UNKNOWN, "", LONG))
                .put("vpc_id", mostly(vpc, "", LONG));
        boolean gateway = service != null && service.isGateway();
        if (service != null && !service.isPublic && rarely(3)) {
            act(service.project);
        }
        if (!gateway || rarely(3)) {
            body.put("subnet_id", mostly(of(vpc, "s1", "s2"), "", LONG));
            if (evenly()) {
                body.put("port_ip", mostly("192.168.0." + (1 + random.nextInt(3)), "1.2.3", "1.2.3.256", "1.2.3.0/24"));
            }
            whitelist(body);
        }
        if (gateway ? evenly() : rarely(4)) {
            body.set("routetables", some(2, () -> text(mostly(of(vpc, "t1", "t2", "t3"), "", LONG))));
            if (!gateway) {
                body.remove("routetables");
            }
        }
        if (rarely(3)) {
            body.put("enable_dns", evenly());
        } else if (rarely(40)) {
            body.put("enable_dns", "maybe");
        }
        if (rarely(6) && !gateway) {
            body.put("ip_version", mostly(one(List.of("ipv4", "dualstack", "dualstack")), "ipv6"));
            if (rarely(3)) {
                body.put("ipv6_address", mostly("2001:db8::7", "2001", "1.2.3.4"));
            }
        }
        if (rarely(3)) {
            body.put("description", description());
        }
        if (evenly()) {
            body.set("tags", tags(rarely(15) ? 11 : 2));
        }
        if (rarely(5)) {
            policy(body, gateway);
        }
    }

    private void whitelist(ObjectNode body) {
        if (rarely(3)) {
            int most = rarely(10) ? model.limits.addresses() + 1 : 2;
            body.set(
                    "whitelist",
                    some(
                            most,
                            () -> text(mostly(
                                    one(List.of("1.2.3.4", "10.0.0.0/8", "0.0.0.0/1")),
                                    "0.0.0.0",
                                    "1.2.3.0/0",
                                    "1.2.3.4/33",
                                    "a"))));
        }
        if (rarely(3)) {
            body.put("enable_whitelist", evenly());
        }
    }

    /** Of the kind that fits mostly. */
    private void policy(ObjectNode body, boolean gateway) {
        if (gateway != rarely(8)) {
            body.set("policy_statement", some(2, () -> {
                ObjectNode statement = object().put("Effect", mostly(one(List.of("Allow", "Deny")), "allow"));
                statement.putArray("Action").add(mostly("obs:object:GetObject", " "));
                ArrayNode resource = statement.putArray("Resource").add("obs:*:*:object:" + random.nextInt(3));
                return rarely(20) ? statement.set("Resource", resource.removeAll()) : statement;
            }));
        }
        if (gateway == rarely(8)) {
            body.putObject("policy_document").put("Version", "5.0").put("n", random.nextInt(3));
        }
    }

    private void ofEndpoint(Operation operation, ObjectNode body) {
        Endpoint endpoint = model.endpoints.get(arguments.getOrDefault("endpoint", ""));
        switch (operation) {
            case UPDATE_WHITELIST -> whitelist(body);
            case UPDATE_ROUTES ->
                body.set("routetables", some(3, () -> text(mostly(one(List.of("t1", "t2", "t3")), "", LONG))));
            case UPDATE_POLICY -> policy(body, endpoint != null && endpoint.isGateway());
            default -> body.put("action", mostly("start", "stop"));
        }
    }

    // ---- Lists

    private void filter(String name, String... values) {
        if (rarely(3)) {
            query.put(name, one(List.of(values)));
        }
    }

    /** Which part of a list; at most one of these is bad. */
    private void page(int most) {
        if (evenly()) {
            query.put("limit", String.valueOf(1 + random.nextInt(4)));
        }
        if (evenly()) {
            query.put("offset", String.valueOf(random.nextInt(4)));
        }
        if (evenly()) {
            query.put("sort_key", one(List.of("create_at", "update_at")));
        }
        if (evenly()) {
            query.put("sort_dir", one(List.of("asc", "desc")));
        }
        if (rarely(8)) {
            query.clear();
            String name = one(List.of("limit", "offset", "sort_key", "sort_dir"));
            query.put(
                    name,
                    switch (name) {
                        case "limit" -> one(List.of("0", "-1", "x", String.valueOf(most), String.valueOf(most + 1)));
                        case "offset" -> one(List.of("-1", "x", "0"));
                        case "sort_key" -> "created_at";
                        default -> "up";
                    });
        }
    }

    private void listServices() {
        Service service = any(model.services.values());
        if (service != null && !service.isPublic) {
            act(service.project);
        }
        if (rarely(4)) {
            query.put("endpoint_service_name", one(List.of("WEB", ".api.", "cn-north", "", "x".repeat(129))));
        } else if (rarely(4)) {
            query.put("id", service == null ? UNKNOWN : one(List.of(service.id, service.id, UNKNOWN, LONG)));
        } else if (rarely(4)) {
            query.put("status", one(List.of("available", "creating", "deleting", "failed", "gone")));
        } else if (rarely(4)) {
            query.put("net_type", one(List.of("vlan", "vxlan", "all", "lan")));
        } else if (rarely(10)) {
            query.put("public_border_group", "edge");
        }
        page(1000);
    }

    private void describeService() {
        Service service = any(model.services.values());
        if (service == null || rarely(12)) {
            query.put("id", one(List.of(UNKNOWN, LONG)));
        } else if (evenly()) {
            query.put("id", service.id);
        }
        if (query.isEmpty() || rarely(4)) {
            String name = service == null ? "x" : service.text("service_name");
            query.put("endpoint_service_name", mostly(name, "", name.substring(1), "x".repeat(129)));
        }
        if (rarely(25)) {
            query.clear();
        }
    }

    private void listEndpoints() {
        Endpoint endpoint = any(model.endpoints.values());
        if (endpoint != null) {
            act(endpoint.project);
        }
        if (rarely(4)) {
            query.put("endpoint_service_name", one(List.of("WEB", ".api.", "myhuawei", "", "x".repeat(129))));
        } else if (rarely(4)) {
            query.put("vpc_id", one(List.of("v1", "v2", "v3", LONG)));
        } else if (rarely(4)) {
            query.put("id", endpoint == null ? UNKNOWN : one(List.of(endpoint.id, endpoint.id, UNKNOWN, LONG)));
        } else if (rarely(10)) {
            query.put("public_border_group", "edge");
        }
        page(1000);
    }

    // ---- Tags

    private void ofTags(Operation operation) {
        boolean service = evenly();
        if (operation == Operation.CHANGE_TAGS) {
            arguments.put("resource", service ? service(false) : endpoint());
            ObjectNode body = begin().put("action", mostly(one(List.of("create", "create", "delete")), "add"));
            body.set("tags", tags(rarely(20) ? 21 : 3));
        } else {
            Thing thing = service ? any(model.services.values()) : any(model.endpoints.values());
            act(thing == null ? "" : thing.project);
        }
        arguments.put("type", mostly(service ? "endpoint_service" : "endpoint", "services"));
        if (operation == Operation.QUERY_TAGS) {
            queryTags();
        }
    }

    private void queryTags() {
        ObjectNode body = begin().put("action", mostly(one(List.of("filter", "filter", "count")), "find"));
        if (rarely(5)) {
            body.put("without_any_tag", evenly());
        }
        List<String> lists = List.of("tags", "tags_any", "not_tags", "not_tags_any");
        String meant = one(lists);
        for (String list : lists) {
            if (list.equals(meant) || rarely(8)) {
                ArrayNode filters = body.putArray(list);
                for (String key : KEYS.subList(0, 3)) {
                    if (evenly()) {
                        filters.addObject()
                                .put("key", mostly(key, " team ", "", " "))
                                .set("values", evenly() ? Model.JSON.createArrayNode() : some(2, this::wanted));
                    }
                }
            }
        }
        if (rarely(4)) {
            body.set(
                    "matches",
                    some(
                            rarely(8) ? 2 : 1,
                            () -> object().put("key", mostly("resource_name", "name"))
                                    .put("value", one(List.of("WEB", "-", "api", "")))));
        }
        if (rarely(3)) {
            body.put("limit", mostly(String.valueOf(1 + random.nextInt(3)), "0", "1001", "x", ""));
        }
        if (rarely(3)) {
            body.put("offset", mostly(String.valueOf(random.nextInt(3)), "-1", "x"));
        }
    }

    private JsonNode wanted() {
        return text(one(List.of("orders", "*rde", "x", " order", "")));
    }
}
