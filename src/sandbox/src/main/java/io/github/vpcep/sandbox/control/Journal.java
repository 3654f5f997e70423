package io.github.vpcep.sandbox.control;

import io.github.vpcep.control.model.RecordedRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Predicate;

/**
 * The latest requests to operations; the oldest give way to what would be too many, or too much for the memory of a
 * test. Thread-safe.
 */
public final class Journal {
    /** The characters of a body, a header, a path, a query or an answer that are kept. */
    public static final int TEXT_LENGTH = 16 * 1024;

    /** The characters of all that is kept: 16 MB at most, 8 where all of it is Latin. */
    static final int TOTAL_LENGTH = 8 * 1024 * 1024;

    private static final int HEADER_SIZE = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final int capacity;
    private final Deque<RecordedRequest> requests = new ArrayDeque<>();
    private final Set<Reader> readers = new CopyOnWriteArraySet<>();
    private int length;
    private long last;

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

    /** Is told of each request as it comes, in their order, on a thread that must not wait. */
    public interface Reader {
        /** A request has come. */
        void came(RecordedRequest request);

        /** All are forgotten. */
        void cleared();
    }

    /** Adds a request, which gets the next number. */
    public void add(RecordedRequest.Builder request) {
        if (capacity == 0) {
            return;
        }
        synchronized (requests) {
            last++;
            RecordedRequest kept = cut(request.number(last).build());
            requests.addLast(kept);
            length += size(kept);
            while (requests.size() > capacity || length > TOTAL_LENGTH) {
                length -= size(requests.removeFirst());
            }
            readers.forEach(each -> each.came(kept));
            requests.notifyAll();
        }
    }

    /** Means the requests to an operation. */
    public static Predicate<RecordedRequest> of(String operationId) {
        return each -> each.operationId().equals(operationId);
    }

    /** The requests to an operation, the oldest first. */
    public List<RecordedRequest> requests(String operationId) {
        return requests(of(operationId));
    }

    /** Those of the requests that are meant, the oldest first. */
    public List<RecordedRequest> requests(Predicate<RecordedRequest> meant) {
        synchronized (requests) {
            return requests.stream().filter(meant).toList();
        }
    }

    /** How many are kept. */
    public int size() {
        synchronized (requests) {
            return requests.size();
        }
    }

    /**
     * Waits for the n-th of the requests that are meant.
     *
     * @param n the first being 1
     * @param patience how long it is waited for, a minute at most
     * @return the request, or nothing when the time was up
     * @throws IllegalArgumentException if a number is not allowed
     */
    public Optional<RecordedRequest> await(Predicate<RecordedRequest> meant, int n, Duration patience)
            throws InterruptedException {
        if (n < 1 || n > 1000) {
            throw new IllegalArgumentException("n is " + n + "; allowed are 1 to 1000");
        }
        if (patience.isNegative() || patience.compareTo(PATIENCE) > 0) {
            throw new IllegalArgumentException(
                    "The timeout is " + patience + "; allowed is " + PATIENCE + " at most, and not less than none");
        }
        long end = System.nanoTime() + patience.toNanos();
        synchronized (requests) {
            while (true) {
                Optional<RecordedRequest> found =
                        requests.stream().filter(meant).skip(n - 1L).findFirst();
                long left = end - System.nanoTime();
                if (found.isPresent() || left <= 0) {
                    return found;
                }
                requests.wait(left / 1_000_000, (int) (left % 1_000_000));
            }
        }
    }

    /** What to say when the time was up. */
    public String timeUp(Predicate<RecordedRequest> meant, int n, Duration patience) {
        return "After " + patience + " there were " + requests(meant).size() + " of " + n + " requests.";
    }

    /**
     * Tells a reader of the requests with a greater number that are kept, then of each that comes.
     *
     * @param after 0 for all that are kept
     */
    public void read(long after, Reader reader) {
        synchronized (requests) {
            requests.stream().filter(each -> each.number() > after).forEach(reader::came);
            readers.add(reader);
        }
    }

    /** Tells a reader no more. */
    public void leave(Reader reader) {
        readers.remove(reader);
    }

    /** Forgets all; the numbers of those that come go on where they were. */
    public void clear() {
        synchronized (requests) {
            requests.clear();
            length = 0;
            readers.forEach(Reader::cleared);
        }
    }

    /** The request with none of its texts longer than that. */
    private static RecordedRequest cut(RecordedRequest request) {
        if (!isLong(request)) {
            return request;
        }
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach((name, value) -> headers.put(cut(name), cut(value)));
        String query = request.query();
        return request.toBuilder()
                .path(cut(request.path()))
                .query(query == null ? null : cut(query))
                .headers(headers)
                .body(cut(request.body()))
                .answer(cut(request.answer()))
                .build();
    }

    private static boolean isLong(RecordedRequest request) {
        String query = request.query();
        return request.path().length() > TEXT_LENGTH
                || (query != null && query.length() > TEXT_LENGTH)
                || request.body().length() > TEXT_LENGTH
                || request.answer().length() > TEXT_LENGTH
                || request.headers().entrySet().stream()
                        .anyMatch(each -> each.getKey().length() > TEXT_LENGTH
                                || each.getValue().length() > TEXT_LENGTH);
    }

    private static String cut(String text) {
        return text.length() <= TEXT_LENGTH ? text : text.substring(0, TEXT_LENGTH);
    }

    /** The characters of all its texts, and as many for each header as it takes to keep one. */
    static int size(RecordedRequest request) {
        String query = request.query();
        int size = request.path().length()
                + (query == null ? 0 : query.length())
                + request.body().length()
                + request.answer().length();
        for (String each : request.unknown()) {
            size += each.length();
        }
        for (Map.Entry<String, String> each : request.headers().entrySet()) {
            size += each.getKey().length() + each.getValue().length() + HEADER_SIZE;
        }
        return size;
    }
}
