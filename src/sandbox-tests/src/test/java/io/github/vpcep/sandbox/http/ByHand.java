package io.github.vpcep.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Leaves each request to the test, which answers when and how it wants. */
final class ByHand implements HttpHandler {
    private final BlockingQueue<Asked> asked = new ArrayBlockingQueue<>(1000);

    /** A request that has come, and the way back. */
    record Asked(HttpRequest request, Reply reply) {}

    @Override
    public void handle(HttpRequest request, Reply reply) {
        asked.add(new Asked(request, reply));
    }

    /** The next request, once it is here. */
    Asked next() throws InterruptedException {
        Asked next = asked.poll(60, TimeUnit.SECONDS);
        assertThat(next).as("the next request").isNotNull();
        return next;
    }

    /** The way back of the next request, once it is here. */
    Reply nextReply() throws InterruptedException {
        return next().reply();
    }

    /** Whether no request is here that the test has not taken. */
    boolean isEmpty() {
        return asked.isEmpty();
    }
}
