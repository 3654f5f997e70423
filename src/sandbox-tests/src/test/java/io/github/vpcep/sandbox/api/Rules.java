package io.github.vpcep.sandbox.api;

import static io.github.vpcep.sandbox.api.Running.ALICE;
import static io.github.vpcep.sandbox.api.Running.BOB;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vpcep.model.ServerType;
import io.github.vpcep.router.Operation;
import io.github.vpcep.sandbox.auth.Account;
import io.github.vpcep.server.VpcepRouter.Apis;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which the sandbox refuses, as sandbox-choices.md has them: what only that rule refuses, what it is told
 * with, where in the order of the checks it stands, and the neighbours that pass.
 */
final class Rules {
    // "Authentication, project, route and method, path ids, body, required fields, formats, referenced objects, state,
    // quota"; between these stands what the page says of single operations.
    static final int AUTHENTICATION = 0;
    static final int PROJECT = 100;
    static final int ROUTE = 200;
    static final int METHOD = 210;
    static final int PATH_IDS = 300;
    static final int BODY = 400;
    static final int REQUIRED = 500;
    static final int FORMAT = 600;
    static final int OBJECT = 700;
    static final int STATE = 800;
    static final int QUOTA = 900;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";
    private static final List<String> ENDPOINT_STATES = List.of(
            "creating", "pendingAcceptance", "accepted", "rejected", "failed", "deleting", "frozen", "disabled");
    private static final String LONG = "x".repeat(65);
    private static final String LONGEST = "x".repeat(64);

