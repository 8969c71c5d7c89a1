package dev.koshin.apply.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.kubernetes.Cluster;
import dev.koshin.kubernetes.ClusterOptions;
import dev.koshin.spi.Consumers;
import dev.koshin.spi.Target;
import dev.koshin.target.kubernetessecret.KubernetesSecretTargets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who does not call a cluster does not pay for it. */
final class LazyTest {
    private static final String OF_THE_CLIENT = "io.fabric8";

    /** In a process of its own, which tells every class that it loads. */
    private static List<String> loaded(String what) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process child = new ProcessBuilder(
                        java,
                        "-Xlog:class+load",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LazyTest.class.getName(),
                        what)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(child.getInputStream().readAllBytes(), UTF_8).lines().toList();
    }

    /** Makes everything of one cluster, and calls it only if that is what is asked for. */
    public static void main(String... args) {
        Optional<Path> nowhere = Optional.of(Path.of("pom.xml"));
        try (Cluster cluster = Cluster.of(ClusterOptions.of(nowhere, Optional.empty()), _ -> {})) {
            Target target = KubernetesSecretTargets.of(cluster, "n", "s", "k");
            Consumers consumers =
                    KubernetesConsumers.of(cluster, RolloutOptions.exastro("n"), _ -> {}, InstantSource.system());
            System.out.println(target.name() + " " + target.place().name() + " " + consumers.longest());
            if (args[0].equals("called")) {
                System.out.println(target.read());
            }
        }
    }

    @Test
    void making_targets_and_consumers_loads_nothing_of_the_client() throws IOException {
        assertThat(loaded("made"))
                .anyMatch(line -> line.contains("KubernetesConsumers"))
                .noneMatch(line -> line.contains(OF_THE_CLIENT));
    }

    /** Else the test above would prove nothing. */
    @Test
    void the_first_call_loads_it() throws IOException {
        assertThat(loaded("called")).anyMatch(line -> line.contains(OF_THE_CLIENT));
    }
}
