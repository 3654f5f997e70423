package io.github.vpcep.consumer;

import java.util.ArrayList;
import java.util.List;

/** Serves a part of the API by its Jakarta REST interfaces, and holds the answers to what the contract allows. */
public final class Server {
    private static final String ACTION = "/v1/p/endpoint/e/tags/action";
    private static final String QUERY = "/v1/p/endpoint/resource_instances/action";

    private static final List<Check> CHECKS = List.of(
            // What is right, and what is beyond a bound: the mapping is at work.
            get("/v1/p/quotas", 200),
            get("/v1/p/quotas?type=endpoint", 200),
            get("/v1/" + "p".repeat(65) + "/quotas", 400),
            get("/v1/p/endpoint/tags", 200),
            post(ACTION, "{'action':'create','tags':[{'key':'k','value':'v'}]}", 204),
            post(ACTION, "{'action':'create','tags':[{'key':'" + "k".repeat(129) + "','value':'v'}]}", 400),
            post(QUERY, "{'action':'filter'}", 200),
            // Values that no enumeration has, or has in another letter case only.
            get("/v1/p/quotas?type=nonsense", 400),
            get("/v1/p/quotas?type=ENDPOINT", 400),
            get("/v1/p/quotas?type=", 400),
            get("/v1/p/nonsense/tags", 400),
            get("/v1/p/ENDPOINT/tags", 400),
            post(ACTION, "{'action':'nonsense','tags':[{'key':'k','value':'v'}]}", 400),
            post(ACTION, "{'action':'CREATE','tags':[{'key':'k','value':'v'}]}", 400),
            post(ACTION, "{'action':'','tags':[{'key':'k','value':'v'}]}", 400),
            post(QUERY, "{'action':'filter','matches':[{'key':'nonsense','value':'v'}]}", 400),
            post(QUERY, "{'action':'Filter'}", 400));

    private Server() {}

    /** Where requests are sent to. */
    interface Sender extends AutoCloseable {
        int status(String method, String target, String body) throws Exception;
    }

    private record Check(String method, String target, String body, int status) {}

    private static Check get(String target, int status) {
        return new Check("GET", target, "", status);
    }

    private static Check post(String target, String body, int status) {
        return new Check("POST", target, body.replace('\'', '"'), status);
    }

    /** Ends with 1 if anything is not as it should be. */
    public static void main(String[] args) throws Exception {
        List<String> wrong = new ArrayList<>();
        try (Sender sender = Container.start()) {
            for (Check each : CHECKS) {
                int status = sender.status(each.method, each.target, each.body);
                if (status != each.status) {
                    wrong.add(each + " was answered with " + status);
                }
            }
        }
        wrong.forEach(System.err::println);
        System.exit(wrong.isEmpty() ? 0 : 1);
    }
}
