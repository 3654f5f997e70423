package io.github.vpcep.sandbox.api;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.domain.Problem;
import io.github.vpcep.sandbox.http.HttpAnswer;
import io.github.vpcep.sandbox.http.HttpRequest;
import io.github.vpcep.server.ConnectionsApi;
import io.github.vpcep.server.EndpointServicesApi;
import io.github.vpcep.server.EndpointsApi;
import io.github.vpcep.server.OperationId;
import io.github.vpcep.server.PermissionsApi;
import io.github.vpcep.server.QuotasApi;
import io.github.vpcep.server.TagsApi;
import io.github.vpcep.server.VersionsApi;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.jspecify.annotations.Nullable;

/**
 * The operations of the contract: routes a request with Jersey and answers it. Which server was asked, the exchange
 * knows; so one Jersey, which takes long to make, is enough for all that a JVM starts.
 */
final class Operations {
    private static final List<Class<?>> INTERFACES = List.of(
            VersionsApi.class,
            EndpointServicesApi.class,
            ConnectionsApi.class,
            PermissionsApi.class,
            EndpointsApi.class,
            QuotasApi.class,
            TagsApi.class);

    private static final Pattern EMPTY_SEGMENT = Pattern.compile("(?<=/)(?=/|$)");

    private static final ApplicationHandler JERSEY = jersey();

    private Operations() {}

    private static ApplicationHandler jersey() {
        ResourceConfig application = new ResourceConfig();
        // What stands here is all there is: no look at the class path, no other formats, no WADL.
        application.property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
        application.property(ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true);
        application.property(ServerProperties.JSON_PROCESSING_FEATURE_DISABLE, true);
        application.property(ServerProperties.MOXY_JSON_FEATURE_DISABLE, true);
        application.property(ServerProperties.WADL_FEATURE_DISABLE, true);
        application.property(ServerProperties.BV_FEATURE_DISABLE, true);
        application.property(ServerProperties.RESOURCE_VALIDATION_DISABLE, true);
        application.property(ServerProperties.MONITORING_ENABLED, false);
        application.registerInstances(
                new Json(),
                new OperationFilter(),
                new AnyException(),
                new VersionsResource(),
                new EndpointServicesResource(),
                new ConnectionsResource(),
                new PermissionsResource(),
                new EndpointsResource(),
                new QuotasResource(),
                new TagsResource());
        return new ApplicationHandler(application);
    }

    /** The ids of all operations. */
    static Set<String> ids() {
        return INTERFACES.stream()
                .flatMap(type -> Stream.of(type.getMethods()))
                .flatMap(method -> Stream.ofNullable(method.getAnnotation(OperationId.class)))
                .map(OperationId::value)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The answer to a request that is that of this thread. */
    static HttpAnswer answer(HttpRequest request, Exchange exchange) {
        byte[] body = request.body();
        ContainerRequest jerseyRequest = new ContainerRequest(
                URI.create("http://sandbox/"),
                uri(request),
                request.method(),
                NOBODY,
                new MapPropertiesDelegate(new LinkedHashMap<>()),
                JERSEY.getConfiguration());
        request.headers().forEach((name, values) -> values.forEach(value -> jerseyRequest.header(name, value)));
        refuseUnlessMediaType(request.header("content-type"));
        if (request.header("content-encoding") != null) {
            throw BodyProblems.encoded();
        }
        jerseyRequest.setProperty(OperationFilter.METHOD, request.method());
        jerseyRequest.setProperty(OperationFilter.BODY, body);
        jerseyRequest.setEntityStream(new ByteArrayInputStream(body == null ? new byte[0] : body));
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try {
            ContainerResponse response = JERSEY.apply(jerseyRequest, out).get();
            HttpAnswer failure = exchange.failure();
            byte[] written = out.toByteArray();
            return failure != null
                    ? failure
                    : HttpAnswer.of(response.getStatus(), written.length == 0 ? null : HttpAnswer.JSON, written);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Errors.of(ErrorCode.REQUEST_TIMED_OUT);
        } catch (ExecutionException e) {
            return Errors.of(e.getCause() == null ? e : e.getCause(), exchange.requestId());
        }
    }

    /** Jersey's own answer to what it cannot read there has no body. */
    private static void refuseUnlessMediaType(@Nullable String contentType) {
        try {
            if (contentType != null) {
                MediaType.valueOf(contentType);
            }
        } catch (IllegalArgumentException e) {
            throw new Problem(
                    ErrorCode.INVALID_PARAMETER,
                    ErrorCode.INVALID_PARAMETER.message() + " The header Content-Type is not a media type.");
        }
    }

    private static URI uri(HttpRequest request) {
        String target = withBlankIds(request.path()) + (request.query() == null ? "" : "?" + request.query());
        try {
            if (!target.startsWith("/")) {
                throw new URISyntaxException(target, "no path", 0);
            }
            checkText(target);
            return new URI("http://sandbox" + target);
        } catch (URISyntaxException | CharacterCodingException e) {
            throw new Problem(
                    ErrorCode.INVALID_PARAMETER,
                    ErrorCode.INVALID_PARAMETER.message() + " The path or the query is not percent-encoded UTF-8.");
        }
    }

    /** An empty segment is an empty id and no shorter path, for which routing would take it. */
    private static String withBlankIds(String path) {
        return path.length() < 2 ? path : EMPTY_SEGMENT.matcher(path).replaceAll("%20");
    }

    /** Percent-encoded bytes have to be UTF-8; decoding them later would put other characters in their place. */
    private static void checkText(String target) throws CharacterCodingException, URISyntaxException {
        byte[] bytes = new byte[target.length()];
        int length = 0;
        for (int at = 0; at < target.length(); at++) {
            char c = target.charAt(at);
            if (c == '%') {
                if (at + 2 >= target.length() || !isHex(target, at + 1) || !isHex(target, at + 2)) {
                    throw new URISyntaxException(target, "bad escape", at);
                }
                bytes[length++] = (byte) Integer.parseInt(target, at + 1, at + 3, 16);
                at += 2;
            } else if (c < 128) {
                bytes[length++] = (byte) c;
            } else {
                throw new URISyntaxException(target, "not encoded", at);
            }
        }
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Arrays.copyOf(bytes, length)));
    }

    private static boolean isHex(String text, int at) {
        return Character.digit(text.charAt(at), 16) >= 0;
    }

    /** The caller is known to the exchange, not to Jersey. */
    private static final SecurityContext NOBODY = new SecurityContext() {
        @Override
        public @Nullable Principal getUserPrincipal() {
            return null;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public @Nullable String getAuthenticationScheme() {
            return null;
        }
    };

    /** Answers whatever an operation or Jersey itself throws. */
    private static final class AnyException implements ExceptionMapper<Throwable> {
        @Override
        public Response toResponse(Throwable thrown) {
            Exchange exchange = Exchange.current();
            HttpAnswer answer = Errors.of(thrown, exchange.requestId());
            exchange.fail(answer);
            return Response.status(answer.status()).build();
        }
    }
}
