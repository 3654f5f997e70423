package io.github.vpcep.contract.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.prism.PrismServer;
import io.github.vpcep.runtime.ClientBuilder;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.okhttp.HttpStack;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/** Writes down what passes through Prism's proxy, with what Prism finds wrong with it. */
final class Recorder implements Interceptor {
    private static final ObjectMapper JSON = VpcepJson.mapper();

    /** Shorter than the five seconds after which Node closes a connection that rests. */
    private final ConnectionPool connections = new ConnectionPool(5, 2, TimeUnit.SECONDS);

    private final SecondOpinion secondOpinion = new SecondOpinion();
    private final PrismServer prism;
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    Recorder(PrismServer prism) {
        this.prism = prism;
    }

    /**
     * What passed.
     *
     * @param operation what the client called
     * @param request method and address
     * @param status of the answer
     * @param requestId what the server called it, empty when the answer is not the server's
     * @param violations on both sides, of any severity
     * @param objections what another validator finds wrong
     */
    record Exchange(
            String operation,
            String request,
            int status,
            String requestId,
            List<Violation> violations,
            List<String> objections) {}

    /**
     * What breaks the contract.
     *
     * @param location where, beginning with the side: request or response
     * @param code the keyword of the schema, or what it has in place of one
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Violation(List<String> location, @Nullable String code, String message) {
        /** Where and what, such as {@code request.query.type enum}. */
        String place() {
            return String.join(".", location) + " " + code;
        }
    }

    /**
     * A client whose calls pass through Prism. It has Prism for its HTTP proxy: so the Host that it signs is the one
     * that arrives.
     */
    ClientBuilder<VpcepClient> client() {
        InetSocketAddress address =
                new InetSocketAddress(prism.uri().getHost(), prism.uri().getPort());
        return VpcepClient.builder()
                .endpoint(prism.upstream())
                .proxy(new Proxy(Proxy.Type.HTTP, address))
                .retry(RetryPolicy.none())
                .http(HttpStack.customized(
                        http -> http.addNetworkInterceptor(this).connectionPool(connections)));
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response answer = chain.proceed(chain.request());
        String call = Objects.requireNonNull(chain.request().tag(Invocation.class))
                .method()
                .getName();
        exchanges.add(new Exchange(
                Scenario.operation(call),
                chain.request().method() + " " + chain.request().url(),
                answer.code(),
                String.valueOf(answer.header("X-Request-Id", "")),
                read(String.valueOf(answer.header("sl-violations", "[]"))),
                secondOpinion.of(chain.request(), answer)));
        return answer;
    }

    private static List<Violation> read(String header) {
        try {
            return Arrays.asList(JSON.readValue(header, Violation[].class));
        } catch (JsonProcessingException e) {
            // Prism cuts a very long list off.
            return List.of(new Violation(List.of("unreadable"), null, header));
        }
    }

    /** What passed since the last call, the oldest first. */
    List<Exchange> take() {
        List<Exchange> taken = List.copyOf(exchanges);
        exchanges.clear();
        return taken;
    }
}
