package io.github.vpcep.examples;

import com.sun.net.httpserver.HttpServer;
import io.github.vpcep.model.ErrorDetail;
import io.github.vpcep.model.ErrorResponse;
import io.github.vpcep.model.Quota;
import io.github.vpcep.model.QuotaList;
import io.github.vpcep.model.QuotaResources;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.router.Answer;
import io.github.vpcep.router.Refusal;
import io.github.vpcep.router.Request;
import io.github.vpcep.router.Router;
import io.github.vpcep.server.QuotasApi;
import io.github.vpcep.server.VpcepRouter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** Serves a part of the API on the JDK's own HTTP server. */
public final class ServeOnTheJdk {
    private static final Router<VpcepRouter.Apis> ROUTER = VpcepRouter.create();

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
                Answer answer = ROUTER.answer(
                        Request.of(
                                exchange.getRequestMethod(),
                                exchange.getRequestURI().getRawPath(),
                                exchange.getRequestURI().getRawQuery(),
                                exchange.getRequestHeaders()::getFirst,
                                exchange.getRequestBody().readAllBytes()),
                        new Implemented(),
                        ServeOnTheJdk::refused);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
                exchange.getResponseBody().write(answer.body());
            }
        });
        server.start();
        return server;
    }

    /** What this server serves; requests for anything else are refused. */
    private static final class Implemented implements VpcepRouter.Apis {
        @Override
        public QuotasApi quotas() {
            Quota quota = Quota.builder()
                    .type(ResourceType.ENDPOINT)
                    .used(3)
                    .quota(50)
                    .build();
            QuotaResources resources =
                    QuotaResources.builder().resources(List.of(quota)).build();
            return (projectId, params) -> QuotaList.builder().quotas(resources).build();
        }
    }

    private static Answer refused(Refusal refusal) {
        ErrorDetail detail = ErrorDetail.builder()
                .code("EndPoint.0002")
                .message(refusal.toString())
                .build();
        return ROUTER.answer(
                refusal.kind().status(), ErrorResponse.builder().error(detail).build());
    }
}
