package dev.koshin.app.wiring;

import dev.koshin.app.config.RootConfig;
import dev.koshin.app.view.Check;
import dev.koshin.app.view.Screen;
import dev.koshin.apply.compose.ComposeProject;
import dev.koshin.apply.compose.ComposeProject.ServiceState;
import dev.koshin.exastro.RootToken;
import dev.koshin.kubernetes.Cluster;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;
import java.util.List;
import java.util.stream.Collectors;

/** Checks what the root token needs besides GitLab: its places, and who reads them. */
final class RootChecks {
    private final Screen screen;

    RootChecks(Screen screen) {
        this.screen = screen;
    }

    List<Check> of(RootConfig config) {
        return switch (config.place()) {
            case RootConfig.Compose compose ->
                List.of(Doctor.place(RootToken.envFile(compose.directory())), containers(compose));
            case RootConfig.Kubernetes kubernetes -> {
                try (Cluster cluster = Roots.cluster(kubernetes)) {
                    yield Roots.targets(kubernetes, cluster).stream()
                            .map(Doctor::place)
                            .toList();
                }
            }
        };
    }

    private Check containers(RootConfig.Compose compose) {
        ComposeProject project = Roots.project(compose, Wiring.programs());
        return switch (project.look()) {
            case Effect.Refused<List<ServiceState>>(Problem problem) -> Check.failed("containers", problem);
            case Effect.Unclear<List<ServiceState>>(Problem problem) -> Check.failed("containers", problem);
            case Effect.Done<List<ServiceState>>(List<ServiceState> seen) ->
                Doctor.of("containers", evidence(compose, seen), loops(seen));
        };
    }

    /** The trap is told as long as it is there: the bundled GitLab keeps the token in its start script. */
    private String evidence(RootConfig.Compose compose, List<ServiceState> seen) {
        String running = seen.stream()
                .filter(ServiceState::runs)
                .map(ServiceState::service)
                .distinct()
                .collect(Collectors.joining(", "));
        boolean bundled = seen.stream().anyMatch(one -> one.service().equals(RootToken.GITLAB));
        return screen.messages()
                .text(bundled ? "doctor.containers.bundled" : "doctor.containers", running, compose.window());
    }

    private static List<Problem> loops(List<ServiceState> seen) {
        return seen.stream()
                .filter(ServiceState::loops)
                .map(one -> Problem.of(
                        Reason.CONSUMER_LOOPS,
                        one.service(),
                        "container " + one.container() + ", restarts: " + one.restarts()))
                .toList();
    }
}