    /** A request that passes, and of which each rule's is made. */
    record Base(String name, String operation, Function<RuleWorld, RuleAttempt> making) {
        RuleAttempt in(RuleWorld world) {
            return making.apply(world);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A way in which something is changed. */
    record Change(String name, Consumer<RuleAttempt> making) {}

    /** A rule. */
    static final class Rule {
        final Base base;
        final int rank;
        final String name;
        final String told;
        final Consumer<RuleAttempt> fault;
        final List<Change> neighbours = new ArrayList<>();
        String question = "";
        String says = "";

        private Rule(Base base, int rank, String name, String told, Consumer<RuleAttempt> fault) {
            this.base = base;
            this.rank = rank;
            this.name = name;
            this.told = told;
            this.fault = fault;
        }

        /** What differs in that one thing, and passes. */
        Rule but(String neighbour, Consumer<RuleAttempt> change) {
            neighbours.add(new Change(neighbour, change));
            return this;
        }

        /** The question of the page that it answers. */
        Rule by(String asked) {
            question = asked;
            return this;
        }

        /** What its message holds. */
        Rule saying(String part) {
            says = part;
            return this;
        }

        @Override
        public String toString() {
            return base + ": " + name;
        }
    }

    final List<Rule> all = new ArrayList<>();
    final List<Base> bases = new ArrayList<>();
    private Base base = new Base("", "", world -> {
        throw new IllegalStateException();
    });

    Rules() {
        services();
        connections();
        whitelists();
        endpoints();
        tagsAndQuotas();
        versions();
    }

    // ---- Words

    private void begin(String name, Consumer<RuleAttempt> more, String body) {
        String operation = name.split(" ", -1)[0];
        base = new Base(name, operation, world -> {
            RuleAttempt attempt = new RuleAttempt(world, operation, body);
            if (attempt.takes("vpc_endpoint_service_id")) {
                attempt.path.put("vpc_endpoint_service_id", world.service());
            }
            if (attempt.takes("resource_type")) {
                attempt.path.put("resource_type", "endpoint_service");
            }
            more.accept(attempt);
            if (attempt.takes("vpc_endpoint_id")) {
                attempt.path.computeIfAbsent("vpc_endpoint_id", none -> world.endpoint());
            }
            return attempt;
        });
        bases.add(base);
        ofAny(operation);
    }

    private Rule rule(int rank, String name, String told, Consumer<RuleAttempt> fault) {
        Rule rule = new Rule(base, rank, name, told, fault);
        all.add(rule);
        return rule;
    }

    private static Consumer<RuleAttempt> put(String name, Object value) {
        return a -> body(a).set(name, JSON.valueToTree(value));
    }

    private static Consumer<RuleAttempt> putJson(String name, String value) {
        return a -> body(a).set(name, RuleAttempt.json(value));
    }

    private static Consumer<RuleAttempt> drop(String name) {
        return a -> body(a).remove(name);
    }

    private static Consumer<RuleAttempt> query(String name, String value) {
        return a -> a.query.put(name, value);
    }

    private static Consumer<RuleAttempt> path(String name, String value) {
        return a -> a.path.put(name, value);
    }

    private static ObjectNode body(RuleAttempt attempt) {
        ObjectNode body = attempt.body;
        if (body == null) {
            body = JSON.createObjectNode();
            attempt.body = body;
        }
        return body;
    }

    private void need(String name, String code) {
        rule(REQUIRED, name + " left out", "400 " + code, drop(name)).saying(name);
    }

    private void type(String name, Object value, String code) {
        rule(REQUIRED, name + " of another type", "400 " + code, put(name, value))
                .saying(name);
    }

    private static List<Integer> upTo(int count) {
        return IntStream.rangeClosed(1, count).boxed().toList();
    }

    private static ArrayNode list(int count, Function<Integer, Object> item) {
        ArrayNode list = JSON.createArrayNode();
        upTo(count).forEach(each -> list.add(JSON.<JsonNode>valueToTree(item.apply(each))));
        return list;
    }

    private static ObjectNode object(String... namesAndValues) {
        ObjectNode object = JSON.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    // ---- Any request

    private void ofAny(String operation) {
        Operation<Apis> shape = RuleAttempt.operation(operation);
        if (!takes(shape, "project_id")) {
            rule(METHOD, "another method", "405 EndPoint.0002", a -> a.method = "PATCH");
            return;
        }
        rule(AUTHENTICATION, "no token", "401 EndPoint.0003", a -> a.token = "").by("What is a token?");
        rule(AUTHENTICATION, "a token that nobody has", "401 EndPoint.0003", a -> a.token = "token-nobody")
                .by("What is a token?");
        rule(PROJECT, "a malformed project", "400 EndPoint.0014", a -> in("a.b", a))
                .by("Form of a project id?");
        rule(PROJECT, "a project of another account", "403 EndPoint.0004", a -> in(BOB.projectId(), a))
                .by("Another project in the path?");
        rule(PROJECT, "a project of nobody", "403 EndPoint.0004", a -> in("a".repeat(32), a))
                .by("Another project in the path?");
        rule(
                        PROJECT,
                        "a token of another project of the account",
                        "403 EndPoint.0004",
                        a -> in(RuleWorld.ALICE_TOO.projectId(), a))
                .by("Another project in the path?");
        rule(ROUTE, "a path that is none", "404 EndPoint.0005", a -> a.behind = "/x/y/z/w");
        rule(METHOD, "another method", "405 EndPoint.0002", a -> a.method = "PATCH")
                .by("Limits of HTTP itself?");
        if (takes(shape, "vpc_endpoint_service_id")) {
            ofPath("vpc_endpoint_service_id", "400 EndPoint.3062");
            service();
        }
        if (takes(shape, "vpc_endpoint_id")) {
            ofPath("vpc_endpoint_id", "400 EndPoint.2017");
            endpoint("vpc_endpoint_id");
        }
        if (takes(shape, "permission_id")) {
            ofPath("permission_id", "400 EndPoint.0002");
        }
        if (takes(shape, "resource_type")) {
            rule(PATH_IDS, "a type that is none", "400 EndPoint.3070", path("resource_type", "services"))
                    .by("A type that is not known?");
        }
        if (shape.body() != Operation.Body.NONE) {
            ofBody(shape);
        }
        if (shape.answers()) {
            rule(BODY, "an Accept without JSON", "406 EndPoint.0002", a -> a.headers.put("Accept", "text/html"))
                    .by("Limits of HTTP itself?")
                    .but("any", a -> a.headers.put("Accept", "text/html, */*;q=0.1"));
        }
    }

    private static boolean takes(Operation<Apis> operation, String pathParameter) {
        return operation.path().contains("{" + pathParameter + "}");
    }

    /** The token stays that of the account. */
    private static void in(String project, RuleAttempt attempt) {
        String token = attempt.token == null ? attempt.caller.token() : attempt.token;
        attempt.caller = attempt.caller.toBuilder().projectId(project).build();
        attempt.token = token;
    }

    private void ofPath(String name, String told) {
        rule(PATH_IDS, name + " of 65 characters", told, path(name, LONG));
        rule(PATH_IDS, name + " of spaces", told, path(name, " "));
    }

    private void ofBody(Operation<Apis> shape) {
        if (shape.body() == Operation.Body.REQUIRED) {
            rule(BODY, "an empty body", "504 EndPoint.0011", a -> a.raw = "").by("An empty body?");
        }
        rule(BODY, "no JSON", "400 EndPoint.0002", a -> a.raw = "{");
        rule(BODY, "a list in place of an object", "400 EndPoint.0002", a -> a.raw = "[]");
        rule(BODY, "another media type", "400 EndPoint.0002", a -> a.headers.put("Content-Type", "text/plain"))
                .by("Limits of HTTP itself?")
                .but("JSON", a -> a.headers.put("Content-Type", "application/json;charset=utf-8"));
        rule(BODY, "a packed body", "400 EndPoint.0002", a -> a.headers.put("Content-Encoding", "gzip"))
                .by("Limits of HTTP itself?")
                .but("as it is", a -> a.headers.put("Content-Encoding", "identity"));
    }

    /** The service in the path. */
    private void service() {
        boolean reads = base.operation().startsWith("List");
        Consumer<RuleAttempt> unknown = path("vpc_endpoint_service_id", UNKNOWN);
        String asked = "An id in the path that is not there, or of another project?";
        rule(OBJECT, "a service that is not there", "404 EndPoint.0005", unknown)
                .by(asked);
        rule(OBJECT, "a service of another account", "404 EndPoint.0005", a -> toServiceOf(BOB, a))
                .by(asked);
        rule(OBJECT, "a service of another project", "404 EndPoint.0005", a -> toServiceOf(RuleWorld.ALICE_TOO, a))
                .by(asked);
        rule(
                        OBJECT,
                        "a public service",
                        reads ? "404 EndPoint.0005" : "403 EndPoint.0004",
                        a -> a.path.put("vpc_endpoint_service_id", a.world.offered("dns")))
                .by("Are they found by ListServiceDetails?");
    }

    private static void toServiceOf(Account owner, RuleAttempt attempt) {
        attempt.path.put("vpc_endpoint_service_id", attempt.world.serviceOf(owner));
    }

    /** The endpoint in the path. */
    private void endpoint(String name) {
        String asked = "An id in the path that is not there, or of another project?";
        rule(OBJECT, "an endpoint that is not there", "404 EndPoint.2006", path(name, UNKNOWN))
                .by(asked);
        for (Account each : List.of(BOB, RuleWorld.ALICE_TOO)) {
            rule(
                            OBJECT,
                            "an endpoint of " + (each.equals(BOB) ? "another account" : "another project"),
                            "404 EndPoint.2006",
                            a -> a.path.put(name, endpointOf(each, a)))
                    .by(asked);
        }
        rule(
                        OBJECT,
                        "an endpoint that was deleted",
                        "404 EndPoint.2008",
                        a -> a.path.put(name, a.changedWorld().deleted(ALICE, endpointOf(ALICE, a))))
                .by(asked);
        rule(
                        OBJECT,
                        "an endpoint of another account that was deleted",
                        "404 EndPoint.2006",
                        a -> a.path.put(name, a.changedWorld().deleted(BOB, endpointOf(BOB, a))))
                .by(asked);
    }

    private static String endpointOf(Account owner, RuleAttempt attempt) {
        return attempt.world.newEndpoint(owner, attempt.world.offered("dns"), it -> it);
    }

    // ---- Parts of requests

    private void description(int rank) {
        String asked = "How long is a description?";
        rule(rank, "a description of 513 characters", "400 EndPoint.0002", put("description", "ä".repeat(513)))
                .by(asked)
                .saying("at most 512 characters")
                .but("of 512", put("description", "ä".repeat(512)))
                .but("of 512 that take two", put("description", "\uD83D\uDE00".repeat(512)))
                .but("of none", put("description", ""));
        for (String each : List.of("a<b", "a>b")) {
            rule(rank, "a description " + each, "400 EndPoint.0002", put("description", each))
                    .by(asked)
                    .saying("angle brackets")
                    .but("a&b", put("description", "a&b"));
        }
        type("description", 7, "EndPoint.0002");
    }

    private void tags(int rank, int most) {
        String asked = "Characters and lengths?";
        rule(rank, most + 1 + " tags", "400 EndPoint.3069", put("tags", numbered(most + 1)))
                .by(asked)
                .but("as many as there may be", put("tags", numbered(most)));
        rule(rank, "a tag without key", "400 EndPoint.3066", putTag("", "v")).but("of one letter", putTag("k", "v"));
        rule(rank, "a key of 129 characters", "400 EndPoint.3072", putTag("k".repeat(129), "v"))
                .by(asked)
                .but("of 128", putTag("k".repeat(128), "v"))
                .but("of 128 that take two", putTag("\uD83D\uDE00".repeat(128), "v"));
        rule(rank, "a value of 256 characters", "400 EndPoint.3073", putTag("k", "v".repeat(256)))
                .by(asked)
                .but("of 255", putTag("k", "v".repeat(255)))
                .but("of none", putTag("k", ""));
        for (String each : List.of("*", "<", ">", "\\", ",", "|")) {
            rule(rank, "a key with " + each, "400 EndPoint.3068", putTag("k" + each + "k", "v"))
                    .by(asked);
            rule(rank, "a value with " + each, "400 EndPoint.3068", putTag("k", "v" + each))
                    .by(asked);
        }
        rule(rank, "a key with /", "400 EndPoint.3068", putTag("a/b", "v"))
                .by(asked)
                .but("a value", putTag("k", "a/b"));
        rule(rank, "a key behind a space", "400 EndPoint.3068", putTag(" k", "v"))
                .by(asked)
                .but("a value", putTag("k", " v"));
        rule(rank, "a key before a space", "400 EndPoint.3068", putTag("k ", "v"))
                .by(asked)
                .but("around one", putTag("k k", "v"));
        rule(rank, "a key of the system", "400 EndPoint.3068", putTag("_sys_k", "v"))
                .by(asked)
                .but("nearly", putTag("_sysk", "v"))
                .but("not in front", putTag("k_sys_", "v"));
        rule(
                        rank,
                        "a key twice",
                        "400 EndPoint.3067",
                        putJson("tags", "[{'key':'a','value':'b'},{'key':'a','value':'c'}]"))
                .but("in another letter case", putJson("tags", "[{'key':'a','value':'b'},{'key':'A','value':'b'}]"));
    }

    private static ArrayNode numbered(int count) {
        return list(count, i -> object("key", "k" + i, "value", "v"));
    }

    private static Consumer<RuleAttempt> putTag(String key, String value) {
        return put("tags", List.of(object("key", key, "value", value)));
    }

    private void page(int most) {
        String asked = "Parameters that are not known?";
        rule(FORMAT, "limit 0", "400 EndPoint.0006", query("limit", "0")).but("1", query("limit", "1"));
        rule(FORMAT, "limit " + (most + 1), "400 EndPoint.0006", query("limit", String.valueOf(most + 1)))
                .saying("from 1 to " + most)
                .but("one less", query("limit", String.valueOf(most)));
        rule(FORMAT, "an empty limit", "400 EndPoint.0006", query("limit", "")).by(asked);
        rule(FORMAT, "offset -1", "400 EndPoint.0010", query("offset", "-1"))
                .but("0", query("offset", "0"))
                .but("beyond the end", query("offset", "1000000"));
        rule(FORMAT, "an empty offset", "400 EndPoint.0010", query("offset", ""))
                .by(asked);
        rule(FORMAT, "sort_key", "400 EndPoint.0017", query("sort_key", "created_at"))
                .but("by creation", query("sort_key", "create_at"))
                .but("by change", query("sort_key", "update_at"));
        rule(FORMAT, "sort_dir", "400 EndPoint.0018", query("sort_dir", "up"))
                .but("up", query("sort_dir", "asc"))
                .but("down", query("sort_dir", "desc"));
    }

    private void nameFilter() {
        rule(FORMAT, "a name of 129 characters", "400 EndPoint.1003", query("endpoint_service_name", "x".repeat(129)))
                .by("Names?")
                .but("of 128", query("endpoint_service_name", "x".repeat(128)));
        rule(FORMAT, "an empty name", "400 EndPoint.1003", query("endpoint_service_name", ""))
                .by("Bad names?")
                .but("of 1", query("endpoint_service_name", "x"));
    }

    private void idFilter(String name, String code) {
        rule(FORMAT, name + " of 65 characters", "400 " + code, query(name, LONG))
                .but("of 64", query(name, LONGEST));
        rule(FORMAT, "an empty " + name, "400 " + code, query(name, "")).but("of 1", query(name, "x"));
    }

    private void status(List<String> known) {
        Rule rule = rule(FORMAT, "a status that is none", "400 EndPoint.0019", query("status", "gone"));
        known.forEach(each -> rule.but(each, query("status", each)));
    }

    /** What services may have, and their updates; in which order is told of creation only. */
    private void mappings(int rank) {
        rule(rank, "no port mapping", "400 EndPoint.2028", put("ports", List.of()))
                .by("An empty `ports` in an update?");
        rule(rank, "201 port mappings", "400 EndPoint.3074", put("ports", ports(201)))
                .by("How many mappings per call?")
                .saying("at most 200")
                .but("200", put("ports", ports(200)));
        for (String side : List.of("client_port", "server_port")) {
            rule(rank, side + " 0", "400 EndPoint.3043", a -> putPort(a, side, 0))
                    .but("1", a -> putPort(a, side, 1));
            rule(rank, side + " 65536", "400 EndPoint.3043", a -> putPort(a, side, 65536))
                    .but("65535", a -> putPort(a, side, 65535));
            rule(REQUIRED, side + " left out", "400 EndPoint.2028", a -> {
                ObjectNode port = port(9, 9);
                port.remove(side);
                body(a).putArray("ports").add(port);
            });
        }
        rule(rank, "another protocol", "400 EndPoint.3075", a -> putProtocol(a, "UDP"))
                .but("TCP", a -> putProtocol(a, "TCP"));
        rule(
                        rank,
                        "a client port twice",
                        "400 EndPoint.3044",
                        a -> body(a).putArray("ports").add(port(9, 60001)).add(port(9, 60002)))
                .by("When are two port mappings duplicates?")
                .but(
                        "a server port twice",
                        a -> body(a).putArray("ports").add(port(9, 60001)).add(port(10, 60001)));
    }

    private static ArrayNode ports(int count) {
        return list(count, i -> port(i, 50000 + i));
    }

    private static ObjectNode port(int client, int server) {
        return JSON.createObjectNode().put("client_port", client).put("server_port", server);
    }

    private static void putPort(RuleAttempt attempt, String side, int number) {
        body(attempt).putArray("ports").add(port(9, 60003).put(side, number));
    }

    private static void putProtocol(RuleAttempt attempt, String protocol) {
        body(attempt).putArray("ports").add(port(9, 60004).put("protocol", protocol));
    }

    private void shortName(String name, int rank) {
        rule(rank, "a name of 17 characters", "400 EndPoint.3076", put(name, "a".repeat(17)))
                .by("Rename answers?")
                .saying("at most 16")
                .but("of 16", put(name, "a".repeat(16)))
                .but("of none", put(name, ""));
        rule(rank, "a name with a dot", "400 EndPoint.3076", put(name, "a.b"))
                .by("Bad names?")
                .but("of all kinds", put(name, "aZ0_-"));
        rule(rank, "a name beyond ASCII", "400 EndPoint.3076", put(name, "ä")).by("Bad names?");
    }

    private void backend(int rankOfVip, int rankOfProxy, int rankOfIp) {
        rule(rankOfVip, "vip_port_id of 65 characters", "400 EndPoint.3051", put("vip_port_id", LONG))
                .by("`vip_port_id` without the server type VIP?");
        rule(rankOfVip, "an empty vip_port_id", "400 EndPoint.3051", put("vip_port_id", ""));
        Rule proxy = rule(rankOfProxy, "another tcp_proxy", "400 EndPoint.0002", put("tcp_proxy", "x"));
        List.of("close", "toa_open", "proxy_open", "open", "proxy_vni")
                .forEach(each -> proxy.but(each, put("tcp_proxy", each)));
        for (String each : List.of("a b", "", "-a", "a-", ".a", "a".repeat(254))) {
            rule(rankOfIp, "ip \"" + each + "\"", "400 EndPoint.0002", put("ip", each))
                    .but("an address", put("ip", "10.9.8.7"))
                    .but("a name", put("ip", "a-b." + "c".repeat(249)));
        }
    }

    /** Each state of a service, and what is told in it; nothing where it passes. */
    private void inStates(String asked, String creating, String available, String failed, String deleting) {
        ofStates(
                asked,
                List.of("creating", "available", "failed", "deleting"),
                List.of(creating, available, failed, deleting),
                (a, state) -> a.changedWorld().move(a.world.service(), state));
    }

    private interface Moving {
        void to(RuleAttempt attempt, String state);
    }

    private void ofStates(String asked, List<String> states, List<String> told, Moving moving) {
        List<Change> passing = new ArrayList<>();
        List<Rule> refusing = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            String state = states.get(i);
            Consumer<RuleAttempt> change = a -> moving.to(a, state);
            if (told.get(i).isEmpty()) {
                passing.add(new Change("while it is " + state, change));
            } else {
                refusing.add(
                        rule(STATE, "while it is " + state, told.get(i), change).by(asked));
            }
        }
        if (!refusing.isEmpty()) {
            refusing.get(0).neighbours.addAll(passing);
        } else {
            // Nothing stands in the way: the states are neighbours of another rule.
            all.get(all.size() - 1).neighbours.addAll(passing);
        }
    }

    private static final String CHANGED = "What can be changed when?";
    private static final String BUSY = "400 EndPoint.3045";

    private void inAnyState() {
        inStates(CHANGED, "", "", "", "");
    }

    private void whileAvailable(String asked) {
        inStates(asked, BUSY, "", BUSY, BUSY);
    }

    // ---- Services

    private void services() {
        begin("CreateEndpointService", a -> body(a).putArray("ports").add(port(80, a.world.number())), """
                {'port_id':'p','vpc_id':'v','server_type':'VM'}""");
        need("port_id", "EndPoint.2002");
        need("vpc_id", "EndPoint.2011");
        need("server_type", "EndPoint.2002");
        need("ports", "EndPoint.2028");
        type("port_id", 7, "EndPoint.0002");
        type("approval_enabled", "yes", "EndPoint.0002");
        int next = FORMAT;
        shortName("service_name", ++next);
        rule(++next, "kind gateway", "400 EndPoint.0002", put("service_type", "gateway"))
                .saying("the kind interface")
                .but("interface", put("service_type", "interface"));
        rule(++next, "another server type", "400 EndPoint.3021", put("server_type", "XX"))
                .but("VIP", put("server_type", "VIP"))
                .but("LB", put("server_type", "LB"));
        rule(++next, "an empty VPC id", "400 EndPoint.2011", put("vpc_id", ""));
        rule(next, "a VPC id of 65 characters", "400 EndPoint.0020", put("vpc_id", LONG));
        rule(++next, "a port id of 65 characters", "400 EndPoint.3003", put("port_id", LONG));
        rule(next, "an empty port id", "400 EndPoint.3003", put("port_id", ""));
        int vip = ++next;
        mappings(++next);
        backend(vip, ++next, FORMAT + 20);
        tags(++next, 20);
        description(++next);
        ipv6(FORMAT + 20);

        String lookedUp = "VPCs, subnets, ports, route tables?";
        next = OBJECT;
        rule(++next, "a VPC that is not there", "400 EndPoint.2001", put("vpc_id", "none"))
                .by(lookedUp);
        rule(next, "a VPC of another project", "400 EndPoint.2001", put("vpc_id", "theirs"))
                .by("Whose are VPCs?");
        rule(++next, "a port that is not there", "400 EndPoint.3008", put("port_id", "none-such"))
                .by(lookedUp);
        rule(next, "a port of another project", "400 EndPoint.3008", put("port_id", "their-p"))
                .by("Whose are VPCs?");
        rule(next, "a port of another VPC", "400 EndPoint.3042", put("port_id", "w-p"))
                .by(lookedUp)
                .but("in that VPC", put("port_id", "w-p").andThen(put("vpc_id", "w")));
        rule(++next, "a VIP port of another VPC", "400 EndPoint.3051", vip("w-p"))
                .by(lookedUp)
                .but("of that VPC", vip("vip"))
                .but("of a VM", put("vip_port_id", "w-p"));
        rule(++next, "a SNAT network that is not there", "404 EndPoint.4004", put("snat_network_id", "none"))
                .by(lookedUp)
                .but("that is there", put("snat_network_id", "s"));
        rule(next, "a SNAT network of another VPC", "400 EndPoint.2037", put("snat_network_id", "w-s"))
                .by(lookedUp);

        next = STATE;
        rule(++next, "a server port that another service has there", "400 EndPoint.3044", a -> clash(ALICE, 0, a))
                .by("When are two port mappings duplicates?")
                .but("at another port", a -> clash(ALICE, 1, a))
                .but("of another project", a -> clash(RuleWorld.ALICE_TOO, 0, a))
                .but("of another account", a -> clash(BOB, 0, a));
        rule(++next, "a port with as many services as it takes", "400 EndPoint.3056", a -> share(ALICE, a))
                .by("How many services share a `port_id`?")
                .saying("at most 1")
                .but("one less", put("port_id", "few"))
                .but("of another project", a -> share(BOB, a));
        rule(next, "a port that takes none", "400 EndPoint.3056", put("port_id", "none"))
                .by("How many services share a `port_id`?");
        rule(QUOTA, "as many services as there may be", "400 Endpoint.1018", a -> {
                    a.changedWorld().service();
                    a.world.leaveRoom(ALICE, 0);
                })
                .by("How many?")
                .but("one less", a -> {
                    a.changedWorld().service();
                    a.world.leaveRoom(ALICE, 1);
                })
                .but("one of which is being deleted", a -> {
                    a.changedWorld().service();
                    a.world.leaveRoom(ALICE, 0);
                    a.world.move(a.world.service(), "deleting");
                })
                .but("of another project", a -> {
                    a.changedWorld().service();
                    a.world.leaveRoom(ALICE, 0);
                    a.caller = BOB;
                });

        begin("ListEndpointService", a -> {}, "");
        page(1000);
        nameFilter();
        idFilter("id", "EndPoint.3062");
        status(List.of("creating", "available", "failed", "deleting"));
        rule(FORMAT, "net_type", "400 EndPoint.0002", query("net_type", "lan"))
                .but("vlan", query("net_type", "vlan"))
                .but("vxlan", query("net_type", "vxlan"))
                .but("all", query("net_type", "all"));

        begin("ListServiceDetails", a -> {}, "");
        inAnyState();

        begin("UpdateEndpointService", a -> {}, "{'description':'two'}");
        shortName("service_name", FORMAT);
        rule(FORMAT, "a port id of 65 characters", "400 EndPoint.3003", put("port_id", LONG));
        rule(FORMAT, "an empty port id", "400 EndPoint.3003", put("port_id", ""));
        backend(FORMAT, FORMAT, FORMAT);
        description(FORMAT);
        mappings(FORMAT);
        rule(OBJECT, "a port that is not there", "400 EndPoint.3008", put("port_id", "none-such"))
                .by(lookedUp);
        rule(OBJECT, "a port of another VPC", "400 EndPoint.3042", put("port_id", "w-p"))
                .by(lookedUp);
        whileAvailable(CHANGED);
        rule(STATE + 1, "a port that takes none", "400 EndPoint.3056", put("port_id", "none"))
                .by("How many services share a `port_id`?");
        rule(STATE + 1, "a port with as many services as it takes", "400 EndPoint.3056", a -> share(ALICE, a))
                .by("How many services share a `port_id`?")
                .but("of another project", a -> share(BOB, a));
        rule(STATE + 2, "a load balancer of another kind", "400 EndPoint.3054", put("port_id", "dedicated"))
                .by("What is \"the same kind\" of load balancer?")
                .but("of none, too", put("port_id", "vip"))
                .but("of that kind", a -> ofKind(a, "shared", "shared-too"))
                .but("of a VM", a -> ofServer(a, ServerType.VM));
        rule(STATE + 2, "a server port that another service has there", "400 EndPoint.3044", a -> clash(ALICE, 0, a))
                .by("When are two port mappings duplicates?")
                .but("of another project", a -> clash(BOB, 0, a))
                .but("at another port", a -> clash(ALICE, 1, a));

        begin("UpdateEndpointServiceName", a -> {}, "{'endpoint_service_name':'orders'}");
        rule(REQUIRED, "no name", "400 EndPoint.2002", drop("endpoint_service_name"))
                .by("Rename answers?");
        type("endpoint_service_name", 7, "EndPoint.0002");
        shortName("endpoint_service_name", FORMAT);
        whileAvailable(CHANGED);
        // The bound of a body that is read at all; what is in it does not count.
        rule(
                        BODY,
                        "more than 1 MB",
                        "400 EndPoint.0002",
                        a -> a.raw = a.body
                                + " "
                                        .repeat((1 << 20)
                                                + 1
                                                - String.valueOf(a.body).length()))
                .by("Limits of HTTP itself?")
                .but(
                        "1 MB",
                        a -> a.raw = a.body
                                + " ".repeat((1 << 20) - String.valueOf(a.body).length()));

        begin("UpgradeEndpointService", a -> {}, "{'action':'upgrade'}");
        rule(FORMAT, "another action", "400 EndPoint.0002", put("action", "start"))
                .but("rollback", put("action", "rollback"))
                .but("none", drop("action"))
                .but("no body", a -> a.raw = "");
        whileAvailable("An upgrade in which region and state?");

        begin("AddEndpointServiceServerResource", a -> {}, "{'server_resources':[{'resource_id':'r'}]}");
        need("server_resources", "EndPoint.2002");
        rule(FORMAT, "no backend", "400 EndPoint.2002", put("server_resources", List.of()));
        rule(
                        FORMAT,
                        "an id of 65 characters",
                        "400 EndPoint.0002",
                        put("server_resources", List.of(object("resource_id", LONG))))
                .but("of 64", put("server_resources", List.of(object("resource_id", LONGEST))));
        whileAvailable(CHANGED);

        begin("DeleteEndpointService", a -> {}, "");
        inStates(CHANGED, BUSY, "", "", BUSY);
        ofStates(
                "Deleting with endpoints?",
                List.of("creating", "accepted", "deleting", "pendingAcceptance", "rejected", "failed"),
                List.of("400 EndPoint.3006", "400 EndPoint.3006", "400 EndPoint.3006", "", "", ""),
                (a, state) -> a.changedWorld().moveEndpoint(a.world.endpoint(), state));

        begin("ListServiceDescribeDetails", a -> a.query.put("id", a.world.service()), "");
        describe();

        begin("ListServicePublicDetails", a -> {}, "");
        page(1000);
        nameFilter();
        idFilter("id", "EndPoint.3062");
    }

    private void describe() {
        String asked = "Describe by what?";
        rule(FORMAT, "an id of 65 characters", "400 EndPoint.3062", query("id", LONG));
        rule(FORMAT, "an empty id", "400 EndPoint.3062", query("id", ""));
        rule(FORMAT, "an empty name", "400 EndPoint.1003", a -> byName(a, ""));
        rule(FORMAT, "a name of 129 characters", "400 EndPoint.1003", a -> byName(a, "x".repeat(129)));
        rule(FORMAT, "neither", "400 EndPoint.2002", a -> a.query.clear()).by(asked);
        rule(FORMAT, "both", "400 EndPoint.0002", a -> {
                    a.query.put("id", UNKNOWN);
                    a.query.put("endpoint_service_name", "x");
                })
                .by(asked)
                .but("by name", a -> byName(a, a.world.nameOf(a.world.service())))
                .but("of another account", a -> a.query.put("id", a.world.serviceOf(BOB)))
                .but("of the operator", a -> a.query.put("id", a.world.offered("obs")))
                .but("whatever its state", a -> a.changedWorld().move(a.world.service(), "failed"));
        rule(OBJECT, "an id of nothing", "404 EndPoint.0005", query("id", UNKNOWN));
        rule(OBJECT, "a name of nothing", "404 EndPoint.0005", a -> byName(a, "x"));
        rule(
                        OBJECT,
                        "a part of a name",
                        "404 EndPoint.0005",
                        a -> byName(a, a.world.nameOf(a.world.service()).substring(1)))
                .by(asked);
    }

    private static void byName(RuleAttempt attempt, String name) {
        attempt.query.clear();
        attempt.query.put("endpoint_service_name", name);
    }

    private static Consumer<RuleAttempt> vip(String id) {
        return put("vip_port_id", id).andThen(put("server_type", "VIP"));
    }

    private void ipv6(int rank) {
        String asked = "`ip_version` ipv6?";
        rule(rank, "another ip_version", "400 EndPoint.0002", put("ip_version", "ipv5"))
                .but("ipv4", put("ip_version", "ipv4"));
        for (String each : List.of("VM", "VIP")) {
            rule(
                            rank,
                            "ipv6 of a " + each,
                            "400 EndPoint.2002",
                            put("ip_version", "ipv6")
                                    .andThen(put("server_type", each))
                                    .andThen(drop("snat_network_id")))
                    .by(asked)
                    .but("of a load balancer", put("ip_version", "ipv6").andThen(put("server_type", "LB")))
                    .but(
                            "with a network",
                            put("ip_version", "ipv6")
                                    .andThen(put("server_type", each))
                                    .andThen(put("snat_network_id", "s")));
        }
        rule(rank, "a SNAT network id of 65 characters", "400 EndPoint.0023", put("snat_network_id", LONG));
    }

    /** Has another service at the port of this one, with the server port that is asked for, or the one behind it. */
    private static void clash(Account owner, int behind, RuleAttempt attempt) {
        int number = attempt.world.number();
        attempt.world.number();
        String port = body(attempt).path("port_id").asText("p");
        attempt.changedWorld().newService(owner, it -> it.portId(port).ports(List.of(RuleWorld.port(number + behind))));
        body(attempt).putArray("ports").add(port(80, number));
    }

    private static void share(Account other, RuleAttempt attempt) {
        attempt.changedWorld().newService(other, it -> it.portId("few"));
        body(attempt).put("port_id", "few");
    }

    private static void ofKind(RuleAttempt attempt, String before, String after) {
        attempt.path.put("vpc_endpoint_service_id", attempt.changedWorld().newService(ALICE, it -> it.portId(before)));
        body(attempt).put("port_id", after);
    }

    private static void ofServer(RuleAttempt attempt, ServerType type) {
        attempt.path.put(
                "vpc_endpoint_service_id",
                attempt.changedWorld()
                        .newService(ALICE, it -> it.serverType(type).portId("shared")));
        body(attempt).put("port_id", "dedicated");
    }

    // ---- Connections

    private void connections() {
        begin("ListServiceConnections", a -> {}, "");
        page(1000);
        idFilter("id", "EndPoint.2017");
        for (String each : List.of("x", "-1", "", "1.5")) {
            rule(FORMAT, "marker_id \"" + each + "\"", "400 EndPoint.0021", query("marker_id", each))
                    .but("a number", query("marker_id", "0"));
        }
        status(List.of("pendingAcceptance", "creating", "accepted", "rejected", "failed", "deleting"));
        inAnyState();

        begin(
                "AcceptOrRejectEndpoint",
                a -> body(a).putArray("endpoints").add(a.world.endpoint()),
                "{'action':'receive'}");
        need("action", "EndPoint.2002");
        need("endpoints", "EndPoint.2002");
        type("action", 7, "EndPoint.0002");
        rule(FORMAT, "another action", "400 EndPoint.2027", put("action", "accept"))
                .but("reject", put("action", "reject"));
        rule(FORMAT, "no endpoint", "400 EndPoint.2002", put("endpoints", List.of()));
        rule(
                FORMAT,
                "two endpoints",
                "400 EndPoint.2031",
                a -> body(a).withArray("endpoints").add(UNKNOWN));
        rule(FORMAT, "an id of 65 characters", "400 EndPoint.2017", put("endpoints", List.of(LONG)));
        String asked = "An id in the path that is not there, or of another project?";
        rule(OBJECT + 1, "an endpoint that is not there", "404 EndPoint.2006", put("endpoints", List.of(UNKNOWN)))
                .by(asked);
        rule(
                        OBJECT + 1,
                        "an endpoint that was deleted",
                        "404 EndPoint.2008",
                        a -> connect(a, a.changedWorld().deleted(ALICE, a.world.endpoint())))
                .by(asked);
        rule(
                        OBJECT + 1,
                        "an endpoint of another account that was deleted",
                        "404 EndPoint.2008",
                        a -> connect(a, a.changedWorld().deleted(BOB, theirs(a))))
                .by(asked);
        rule(
                        OBJECT + 1,
                        "an endpoint of another service that was deleted",
                        "404 EndPoint.2006",
                        a -> connect(
                                a,
                                a.changedWorld().deleted(ALICE, a.world.newEndpoint(ALICE, a.world.other(), it -> it))))
                .by(asked);
        rule(
                        OBJECT + 1,
                        "an endpoint of another service",
                        "400 EndPoint.2013",
                        a -> connect(a, a.world.newEndpoint(ALICE, a.world.other(), it -> it)))
                .but("of another account", a -> connect(a, theirs(a)));
        inAnyState();
        List<String> states = List.of(
                "creating", "pendingAcceptance", "accepted", "rejected", "failed", "deleting", "frozen", "disabled");
        ofStates(
                "Receive of a rejected one?",
                states,
                List.of(
                        "400 EndPoint.2019",
                        "",
                        "400 EndPoint.2014",
                        "",
                        "400 EndPoint.2047",
                        "400 EndPoint.2018",
                        "400 EndPoint.2015",
                        "400 EndPoint.2014"),
                Rules::moveEndpoint);

        begin(
                "AcceptOrRejectEndpoint to reject",
                a -> body(a).putArray("endpoints").add(a.world.endpoint()),
                "{'action':'reject'}");
        ofStates(
                "Receive of a rejected one?",
                states,
                List.of(
                        "400 EndPoint.2019",
                        "",
                        "",
                        "",
                        "400 EndPoint.2047",
                        "400 EndPoint.2018",
                        "400 EndPoint.2015",
                        ""),
                Rules::moveEndpoint);
        all.get(all.size() - 1).but("without approval", a -> {
            String id = a.changedWorld().newService(ALICE, it -> it.approvalEnabled(false));
            a.path.put("vpc_endpoint_service_id", id);
            connect(a, a.world.newEndpoint(ALICE, id, it -> it));
        });

        begin("UpdateEndpointConnectionsDesc", a -> describeConnections(a, a.world.endpoint(), "two"), "{}");
        need("connections", "EndPoint.2002");
        rule(FORMAT, "no connection", "400 EndPoint.2002", put("connections", List.of()));
        rule(FORMAT, "an id of 65 characters", "400 EndPoint.2017", a -> describeConnections(a, LONG, "two"));
        rule(
                        FORMAT,
                        "a description of 513 characters",
                        "400 EndPoint.0002",
                        a -> describeConnections(a, a.world.endpoint(), "ä".repeat(513)))
                .by("How long is a description?")
                .but("of 512", a -> describeConnections(a, a.world.endpoint(), "ä".repeat(512)));
        rule(
                        FORMAT,
                        "a description with a bracket",
                        "400 EndPoint.0002",
                        a -> describeConnections(a, a.world.endpoint(), "<"))
                .but("of none", a -> describeConnections(a, a.world.endpoint(), ""));
        rule(
                OBJECT + 1,
                "an endpoint that is not there",
                "400 EndPoint.2013",
                a -> describeConnections(a, UNKNOWN, "two"));
        rule(
                        OBJECT + 1,
                        "an endpoint of another service",
                        "400 EndPoint.2013",
                        a -> describeConnections(a, a.world.newEndpoint(ALICE, a.world.other(), it -> it), "two"))
                .but("of another account", a -> describeConnections(a, theirs(a), "two"));
        inAnyState();
        ofStates(CHANGED, states, List.of("", "", "", "", "", "", "", ""), Rules::moveEndpoint);
    }

    private static void connect(RuleAttempt attempt, String endpoint) {
        body(attempt).putArray("endpoints").add(endpoint);
    }

    private static void describeConnections(RuleAttempt attempt, String endpoint, String description) {
        body(attempt).putArray("connections").add(object("id", endpoint, "description", description));
    }

    /** Bob's endpoint of Alice's service. */
    private static String theirs(RuleAttempt attempt) {
        attempt.changedWorld().permit(ALICE, attempt.world.service(), "*");
        return attempt.world.newEndpoint(BOB, attempt.world.service(), it -> it);
    }

    private static void moveEndpoint(RuleAttempt attempt, String state) {
        attempt.changedWorld().moveEndpoint(attempt.world.endpoint(), state);
    }

    // ---- Whitelists

    private void whitelists() {
        begin("ListServicePermissionsDetails", a -> {}, "");
        page(500);
        rule(FORMAT, "a text of 1001 characters", "400 EndPoint.3002", query("permission", "x".repeat(1001)))
                .but("of 1000", query("permission", "x".repeat(1000)));
        rule(FORMAT, "an empty text", "400 EndPoint.3002", query("permission", ""))
                .but("of 1", query("permission", "x"));
        inAnyState();

        begin("AddOrRemoveServicePermissions", a -> {}, "{'permissions':['iam:domain::b'],'action':'add'}");
        need("action", "EndPoint.2002");
        rule(FORMAT, "another action", "400 EndPoint.3035", put("action", "put"))
                .but("remove", put("action", "remove"));
        batch(each -> each);
        permissions(each -> each);
        records();

        begin(
                "BatchAddEndpointServicePermissions",
                a -> {},
                "{'permissions':[{'permission':'iam:domain::b','description':'two'}]}");
        batch(Rules::record);
        permissions(Rules::record);
        for (String each : List.of("ä".repeat(513), "<")) {
            rule(
                            FORMAT,
                            "a description " + each.charAt(0),
                            "400 EndPoint.0002",
                            put("permissions", List.of(object("permission", "iam:domain::b", "description", each))))
                    .by("How long is a description?")
                    .but(
                            "of 512",
                            put(
                                    "permissions",
                                    List.of(object("permission", "iam:domain::b", "description", "ä".repeat(512)))));
        }
        records();

        begin(
                "BatchRemoveEndpointServicePermissions",
                a -> body(a).putArray("permissions").add(object("id", a.world.record())),
                "{}");
        batch(null);
        rule(FORMAT, "an id of 65 characters", "400 EndPoint.0002", put("permissions", List.of(object("id", LONG))))
                .by("A bad record id?");
        rule(FORMAT, "an empty id", "400 EndPoint.0002", put("permissions", List.of(object("id", ""))))
                .by("A bad record id?");
        rule(
                        OBJECT + 1,
                        "a record that is not there",
                        "404 EndPoint.0005",
                        a -> body(a).withArray("permissions").add(object("id", UNKNOWN)))
                .by("Removing what is not there?")
                .but("one twice", a -> body(a).withArray("permissions").add(object("id", a.world.record())));
        rule(
                OBJECT + 1,
                "a record of another service",
                "404 EndPoint.0005",
                a -> body(a).withArray("permissions").add(object("id", a.world.otherRecord())));
        inAnyState();

        begin(
                "UpdateEndpointServicePermissionDesc",
                a -> a.path.put("permission_id", a.world.record()),
                "{'permission':{'description':'two'}}");
        need("permission", "EndPoint.2002");
        rule(REQUIRED, "description left out", "400 EndPoint.2002", put("permission", object()));
        rule(
                        FORMAT,
                        "a description of 513 characters",
                        "400 EndPoint.0002",
                        put("permission", object("description", "ä".repeat(513))))
                .by("How long is a description?")
                .but("of 512", put("permission", object("description", "ä".repeat(512))));
        rule(FORMAT, "a description with a bracket", "400 EndPoint.0002", put("permission", object("description", ">")))
                .but("of none", put("permission", object("description", "")));
        rule(OBJECT + 1, "a record that is not there", "404 EndPoint.0005", path("permission_id", UNKNOWN));
        rule(
                OBJECT + 1,
                "a record of another service",
                "404 EndPoint.0005",
                a -> a.path.put("permission_id", a.world.otherRecord()));
        inAnyState();
    }

    private static Object record(Object permission) {
        return object("permission", permission.toString(), "description", "");
    }

    private void batch(@Nullable Function<Object, Object> entry) {
        need("permissions", "EndPoint.3036");
        rule(FORMAT, "no permission", "400 EndPoint.3036", put("permissions", List.of()));
        Rule tooMany = rule(
                        FORMAT,
                        "51 permissions",
                        "400 EndPoint.0016",
                        put(
                                "permissions",
                                list(51, i -> entry == null ? object("id", "r" + i) : entry.apply("iam:domain::" + i))))
                .by("How many?")
                .saying("at most 50");
        if (entry != null) {
            tooMany.but("50", put("permissions", list(50, i -> entry.apply("iam:domain::" + i))));
        }
    }

    private void permissions(Function<Object, Object> entry) {
        String asked = "`permission_type` absent?";
        rule(FORMAT, "another permission_type", "400 EndPoint.0002", put("permission_type", "path"))
                .saying("permission_type")
                .but("domainId", put("permission_type", "domainId"));
        List<String> good = List.of(
                "*",
                "iam:domain::*",
                "iam:domain::" + "a".repeat(64),
                "iam:domainName::" + "a".repeat(80),
                "iam:domainName::aZ0_+*.?{},-");
        for (String each : List.of(
                "",
                "**",
                "iam:domain::",
                "iam:domain::" + "a".repeat(65),
                "iam:domain::a-b",
                "iam:domainName::",
                "iam:domainName::" + "a".repeat(81),
                "iam:domainName::a b",
                "iam:group::a")) {
            Rule rule = rule(
                    FORMAT,
                    "\"" + shortened(each) + "\"",
                    "400 EndPoint.3002",
                    put("permissions", List.of(entry.apply(each))));
            good.stream()
                    .filter(other -> kind(other).equals(kind(each)))
                    .forEach(other -> rule.but(shortened(other), put("permissions", List.of(entry.apply(other)))));
        }
        String path = "organizations:orgPath::";
        Consumer<RuleAttempt> ofPaths = put("permission_type", "orgPath");
        rule(
                        FORMAT,
                        "a path without its type",
                        "400 EndPoint.3002",
                        put("permissions", List.of(entry.apply(path + "o/r"))))
                .by(asked)
                .but(
                        "with it",
                        put("permissions", List.of(entry.apply(path + "o/r"))).andThen(ofPaths));
        rule(FORMAT, "an account with the type of paths", "400 EndPoint.3002", ofPaths)
                .by(asked);
        for (String each : List.of("", "a".repeat(1025), "a b", "a_b")) {
            rule(
                            FORMAT,
                            "path \"" + shortened(each) + "\"",
                            "400 EndPoint.3002",
                            put("permissions", List.of(entry.apply(path + each)))
                                    .andThen(ofPaths))
                    .but(
                            "of 1024",
                            put("permissions", List.of(entry.apply(path + "a".repeat(1024))))
                                    .andThen(ofPaths))
                    .but(
                            "of all kinds",
                            put("permissions", List.of(entry.apply(path + "aZ0/*?-")))
                                    .andThen(ofPaths));
        }
    }

    private static String shortened(String text) {
        return text.length() < 40 ? text : text.substring(0, 20) + "… of " + text.length();
    }

    private static String kind(String permission) {
        return permission.replaceFirst("::.*", "");
    }

    /** How many there may be on a service; what is there already is no further one. */
    private void records() {
        rule(QUOTA, "one record more than there may be", "400 EndPoint.3049", a -> {
                    a.changedWorld().permit(ALICE, a.world.service(), "iam:domain::a");
                    a.world.set(it -> it.whitelistRecords(1));
                })
                .by("How many?")
                .saying("at most 1")
                .but("as many", a -> {
                    a.changedWorld().permit(ALICE, a.world.service(), "iam:domain::a");
                    a.world.set(it -> it.whitelistRecords(2));
                })
                .but("one that is there", a -> {
                    a.changedWorld().permit(ALICE, a.world.service(), "iam:domain::b");
                    a.world.set(it -> it.whitelistRecords(1));
                });
        inAnyState();
    }

    // ---- Endpoints

    private void endpoints() {
        begin(
                "CreateEndpoint",
                a -> body(a).put("endpoint_service_id", a.world.admitting()),
                "{'vpc_id':'v','subnet_id':'s'}");
        newEndpoint();
        rule(OBJECT + 10, "no subnet", "400 EndPoint.2010", drop("subnet_id"))
                .by("Order of the checks of CreateEndpoint?");
        rule(OBJECT + 10, "an empty subnet id", "400 EndPoint.2010", put("subnet_id", ""));
        rule(OBJECT + 10, "a subnet id of 65 characters", "400 EndPoint.0023", put("subnet_id", LONG));
        for (String each : List.of("10.1.0", "10.1.0.256", "10.1.0.9/32", "x", "010.1.0.9", "")) {
            rule(OBJECT + 11, "address \"" + each + "\"", "400 EndPoint.2041", put("port_ip", each))
                    .by("Which address?")
                    .but("a good one", put("port_ip", "10.1.255.250"));
        }
        rule(OBJECT + 11, "another ip_version", "400 EndPoint.0002", put("ip_version", "ipv6"))
                .by("`ip_version` dualstack?")
                .but("dualstack", put("ip_version", "dualstack"))
                .but("ipv4", put("ip_version", "ipv4"));
        rule(OBJECT + 11, "an IPv6 address of ipv4", "400 EndPoint.0002", put("ipv6_address", "2001:db8::7"))
                .but("of dualstack", put("ipv6_address", "2001:db8::7").andThen(put("ip_version", "dualstack")));
        for (String each : List.of("2001", "1.2.3.4", "2001:db8::g", "::1::2")) {
            rule(
                    OBJECT + 11,
                    "IPv6 address " + each,
                    "400 EndPoint.2041",
                    put("ipv6_address", each).andThen(put("ip_version", "dualstack")));
        }
        whitelist(OBJECT + 12);
        lookUps();
        rule(OBJECT + 22, "a subnet that is not there", "404 EndPoint.4004", put("subnet_id", "none"))
                .by("VPCs, subnets, ports, route tables?");
        rule(OBJECT + 22, "a subnet of another project", "404 EndPoint.4004", put("subnet_id", "their-s"))
                .by("Whose are VPCs?");
        rule(OBJECT + 22, "a subnet of another VPC", "400 EndPoint.2037", put("subnet_id", "w-s"))
                .but("in that VPC", put("subnet_id", "w-s").andThen(put("vpc_id", "w")));
        for (String each : List.of("10.1.0.0", "10.1.0.1", "10.1.255.253", "10.1.255.255", "10.2.0.9")) {
            rule(OBJECT + 23, "address " + each, "400 EndPoint.2043", put("port_ip", each))
                    .by("Which address?")
                    .but("the first", put("port_ip", "10.1.0.2"))
                    .but("the last", put("port_ip", "10.1.255.252"));
        }
        admission();
        rule(STATE + 10, "an address in use", "400 EndPoint.2042", a -> taken(a, "10.1.7.7", "s"))
                .by("Which address?")
                .but("of another subnet", a -> taken(a, "10.2.0.3", "small"))
                .but("of one that was deleted", a -> a.changedWorld().deleted(ALICE, taken(a, "10.1.7.7", "s")));
        rule(STATE + 10, "a subnet that is full", "400 EndPoint.2022", a -> fill(a, 3))
                .by("Which address?")
                .but("but for one", a -> fill(a, 2));
        endpointQuota();
        rule(STATE, "a statement of an interface service", "400 EndPoint.2048", Rules::statement)
                .by("Which endpoint has which policy?")
                .but("a document", put("policy_document", object("Version", "5.0")));
        rule(STATE, "a document where there are no policies", "400 EndPoint.2048", a -> {
                    a.changedWorld().takeNoPolicies(a.world.admitting());
                    body(a).set("policy_document", object("Version", "5.0"));
                })
                .by("Which endpoint has which policy?");

        begin(
                "CreateEndpoint of a gateway service",
                a -> body(a).put("endpoint_service_id", a.world.offered("obs")),
                "{'vpc_id':'v'}");
        newEndpoint();
        rule(OBJECT + 10, "a route table id of 65 characters", "400 EndPoint.1019", put("routetables", List.of(LONG)));
        rule(OBJECT + 10, "an empty route table id", "400 EndPoint.1019", put("routetables", List.of("")))
                .by("Interface fields for a gateway service?")
                .but(
                        "bad fields of the other kind",
                        put("subnet_id", LONG).andThen(put("port_ip", "x")).andThen(put("whitelist", List.of("x"))));
        lookUps();
        for (String each : List.of("none", "w-a")) {
            rule(OBJECT + 22, "route table " + each, "404 EndPoint.4030", put("routetables", List.of("a", each)))
                    .by("VPCs, subnets, ports, route tables?")
                    .but("of that VPC", put("routetables", List.of("a", "b")));
        }
        rule(STATE + 10, "a route table in use", "400 EndPoint.2039", a -> bound(ALICE, a))
                .by("May a route table lead to several endpoints?")
                .but("of another project", a -> bound(BOB, a))
                .but(
                        "another one",
                        ((Consumer<RuleAttempt>) a -> bound(ALICE, a)).andThen(put("routetables", List.of("b"))));
        endpointQuota();
        rule(
                        STATE,
                        "a document of a gateway service",
                        "400 EndPoint.2048",
                        put("policy_document", object("Version", "5.0")))
                .by("Which endpoint has which policy?")
                .but("a statement", Rules::statement);

        begin("ListEndpoints", a -> {}, "");
        page(1000);
        nameFilter();
        idFilter("id", "EndPoint.2017");
        idFilter("vpc_id", "EndPoint.0020");

        begin("ListEndpointInfoDetails", a -> {}, "");
        ofEndpoint("", "", "", "");

        begin("DeleteEndpoint", a -> {}, "");
        ofStates(
                "Deleting in which states?",
                ENDPOINT_STATES,
                List.of("400 EndPoint.2019", "", "", "", "", "400 EndPoint.2018", "", ""),
                Rules::moveEndpoint);

        begin("UpdateEndpointWhite", a -> {}, "{'whitelist':['10.0.0.0/8'],'enable_whitelist':true}");
        whitelist(FORMAT);
        type("enable_whitelist", "yes", "EndPoint.0002");
        rule(
                        STATE,
                        "an endpoint of a gateway service",
                        "400 EndPoint.2044",
                        a -> a.path.put("vpc_endpoint_id", a.world.gateway()))
                .by("Whitelist of a gateway endpoint?")
                .but("all left out", a -> body(a).removeAll());
        ofEndpoint("400 EndPoint.2047", "400 EndPoint.2015", "400 EndPoint.2050", BUSY_ENDPOINT);

        begin(
                "UpdateEndpointRoutetable",
                a -> a.path.put("vpc_endpoint_id", a.world.gateway()),
                "{'routetables':['a']}");
        need("routetables", "EndPoint.2002");
        rule(FORMAT, "no route table", "400 EndPoint.2002", put("routetables", List.of()))
                .by("Route tables of an interface endpoint?");
        rule(FORMAT, "an id of 65 characters", "400 EndPoint.1019", put("routetables", List.of(LONG)));
        rule(
                        OBJECT + 1,
                        "an endpoint of an interface service",
                        "400 EndPoint.2040",
                        a -> a.path.put("vpc_endpoint_id", a.world.endpoint()))
                .by("Route tables of an interface endpoint?");
        for (String each : List.of("none", "w-a")) {
            rule(OBJECT + 1, "route table " + each, "404 EndPoint.4030", put("routetables", List.of(each)))
                    .by("Some route tables cannot be bound?")
                    .but("beside another", put("routetables", List.of(each, "b")));
        }
        ofEndpoint("400 EndPoint.2047", "400 EndPoint.2015", "400 EndPoint.2050", BUSY_ENDPOINT);
        rule(STATE + 1, "a route table in use", "400 EndPoint.2039", a -> bound(ALICE, a))
                .by("Some route tables cannot be bound?")
                .but(
                        "beside another",
                        ((Consumer<RuleAttempt>) a -> bound(ALICE, a)).andThen(put("routetables", List.of("a", "b"))))
                .but("of another project", a -> bound(BOB, a));

        begin(
                "UpdateEndpointPolicy",
                a -> a.path.put("vpc_endpoint_id", a.world.gateway()),
                "{'policy_statement':[{'Effect':'Deny','Action':['a'],'Resource':['b']}]}");
        statements(FORMAT);
        rule(FORMAT, "neither", "400 EndPoint.2048", put("policy_statement", List.of()));
        rule(
                        STATE,
                        "a document of a gateway service",
                        "400 EndPoint.2048",
                        put("policy_document", object("Version", "5.0")).andThen(drop("policy_statement")))
                .by("Which endpoint has which policy?");
        ofEndpoint("400 EndPoint.2047", "400 EndPoint.2015", "400 EndPoint.2050", BUSY_ENDPOINT);

        begin("UpdateEndpointPolicy by a document", a -> {}, "{'policy_document':{'Version':'5.0'}}");
        rule(STATE, "statements of an interface service", "400 EndPoint.2048", Rules::statement)
                .by("Which endpoint has which policy?");
        rule(
                        STATE,
                        "a service without policies",
                        "400 EndPoint.2048",
                        a -> a.path.put(
                                "vpc_endpoint_id",
                                a.world.newEndpoint(
                                        ALICE,
                                        a.changedWorld().newService(ALICE, it -> it.policyEnabled(false)),
                                        it -> it)))
                .by("Which endpoint has which policy?")
                .but("a public one", a -> a.path.put("vpc_endpoint_id", endpointOf(ALICE, a)));

        begin("DeleteEndpointPolicy", a -> a.path.put("vpc_endpoint_id", a.world.gateway()), "");
        rule(STATE + 1, "no policy", "400 EndPoint.2049", a -> a.path.put("vpc_endpoint_id", a.world.endpoint()))
                .by("After a policy is deleted?");
        ofEndpoint("400 EndPoint.2047", "400 EndPoint.2015", "400 EndPoint.2050", BUSY_ENDPOINT);

        begin("UpgradeEndpoint", a -> a.path.put("vpc_endpoint_id", endpointOf(ALICE, a)), "{'action':'start'}");
        need("action", "EndPoint.2002");
        rule(FORMAT, "another action", "400 EndPoint.0002", put("action", "stop"));
        rule(
                        STATE,
                        "an endpoint of a gateway service",
                        "400 EndPoint.0002",
                        a -> a.path.put("vpc_endpoint_id", a.world.gateway()))
                .by("An upgrade of an endpoint?");
        rule(
                        STATE + 1,
                        "a service for basic ones alone",
                        "400 EndPoint.0002",
                        a -> a.path.put("vpc_endpoint_id", a.world.endpoint()))
                .by("An upgrade of an endpoint?")
                .but("after its upgrade", a -> {
                    a.changedWorld().upgrade(a.world.service());
                    a.path.put("vpc_endpoint_id", a.world.endpoint());
                });
        ofEndpoint("400 EndPoint.2047", "400 EndPoint.2015", "400 EndPoint.2050", BUSY_ENDPOINT);
    }

    private static final String BUSY_ENDPOINT = "busy";

    /** What is told to a change of an endpoint in each state; empty where it passes. */
    private void ofEndpoint(String failed, String frozen, String disabled, String busy) {
        ofStates(
                "What changes a frozen or disabled endpoint?",
                ENDPOINT_STATES,
                List.of(
                        busy.isEmpty() ? "" : "400 EndPoint.2019",
                        "",
                        "",
                        "",
                        failed,
                        busy.isEmpty() ? "" : "400 EndPoint.2018",
                        frozen,
                        disabled),
                (a, state) -> a.changedWorld().moveEndpoint(String.valueOf(a.path.get("vpc_endpoint_id")), state));
    }

    /** What is checked whatever the kind of the service. */
    private void newEndpoint() {
        String order = "Order of the checks of CreateEndpoint?";
        need("endpoint_service_id", "EndPoint.2029");
        need("vpc_id", "EndPoint.2011");
        type("enable_dns", "maybe", "EndPoint.2033");
        type("vpc_id", 7, "EndPoint.0002");
        rule(FORMAT, "an empty service id", "400 EndPoint.2029", put("endpoint_service_id", ""))
                .by(order);
        rule(FORMAT, "a service id of 65 characters", "400 EndPoint.3062", put("endpoint_service_id", LONG));
        rule(FORMAT + 1, "an empty VPC id", "400 EndPoint.2011", put("vpc_id", ""));
        rule(FORMAT + 1, "a VPC id of 65 characters", "400 EndPoint.0020", put("vpc_id", LONG));
        tags(FORMAT + 2, 10);
        description(FORMAT + 3);
        statementsOf(FORMAT + 3);
        rule(OBJECT, "a service that is not there", "400 EndPoint.2003", put("endpoint_service_id", UNKNOWN))
                .by(order);
    }

    private void statementsOf(int rank) {
        for (String each : List.of(
                "'Effect':'allow','Action':['a'],'Resource':['b']",
                "'Effect':'Allow','Action':[],'Resource':['b']",
                "'Effect':'Allow','Action':['a'],'Resource':[' ']")) {
            rule(rank, "statement " + each, "400 EndPoint.2048", putJson("policy_statement", "[{" + each + "}]"))
                    .by("Effects of a policy?");
        }
    }

    private void statements(int rank) {
        statementsOf(rank);
        for (String each : List.of("Effect", "Action", "Resource")) {
            rule(REQUIRED, each + " left out", "400 EndPoint.2048", a -> {
                statement(a);
                ((ObjectNode) body(a).path("policy_statement").path(0)).remove(each);
            });
        }
        all.get(all.size() - 1).but("Allow", Rules::statement);
    }

    private static void statement(RuleAttempt attempt) {
        body(attempt).set("policy_statement", RuleAttempt.json("[{'Effect':'Allow','Action':['a'],'Resource':['b']}]"));
        body(attempt).remove("policy_document");
    }

    private void whitelist(int rank) {
        String asked = "Its entries?";
        for (String each :
                List.of("0.0.0.0", "0.0.0.0/0", "1.2.3.4/0", "1.2.3.4/33", "1.2.3", "1.2.3.256", "a", "", "::1")) {
            rule(rank, "entry \"" + each + "\"", "400 EndPoint.2044", put("whitelist", List.of("10.0.0.1", each)))
                    .by(asked)
                    .but(
                            "good ones",
                            put("whitelist", List.of("1.2.3.4", "1.2.3.4/32", "0.0.0.0/1", "255.255.255.255")));
        }
        rule(rank, "61 entries", "400 EndPoint.2045", put("whitelist", list(61, i -> "10.0.0." + i)))
                .by(asked)
                .saying("at most 60")
                .but("60", put("whitelist", list(60, i -> "10.0.0." + i)));
    }

    private void lookUps() {
        rule(OBJECT + 21, "a VPC that is not there", "400 EndPoint.2001", put("vpc_id", "none"))
                .by("VPCs, subnets, ports, route tables?");
        rule(OBJECT + 21, "a VPC of another project", "400 EndPoint.2001", put("vpc_id", "theirs"))
                .by("Whose are VPCs?");
    }

    private void admission() {
        String asked = "Whom do paths and patterns of names let in?";
        Rule closed = rule(STATE - 50, "an account that is not admitted", "400 EndPoint.2012", a -> admit(a));
        for (String each :
                List.of("iam:domainName::*", "organizations:orgPath::o/r", "iam:domain::" + BOB.domainId())) {
            rule(STATE - 50, "another is admitted: " + each, "400 EndPoint.2012", a -> admit(a, each))
                    .by(asked);
        }
        List.of("*", "iam:domain::*", "organizations:orgPath::*", "iam:domain::" + ALICE.domainId())
                .forEach(each -> closed.but(each, a -> admit(a, each)));
        closed.but("the own account", a -> {
            admit(a);
            body(a).put("endpoint_service_id", a.world.serviceOf(RuleWorld.ALICE_TOO));
        });
        for (String each : List.of("creating", "failed", "deleting")) {
            rule(
                    STATE,
                    "a service that is " + each,
                    "400 EndPoint.2004",
                    a -> a.changedWorld().move(a.world.admitting(), each));
        }
    }

    private static void admit(RuleAttempt attempt, String... permissions) {
        attempt.changedWorld().admitOnly(permissions);
    }

    private static String taken(RuleAttempt attempt, String ip, String subnet) {
        String id = attempt.changedWorld()
                .newEndpoint(
                        ALICE,
                        attempt.world.offered("dns"),
                        it -> it.subnetId(subnet).ip(ip));
        body(attempt).put("port_ip", "10.1.7.7");
        return id;
    }

    private static void fill(RuleAttempt attempt, int endpoints) {
        upTo(endpoints)
                .forEach(each -> attempt.changedWorld()
                        .newEndpoint(ALICE, attempt.world.offered("dns"), it -> it.subnetId("small")));
        body(attempt).put("subnet_id", "small").remove("port_ip");
    }

    private static void bound(Account owner, RuleAttempt attempt) {
        attempt.changedWorld().newEndpoint(owner, attempt.world.offered("obs"), it -> it.routeTables(List.of("a")));
        body(attempt).putArray("routetables").add("a");
    }

    private void endpointQuota() {
        rule(QUOTA, "as many endpoints as there may be", "400 Endpoint.1018", a -> {
                    endpointOf(ALICE, a);
                    a.changedWorld().leaveRoom(ALICE, 0);
                })
                .by("How many?")
                .but("one less", a -> {
                    endpointOf(ALICE, a);
                    a.changedWorld().leaveRoom(ALICE, 1);
                })
                .but("one of which is being deleted", a -> {
                    String going = endpointOf(ALICE, a);
                    a.changedWorld().leaveRoom(ALICE, 0);
                    a.world.moveEndpoint(going, "deleting");
                });
    }

    // ---- Tags, quotas, versions

    private void tagsAndQuotas() {
        begin(
                "BatchAddOrRemoveResourceInstance",
                a -> a.path.put("resource_id", a.world.service()),
                "{'action':'create','tags':[{'key':'k','value':'v'}]}");
        changeOfTags(20);
        ofPath("resource_id", "400 EndPoint.3062");
        rule(OBJECT, "a service that is not there", "404 EndPoint.0005", path("resource_id", UNKNOWN));
        rule(
                OBJECT,
                "a service of another account",
                "404 EndPoint.0005",
                a -> a.path.put("resource_id", a.world.serviceOf(BOB)));
        rule(
                OBJECT,
                "a service of another project",
                "404 EndPoint.0005",
                a -> a.path.put("resource_id", a.world.serviceOf(RuleWorld.ALICE_TOO)));
        rule(OBJECT, "a public service", "403 EndPoint.0004", a -> a.path.put("resource_id", a.world.offered("dns")))
                .by("Are they found by ListServiceDetails?");
        inStates(CHANGED, "", "", "", BUSY);
        full(20);

        begin(
                "BatchAddOrRemoveResourceInstance of an endpoint",
                a -> {
                    a.path.put("resource_type", "endpoint");
                    a.path.put("resource_id", a.world.endpoint());
                },
                "{'action':'create','tags':[{'key':'k','value':'v'}]}");
        ofPath("resource_id", "400 EndPoint.2017");
        endpoint("resource_id");
        ofStates(
                CHANGED,
                List.of("creating", "pendingAcceptance", "accepted", "rejected", "failed", "deleting"),
                List.of("", "", "", "", "", "400 EndPoint.2018"),
                Rules::moveEndpoint);
        full(10);

        begin("ListQueryProjectResourceTags", a -> {}, "");
        begin("ListResourceInstances", a -> {}, "{'action':'filter'}");
        queryOfTags();

        begin("ListQuotaDetails", a -> {}, "");
        rule(FORMAT, "a type that is none", "400 EndPoint.3070", query("type", "endpoints"))
                .by("A type that is not known?")
                .but("endpoint", query("type", "endpoint"))
                .but("endpoint_service", query("type", "endpoint_service"));
    }

    private void changeOfTags(int most) {
        need("action", "EndPoint.2002");
        need("tags", "EndPoint.3066");
        rule(FORMAT, "another action", "400 EndPoint.0007", put("action", "add"))
                .but("delete", put("action", "delete"));
        rule(FORMAT, "no tag", "400 EndPoint.3066", put("tags", List.of()));
        rule(FORMAT, "a tag without value", "400 EndPoint.3068", put("tags", List.of(object("key", "k"))))
                .but(
                        "that is taken off",
                        put("tags", List.of(object("key", "k"))).andThen(put("action", "delete")))
                .but("with an empty one", putTag("k", ""));
        tags(FORMAT, most);
    }

    /** One more than there may be on a resource, after what is there already. */
    private void full(int most) {
        rule(
                        QUOTA,
                        "one tag more than there may be",
                        "400 EndPoint.3069",
                        a -> a.changedWorld().tag(a.path, most))
                .by("Characters and lengths?")
                .saying("at most " + most)
                .but("as many", a -> a.changedWorld().tag(a.path, most - 1))
                .but("another value", a -> {
                    a.changedWorld().tag(a.path, most);
                    body(a).putArray("tags").add(object("key", "t1", "value", "w"));
                });
    }

    private void queryOfTags() {
        need("action", "EndPoint.2002");
        type("without_any_tag", "yes", "EndPoint.0002");
        rule(FORMAT, "another action", "400 EndPoint.0007", put("action", "find"))
                .but("count", put("action", "count"));
        rule(FORMAT, "limit 0", "400 EndPoint.0006", put("limit", "0")).but("1", put("limit", "1"));
        rule(FORMAT, "limit 1001", "400 EndPoint.0006", put("limit", "1001"))
                .but("1000", put("limit", "1000"))
                .but("a number", put("limit", 1000));
        rule(FORMAT, "an empty limit", "400 EndPoint.0006", put("limit", "")).by("Parameters that are not known?");
        rule(FORMAT, "offset -1", "400 EndPoint.0010", put("offset", "-1"))
                .but("0", put("offset", "0"))
                .but("a number", put("offset", 0));
        rule(FORMAT, "an empty offset", "400 EndPoint.0010", put("offset", "")).by("Parameters that are not known?");
        for (String list : List.of("tags", "tags_any", "not_tags", "not_tags_any")) {
            Consumer<RuleAttempt> ignored = put("without_any_tag", true);
            rule(FORMAT, "11 keys in " + list, "400 EndPoint.3069", put(list, list(11, i -> filter("k" + i, 1))))
                    .but("10", put(list, list(10, i -> filter("k" + i, 1))))
                    .but(
                            "where they do not count",
                            put(list, list(11, i -> filter("k" + i, 1))).andThen(ignored));
            rule(FORMAT, "11 values in " + list, "400 EndPoint.3069", put(list, List.of(filter("k", 11))))
                    .but("10", put(list, List.of(filter("k", 10))));
            rule(
                            FORMAT,
                            "a key twice in " + list,
                            "400 EndPoint.3067",
                            put(list, List.of(filter("k", 1), filter(" k ", 1))))
                    .by("The four lists of a query?")
                    .but("in another letter case", put(list, List.of(filter("k", 1), filter("K", 1))));
            rule(
                            FORMAT,
                            "a value twice in " + list,
                            "400 EndPoint.3071",
                            putJson(list, "[{'key':'k','values':['v',' v']}]"))
                    .by("The four lists of a query?")
                    .but("in another letter case", putJson(list, "[{'key':'k','values':['v','V']}]"));
            rule(FORMAT, "a key of spaces in " + list, "400 EndPoint.3066", put(list, List.of(filter("  ", 1))));
            rule(
                            FORMAT,
                            "a key of 129 characters in " + list,
                            "400 EndPoint.3072",
                            put(list, List.of(filter("k".repeat(129), 1))))
                    .but("of 128", put(list, List.of(filter(" " + "k".repeat(128) + " ", 1))));
            rule(
                            FORMAT,
                            "a value of 256 characters in " + list,
                            "400 EndPoint.3073",
                            putJson(list, "[{'key':'k','values':['" + "v".repeat(256) + "']}]"))
                    .but("of 255", putJson(list, "[{'key':'k','values':['" + "v".repeat(255) + "']}]"));
        }
        String asked = "`matches`?";
        rule(FORMAT, "another match", "400 EndPoint.0002", put("matches", List.of(object("key", "name", "value", "x"))))
                .by(asked)
                .but("by name", put("matches", List.of(object("key", "resource_name", "value", "x"))));
        rule(
                        FORMAT,
                        "a match twice",
                        "400 EndPoint.0002",
                        put(
                                "matches",
                                List.of(
                                        object("key", "resource_name", "value", "x"),
                                        object("key", "resource_name", "value", "y"))))
                .by(asked);
        rule(
                        FORMAT,
                        "a match of 256 characters",
                        "400 EndPoint.3073",
                        put("matches", List.of(object("key", "resource_name", "value", "x".repeat(256)))))
                .but("of 255", put("matches", List.of(object("key", "resource_name", "value", "x".repeat(255)))));
    }

    private static ObjectNode filter(String key, int values) {
        ObjectNode filter = object("key", key);
        filter.set("values", list(values, i -> "v" + i));
        return filter;
    }

    private void versions() {
        begin("ListVersionDetails", a -> {}, "");
        begin("ListSpecifiedVersionDetails", a -> a.path.put("version", "v1"), "");
        rule(OBJECT, "a version that is not there", "404 EndPoint.0005", path("version", "v2"))
                .by("A version that is not there?");
    }
}
