package dev.koshin.app.config;

import dev.koshin.secret.SecretSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads ways to make tokens: one, or a list of them. */
final class IssuerDecoder {
    private static final String REST = "gitlab-rest";
    private static final String RAILS = "gitlab-rails";
    private static final String WEB = "gitlab-web";
    private static final String MANUAL = "manual";
    private static final List<String> KINDS = List.of(REST, RAILS, WEB, MANUAL);

    private final SecretDecoder secrets;
    private final Paths paths;

    IssuerDecoder(SecretDecoder secrets, Paths paths) {
        this.secrets = secrets;
        this.paths = paths;
    }

    /** Ways that each name their user. What is supplied exists only if there was no problem. */
    Supplier<IssuersConfig> withUser(Value value) {
        List<Optional<String>> users = new ArrayList<>();
        List<Optional<IssuerConfig>> ways = new ArrayList<>();
        for (Value one : list(value)) {
            shaped(one).ifPresent(section -> {
                section.require("user");
                users.add(section.at("user").flatMap(Value::text));
                ways.add(way(one, section));
            });
        }
        if (users.stream().flatMap(Optional::stream).distinct().count() > 1) {
            value.badValue("", "must name the same user everywhere");
        }
        return () -> new IssuersConfig(users.getFirst().orElseThrow(), present(ways));
    }

    /** Ways of a user who is named elsewhere. */
    Supplier<List<IssuerConfig>> withoutUser(Value value) {
        List<Optional<IssuerConfig>> ways = new ArrayList<>();
        for (Value one : list(value)) {
            ways.add(shaped(one).flatMap(section -> {
                section.at("user").ifPresent(user -> user.badKey("is named once, in exastro.root.user"));
                return way(one, section);
            }));
        }
        return () -> present(ways);
    }

    private static List<Value> list(Value value) {
        return value.isList() ? value.items() : List.of(value);
    }

    private static List<IssuerConfig> present(List<Optional<IssuerConfig>> ways) {
        return ways.stream().map(Optional::orElseThrow).toList();
    }

    private static Optional<Section> shaped(Value value) {
        return value.kind(KINDS).flatMap(name -> value.section(shape(name)));
    }

    private static Shape shape(String kind) {
        return switch (kind) {
            case RAILS -> Shape.GITLAB_RAILS;
            case WEB -> Shape.GITLAB_WEB;
            case MANUAL -> Shape.MANUAL;
            default -> Shape.GITLAB_REST;
        };
    }

    private Optional<IssuerConfig> way(Value value, Section section) {
        return switch (Members.look(value, "kind").flatMap(Value::text).orElse(REST)) {
            case RAILS -> rails(value, section);
            case WEB -> section.at("password").flatMap(secrets::one).map(IssuerDecoder::web);
            case MANUAL -> Optional.of(new IssuerConfig.Manual());
            default -> Optional.of(new IssuerConfig.GitLabRest());
        };
    }

    private static IssuerConfig web(SecretSource password) {
        return new IssuerConfig.GitLabWeb(password);
    }

    private Optional<IssuerConfig> rails(Value value, Section section) {
        Duration wait = section.at("wait")
                .flatMap(written -> written.duration("10s", "60m"))
                .orElse(IssuerConfig.GitLabRails.WAIT);
        return RailsPlaces.of(value, section, paths).map(place -> new IssuerConfig.GitLabRails(place, wait));
    }
}
