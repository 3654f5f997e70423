package io.github.vpcep.runtime.engine.tell;

import io.github.vpcep.runtime.CallListener;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Tells the listeners, and keeps what they throw away from the call. */
public final class Listeners {
    private final List<Guarded> listeners;
    private final CallLog log;

    public Listeners(List<CallListener> listeners, CallLog log) {
        this.listeners = listeners.stream()
                .map(listener -> new Guarded(listener, new AtomicBoolean()))
                .toList();
        this.log = log;
    }

    public boolean isEmpty() {
        return listeners.isEmpty();
    }

    public void onCall(CallListener.CallEvent event) {
        tell(listener -> listener.onCall(event));
    }

    public void onTry(CallListener.TryEvent event) {
        tell(listener -> listener.onTry(event));
    }

    private void tell(Consumer<CallListener> what) {
        for (Guarded guarded : listeners) {
            try {
                what.accept(guarded.listener());
            } catch (RuntimeException | Error e) {
                // Errors too: an asynchronous call would never be completed.
                if (guarded.complained().compareAndSet(false, true)) {
                    log.listenerFailed(guarded.listener(), e);
                }
            }
        }
    }

    private record Guarded(CallListener listener, AtomicBoolean complained) {}
}
