package dev.koshin.simulator.recordings;

import dev.koshin.simulator.recordings.Replay.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What came out of all recordings. */
final class Report {
    private final List<Explained> explanations;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> versions = new TreeSet<>();
    private final Set<String> withoutProfile = new TreeSet<>();
    private final List<String> skipped = new ArrayList<>();
    private int files;
    private int compared;

    Report(List<Explained> explanations) {
        this.explanations = List.copyOf(explanations);
    }

    void add(Cassette cassette, List<Outcome> outcomes) {
        files++;
        versions.add(cassette.version());
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Skipped(Exchange exchange) ->
                    skipped.add(cassette.name() + "#" + exchange.number() + " " + exchange.method() + " "
                            + exchange.path());
                case Outcome.Compared(Exchange exchange, List<Difference> differences) -> {
                    compared++;
                    differences.forEach(difference -> findings.add(new Finding(cassette, exchange, difference)));
                }
            }
        }
    }

    /** The simulator cannot pretend to be this version. */
    void noProfile(Cassette cassette) {
        withoutProfile.add(cassette.version());
    }

    List<Finding> unexplained() {
        return findings.stream()
                .filter(finding -> explanations.stream().noneMatch(one -> one.covers(finding)))
                .toList();
    }

    /** Explanations about a version that was replayed, of differences that are no more. */
    List<Explained> stale() {
        Predicate<Explained> replayed = one -> versions.stream().anyMatch(one::about);
        return explanations.stream()
                .filter(replayed)
                .filter(one -> findings.stream().noneMatch(one::covers))
                .toList();
    }

    int compared() {
        return compared;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("recordings: %d files of %s, %d exchanges compared, %d skipped, "
                .formatted(files, versions, compared, skipped.size()));
        List<Finding> unexplained = unexplained();
        text.append("%d differences explained, %d not%n"
                .formatted(findings.size() - unexplained.size(), unexplained.size()));
        withoutProfile.forEach(version -> text.append("  no profile for the recordings of %s%n".formatted(version)));
        skipped.forEach(exchange -> text.append("  out of scope: %s%n".formatted(exchange)));
        unexplained.forEach(finding -> text.append("  %s%n".formatted(finding)));
        return text.toString();
    }
}
