package dev.koshin.app.config;

import dev.koshin.app.config.IssuerConfig.Place;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads where {@code gitlab-rails} is. Names become arguments of programs, so none may look like an option. */
final class RailsPlaces {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@:/-]*");
    private static final List<String> KEYS = List.of("docker", "podman", "kubectl", "ssh");

    private RailsPlaces() {}

    /** This machine, if the section names no other place. */
    static Optional<Place> of(Value value, Section section, Paths paths) {
        List<String> named =
                KEYS.stream().filter(key -> section.at(key).isPresent()).toList();
        if (named.isEmpty()) {
            return Optional.of(new Place.Local());
        }
        if (named.size() > 1) {
            return value.badValue("", "must name one place: " + String.join(", ", KEYS));
        }
        return Stream.of(
                        section.at("docker")
                                .flatMap(RailsPlaces::name)
                                .<Place>map(name -> new Place.Docker(List.of("docker"), name)),
                        section.at("podman")
                                .flatMap(RailsPlaces::name)
                                .<Place>map(name -> new Place.Podman(List.of("podman"), name)),
                        section.at("kubectl").flatMap(written -> kubectl(written, paths)),
                        section.at("ssh").flatMap(RailsPlaces::ssh))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Place> kubectl(Value value, Paths paths) {
        return value.section(Shape.KUBECTL)
                .flatMap(section -> section.at("pod")
                        .flatMap(RailsPlaces::name)
                        .map(pod -> new Place.Kubectl(
                                Place.Kubectl.program(
                                        section.at("kubeconfig").flatMap(paths::of),
                                        section.at("context").flatMap(RailsPlaces::name)),
                                section.at("namespace").flatMap(RailsPlaces::name),
                                pod,
                                section.at("container").flatMap(RailsPlaces::name))));
    }

    private static Optional<Place> ssh(Value value) {
        return value.section(Shape.SSH)
                .flatMap(section -> section.at("host")
                        .flatMap(RailsPlaces::name)
                        .map(host -> new Place.Ssh(
                                host,
                                section.at("prefix")
                                        .map(written -> written.items().stream()
                                                .flatMap(item -> item.text().stream())
                                                .toList())
                                        .orElse(List.of()))));
    }

    /** A name that no program takes for an option. */
    static Optional<String> name(Value value) {
        return value.text()
                .flatMap(text -> NAME.matcher(text).matches()
                        ? Optional.of(text)
                        : value.badValue(text, "must be a name of letters, digits and _ . @ : / -"));
    }
}
