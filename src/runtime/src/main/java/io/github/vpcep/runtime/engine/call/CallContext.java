package io.github.vpcep.runtime.engine.call;

import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.ground.Redactor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Headers;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/**
 * What belongs to one call, on its way through Retrofit and OkHttp as a tag of its request. Set up before the call is
 * sent, then used by the one thread that runs it; only its time and its end are for other threads as well.
 */
public final class CallContext {
    private final Owner owner;
    private final Timing timing;
    private final AnswerHead head = new AnswerHead();
    private CallSettings settings;
    private @Nullable Recorder recorder;
    private @Nullable Operation operation;
    private boolean silent;
    private long begin;
    private @Nullable Duration most;
    private final AtomicInteger tries = new AtomicInteger();
    private boolean reached;
    private boolean answerLost;
    private boolean doneBefore;
    private final List<Headers> sent = new ArrayList<>(1);
    private @Nullable Redactor redactor;
    private volatile boolean running;
    private volatile @Nullable String waitingFor;
    private @Nullable CompletableFuture<Void> cancelled;

    public CallContext(Owner owner, CallSettings settings, @Nullable Recorder recorder, Timing timing) {
        this.owner = owner;
        this.timing = timing;
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

    /** Says what a call is of which neither log nor listeners are told. */
    public void prepareSilent(Operation operation) {
        this.operation = operation;
        this.silent = true;
    }

    public boolean isSilent() {
        return silent;
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

    public Timing timing() {
        return timing;
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

    /**
     * Begins the call's time.
     *
     * @param most how long the call may take, all that it waits for included; zero for as long as it wants
     */
    public void begin(Duration most) {
        this.begin = timing.nanoTime().getAsLong();
        this.most = most.isZero() ? null : most;
    }

    /** Returns what is left of the call's time, which may be less than nothing, or null when it has no end. */
    @Nullable
    public Duration left() {
        return most == null ? null : most.minusNanos(timing.nanoTime().getAsLong() - begin);
    }

    /** Notes that the call's turn has come. */
    public void run() {
        running = true;
    }

    public boolean isRunning() {
        return running;
    }

    /** Wakes whoever waits inside the call. */
    public void cancel() {
        cancelled().complete(null);
    }

    /** Returns what is done when the call is cancelled. */
    public synchronized CompletableFuture<Void> cancelled() {
        if (cancelled == null) {
            cancelled = new CompletableFuture<>();
        }
        return cancelled;
    }

    /** Notes what the call waits for before it can be sent, in words, null when it goes on. */
    public void waitFor(@Nullable String what) {
        waitingFor = what;
    }

    @Nullable
    public String waitingFor() {
        return waitingFor;
    }

    public void startTry() {
        tries.incrementAndGet();
        reached = false;
        head.reset();
    }

    public int tries() {
        return tries.get();
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
