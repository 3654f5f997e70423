package io.github.vpcep.sandbox.api;

import io.github.vpcep.sandbox.control.Fault;
import io.github.vpcep.sandbox.domain.Caller;
import io.github.vpcep.sandbox.http.HttpRequest;
import io.github.vpcep.sandbox.http.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that is being answered, and what has been found out about it. */
final class Exchange {
    private final HttpRequest request;
    private final Reply reply;
    private final String requestId;
    private final String scheme;
    private final long start = System.nanoTime();
    private @Nullable String operationId;
    private @Nullable Caller caller;
    private @Nullable Fault fault;
    private List<String> unknown = List.of();

    Exchange(HttpRequest request, Reply reply, String requestId, String scheme) {
        this.request = request;
        this.reply = reply;
        this.requestId = requestId;
        this.scheme = scheme;
    }

    HttpRequest request() {
        return request;
    }

    /** The body as text. */
    String body() {
        return body(Integer.MAX_VALUE);
    }

    /** The first bytes of the body as text. */
    String body(int bytes) {
        byte[] body = request.body();
        return body == null ? "" : new String(body, 0, Math.min(body.length, bytes), StandardCharsets.UTF_8);
    }

    /** Takes the answer. */
    Reply reply() {
        return reply;
    }

    /** How long it has been under way. */
    long nanos() {
        return System.nanoTime() - start;
    }

    String requestId() {
        return requestId;
    }

    /** The address under which the caller reached the server, without a path. */
    URI base() {
        String host = request.header("host");
        return URI.create(scheme + "://" + (host == null || host.isEmpty() ? "localhost" : host));
    }

    void matched(String id) {
        operationId = id;
    }

    @Nullable
    String operationId() {
        return operationId;
    }

    void admit(Caller admitted) {
        caller = admitted;
    }

    /** Who was admitted; null until then. */
    @Nullable
    Caller admitted() {
        return caller;
    }

    /** Who calls the operation. */
    Caller caller() {
        if (caller == null) {
            throw new IllegalStateException("The operation was reached without authentication");
        }
        return caller;
    }

    void passOver(List<String> places) {
        unknown = places;
    }

    /** What it has and the contract has not. */
    List<String> unknown() {
        return unknown;
    }

    void suffer(@Nullable Fault planned) {
        fault = planned;
    }

    /** What goes wrong on purpose. */
    @Nullable
    Fault fault() {
        return fault;
    }
}
