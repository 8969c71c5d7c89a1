package dev.koshin.simulator.recordings;

import dev.koshin.simulator.recordings.Exchange.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is compared: the status, the names of the headers, some of their values, and the body. Ids, times, tokens and
 * host names differ by nature.
 */
final class Comparison {
    /** They follow from the connection and from compression, not from GitLab. */
    private static final Set<String> OF_THE_WIRE =
            Set.of("connection", "content-length", "date", "keep-alive", "transfer-encoding");

    private static final List<String> WITH_VALUE = List.of(
            "cache-control",
            "content-type",
            "www-authenticate",
            "x-next-page",
            "x-page",
            "x-per-page",
            "x-prev-page",
            "x-total",
            "x-total-pages");

    private final Answer recorded;
    private final Answer simulated;
    private final List<Difference> differences = new ArrayList<>();

    private Comparison(Answer recorded, Answer simulated) {
        this.recorded = recorded;
        this.simulated = simulated;
    }

    /** Nothing but the status when that differs already. */
    static List<Difference> of(Answer recorded, Answer simulated) {
        if (recorded.status() != simulated.status()) {
            return List.of(new Difference("status", brief(recorded), brief(simulated)));
        }
        Comparison comparison = new Comparison(recorded, simulated);
        comparison.headers();
        comparison.body();
        return List.copyOf(comparison.differences);
    }

    private void headers() {
        Set<String> names = new TreeSet<>(recorded.headers().keySet());
        names.addAll(simulated.headers().keySet());
        names.removeAll(OF_THE_WIRE);
        names.forEach(
                name -> same("header " + name + " (presence)", presence(recorded, name), presence(simulated, name)));
        WITH_VALUE.forEach(name -> same("header " + name, recorded.header(name), simulated.header(name)));
        same("header vary", uncompressed(recorded), uncompressed(simulated));
        same("header link", hostless(recorded), hostless(simulated));
    }

    private void body() {
        if (recorded.success()) {
            Bodies.compare(recorded.json(), simulated.json(), differences);
        } else {
            same("body", recorded.body(), simulated.body());
        }
    }

    private void same(String what, String before, String now) {
        if (!before.equals(now)) {
            differences.add(new Difference(what, before, now));
        }
    }

    private static String presence(Answer answer, String name) {
        return answer.headers().containsKey(name) ? "sent" : "not sent";
    }

    /** The recording client asks for compression, which {@code Vary} then tells. */
    private static String uncompressed(Answer answer) {
        return answer.header("vary").replaceFirst("Accept-Encoding, |, Accept-Encoding", "");
    }

    private static String hostless(Answer answer) {
        return answer.header("link").replaceAll("https?://[^/]+", "");
    }

    private static String brief(Answer answer) {
        return answer.success() ? String.valueOf(answer.status()) : answer.status() + " " + answer.body();
    }
}
