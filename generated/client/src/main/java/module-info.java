/** The client; who requires it has its types and its engine as well. */
module io.github.vpcep.client {
    requires com.fasterxml.jackson.databind;
    requires io.github.vpcep.json;
    requires transitive io.github.vpcep.model;
    requires transitive io.github.vpcep.runtime;
    requires okhttp3;
    requires retrofit2;
    requires static org.jspecify;

    exports io.github.vpcep.client;
}
