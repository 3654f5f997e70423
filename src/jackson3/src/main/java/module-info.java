/** Lets Jackson 3 read and write the types of the API. */
@SuppressWarnings("module") // A digit at the end, which javac takes for a version.
module io.github.vpcep.jackson3 {
    requires transitive com.fasterxml.jackson.databind;
    requires io.github.vpcep.json;
    requires io.github.vpcep.model;
    requires transitive tools.jackson.databind;
    requires static org.jspecify;

    exports io.github.vpcep.jackson3;

    provides tools.jackson.databind.JacksonModule with
            io.github.vpcep.jackson3.VpcepJacksonModule;
}
