/** The interfaces of a server, and the router to them. */
module io.github.vpcep.server {
    requires io.github.vpcep.json;
    requires transitive io.github.vpcep.model;
    requires transitive io.github.vpcep.router;
    // For who serves by Jakarta REST; the router needs neither.
    requires static transitive jakarta.validation;
    requires static transitive jakarta.ws.rs;
    requires static org.jspecify;

    exports io.github.vpcep.server;

    // Jakarta REST fills in the parameters of queries, Bean Validation reads them.
    opens io.github.vpcep.server;
}
