package dev.koshin.app.config;

import dev.koshin.process.Inside;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads which container or pod is meant. Names become arguments of programs, so none may look like an option. */
final class Insides {
    /** The keys, of which a section has one. */
    static final List<String> KEYS = List.of("docker", "podman", "kubectl");

    private static final String ENGINE = "engineCommand";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@:/-]*");

    private Insides() {}

    /** What the section names; empty if it names nothing, or nothing that could be. */
    static Optional<Inside> of(Section section, Paths paths) {
        Optional<List<String>> engine = section.at(ENGINE).map(Insides::words);
        if (section.at("docker").isEmpty() && section.at("podman").isEmpty()) {
            section.at(ENGINE).ifPresent(written -> written.badKey("means nothing without docker or podman"));
        }
        return Stream.of(
                        section.at("docker")
                                .flatMap(Insides::name)
                                .<Inside>map(name -> new Inside.Docker(engine.orElse(List.of("docker")), name)),
                        section.at("podman")
                                .flatMap(Insides::name)
                                .<Inside>map(name -> new Inside.Podman(engine.orElse(List.of("podman")), name)),
                        section.at("kubectl").flatMap(written -> kubectl(written, paths)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<String> words(Value value) {
        return value.items().stream().flatMap(item -> item.text().stream()).toList();
    }

    private static Optional<Inside> kubectl(Value value, Paths paths) {
        return value.section(Shape.KUBECTL)
                .flatMap(section -> section.at("pod")
                        .flatMap(Insides::name)
                        .map(pod -> new Inside.Kubernetes(
                                Inside.Kubernetes.kubectl(
                                        section.at("kubeconfig").flatMap(paths::of),
                                        section.at("context").flatMap(Insides::name)),
                                section.at("namespace").flatMap(Insides::name),
                                section.at("container").flatMap(Insides::name),
                                pod)));
    }

    /** A name that no program takes for an option. */
    static Optional<String> name(Value value) {
        return value.text()
                .flatMap(text -> NAME.matcher(text).matches()
                        ? Optional.of(text)
                        : value.badValue(text, "must be a name of letters, digits and _ . @ : / -"));
    }
}
