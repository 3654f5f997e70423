package io.github.vpcep.sandbox.control;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The latest requests to operations; the oldest give way to what would be too many, or too much for the memory of a
 * test. Thread-safe.
 */
public final class Journal {
    /** The characters of a body, a header, a path or a query that are kept. */
    public static final int TEXT_LENGTH = 16 * 1024;

    /** The characters of all that is kept: 16 MB at most, 8 where all of it is Latin. */
    static final int TOTAL_LENGTH = 8 * 1024 * 1024;

    private final int capacity;
    private final Deque<RecordedRequest> requests = new ArrayDeque<>();
    private int length;

    /** Keeps the latest thousand, or as many of them as are not too large. */
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
        RecordedRequest kept = request.cutTo(TEXT_LENGTH);
        synchronized (requests) {
            requests.addLast(kept);
            length += kept.size();
            while (requests.size() > capacity || length > TOTAL_LENGTH) {
                length -= requests.removeFirst().size();
            }
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
            length = 0;
        }
    }
}
