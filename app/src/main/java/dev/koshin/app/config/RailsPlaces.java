package dev.koshin.app.config;

import dev.koshin.app.config.IssuerConfig.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads where {@code gitlab-rails} is. */
final class RailsPlaces {
    private static final List<String> KEYS =
            Stream.concat(Insides.KEYS.stream(), Stream.of("ssh")).toList();

    private RailsPlaces() {}

    /** This machine, if the section names no other place. */
    static Optional<Place> of(Value value, Section section, Paths paths) {
        List<String> named =
                KEYS.stream().filter(key -> section.at(key).isPresent()).toList();
        if (named.size() > 1) {
            return value.badValue("", "must name one place: " + String.join(", ", KEYS));
        }
        Optional<Place> inside = Insides.of(section, paths).map(Place.Within::new);
        return named.isEmpty()
                ? Optional.of(new Place.Local())
                : inside.or(() -> section.at("ssh").flatMap(RailsPlaces::ssh));
    }

    private static Optional<Place> ssh(Value value) {
        return value.section(Shape.SSH)
                .flatMap(section -> section.at("host")
                        .flatMap(Insides::name)
                        .map(host -> new Place.Ssh(
                                host,
                                section.at("prefix")
                                        .map(written -> written.items().stream()
                                                .flatMap(item -> item.text().stream())
                                                .toList())
                                        .orElse(List.of()))));
    }
}
