package dev.koshin.e2e.compose;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.e2e.Child;
import dev.koshin.e2e.Control;
import dev.koshin.e2e.Distribution;
import dev.koshin.e2e.Simulated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Exastro as a docker compose project with a pretended GitLab, and Koshin beside it. */
final class ComposeLab implements AutoCloseable {
    /** As the installer makes it: 20 characters, without a prefix. */
    static final String OLD = "7Kcu7r1J5fROebLZe6So";

    static final List<String> SERVICES =
            List.of("ita-api-admin", "ita-by-ansible-execute", "ita-migration", "platform-web", "gitlab");

    private final Docker docker;
    private final Path folder;
    private final Simulated simulated;

    private ComposeLab(Docker docker, Path folder, Simulated simulated) {
        this.docker = docker;
        this.folder = folder;
        this.simulated = simulated;
    }

    /** Starts everything; the old root token works until {@code expires}. */
    static ComposeLab start(Docker docker, Path folder, String profile, String expires) throws IOException {
        return start(
                docker, folder, profile, """
                {"users": [{"id": 1, "username": "root", "admin": true,
                            "account": {"password": "the-root-password"}}],
                 "tokens": [{"id": 1, "userId": 1, "name": "exastro system token",
                             "scopes": ["api", "write_repository", "sudo"], "createdAt": "%s",
                             "expiresAt": "%s", "value": "%s"}]}
                """.formatted(Instant.now().minus(Duration.ofDays(360)), expires, OLD), "");
    }

    /** Starts everything with other users and tokens; {@code more} is added to the {@code .env}. */
    static ComposeLab start(Docker docker, Path folder, String profile, String seed, String more) throws IOException {
        return start(docker, folder, seed, more, List.of("--profile", profile));
    }

    /** Starts everything, the simulator with {@code options}. */
    static ComposeLab start(Docker docker, Path folder, String seed, String more, List<String> options)
            throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.writeString(folder.resolve("seed.json"), seed);
        Simulated simulated = Simulated.start(
                Distribution.built().warm(),
                folder,
                Stream.concat(
                                Stream.of(
                                        "--seed",
                                        "seed.json",
                                        "--gitlab-rails",
                                        bin.resolve("gitlab-rails").toString()),
                                options.stream())
                        .toList());
        ComposeLab lab = new ComposeLab(docker, folder, simulated);
        for (String name : List.of("docker-compose.yml", "mariadb.yml")) {
            Files.copy(Path.of("src", "test", "compose", name), folder.resolve(name));
        }
        Files.writeString(folder.resolve(".env"), lab.env() + more, UTF_8);
        lab.configure("");
        try {
            lab.compose("up", "--detach");
            lab.await(() ->
                    lab.inspect("gitlab", "{{.State.Status}} {{.RestartCount}}").equals("running 0"));
            return lab;
        } catch (IllegalStateException e) {
            lab.close();
            throw e;
        }
    }

    private String env() {
        return """
                # Settings of the installation
                LANGUAGE=ja
                GITLAB_HOST=127.0.0.1
                # GITLAB_PORT=40080
                GITLAB_PORT=%d
                EXTERNAL_URL_PORT=80
                GITLAB_ROOT_PASSWORD="the-root-password"   # of the first start
                # GITLAB_ROOT_TOKEN=not-this-one
                GITLAB_ROOT_TOKEN='%s'
                E2E_KOSHIN=%s
                E2E_JAVA=%s
                """.formatted(
                simulated.address().getPort(), OLD, Distribution.built().home(), System.getProperty("java.home"));
    }

    /** Writes {@code koshin.yaml}; {@code more} is added to the section of the root token. */
    void configure(String more) throws IOException {
        Files.writeString(folder.resolve("koshin.yaml"), """
                version: 1
                gitlab:
                  url: %s
                  admin: { envFile: { path: .env, key: GITLAB_ROOT_TOKEN } }
                policy: { grace: 1h }
                exastro:
                  root:
                    compose: { directory: ., window: "00:00-00:00", limit: 60s }
                """.formatted(simulated.address()) + more, UTF_8);
    }

    Child koshin(String... arguments) {
        return koshinWith(Map.of(), arguments);
    }

    Child koshinWith(Map<String, String> more, String... arguments) {
        return koshinIn(folder, more, arguments);
    }

    /** Starts it in another folder. */
    Child koshinIn(Path elsewhere, Map<String, String> more, String... arguments) {
        Map<String, String> environment = new HashMap<>(docker.environment());
        environment.putAll(more);
        return Distribution.built().start(elsewhere, environment, List.of(arguments));
    }

    String compose(String... words) {
        List<String> all = new ArrayList<>(List.of("docker", "compose"));
        all.addAll(List.of(words));
        return docker.run(folder, Map.of("PWD", folder.toString()), all).good();
    }

    String docker(String... words) {
        List<String> all = new ArrayList<>(List.of("docker"));
        all.addAll(List.of(words));
        return docker.run(folder, Map.of(), all).good();
    }

    String inspect(String container, String format) {
        return docker("inspect", "--format", format, container);
    }

    /** The id of each service's container; two with the same id are the same container. */
    Map<String, String> containers() {
        Map<String, String> ids = new TreeMap<>();
        SERVICES.forEach(service -> ids.put(service, inspect(service, "{{.Id}}")));
        return ids;
    }

    /** What a process in the container finds in its environment. */
    String environment(String container) {
        return inspect(container, "{{range .Config.Env}}{{println .}}{{end}}");
    }

    /** The token in the file, as a shell reads it. */
    String token() {
        return docker.run(folder, Map.of(), List.of("sh", "-euc", ". ./.env; printf %s \"$GITLAB_ROOT_TOKEN\""))
                .good();
    }

    String file() throws IOException {
        return Files.readString(folder.resolve(".env"));
    }

    Path folder() {
        return folder;
    }

    Control control() {
        return simulated.control();
    }

    /** Waits at most half a minute until {@code done}. */
    void await(BooleanSupplier done) {
        Instant end = Instant.now().plusSeconds(30);
        while (!done.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("not in 30 s: " + docker("ps", "--all") + docker("logs", "gitlab"));
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        Docker.Ran _ = docker.run(
                folder, Map.of("PWD", folder.toString()), List.of("docker", "compose", "down", "--timeout", "0"));
        simulated.close();
    }
}
