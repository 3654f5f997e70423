/** The stateful server that is embedded in a test. */
@SuppressWarnings("module") // The container's module is none that can be seen from here.
module io.github.vpcep.sandbox {
    requires com.fasterxml.jackson.databind;
    requires transitive io.github.vpcep.client;
    requires transitive io.github.vpcep.control;
    requires io.github.vpcep.json;
    requires transitive io.github.vpcep.server;
    requires io.netty.buffer;
    requires io.netty.codec;
    requires io.netty.codec.http;
    requires io.netty.common;
    requires io.netty.handler;
    requires io.netty.transport;
    requires org.slf4j;
    requires static org.jspecify;
    // Only for who has the sandbox in a field or by an annotation of a test.
    requires static org.junit.jupiter.api;

    exports io.github.vpcep.sandbox;
    exports io.github.vpcep.sandbox.auth;
    exports io.github.vpcep.sandbox.control;
    exports io.github.vpcep.sandbox.domain;
    exports io.github.vpcep.sandbox.junit to
            io.github.vpcep.sandbox.testcontainers;
    exports io.github.vpcep.sandbox.store;
    exports io.github.vpcep.sandbox.store.memory;
    exports io.github.vpcep.sandbox.vpc;

    // JUnit makes the extensions, Jackson reads the settings.
    opens io.github.vpcep.sandbox;
    opens io.github.vpcep.sandbox.auth;
}
