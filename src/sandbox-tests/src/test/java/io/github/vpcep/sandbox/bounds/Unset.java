package io.github.vpcep.sandbox.bounds;

import static java.util.Map.entry;

import java.util.Map;

/** Why some values that stand for nothing are answered otherwise than the contract alone would have it. */
final class Unset {
    static final String HEAD = """
            # Fields that nobody set

            What the sandbox answers to the empty text, 0, false, null, the empty list and the empty object, which clients send
            for a field that nobody has set when their language has no other way to leave it out (Go without `omitempty`). The
            rest of each request is right. A name with a question mark is a parameter of the query.

            The rule is the contract's: what it allows is taken as a value like others, and anything else is refused, so that
            such a client fails here and not against the cloud. What is answered otherwise says why. The test `UnsetTest`
            makes this page over HTTP, on either store, and fails when it is out of date; `-Dvpcep.unset=write` writes it anew.

            | property | sent | answer | because | operations |
            |---|---|---|---|---|
            """;

    private static final String ADDRESS = "it is an address, as its description says";
    private static final String ID = "it is an id, as its description says";

    /** By operation, field and value, or by field and value. */
    static final Map<String, String> REASONS = Map.ofEntries(
            entry("body.ip \"\"", "it is an address or a host name, as its description says"),
            entry("body.ipv6_address \"\"", ADDRESS),
            entry("body.snat_network_id \"\"", ID),
            entry("body.server_resources[].resource_id \"\"", ID),
            entry("body.connections[].id \"\"", ID),
            entry("query:marker_id \"\"", "it is a number, as its description says"),
            entry("body.server_resources []", "a call that does nothing is a slip"),
            entry("UpdateEndpointServicePermissionDesc body.permission {}", "its description is required"),
            entry("body.sys_tags[].key \"\"", "system tags are not looked at: erratum N39"));

    private Unset() {}
}
