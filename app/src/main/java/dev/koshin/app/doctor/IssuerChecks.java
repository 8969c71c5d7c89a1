package dev.koshin.app.doctor;

import dev.koshin.app.config.IssuerConfig;
import dev.koshin.app.config.RootConfig;
import dev.koshin.app.view.Check;
import dev.koshin.app.wiring.Issuers;
import dev.koshin.app.wiring.Roots;
import dev.koshin.issuer.gitlabrails.GitLabRails;
import dev.koshin.issuer.gitlabrails.RailsOptions;
import dev.koshin.issuer.gitlabrest.AdminReport;
import dev.koshin.issuer.gitlabrest.GitLabRest;
import dev.koshin.issuer.gitlabweb.GitLabWeb;
import dev.koshin.issuer.gitlabweb.GitLabWebOptions;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.parallel.Together;
import dev.koshin.secret.SecretSource;
import dev.koshin.spi.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** By which ways the root token can be renewed: today, and when it is dead. Nothing is made and nobody signs in. */
final class IssuerChecks implements Subject {
    /** Ruby is not started. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** Of an administrator's token, with which it may do nothing. */
    private static final Set<Reason> POWERLESS =
            Set.of(Reason.ADMIN_NOT_ADMIN, Reason.ADMIN_MODE_ON, Reason.ADMIN_SCOPE_MISSING);

    private final Facts facts;

    IssuerChecks(Facts facts) {
        this.facts = facts;
    }

    /**
     * A way.
     *
     * @param today why it is shut; empty if it is open
     * @param later the same once the root token is dead
     * @param person whether somebody must make the token by hand
     */
    record Way(String name, Optional<Problem> today, Optional<Problem> later, boolean person) {}

    @Override
    public List<Check> examine() {
        return facts.root().map(this::examine).orElseGet(List::of);
    }

    private List<Check> examine(RootConfig root) {
        List<Way> ways = Together.map(Roots.ways(root), config -> way(root, config));
        return List.of(
                check(Keys.ISSUERS, ways.stream().map(IssuerChecks::now).toList()),
                check(Keys.ISSUERS_LATER, ways.stream().map(IssuerChecks::then).toList()));
    }

    private Way way(RootConfig root, IssuerConfig config) {
        return switch (config) {
            case IssuerConfig.GitLabRest _ -> new Way(GitLabRest.WAY, restToday(), restLater(), false);
            case IssuerConfig.GitLabRails(IssuerConfig.Place place, Duration _) -> {
                RailsOptions options = RailsOptions.of(Issuers.place(place)).withPatience(LIMIT);
                yield same(GitLabRails.name(options), GitLabRails.look(options, facts.runner()));
            }
            case IssuerConfig.GitLabWeb(SecretSource password) ->
                same(
                        GitLabWeb.WAY,
                        GitLabWeb.look(GitLabWebOptions.of(
                                facts.gitlab().http(), root.issuer().user(), password::resolve)));
            case IssuerConfig.Manual _ -> new Way("manual", Optional.empty(), Optional.empty(), true);
        };
    }

    /** This way does not need the token. */
    private static Way same(String name, Effect<String> look) {
        return new Way(name, look.why(), look.why(), false);
    }

    private Optional<Problem> restToday() {
        return facts.admin() instanceof Effect.Done<AdminReport>(AdminReport report)
                ? report.problems().stream()
                        .filter(problem -> POWERLESS.contains(problem.reason()))
                        .findFirst()
                : facts.admin().why();
    }

    /** It stays open only with another administrator's token. */
    private Optional<Problem> restLater() {
        long tokens = facts.config().gitlab().admin().stream()
                .map(SecretSource::resolve)
                .flatMap(answer -> answer instanceof Effect.Done<Secret>(Secret secret)
                        ? Stream.of(secret.fingerprint())
                        : Stream.<Fingerprint>empty())
                .distinct()
                .count();
        return tokens > 1
                ? restToday()
                : Optional.of(Problem.of(
                        Reason.ADMIN_TOKEN_EXPIRED,
                        facts.config().gitlab().url().toString()));
    }

    /** One way at one moment. */
    private record Door(String name, Optional<Problem> shut, boolean person) {
        String said() {
            return shut.map(problem -> name + " [" + problem.reason().code() + "]")
                    .orElse(name);
        }
    }

    private static Door now(Way way) {
        return new Door(way.name, way.today, way.person);
    }

    private static Door then(Way way) {
        return new Door(way.name, way.later, way.person);
    }

    private Check check(String key, List<Door> doors) {
        String open = said(doors, true);
        String shut = said(doors, false);
        return Check.warned(
                key,
                facts.text("doctor.issuers", open.isEmpty() ? "–" : open, shut.isEmpty() ? "–" : shut),
                judge(doors));
    }

    private static String said(List<Door> doors, boolean open) {
        return doors.stream()
                .filter(door -> door.shut.isEmpty() == open)
                .map(Door::said)
                .collect(Collectors.joining(", "));
    }

    /** What needs a person is no way for a program. */
    private static List<Problem> judge(List<Door> doors) {
        return doors.stream().anyMatch(door -> door.shut.isEmpty() && !door.person)
                ? List.of()
                : List.of(Problem.of(Reason.RENEWAL_NEEDS_PERSON, said(doors, false)));
    }

    /** What is wrong with these ways: today, and later. */
    static List<List<Problem>> judgeWays(List<Way> ways) {
        return List.of(
                judge(ways.stream().map(IssuerChecks::now).toList()),
                judge(ways.stream().map(IssuerChecks::then).toList()));
    }
}
