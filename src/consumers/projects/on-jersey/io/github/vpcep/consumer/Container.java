package io.github.vpcep.consumer;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import com.sun.net.httpserver.HttpServer;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.server.VpcepParamConverters;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** Jersey with its module for Bean Validation, reached over HTTP. */
final class Container {
    private Container() {}

    static Server.Sender start() {
        ResourceConfig application = new ResourceConfig()
                .register(new JacksonJsonProvider(VpcepJson.serverMapper()))
                .register(VpcepParamConverters.class)
                .register(Implementation.Quotas.class)
                .register(Implementation.Tags.class);
        HttpServer server = JdkHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/"), application);
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new Server.Sender() {
            @Override
            public int status(String method, String target, String body) throws Exception {
                HttpRequest request = HttpRequest.newBuilder(URI.create(base + target))
                        .header("Content-Type", "application/json")
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build();
                return http.send(request, BodyHandlers.discarding()).statusCode();
            }

            @Override
            public void close() {
                server.stop(0);
            }
        };
    }
}
