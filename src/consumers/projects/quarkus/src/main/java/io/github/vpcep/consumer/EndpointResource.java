package io.github.vpcep.consumer;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.CreateEndpointRequest;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.runtime.auth.Credentials;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands the client's types to Quarkus, and takes them from it. */
@Path("/endpoints")
public class EndpointResource {
    private final VpcepClient vpcep;

    EndpointResource(VpcepClient vpcep) {
        this.vpcep = vpcep;
    }

    /** What is there. */
    @GET
    public List<Endpoint> list() {
        return vpcep.endpoints().list().items();
    }

    /** Makes another one. */
    @POST
    public Endpoint create(CreateEndpointRequest body) {
        return vpcep.endpoints().create(body);
    }

    /** The client, made once. */
    public static class Client {
        @Produces
        @Singleton
        VpcepClient vpcep(
                @ConfigProperty(name = "vpcep.endpoint") String endpoint,
                @ConfigProperty(name = "vpcep.project") String project,
                @ConfigProperty(name = "vpcep.token") String token) {
            return VpcepClient.builder()
                    .endpoint(endpoint)
                    .projectId(project)
                    .credentials(Credentials.token(token))
                    .build();
        }

        void close(@Disposes VpcepClient vpcep) {
            vpcep.close();
        }
    }
}
