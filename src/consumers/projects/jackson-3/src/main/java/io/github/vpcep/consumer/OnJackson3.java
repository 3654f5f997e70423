package io.github.vpcep.consumer;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.sandbox.VpcepSandbox;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** What the client answers goes through Jackson 3 and comes back the same. */
public final class OnJackson3 {
    private OnJackson3() {}

    /** Ends with 1 if anything is not as it should be. */
    public static void main(String[] args) {
        JsonMapper json = JsonMapper.builder().findAndAddModules().build();
        try (VpcepSandbox sandbox = VpcepSandbox.start()) {
            VpcepClient vpcep = sandbox.client();
            String service = vpcep.endpointServices().listPublic().items().get(0).id();
            vpcep.endpoints().create(e -> e.endpointServiceId(service).vpcId("vpc-1").subnetId("subnet-1"));
            List<Endpoint> listed = vpcep.endpoints().list().items();

            String text = json.writeValueAsString(listed);
            List<Endpoint> read = json.readValue(text, new TypeReference<List<Endpoint>>() {});
            if (read.size() != 1 || !read.equals(listed)) {
                throw new AssertionError("listed " + listed + ", read " + read);
            }
        }
        try {
            json.readValue("{\"id\":[]}", Endpoint.class);
            throw new AssertionError("read an id that is a list");
        } catch (MismatchedInputException e) {
            System.out.println("ok: " + e.getOriginalMessage());
        }
        System.exit(0);
    }
}
