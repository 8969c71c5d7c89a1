package dev.koshin.app.config;

import dev.koshin.plan.Policy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads the section {@code exastro.root}. */
final class RootDecoder {
    private static final Pattern WINDOW =
            Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]");

    private final IssuerDecoder issuers;
    private final Paths paths;

    RootDecoder(IssuerDecoder issuers, Paths paths) {
        this.issuers = issuers;
        this.paths = paths;
    }

    /** What is supplied exists only if there was no problem. */
    Supplier<RootConfig> read(Value value, Section section, Policy base) {
        String user = section.at("user").flatMap(Value::text).orElse(RootConfig.USER);
        Supplier<List<IssuerConfig>> ways =
                section.at("issuer").map(issuers::withoutUser).orElse(List::of);
        SortedSet<String> scopes =
                section.at("scopes").map(Scopes::of).orElseGet(() -> new TreeSet<>(RootConfig.SCOPES));
        Policy policy = PolicyDecoder.read(section.at("policy"), base);
        Optional<Value> compose = section.at("compose");
        Optional<Value> kubernetes = section.at("kubernetes");
        if (compose.isPresent() == kubernetes.isPresent()) {
            value.badValue("", "needs exactly one of compose, kubernetes");
        }
        Optional<Supplier<RootConfig.Place>> place = compose.flatMap(written -> written.section(Shape.COMPOSE))
                .map(this::compose)
                .or(() -> kubernetes
                        .flatMap(written -> written.section(Shape.KUBERNETES))
                        .map(this::kubernetes));
        return () -> new RootConfig(
                new IssuersConfig(user, ways.get()),
                scopes,
                policy,
                place.orElseThrow().get());
    }

    private Supplier<RootConfig.Place> compose(Section section) {
        Optional<Path> directory = section.at("directory").flatMap(paths::of);
        boolean podman = section.at("engine")
                .flatMap(written -> written.oneOf(List.of("docker", "podman")))
                .filter("podman"::equals)
                .isPresent();
        Optional<List<String>> engine = section.at("engineCommand").map(RootDecoder::words);
        Optional<List<String>> compose = section.at("composeCommand").map(RootDecoder::words);
        String window = section.at("window").flatMap(RootDecoder::window).orElse(RootConfig.Compose.WINDOW);
        Duration limit = limit(section, RootConfig.Compose.LIMIT);
        boolean setup = section.at("apply")
                .flatMap(written -> written.oneOf(List.of("services", "setup.sh")))
                .filter("setup.sh"::equals)
                .isPresent();
        return () -> new RootConfig.Compose(directory.orElseThrow(), podman, engine, compose, window, limit, setup);
    }

    private static List<String> words(Value value) {
        return value.items().stream().flatMap(item -> item.text().stream()).toList();
    }

    private static Optional<String> window(Value value) {
        return value.text()
                .flatMap(text -> WINDOW.matcher(text).matches()
                        ? Optional.of(text)
                        : value.badValue(text, "must be two times of day, such as 01:00-05:00"));
    }

    private static Duration limit(Section section, Duration otherwise) {
        return section.at("limit")
                .flatMap(written -> written.duration("10s", "2h"))
                .orElse(otherwise);
    }

    private Supplier<RootConfig.Place> kubernetes(Section section) {
        Optional<String> namespace = section.at("namespace").flatMap(Insides::name);
        Optional<Path> values = section.at("values").flatMap(paths::of);
        Optional<RootConfig.Helm> helm = section.at("helm")
                .flatMap(written -> written.section(Shape.HELM))
                .flatMap(RootDecoder::helm);
        Optional<Path> kubeconfig = section.at("kubeconfig").flatMap(paths::of);
        Optional<String> context = section.at("context").flatMap(Insides::name);
        Duration limit = limit(section, RootConfig.Kubernetes.LIMIT);
        return () -> new RootConfig.Kubernetes(
                namespace.orElseThrow(), values.orElseThrow(), helm, kubeconfig, context, limit);
    }

    private static Optional<RootConfig.Helm> helm(Section section) {
        return section.at("release")
                .flatMap(Insides::name)
                .flatMap(release ->
                        section.at("chart").flatMap(Insides::name).map(chart -> new RootConfig.Helm(release, chart)));
    }
}
