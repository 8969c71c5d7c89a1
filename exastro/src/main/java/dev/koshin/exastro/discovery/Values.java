package dev.koshin.exastro.discovery;

import dev.koshin.exastro.RootToken;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.target.helmvalues.HelmValuesOptions;
import dev.koshin.target.helmvalues.HelmValuesTargets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The values file of a release, which is on an operator's disk and nowhere in the cluster.
 *
 * @param file the one to write down
 * @param trouble why it is not the right one; empty if it is
 */
record Values(Path file, Optional<String> trouble) {
    private static final List<String> NAMES = List.of("exastro.yaml", "values.yaml");

    /** The file that {@code given} names, else the first of the usual ones in {@code here} that has the token's key. */
    static Values of(Optional<Path> given, Path here) {
        return given.map(here::resolve)
                .map(file -> new Values(file, trouble(file)))
                .orElseGet(() -> NAMES.stream()
                        .map(here::resolve)
                        .filter(file -> trouble(file).isEmpty())
                        .findFirst()
                        .map(file -> new Values(file, Optional.empty()))
                        .orElseGet(() -> new Values(here.resolve(NAMES.getFirst()), Optional.of(here.toString()))));
    }

    private static Optional<String> trouble(Path file) {
        Effect<Held> read = HelmValuesTargets.of(new HelmValuesOptions(file, RootToken.VALUES_PATH))
                .read();
        return read.why().map(problem -> file + ": " + problem.reason().code());
    }
}
