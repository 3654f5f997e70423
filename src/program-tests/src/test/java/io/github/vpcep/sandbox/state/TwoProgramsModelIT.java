package io.github.vpcep.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vpcep.sandbox.postgres.PostgresServer;
import io.github.vpcep.sandbox.program.Program;
import io.github.vpcep.sandbox.state.Ask.Answer;
import io.github.vpcep.sandbox.state.Ask.Operation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes on one database answer as the model does, whichever is asked. One is killed in the middle of a change
 * now and then: the change is there as a whole or not at all, and nothing that was answered is lost. All follows from
 * the seed but the moment of the kill; {@code -Dvpcep.rounds} asks for a kill per hundred, {@code -Dvpcep.seed} for
 * others.
 */
@Tag("random")
@Timeout(3600)
class TwoProgramsModelIT {
    private static final int KILLS = Math.max(1, Integer.getInteger("vpcep.rounds", 1) / 100);
    private static final int STEPS = 150;
    private static final Model.Limits LIMITS = new Model.Limits(3, 5, 3, 4, 3, 2, 20, Duration.ZERO, Duration.ZERO);

    /** What makes nothing new, whose id would be lost with the answer. */
    private static final Set<Operation> CHANGES = Set.of(
            Operation.UPDATE_SERVICE,
            Operation.RENAME_SERVICE,
            Operation.DELETE_SERVICE,
            Operation.DECIDE,
            Operation.DESCRIBE_CONNECTIONS,
            Operation.CHANGE_PERMISSIONS,
            Operation.CHANGE_TAGS,
            Operation.DELETE_ENDPOINT,
            Operation.UPDATE_ROUTES);

    private final long seed = Long.getLong("vpcep.seed", 1);
    private final Random random = new Random(seed);
    private final String database = PostgresServer.shared().newDatabase();
    private final List<Exchange> history = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    /** Of which the model needs nothing for these changes. */
    private static final Answer NOTHING = new Answer(200, Model.read("{}"));

    /** What was asked and answered. */
    private record Exchange(Ask ask, Answer answer) {}

    @Test
    void answers_areThoseOfTheModel_whicheverIsAsked_andWhateverIsKilled() throws IOException {
        Path config = config();
        List<Program> programs = new ArrayList<>(List.of(start(config), start(config)));
        try {
            List<URI> uris = new ArrayList<>();
            programs.forEach(each -> uris.add(each.awaitReady()));
            Model model = model(uris.get(0), history);
            for (int kill = 0; kill < KILLS; kill++) {
                for (int step = 0; step < STEPS; step++) {
                    Ask ask = draw(model);
                    Answer answer = timeless(Stage.send(uris.get(random.nextInt(2)), ask));
                    history.add(new Exchange(ask, answer));
                    assertThat(Stage.difference(model, ask, answer))
                            .as(this::told)
                            .isNull();
                }
                int victim = random.nextInt(2);
                killDuringAChange(programs.get(victim), uris.get(victim), uris.get(1 - victim));
                programs.set(victim, start(config));
                uris.set(victim, programs.get(victim).awaitReady());
                model = model(uris.get(victim), history);
                assertThat(look(model, uris.get(victim))).as(this::told).isNull();
            }
        } finally {
            programs.forEach(Program::close);
        }
    }

    private Path config() throws IOException {
        String accounts = Stream.of(Who.values())
                .map(each -> """
                        {"domain_id": "%s", "project_id": "%s", "token": "%s", "access_key": "%s", "secret_key": "sk"}""".formatted(each.domain, each.project, each.token(), each.name()))
                .collect(Collectors.joining(","));
        return Files.writeString(directory.resolve("config.json"), """
                {"accounts": [%s], "quotas": {"endpoint_services": %d, "endpoints": %d},
                 "limits": {"port_mappings": %d, "whitelist_records": %d, "whitelist_batch": %d,
                            "endpoint_whitelist": %d, "description_length": %d}}""".formatted(
                        accounts,
                        LIMITS.services(),
                        LIMITS.endpoints(),
                        LIMITS.ports(),
                        LIMITS.records(),
                        LIMITS.batch(),
                        LIMITS.addresses(),
                        LIMITS.description()));
    }

    private Program start(Path config) {
        return Program.start(directory, "--port", "0", "--store", database, "--config", config.toString());
    }

    private String told() {
        return "With -Dvpcep.seed=" + seed + ", after\n"
                + history.stream()
                        .map(each -> each.ask() + "\n    " + each.answer().status() + "\n")
                        .collect(Collectors.joining());
    }

    /** One whose answer does not depend on the second in which something happens. */
    private Ask draw(Model model) {
        Ask ask;
        do {
            ask = new Asks(model, random.nextLong()).draw();
        } while (ask.query().containsValue("update_at"));
        return ask;
    }

    private static Answer timeless(Answer answer) {
        for (String time : List.of("created_at", "updated_at")) {
            answer.body().findParents(time).forEach(each -> ((ObjectNode) each).remove(time));
        }
        return answer;
    }

    private static @Nullable String look(Model model, URI uri) {
        for (Ask each : Asks.all(model)) {
            String difference = Stage.difference(model, each, timeless(Stage.send(uri, each)));
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    /** Sends a request that the state admits, so that there is something to lose, and kills the process at once. */
    private void killDuringAChange(Program victim, URI its, URI other) {
        Model now = model(other, history);
        Ask change = draw(now);
        while (!CHANGES.contains(change.operation())
                || model(other, history).answer(change, NOTHING).status() >= 300) {
            change = draw(now);
        }
        Ask sent = change;
        CompletableFuture<Answer> answering = CompletableFuture.supplyAsync(() -> Stage.send(its, sent));
        victim.kill();
        Exchange whole = new Exchange(sent, NOTHING);
        boolean isAnswered = true;
        try {
            answering.join();
        } catch (CompletionException e) {
            isAnswered = false;
        }
        String ifDone = look(
                model(other, Stream.concat(history.stream(), Stream.of(whole)).toList()), other);
        String ifNot = isAnswered ? "It was answered." : look(model(other, history), other);
        assertThat(ifDone == null || ifNot == null)
                .as(() -> told() + sent + ", during which it was killed, is neither done nor not done:\n" + ifDone
                        + "\n" + ifNot)
                .isTrue();
        if (ifDone == null) {
            history.add(whole);
        }
    }

    /** The state after all that. */
    private static Model model(URI uri, List<Exchange> exchanges) {
        Instant always = Instant.parse("2026-02-03T04:05:06Z");
        Model model = new Model(LIMITS, () -> always, false);
        Stage.offer(model, uri);
        exchanges.forEach(each -> model.answer(each.ask(), each.answer()));
        return model;
    }
}
