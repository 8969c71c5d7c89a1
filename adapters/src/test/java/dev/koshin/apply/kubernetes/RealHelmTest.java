package dev.koshin.apply.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.koshin.kubernetes.ClusterOptions;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.process.Command;
import dev.koshin.process.Ended;
import dev.koshin.process.Programs;
import dev.koshin.process.Runner;
import dev.koshin.spi.Target;
import dev.koshin.target.Endings;
import dev.koshin.target.helmvalues.HelmValuesOptions;
import dev.koshin.target.helmvalues.HelmValuesTargets;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the real helm, where there is one: {@code KOSHIN_HELM}, else in {@code PATH}. */
final class RealHelmTest {
    private static final String KEY = "global.gitlabDefinition.secret.GITLAB_ROOT_TOKEN";
    private static final Path CHART =
            Path.of("src/test/resources/dev/koshin/apply/kubernetes/chart").toAbsolutePath();
    /** Surefire does not print why a test was skipped. */
    private static final String NO_HELM = "no helm on this machine: set KOSHIN_HELM";

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Runner programs = new Programs(System.getenv());
    private Path folder = Path.of("");
    private String helm = "";

    @BeforeEach
    void find(@TempDir Path place) {
        folder = place;
        Optional<String> found = program();
        if (found.isEmpty()) {
            System.out.println("skipped: " + NO_HELM);
        }
        assumeTrue(found.isPresent(), NO_HELM);
        helm = found.orElseThrow();
    }

    private static Optional<String> program() {
        Stream<String> named = Optional.ofNullable(System.getenv("KOSHIN_HELM")).stream();
        Stream<String> inPath = Stream.of(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1))
                .map(part -> part + "/helm");
        return Stream.concat(named, inPath)
                .filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst();
    }

    private List<String> rendered(Path values) {
        List<String> argv = List.of(helm, "template", "exastro", CHART.toString(), "-f", values.toString());
        Ended ended = programs.run(Command.of(argv, LIMIT));
        assertThat(ended).isInstanceOf(Ended.Exited.class);
        return ((Ended.Exited) ended)
                .out()
                .lines()
                .filter(line -> line.startsWith("  GITLAB_ROOT_TOKEN: "))
                .map(line -> new String(Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1)), UTF_8))
                .toList();
    }

    private Path values(String token) throws IOException {
        return Files.writeString(folder.resolve("exastro.yaml"), """
                global:
                  gitlabDefinition:
                    secret:
                      GITLAB_ROOT_TOKEN: %s
                """.formatted(token));
    }

    @Test
    void what_koshin_writes_into_the_values_file_arrives_in_both_secrets_as_it_is() throws IOException {
        Path file = values("\"glpat-old_-Aa1\"");
        var target = HelmValuesTargets.of(new HelmValuesOptions(file, KEY));
        assertThat(Endings.done(target.deliver(Endings.done(target.read()), Stage.FRESH))
                        .target())
                .isEqualTo(target.name());
        String fresh = Stage.FRESH.reveal(value -> value);
        assertThat(rendered(file)).containsExactly(fresh, fresh);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1e5", "1e5x", "12345678901234567890a", "_1a", "1.5.2", "-a", "nope", "0x1G", "1-1"})
    void what_the_target_accepts_arrives_in_both_secrets_as_it_is(String value) throws IOException {
        Path file = values("\"glpat-old_-Aa1\"");
        Target target = HelmValuesTargets.of(new HelmValuesOptions(file, KEY));
        assertThat(Endings.done(target.deliver(Endings.done(target.read()), Secret.of(value)))
                        .target())
                .isEqualTo(target.name());
        assertThat(rendered(file)).containsExactly(value, value);
    }

    /** Why such a value is never delivered into a values file. */
    @ParameterizedTest
    @ValueSource(strings = {"12345678901234567890", "123456789e12", "0x1F", "1_000", "true", "null", "yes"})
    void what_the_target_refuses_would_arrive_with_quotes(String value) throws IOException {
        Path file = values("\"glpat-old_-Aa1\"");
        Target target = HelmValuesTargets.of(new HelmValuesOptions(file, KEY));
        assertThat(Endings.reason(target.deliver(Endings.done(target.read()), Secret.of(value))))
                .isEqualTo(Reason.TOKEN_UNFIT_FOR_TARGET);
        assertThat(rendered(values('"' + value + '"'))).containsExactly('"' + value + '"', '"' + value + '"');
    }

    @Test
    void helm_understands_every_command_line() throws IOException {
        List<Command> commands = new ArrayList<>();
        Path file = values(Stage.FRESH.reveal(value -> value));
        Runner recording = command -> {
            commands.add(command);
            return new Ended.Exited(0, answer(commands.size()), "");
        };
        HelmOptions options = new HelmOptions(
                new HelmOptions.Release("exastro", "exastro", CHART.toString()),
                file,
                KEY,
                helm,
                LIMIT,
                ClusterOptions.of(Optional.of(unreachable()), Optional.of("here")));
        assertThat(Endings.done(HelmUpgrade.of(recording, options).upgrade(Stage.FRESH.fingerprint())))
                .containsExactly("exastro (chart-1.2.3, upgraded)");
        assertThat(commands).hasSize(3);
        for (Command command : commands) {
            Ended.Exited exited = (Ended.Exited) programs.run(command);
            assertThat(exited.err()).contains("cluster unreachable").doesNotContain("unknown", "accepts", "requires");
        }
    }

    private static String answer(int count) {
        return switch (count) {
            case 1 -> "[{\"name\":\"exastro\",\"status\":\"deployed\",\"chart\":\"chart-1.2.3\"}]";
            case 2 -> "global: { gitlabDefinition: { secret: { GITLAB_ROOT_TOKEN: old } } }";
            default -> "";
        };
    }

    private Path unreachable() throws IOException {
        return Files.writeString(folder.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                current-context: here
                clusters: [{ name: c, cluster: { server: "http://127.0.0.1:1" } }]
                users: [{ name: u, user: {} }]
                contexts: [{ name: here, context: { cluster: c, user: u } }]
                """);
    }
}
