package io.github.vpcep.contract.routing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.server.ConnectionsApi;
import io.github.vpcep.server.EndpointServicesApi;
import io.github.vpcep.server.EndpointsApi;
import io.github.vpcep.server.PermissionsApi;
import io.github.vpcep.server.QuotasApi;
import io.github.vpcep.server.TagsApi;
import io.github.vpcep.server.VersionsApi;
import jakarta.ws.rs.SeBootstrap;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import org.glassfish.jersey.server.ResourceConfig;

/**
 * Jersey with the generated interfaces, each method of which answers its own name, and in a header its last argument.
 */
final class NamingServer implements AutoCloseable {
    /** Every interface that the contract gives. */
    static final Set<Class<?>> INTERFACES = Set.of(
            VersionsApi.class,
            EndpointServicesApi.class,
            ConnectionsApi.class,
            PermissionsApi.class,
            EndpointsApi.class,
            QuotasApi.class,
            TagsApi.class);

    private final SeBootstrap.Instance instance;

    NamingServer() {
        SeBootstrap.Configuration configuration = SeBootstrap.Configuration.builder()
                .host(InetAddress.getLoopbackAddress().getHostAddress())
                .port(SeBootstrap.Configuration.FREE_PORT)
                .build();
        ResourceConfig application = new ResourceConfig().register(new JsonReader());
        INTERFACES.forEach(type -> application.register(naming(type)));
        instance = SeBootstrap.start(application, configuration)
                .toCompletableFuture()
                .join();
    }

    URI uri() {
        return URI.create("http://" + instance.configuration().host() + ":"
                + instance.configuration().port());
    }

    @Override
    public void close() {
        instance.stop().toCompletableFuture().join();
    }

    private static Object naming(Class<?> type) {
        InvocationHandler answer = (proxy, method, arguments) -> switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> type.getSimpleName();
            default ->
                throw new WebApplicationException(
                        Response.ok(type.getSimpleName() + "." + method.getName(), MediaType.TEXT_PLAIN)
                                .header("X-Last-Argument", arguments == null ? "" : arguments[arguments.length - 1])
                                .build());
        };
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answer);
    }

    /** Reads the bodies with the mapper of the contract. */
    @Provider
    static final class JsonReader implements MessageBodyReader<Object> {
        private static final ObjectMapper JSON = VpcepJson.mapper();

        @Override
        public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
            return MediaType.APPLICATION_JSON_TYPE.isCompatible(mediaType);
        }

        @Override
        public Object readFrom(
                Class<Object> type,
                Type generic,
                Annotation[] annotations,
                MediaType mediaType,
                MultivaluedMap<String, String> headers,
                InputStream body)
                throws IOException {
            return JSON.readValue(body, type);
        }
    }
}
