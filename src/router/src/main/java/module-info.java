/** Finds, reads and calls the operation that a request is for. */
module io.github.vpcep.router {
    requires com.fasterxml.jackson.databind;
    requires io.github.vpcep.json;
    requires static org.jspecify;

    exports io.github.vpcep.router;
}
