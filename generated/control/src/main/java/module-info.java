/** The control API of the sandbox: its types, its client, and the interfaces that the sandbox implements. */
module io.github.vpcep.control {
    requires com.fasterxml.jackson.databind;
    requires io.github.vpcep.json;
    requires transitive io.github.vpcep.model;
    requires transitive io.github.vpcep.runtime;
    requires okhttp3;
    requires retrofit2;
    // For the sandbox, which implements the interfaces.
    requires static io.github.vpcep.router;
    requires static jakarta.validation;
    requires static jakarta.ws.rs;
    requires static org.jspecify;

    exports io.github.vpcep.control.client;
    exports io.github.vpcep.control.model;
    exports io.github.vpcep.control.server;

    // Jackson looks inside.
    opens io.github.vpcep.control.model;
}
