package io.github.vpcep.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest requests to operations; the oldest give way. Thread-safe. */
public final class Journal {
    /** The characters of a body that are kept. */
    public static final int BODY_LENGTH = 16 * 1024;

    private final int capacity;
    private final Deque<RecordedRequest> requests = new ArrayDeque<>();

    /** Keeps the latest thousand. */
    public Journal() {
        this(1000);
    }

    /**
     * Keeps that many.
     *
     * @throws IllegalArgumentException if negative
     */
    public Journal(int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException("capacity is negative: " + capacity);
        }
        this.capacity = capacity;
    }

    /** Adds a request. */
    public void add(RecordedRequest request) {
        if (capacity == 0) {
            return;
        }
        synchronized (requests) {
            if (requests.size() == capacity) {
                requests.removeFirst();
            }
            requests.addLast(request);
        }
    }

    /** The requests to an operation, the oldest first. */
    public List<RecordedRequest> requests(String operationId) {
        synchronized (requests) {
            return requests.stream()
                    .filter(each -> each.operationId().equals(operationId))
                    .toList();
        }
    }

    /** Forgets all. */
    public void clear() {
        synchronized (requests) {
            requests.clear();
        }
    }
}
