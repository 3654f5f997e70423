package io.github.vpcep.sandbox.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.control.model.RecordedRequest;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.sandbox.control.Journal;
import io.github.vpcep.sandbox.http.HttpAnswer;
import io.github.vpcep.sandbox.http.HttpRequest;
import io.github.vpcep.sandbox.http.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The requests as they come, as server-sent events: what has no end no operation can answer. */
final class EventStreams {
    private static final String PATH = ControlServer.ROOT + "/requests/stream";
    private static final Pattern AFTER = Pattern.compile("after=([0-9]{1,18})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final ObjectMapper JSON = VpcepJson.mapper();

    /** Proxies end what is silent, by default often after a minute. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final Journal journal;
    private final Duration signOfLife;

    EventStreams(Journal journal) {
        this(journal, SIGN_OF_LIFE);
    }

    /**
     * Streams what a journal is told.
     *
     * @param signOfLife what passes between two comments
     */
    EventStreams(Journal journal, Duration signOfLife) {
        this.journal = journal;
        this.signOfLife = signOfLife;
    }

    static boolean has(String path) {
        return path.equals(PATH);
    }

    /** Null when the requests are the answer. */
    @Nullable
    HttpAnswer open(HttpRequest request, Reply reply, Map<String, String> headers) {
        if (!request.method().equals("GET")) {
            return ControlErrors.notAllowed("GET");
        }
        long after = after(request.query(), request.header("last-event-id"));
        HttpAnswer head = HttpAnswer.of(200, "text/event-stream;charset=utf-8", new byte[0])
                .with(headers);
        reply.stream(head, stream -> {
            Journal.Reader reader = new Sender(stream);
            stream.send(bytes(": the requests from here on\n\n"));
            journal.read(after, reader);
            stream.repeat(bytes(": still here\n\n"), signOfLife);
            stream.whenEnded(() -> journal.leave(reader));
        });
        return null;
    }

    private static long after(@Nullable String query, @Nullable String lastEventId) {
        if (lastEventId != null && NUMBER.matcher(lastEventId).matches()) {
            return Long.parseLong(lastEventId);
        }
        if (query == null || query.isEmpty()) {
            return Long.MAX_VALUE;
        }
        Matcher after = AFTER.matcher(query);
        if (!after.matches()) {
            throw new IllegalArgumentException("The query may be after=NUMBER, and nothing else.");
        }
        return Long.parseLong(after.group(1));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Sends what comes to one who reads. */
    private record Sender(Reply.Stream stream) implements Journal.Reader {
        @Override
        public void came(RecordedRequest request) {
            try {
                stream.send(bytes("event: request\nid: " + request.number() + "\ndata: "
                        + JSON.writeValueAsString(request) + "\n\n"));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A request cannot be written", e);
            }
        }

        @Override
        public void cleared() {
            stream.send(bytes("event: reset\ndata: {}\n\n"));
        }
    }
}
