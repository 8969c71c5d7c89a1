package dev.koshin.exastro.discovery;

import dev.koshin.file.env.EnvText;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Facts about a compose project, one by one. */
record Situation(String env, List<Box> boxes, String engine, List<String> open) {
    static final Path DIRECTORY = Path.of("/home/ita/exastro-docker-compose");

    /** As the installer leaves it, with docker: everything bundled, nothing running. */
    static Situation installed() {
        return new Situation("""
                COMPOSE_PROFILES=all
                GITLAB_PROTOCOL=http
                GITLAB_HOST=gitlab
                GITLAB_PORT=40080
                GITLAB_ROOT_TOKEN=EgcsQQWuw7U5klxkW008
                ITA_DB_PASSWORD=3lTbwvkQZvur
                """, List.of(), "docker", List.of());
    }

    Situation with(String line) {
        return new Situation(env + line + "\n", boxes, engine, open);
    }

    Situation engine(String name) {
        return new Situation(env, boxes, name, open);
    }

    /** A container, and what this host passes on to it. */
    Situation running(String service, Box.Published... ports) {
        List<Box> more = new ArrayList<>(boxes);
        more.add(new Box(service, service, DIRECTORY, true, false, List.of(ports)));
        return new Situation(env, more, engine, open);
    }

    /** What answers: an address of GitLab, or host and port of a database. */
    Situation answering(String... doors) {
        return new Situation(env, boxes, engine, List.of(doors));
    }

    Doors doors() {
        return new Doors() {
            @Override
            public Optional<String> gitlab(URI url) {
                return open.contains(url.toString()) ? Optional.empty() : Optional.of("gitlab-unreachable");
            }

            @Override
            public boolean connects(Door door) {
                return open.contains(door.toString());
            }
        };
    }

    ComposeFacts facts() {
        Settings settings = Settings.of(EnvText.of(env));
        List<Containers> engines = List.of(new Containers(engine, new Look.Seen<>(boxes)));
        boolean bundled = ComposeFacts.bundled(new Look.Seen<>(settings), engines);
        return new ComposeFacts(
                DIRECTORY,
                new Look.Seen<>(settings),
                engines,
                List.of(),
                Reached.of(Addresses.of(settings, ComposeFacts.box(engines, "gitlab"), bundled), doors()),
                ComposeSearch.doors(Database.of(settings), ComposeFacts.box(engines, Database.BUNDLED))
                        .filter(doors()::connects)
                        .findFirst());
    }

    /** The keys of the draft, without its comments. */
    String keys() {
        return keys(ComposeDraft.of(facts()));
    }

    static String keys(Draft draft) {
        return draft.lines().stream()
                .flatMap(line -> line instanceof Draft.Text(String text) ? Stream.of(text) : Stream.empty())
                .filter(text -> !text.isBlank() && !text.strip().startsWith("#"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    List<String> points() {
        return points(ComposeDraft.of(facts()).remarks());
    }

    static List<String> points(List<Remark> remarks) {
        return remarks.stream()
                .map(one -> one.point() + one.details().toString())
                .toList();
    }
}
