package dev.koshin.app.doctor;

import dev.koshin.app.config.RootConfig;
import dev.koshin.app.view.Check;
import dev.koshin.apply.compose.ComposeProject.ServiceState;
import dev.koshin.exastro.RootToken;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The containers that have the root token, of a compose project. */
final class ContainerChecks implements Subject {
    private final Facts facts;

    ContainerChecks(Facts facts) {
        this.facts = facts;
    }

    @Override
    public List<Check> examine() {
        return facts.compose().map(this::examine).orElseGet(List::of);
    }

    private List<Check> examine(RootConfig.Compose compose) {
        return switch (facts.services()) {
            case Effect.Refused<List<ServiceState>>(Problem problem) -> down(problem);
            case Effect.Unclear<List<ServiceState>>(Problem problem) -> down(problem);
            case Effect.Done<List<ServiceState>>(List<ServiceState> seen) -> seen(compose, seen);
        };
    }

    private static List<Check> down(Problem problem) {
        List<Check> checks = new ArrayList<>();
        checks.add(Check.failed(Keys.CONTAINERS, problem));
        checks.addAll(Judgement.unseen(problem, Keys.CONTAINER_TOKEN, Keys.START_SCRIPT));
        return checks;
    }

    private List<Check> seen(RootConfig.Compose compose, List<ServiceState> seen) {
        List<Check> checks = new ArrayList<>();
        checks.add(Judgement.of(Keys.CONTAINERS, evidence(compose, seen), loops(seen)));
        checks.addAll(holding(seen));
        if (isBundled(seen)) {
            checks.add(Check.ok(
                    Keys.WINDOW, compose.window() + " " + ZoneId.systemDefault().getId()));
        }
        return checks;
    }

    /** The trap is told as long as it is there: the bundled GitLab keeps the token in its start script. */
    private String evidence(RootConfig.Compose compose, List<ServiceState> seen) {
        String running = seen.stream()
                .filter(ServiceState::runs)
                .map(ServiceState::service)
                .distinct()
                .collect(Collectors.joining(", "));
        return facts.text(
                isBundled(seen) ? "doctor.containers.bundled" : "doctor.containers", running, compose.window());
    }

    private static boolean isBundled(List<ServiceState> seen) {
        return seen.stream().anyMatch(one -> one.service().equals(RootToken.GITLAB));
    }

    static List<Problem> loops(List<ServiceState> seen) {
        return seen.stream()
                .filter(ServiceState::loops)
                .map(one -> Problem.of(
                        Reason.CONSUMER_LOOPS,
                        one.service(),
                        "container " + one.container() + ", restarts: " + one.restarts()))
                .toList();
    }

    private List<Check> holding(List<ServiceState> seen) {
        return switch (facts.token()) {
            case Effect.Done<Secret>(Secret token) -> held(seen, token.fingerprint());
            case Effect.Refused<Secret>(Problem problem) ->
                Judgement.unseen(problem, Keys.CONTAINER_TOKEN, Keys.START_SCRIPT);
            case Effect.Unclear<Secret>(Problem problem) ->
                Judgement.unseen(problem, Keys.CONTAINER_TOKEN, Keys.START_SCRIPT);
        };
    }

    private List<Check> held(List<ServiceState> seen, Fingerprint token) {
        List<Check> checks = new ArrayList<>();
        checks.add(check(Keys.CONTAINER_TOKEN, seen, RootToken.READER, token, Reason.CONTAINER_TOKEN_STALE));
        if (isBundled(seen)) {
            checks.add(check(Keys.START_SCRIPT, seen, RootToken.GITLAB, token, Reason.START_SCRIPT_STALE));
        }
        return checks;
    }

    private Check check(String key, List<ServiceState> seen, String service, Fingerprint token, Reason reason) {
        if (seen.stream().noneMatch(one -> one.service().equals(service))) {
            return Check.unseen(key, Judgement.notMade(service, "has no container"));
        }
        List<Problem> stale = stale(seen, service, token, reason);
        return Judgement.well(key, facts.text("doctor.holds", service, token), stale);
    }

    /** By fingerprint: which token it holds instead is not told. */
    static List<Problem> stale(List<ServiceState> seen, String service, Fingerprint token, Reason reason) {
        return seen.stream()
                .filter(one -> one.service().equals(service) && !one.holds(token))
                .map(one -> Problem.of(reason, service, "container " + one.container()))
                .toList();
    }
}
