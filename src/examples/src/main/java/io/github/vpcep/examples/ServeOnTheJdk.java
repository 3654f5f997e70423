package io.github.vpcep.examples;

import com.sun.net.httpserver.HttpServer;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.ErrorDetail;
import io.github.vpcep.model.ErrorResponse;
import io.github.vpcep.model.ProjectTagList;
import io.github.vpcep.model.Quota;
import io.github.vpcep.model.QuotaList;
import io.github.vpcep.model.QuotaResources;
import io.github.vpcep.model.ResourceList;
import io.github.vpcep.model.ResourceQuery;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.model.Tag;
import io.github.vpcep.model.TagActionRequest;
import io.github.vpcep.model.TagValues;
import io.github.vpcep.router.Answer;
import io.github.vpcep.router.Refusal;
import io.github.vpcep.router.Request;
import io.github.vpcep.router.Router;
import io.github.vpcep.server.QuotasApi;
import io.github.vpcep.server.TagsApi;
import io.github.vpcep.server.VpcepRouter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Serves a part of the API on the JDK's own HTTP server. */
public final class ServeOnTheJdk {
    private static final Router<VpcepRouter.Apis> ROUTER = VpcepRouter.create();

    /** By the id of the endpoint. The router is asked by many threads at a time. */
    private static final Map<String, Map<String, String>> TAGS =
            Map.of("4189d3c2-8882-4871-a3c2-d380272eed83", new ConcurrentHashMap<>());

    private ServeOnTheJdk() {}

    /** The argument: the port. */
    public static void main(String[] args) throws IOException {
        System.out.println("http:/" + start(Integer.parseInt(args[0])).getAddress());
    }

    /** The server, which answers. */
    static HttpServer start(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                Answer answer = answer(Request.of(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getRawPath(),
                        exchange.getRequestURI().getRawQuery(),
                        exchange.getRequestHeaders()::getFirst,
                        exchange.getRequestBody().readAllBytes()));
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
                exchange.getResponseBody().write(answer.body());
            }
        });
        server.start();
        return server;
    }

    private static Answer answer(Request request) {
        try {
            return ROUTER.answer(request, new Implemented(), ServeOnTheJdk::refused);
        } catch (Refused e) {
            return e.answer();
        }
    }

    /** What this server serves; requests for anything else are refused. */
    private static final class Implemented implements VpcepRouter.Apis {
        @Override
        public QuotasApi quotas() {
            Quota quota = Quota.builder()
                    .type(ResourceType.ENDPOINT)
                    .used(TAGS.size())
                    .quota(50)
                    .build();
            QuotaResources resources =
                    QuotaResources.builder().resources(List.of(quota)).build();
            return (projectId, params) -> QuotaList.builder().quotas(resources).build();
        }

        @Override
        public TagsApi tags() {
            return new Tags();
        }
    }

    /** The tags of the endpoints that there are. */
    private static final class Tags implements TagsApi {
        @Override
        public void batchAddOrRemoveResourceInstance(
                String projectId, ResourceType resourceType, String resourceId, TagActionRequest body) {
            Map<String, String> tags = TAGS.get(resourceId);
            if (tags == null || !ResourceType.ENDPOINT.is(resourceType)) {
                throw new Refused(ErrorCode.ENDPOINT_NOT_FOUND, resourceId);
            }
            for (Tag each : body.tags()) {
                // Enumerations are open; the router lets in only what the contract has.
                switch (body.action().known()) {
                    case CREATE -> tags.put(each.key(), Objects.requireNonNullElse(each.value(), ""));
                    case DELETE -> tags.remove(each.key());
                    default ->
                        throw new Refused(
                                ErrorCode.INVALID_ACTION, body.action().value());
                }
            }
        }

        @Override
        public ProjectTagList list(String projectId, ResourceType resourceType) {
            Map<String, Set<String>> values = new TreeMap<>();
            TAGS.values()
                    .forEach(tags -> tags.forEach((key, value) -> values.computeIfAbsent(key, first -> new TreeSet<>())
                            .add(value)));
            return ProjectTagList.builder()
                    .tags(values.entrySet().stream()
                            .map(each -> TagValues.builder()
                                    .key(each.getKey())
                                    .values(List.copyOf(each.getValue()))
                                    .build())
                            .toList())
                    .build();
        }

        @Override
        public ResourceList listResourceInstances(String projectId, ResourceType resourceType, ResourceQuery body) {
            throw Refusal.notImplemented("ListResourceInstances");
        }
    }

    /** What the application refuses. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final ErrorCode code;

        Refused(ErrorCode code, String what) {
            super(code.message() + " (" + what + ")");
            this.code = code;
        }

        /** The catalogue has a status for each code. */
        Answer answer() {
            return error(code.status(), code, getMessage());
        }
    }

    /** What the router refuses: it names the place, and what is allowed there. */
    private static Answer refused(Refusal refusal) {
        return error(refusal.kind().status(), ErrorCode.INVALID_PARAMETER, refusal.toString());
    }

    /** The one form of an error. */
    private static Answer error(int status, ErrorCode code, @Nullable String message) {
        ErrorDetail detail = ErrorDetail.builder()
                .code(code.code())
                .message(String.valueOf(message))
                .build();
        return ROUTER.answer(status, ErrorResponse.builder().error(detail).build());
    }
}
