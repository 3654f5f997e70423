package io.github.vpcep.runtime.engine;

import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/**
 * What belongs to one call, on its way through Retrofit and OkHttp as a tag of its request. Set up before the call is
 * sent, then used by the one thread that runs it.
 */
final class CallContext {
    private final Transport transport;
    private final AnswerHead head = new AnswerHead();
    private CallSettings settings;
    private @Nullable Recorder recorder;
    private @Nullable Operation operation;
    private int tries;
    private boolean reached;
    private @Nullable String retryAfter;

    CallContext(Transport transport, CallSettings settings, @Nullable Recorder recorder) {
        this.transport = transport;
        this.settings = settings;
        this.recorder = recorder;
    }

    static @Nullable CallContext of(Request request) {
        return request.tag(CallContext.class);
    }

    /** Says what the call is and wants, when it is not made through Retrofit alone. */
    void prepare(Operation operation, CallSettings settings, @Nullable Recorder recorder) {
        this.operation = operation;
        this.settings = settings;
        this.recorder = recorder;
    }

    boolean isPrepared() {
        return operation != null;
    }

    /** Returns the operation; for a call through Retrofit alone what can be known of it. */
    Operation operation(Request request) {
        if (operation != null) {
            return operation;
        }
        Invocation invocation = request.tag(Invocation.class);
        String name = invocation == null ? "call" : invocation.method().getName();
        return Operation.of(name, request.method(), request.url().encodedPath());
    }

    Transport transport() {
        return transport;
    }

    AnswerHead head() {
        return head;
    }

    CallSettings settings() {
        return settings;
    }

    @Nullable
    Recorder recorder() {
        return recorder;
    }

    void startTry() {
        tries++;
        reached = false;
        retryAfter = null;
        head.reset();
    }

    int tries() {
        return tries;
    }

    /** Notes that there is a connection: from now on the server may act on the request. */
    void reach() {
        reached = true;
    }

    boolean isReached() {
        return reached;
    }

    void hideRetryAfter(String value) {
        retryAfter = value;
    }

    @Nullable
    String hiddenRetryAfter() {
        return retryAfter;
    }
}
