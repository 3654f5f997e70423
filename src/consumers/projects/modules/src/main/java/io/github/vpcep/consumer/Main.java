package io.github.vpcep.consumer;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.runtime.error.ThrottledException;
import io.github.vpcep.sandbox.VpcepSandbox;
import io.github.vpcep.server.OperationId;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads, writes and is refused, with each jar a module. */
public final class Main {
    private Main() {}

    /** Ends with 1 if anything is not as it should be. */
    public static void main(String[] args) {
        for (Class<?> each : List.of(VpcepClient.class, VpcepSandbox.class, Endpoint.class, OperationId.class)) {
            Module module = each.getModule();
            same(each + " in an explicit module", true, module.isNamed() && !module.getDescriptor().isAutomatic());
        }
        try (VpcepSandbox sandbox = VpcepSandbox.start()) {
            VpcepClient vpcep = sandbox.client();
            String service = vpcep.endpointServices().listPublic().items().get(0).id();
            vpcep.endpoints().create(e -> e.endpointServiceId(service).vpcId("vpc-1").subnetId("subnet-1"));
            List<Endpoint> listed = vpcep.endpoints().list().items();
            same("listed", 1, listed.size());

            JsonMapper json = JsonMapper.builder().findAndAddModules().build();
            same(
                    "through Jackson 3",
                    listed,
                    json.readValue(json.writeValueAsString(listed), new TypeReference<List<Endpoint>>() {}));

            sandbox.faults().next(OperationId.LIST_ENDPOINTS, 3).withError(ErrorCode.TOO_MANY_REQUESTS);
            try {
                vpcep.endpoints().list();
                throw new AssertionError("was not refused");
            } catch (ThrottledException e) {
                same("requests", 4, sandbox.requests(OperationId.LIST_ENDPOINTS).size());
            }
        }
        System.exit(0);
    }

    private static void same(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError(what + ": expected " + expected + ", but was " + actual);
        }
    }
}
