/** The types of the API. */
module io.github.vpcep.model {
    requires com.fasterxml.jackson.databind;
    requires io.github.vpcep.json;
    requires static org.jspecify;

    exports io.github.vpcep.model;

    // Jackson and Bean Validation look inside.
    opens io.github.vpcep.model;
}
