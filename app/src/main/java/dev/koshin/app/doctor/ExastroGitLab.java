package dev.koshin.app.doctor;

import dev.koshin.app.view.Check;
import dev.koshin.apply.compose.ComposeProject.ServiceState;
import dev.koshin.exastro.RootToken;
import dev.koshin.file.env.EnvStatement;
import dev.koshin.file.env.EnvText;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Inspection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * GitLab under the address that Exastro uses, asked from inside the container that uses it, as the name may resolve
 * only there. It is the same GitLab as Koshin's if both call the root token by the same id.
 */
final class ExastroGitLab implements Subject {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*(\\d+)");

    /**
     * Prints the status and the answer. The token goes from the container's environment to GitLab, and never onto a
     * command line.
     */
    private static final String ASK = """
            if command -v python3 >/dev/null 2>&1; then exec python3 -c '
            import os, sys, urllib.error, urllib.request
            r = urllib.request.Request(sys.argv[1], headers={"PRIVATE-TOKEN": os.environ.get("GITLAB_ROOT_TOKEN", "")})
            try:
                a = urllib.request.urlopen(r, timeout=10)
                print(a.status, a.read(65536).decode("utf-8", "replace"))
            except urllib.error.HTTPError as e:
                print(e.code)
            except Exception as e:
                print("unreachable", type(getattr(e, "reason", e)).__name__)
            ' "$1"
            elif command -v curl >/dev/null 2>&1; then
              printf 'header = "PRIVATE-TOKEN: %s"\n' "$GITLAB_ROOT_TOKEN" |
                curl -s -m 10 -K - -w '\n%{http_code}\n' "$1" || echo "unreachable curl $?"
            else echo "no-tool"; fi
            """;

    private final Facts facts;

    ExastroGitLab(Facts facts) {
        this.facts = facts;
    }

    @Override
    public List<Check> examine() {
        if (facts.kubernetes().isPresent()) {
            return Judgement.unseen(
                    Judgement.notMade(RootToken.READER, "Koshin does not ask from inside of pods"),
                    Keys.EXASTRO_GITLAB);
        }
        return facts.compose().isEmpty() ? List.of() : List.of(check());
    }

    private Check check() {
        return switch (facts.settings()) {
            case Effect.Done<EnvText>(EnvText settings) ->
                address(settings)
                        .map(this::check)
                        .orElseGet(() -> Check.unseen(
                                Keys.EXASTRO_GITLAB,
                                Judgement.notMade(facts.envFile().toString(), "GITLAB_HOST is not set")));
            case Effect.Refused<EnvText>(Problem problem) -> Check.unseen(Keys.EXASTRO_GITLAB, problem);
            case Effect.Unclear<EnvText>(Problem problem) -> Check.unseen(Keys.EXASTRO_GITLAB, problem);
        };
    }

    /** As the services put it together; empty if Exastro uses no GitLab. */
    static Optional<String> address(EnvText settings) {
        Optional<String> host = value(settings, "GITLAB_HOST");
        String protocol = value(settings, "GITLAB_PROTOCOL").orElse("http");
        String port = value(settings, "GITLAB_PORT").map(number -> ":" + number).orElse("");
        return host.map(name -> protocol + "://" + name + port);
    }

    private static Optional<String> value(EnvText settings, String key) {
        return settings.last(key).map(EnvStatement::value).filter(value -> !value.isBlank());
    }

    private Check check(String address) {
        return switch (facts.services().map(ExastroGitLab::reader)) {
            case Effect.Done<Optional<ServiceState>>(Optional<ServiceState> reader) ->
                reader.map(one -> check(address, one))
                        .orElseGet(() -> Check.unseen(
                                Keys.EXASTRO_GITLAB, Judgement.notMade(address, RootToken.READER + " does not run")));
            case Effect.Refused<Optional<ServiceState>>(Problem problem) -> Check.unseen(Keys.EXASTRO_GITLAB, problem);
            case Effect.Unclear<Optional<ServiceState>>(Problem problem) -> Check.unseen(Keys.EXASTRO_GITLAB, problem);
        };
    }

    private static Optional<ServiceState> reader(List<ServiceState> seen) {
        return seen.stream()
                .filter(one -> one.service().equals(RootToken.READER) && one.runs())
                .findFirst();
    }

    private Check check(String address, ServiceState reader) {
        List<String> words = List.of("sh", "-c", ASK, "sh", address + "/api/v4/personal_access_tokens/self");
        Effect<String> answer = facts.project().ask(reader.container(), words, LIMIT);
        if (!(answer instanceof Effect.Done<String>(String said))) {
            return Check.unseen(
                    Keys.EXASTRO_GITLAB, Judgement.notMade(address, answer.why().orElseThrow()));
        }
        boolean comparable =
                facts.token().map(Secret::fingerprint).map(reader::holds) instanceof Effect.Done<Boolean>(Boolean holds)
                        && holds;
        return judge(address, facts.config().gitlab().url().toString(), said, comparable ? mine() : Optional.empty());
    }

    /** By which id Koshin's GitLab calls the token in {@code .env}. */
    private Optional<Long> mine() {
        String user = facts.root().orElseThrow().issuer().user();
        return facts.token().flatMap(facts.gitlab().issuer(user)::inspect)
                        instanceof Effect.Done<Inspection>(Inspection.Live(var token))
                ? Optional.of(token.id().value())
                : Optional.empty();
    }

    /**
     * What {@code said} from inside means.
     *
     * @param mine empty if the token inside is not one that Koshin's GitLab takes
     */
    private Check judge(String address, String koshins, String said, Optional<Long> mine) {
        return switch (Heard.of(said)) {
            case NO_TOOL ->
                Check.unseen(
                        Keys.EXASTRO_GITLAB,
                        Judgement.notMade(address, RootToken.READER + " has neither python3 nor curl"));
            case UNREACHABLE ->
                Check.warned(
                        Keys.EXASTRO_GITLAB,
                        "",
                        List.of(Problem.of(Reason.EXASTRO_GITLAB_UNREACHABLE, address, said.strip())));
            case ANSWERED -> answered(address, koshins, said, mine);
        };
    }

    private Check answered(String address, String koshins, String said, Optional<Long> mine) {
        if (mine.isEmpty()) {
            return Check.ok(Keys.EXASTRO_GITLAB, facts.text("doctor.exastro.answers", address));
        }
        return differs(said, mine.get())
                ? Check.warned(
                        Keys.EXASTRO_GITLAB, "", List.of(Problem.of(Reason.EXASTRO_GITLAB_DIFFERS, address, koshins)))
                : Check.ok(Keys.EXASTRO_GITLAB, facts.text("doctor.exastro.same", address, koshins));
    }

    static boolean differs(String said, long mine) {
        Matcher id = ID.matcher(said);
        return !id.find() || Long.parseLong(id.group(1)) != mine;
    }

    /** What was heard from inside. */
    enum Heard {
        NO_TOOL,
        UNREACHABLE,
        ANSWERED;

        static Heard of(String said) {
            if (said.isBlank() || said.startsWith("no-tool")) {
                return NO_TOOL;
            }
            return said.contains("unreachable ") ? UNREACHABLE : ANSWERED;
        }
    }
}
