package io.github.vpcep.runtime.engine.call;

import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.ground.Redactor;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Headers;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/**
 * What belongs to one call, on its way through Retrofit and OkHttp as a tag of its request. Set up before the call is
 * sent, then used by the one thread that runs it.
 */
public final class CallContext {
    private final Owner owner;
    private final AnswerHead head = new AnswerHead();
    private CallSettings settings;
    private @Nullable Recorder recorder;
    private @Nullable Operation operation;
    private int tries;
    private boolean reached;
    private boolean answerLost;
    private boolean doneBefore;
    private final List<Headers> sent = new ArrayList<>(1);
    private @Nullable Redactor redactor;

    public CallContext(Owner owner, CallSettings settings, @Nullable Recorder recorder) {
        this.owner = owner;
        this.settings = settings;
        this.recorder = recorder;
    }

    public static @Nullable CallContext of(Request request) {
        return request.tag(CallContext.class);
    }

    /** Says what the call is and wants, when it is not made through Retrofit alone. */
    public void prepare(Operation operation, CallSettings settings, @Nullable Recorder recorder) {
        this.operation = operation;
        this.settings = settings;
        this.recorder = recorder;
    }

    public boolean isPrepared() {
        return operation != null;
    }

    /** Returns the operation; for a call through Retrofit alone what can be known of it. */
    public Operation operation(Request request) {
        if (operation != null) {
            return operation;
        }
        Invocation invocation = request.tag(Invocation.class);
        String name = invocation == null ? "call" : invocation.method().getName();
        return Operation.of(name, request.method(), request.url().encodedPath());
    }

    public Owner owner() {
        return owner;
    }

    public AnswerHead head() {
        return head;
    }

    public CallSettings settings() {
        return settings;
    }

    @Nullable
    public Recorder recorder() {
        return recorder;
    }

    /** Notes the headers of a request as they go over the wire: an answer may repeat them. */
    public synchronized void sends(Headers headers) {
        sent.add(headers);
    }

    /**
     * Returns what hides the secrets that were sent with this call. They are looked at only when something is shown.
     */
    public synchronized Redactor redactor() {
        Redactor current = redactor == null ? new Redactor() : redactor;
        sent.forEach(headers -> headers.forEach(header -> current.learnHeader(header.getFirst(), header.getSecond())));
        sent.clear();
        redactor = current;
        return current;
    }

    public void startTry() {
        tries++;
        reached = false;
        head.reset();
    }

    public int tries() {
        return tries;
    }

    /** Notes that there is a connection: from now on the server may act on the request. */
    public void reach() {
        reached = true;
    }

    /** Notes that the server has not acted on the request although there was a connection. */
    public void unreach() {
        reached = false;
    }

    public boolean isReached() {
        return reached;
    }

    /** Notes that the server may have done what this try asks, and that its answer to that will never be known. */
    public void loseAnswer() {
        answerLost = true;
    }

    public boolean isAnswerLost() {
        return answerLost;
    }

    /** Notes that the last try was refused because one before it had been carried out: the call succeeds. */
    public void doneBefore() {
        doneBefore = true;
    }

    public boolean isDoneBefore() {
        return doneBefore;
    }
}
