/** The engine of the generated client. */
module io.github.vpcep.runtime {
    requires com.fasterxml.jackson.databind;
    requires kotlin.stdlib;
    requires okhttp3;
    requires okio;
    requires org.slf4j;
    requires retrofit2;
    requires static org.jspecify;

    exports io.github.vpcep.runtime;
    exports io.github.vpcep.runtime.auth;
    exports io.github.vpcep.runtime.contract;
    exports io.github.vpcep.runtime.engine;
    exports io.github.vpcep.runtime.error;
    exports io.github.vpcep.runtime.ground;
    exports io.github.vpcep.runtime.okhttp;
    exports io.github.vpcep.runtime.paging;
    exports io.github.vpcep.runtime.waiting;
}
