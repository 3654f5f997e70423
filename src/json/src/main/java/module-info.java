/** How JSON is read and written. */
module io.github.vpcep.json {
    requires transitive com.fasterxml.jackson.databind;
    requires static org.jspecify;

    exports io.github.vpcep.json;
}
