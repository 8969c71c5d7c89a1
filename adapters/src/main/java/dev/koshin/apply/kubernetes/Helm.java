package dev.koshin.apply.kubernetes;

import dev.koshin.process.Command;
import dev.koshin.process.Ended;
import dev.koshin.process.Runner;
import dev.koshin.spi.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program {@code helm}. What it writes is read and never shown: it holds values. */
final class Helm {
    private final Runner runner;
    private final HelmOptions options;

    Helm(Runner runner, HelmOptions options) {
        this.runner = runner;
        this.options = options;
    }

    /** The release as it is listed: name, status, revision, chart with its version; empty if it is not there. */
    Effect<Optional<JsonNode>> listed() {
        String name = options.release().name();
        return answer("list", "-f", "^" + name.replace(".", "\\.") + "$", "-o", "json")
                .flatMap(out -> rows(out)
                        .<Effect<Optional<JsonNode>>>map(rows -> new Effect.Done<>(rows.values().stream()
                                .filter(row -> row.path("name").asString("").equals(name))
                                .findFirst()))
                        .orElseGet(() -> refused("helm list answers no JSON")));
    }

    private static Optional<JsonNode> rows(String json) {
        try {
            return Optional.of(JsonMapper.shared().readTree(json));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /** The newest version of the chart in the repositories that this machine knows; empty if none has it. */
    Effect<Optional<String>> found() {
        String chart = options.release().chart();
        return answer("search", "repo", chart, "-o", "json")
                .flatMap(out -> rows(out)
                        .<Effect<Optional<String>>>map(rows -> new Effect.Done<>(rows.values().stream()
                                .filter(row -> row.path("name").asString("").equals(chart))
                                .map(row -> row.path("version").asString(""))
                                .findFirst()))
                        .orElseGet(() -> refused("helm search answers no JSON")));
    }

    /** The values that the release was given when it was installed or upgraded last. */
    Effect<Values> values() {
        return answer("get", "values", options.release().name(), "-o", "yaml")
                .flatMap(out -> Values.of(out)
                        .<Effect<Values>>map(Effect.Done::new)
                        .orElseGet(() -> refused("helm get values answers no YAML")));
    }

    /** A question: without an answer nothing happened. */
    private Effect<String> answer(String... words) {
        return switch (ran(HelmOptions.QUESTION, words)) {
            case Effect.Unclear<String>(var problem) -> new Effect.Refused<>(problem);
            case Effect<String> other -> other;
        };
    }

    /** The version is pinned: without it helm takes the newest chart. */
    Effect<String> upgrade(String version) {
        HelmOptions.Release release = options.release();
        return ran(
                options.limit(),
                "upgrade",
                release.name(),
                release.chart(),
                "--version",
                version,
                "-f",
                options.values().toString());
    }

    private Effect<String> ran(Duration limit, String... words) {
        String verb = "helm " + words[0];
        return switch (runner.run(Command.of(argv(words), limit))) {
            case Ended.Exited(int status, String out, String _) ->
                status == 0 ? new Effect.Done<>(out) : unclear(verb + " ended with status " + status);
            case Ended.NotStarted(String _) -> refused(options.program() + " cannot be started");
            case Ended.TimedOut(Duration time) -> unclear(verb + " did not end within " + time.toSeconds() + " s");
            case Ended.Interrupted() -> unclear(verb + " was interrupted");
        };
    }

    private List<String> argv(String... words) {
        return Stream.of(
                        Stream.of(options.program()),
                        Stream.of(words),
                        Stream.of("-n", options.release().namespace()),
                        options.cluster().kubeconfig().stream()
                                .flatMap(file -> Stream.of("--kubeconfig", file.toString())),
                        options.cluster().context().stream().flatMap(context -> Stream.of("--kube-context", context)))
                .flatMap(part -> part)
                .toList();
    }

    <T> Effect<T> refused(String why) {
        return new Effect.Refused<>(Workloads.problem(options.release().toString(), why));
    }

    private <T> Effect<T> unclear(String why) {
        return new Effect.Unclear<>(Workloads.problem(options.release().toString(), why));
    }
}
