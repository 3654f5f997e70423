package io.github.vpcep.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vpcep.sandbox.StandingClock;
import io.github.vpcep.sandbox.api.SandboxServer;
import io.github.vpcep.sandbox.auth.Accounts;
import io.github.vpcep.sandbox.auth.Authentication;
import io.github.vpcep.sandbox.control.FaultPlans;
import io.github.vpcep.sandbox.control.Journal;
import io.github.vpcep.sandbox.control.SandboxClock;
import io.github.vpcep.sandbox.domain.Domain;
import io.github.vpcep.sandbox.domain.DomainContext;
import io.github.vpcep.sandbox.domain.PublicServices;
import io.github.vpcep.sandbox.domain.Settings;
import io.github.vpcep.sandbox.http.Limits;
import io.github.vpcep.sandbox.store.Store;
import io.github.vpcep.sandbox.vpc.Vpcs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** A sandbox and the model of it, side by side, on a clock that moves between requests only. */
final class Stage implements AutoCloseable {
    // Of the clients at hand the one that costs least.
    private static final OkHttpClient HTTP =
            new OkHttpClient.Builder().readTimeout(Duration.ofMinutes(1)).build();

    private final StandingClock clock = new StandingClock(Instant.parse("2026-02-03T04:05:06.700Z"));
    private final Store store;
    private final SandboxServer server;
    private final Model model;

    Stage(Model.Limits limits, Store store, List<Named> vpcs) {
        this.store = store;
        Settings settings = Settings.builder()
                .serviceQuota(limits.services())
                .endpointQuota(limits.endpoints())
                .portMappings(limits.ports())
                .whitelistRecords(limits.records())
                .whitelistBatch(limits.batch())
                .endpointWhitelist(limits.addresses())
                .descriptionLength(limits.description())
                .delays(limits.serviceDelay(), limits.endpointDelay())
                .build();
        DomainContext context = new DomainContext(
                store, clock, settings, Vpcs.of(vpcs.stream().map(Named::vpc).toList()));
        context.seed(PublicServices.DOCUMENTED);
        SandboxClock time = new SandboxClock(clock);
        server = SandboxServer.start(
                "127.0.0.1",
                0,
                null,
                Domain.of(context),
                store.waits(),
                new Authentication(Accounts.of(Who.accounts()), time),
                time,
                new FaultPlans(SandboxServer.operationIds()),
                new Journal(),
                null,
                Limits.standard());
        model = new Model(limits, clock::instant, true, vpcs);
        offer(model, server.uri());
    }

    /** Makes the operator's services known to the model, whose ids only the sandbox knows. */
    static void offer(Model model, URI uri) {
        Ask list =
                new Ask(Ask.Operation.LIST_PUBLIC, Who.ANNE, Who.ANNE.project, Map.of(), Map.of("sort_dir", "asc"), "");
        for (JsonNode each : send(uri, list).body().path("endpoint_services")) {
            String name = each.path("service_name").asText();
            boolean isDns = name.endsWith(".dns");
            model.offer(each.path("id").asText(), isDns ? "dns" : "obs", isDns ? "interface" : "gateway", isDns);
        }
    }

    /** Sends one request, and says how its answer differs from the model's. */
    @Nullable
    String step(long seed, StringBuilder told) {
        Random random = new Random(seed);
        clock.move(Duration.ofMillis(random.nextInt(3) == 0 ? 1 + random.nextInt(1500) : 1));
        Ask ask = new Asks(model, seed).draw();
        Ask.Answer real = send(server.uri(), ask);
        told.append(ask)
                .append("\n    ")
                .append(real.status())
                .append(' ')
                .append(real.body())
                .append('\n');
        return difference(model, ask, real);
    }

    /** Looks at all that anybody can see, and says what differs from the model. */
    @Nullable
    String look() {
        clock.move(Duration.ofMillis(1));
        for (Ask each : Asks.all(model)) {
            String difference = difference(model, each, send(server.uri(), each));
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    static @Nullable String difference(Model model, Ask ask, Ask.Answer real) {
        try {
            Ask.Answer right = model.answer(ask, real);
            return right.equals(real) ? null : ask + " was answered\n    " + real + ", and by the model\n    " + right;
        } catch (Model.Wrong e) {
            return ask + " was answered\n    " + real + ": " + e.getMessage();
        }
    }

    static Ask.Answer send(URI uri, Ask ask) {
        String method = ask.operation().method();
        boolean none = ask.body().isEmpty() && (method.equals("GET") || method.equals("DELETE"));
        Request.Builder request = new Request.Builder()
                .url(uri + ask.target())
                .header(
                        "X-Auth-Token",
                        ask.arguments().containsKey("nobody")
                                ? "nobody's"
                                : ask.who().token())
                .method(method, none ? null : RequestBody.create(ask.body().getBytes(StandardCharsets.UTF_8)));
        if (!ask.body().isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        try (Response answer = HTTP.newCall(request.build()).execute()) {
            String text = answer.body().string();
            JsonNode body = text.isEmpty() ? MissingNode.getInstance() : Model.read(text);
            return new Ask.Answer(answer.code(), compared(answer.code(), body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the words of errors, which are nobody's rule. */
    private static JsonNode compared(int status, JsonNode body) {
        if (status >= 400) {
            return Model.JSON
                    .createObjectNode()
                    .put("code", body.path("error").path("code").asText());
        }
        body.findParents("error_message").forEach(each -> ((ObjectNode) each).remove("error_message"));
        return body;
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }
}
