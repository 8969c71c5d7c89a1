package dev.koshin.simulator.recordings;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.koshin.simulator.profile.Profiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A real GitLab's answers are the measure. */
final class RecordingsTest {
    private static final String NEWEST = "19.1";

    @Test
    void the_simulator_answers_as_recorded_or_the_difference_is_explained() {
        Optional<Path> folder = Cassettes.folder();
        assumeTrue(folder.isPresent(), "no recordings here; name their folder with KOSHIN_CASSETTES");
        Report report = new Report(Explained.list());
        Cassettes.in(folder.orElseThrow()).stream()
                .collect(groupingBy(Cassette::version, TreeMap::new, toList()))
                .values()
                .forEach(cassettes -> replay(cassettes, report));
        System.out.println(report);
        assertThat(report.compared()).isPositive();
        assertThat(report.unexplained()).isEmpty();
        assertThat(report.stale()).isEmpty();
    }

    /** @param cassettes all of one version */
    private static void replay(List<Cassette> cassettes, Report report) {
        Installation installation = new Installation(cassettes);
        String profile = profile(cassettes.getFirst().version());
        for (Cassette cassette : cassettes) {
            if (known(profile)) {
                report.add(cassette, Replay.run(cassette, installation, profile));
            } else {
                report.noProfile(cassette);
            }
        }
    }

    /** All of 19 is pretended by one profile. */
    private static String profile(String version) {
        return version.equals("saas") || version.startsWith("19.") ? NEWEST : version.replaceFirst("\\.\\d+$", "");
    }

    private static boolean known(String profile) {
        try {
            return Profiles.named(profile).name().equals(profile);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
