package dev.koshin.simulator.traffic;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Remembers the last requests and counts all of them. */
public final class RequestLog {
    private final int capacity;
    private final ArrayDeque<LoggedRequest> entries = new ArrayDeque<>();
    private final SortedMap<String, Long> byRoute = new TreeMap<>();
    private long last;
    private long total;
    private long refused;

    /** {@code capacity}: how many requests are remembered; older ones are forgotten. */
    public RequestLog(int capacity) {
        this.capacity = capacity;
    }

    /** What is logged, but for its number. */
    public record Entry(
            Instant at, String method, String target, Optional<LoggedRequest.Who> who, LoggedRequest.Ended ended) {}

    /** Adds a request under the next number. {@code route} is its name in {@link Counters#byRoute}. */
    public synchronized void add(String route, Entry entry) {
        if (entries.size() == capacity) {
            entries.removeFirst();
        }
        last++;
        entries.addLast(
                new LoggedRequest(last, entry.at(), entry.method(), entry.target(), entry.who(), entry.ended()));
        count(route, entry.ended().status());
    }

    /** The remembered requests whose number is greater than this, oldest first. */
    public synchronized List<LoggedRequest> since(long number) {
        return entries.stream().filter(entry -> entry.number() > number).toList();
    }

    /** The totals since the start or the last {@link #clear}. */
    public synchronized Counters counters() {
        return new Counters(total, refused, new TreeMap<>(byRoute));
    }

    /** Forgets all requests and totals; numbers go on, so that "since" stays right. */
    public synchronized void clear() {
        entries.clear();
        byRoute.clear();
        total = 0;
        refused = 0;
    }

    private void count(String route, int status) {
        total++;
        refused += status == 401 || status == 403 ? 1 : 0;
        byRoute.merge(route, 1L, Long::sum);
    }
}
