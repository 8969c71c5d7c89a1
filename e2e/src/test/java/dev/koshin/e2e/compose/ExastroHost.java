package dev.koshin.e2e.compose;

import dev.koshin.e2e.Child;
import dev.koshin.e2e.Distribution;
import dev.koshin.exastro.sample.SampleOrganization;
import dev.koshin.model.Secret;
import dev.koshin.servers.MariaDbServer;
import dev.koshin.simulator.seed.Seed;
import dev.koshin.simulator.seed.SeedFiles;
import dev.koshin.simulator.seed.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A host of Exastro as its operators know it: the project in {@code exastro-docker-compose} of a home, the bundled
 * GitLab at port 40080, ITA's database in a container that publishes nothing, five organizations.
 */
public final class ExastroHost implements AutoCloseable {
    private static final String PASSWORD = "Ch@ngeMeITADB";

    private final Path home;
    private final Docker docker;
    private final ComposeLab lab;

    private ExastroHost(Path home, Docker docker, ComposeLab lab) {
        this.home = home;
        this.docker = docker;
        this.lab = lab;
    }

    /**
     * Starts everything.
     *
     * @param rootExpires the last day of the root token; organizations as in the manual
     * @return empty where no container engine can run
     */
    public static Optional<ExastroHost> start(Path home, LocalDate rootExpires) throws IOException, SQLException {
        Optional<Docker> engine = Docker.shared();
        if (engine.isEmpty()) {
            return Optional.empty();
        }
        Seed seed = Seeds.exastroManual(LocalDate.now(ZoneOffset.UTC));
        MariaDbServer database = MariaDbServer.another();
        DatabaseLab.fill(database, SampleOrganization.ofTheManual(user -> Secret.of(seed.valueFor(user))), PASSWORD);
        database.stop();
        ComposeLab lab = ComposeLab.start(
                engine.get(),
                Files.createDirectories(home.resolve("exastro-docker-compose")),
                withRoot(seed, rootExpires),
                settings(database),
                List.of("--port", "40080", "--profile", "18.11"));
        lab.await(() -> lab.docker("logs", "mariadb").contains("ready for connections"));
        return Optional.of(new ExastroHost(home, engine.get(), lab));
    }

    /** The seed with the root token of the project, and with root's password. */
    private static String withRoot(Seed seed, LocalDate expires) {
        ObjectNode json = (ObjectNode) JsonMapper.shared().readTree(SeedFiles.write(seed));
        for (JsonNode user : json.path("users")) {
            if (user.path("username").asString().equals("root")) {
                ((ObjectNode) user).putObject("account").put("password", "the-root-password");
            }
        }
        for (JsonNode token : json.path("tokens")) {
            if (token.path("value").asString().equals(seed.valueFor("root"))) {
                ((ObjectNode) token)
                        .put("value", ComposeLab.OLD)
                        .put("expiresAt", expires.toString())
                        .put(
                                "createdAt",
                                Instant.now().minus(Duration.ofDays(360)).toString());
            }
        }
        return json.toString();
    }

    private static String settings(MariaDbServer database) {
        return """
                COMPOSE_FILE=docker-compose.yml:mariadb.yml
                ITA_DB_PASSWORD='%s'
                E2E_MARIADB=%s
                E2E_DATA=%s
                """.formatted(PASSWORD, database.base(), database.data());
    }

    /** Lets time pass for GitLab, so that tokens end while everything runs. */
    public void pass(Duration time) {
        lab.control().send("PUT", "clock", "{\"advance\": \"" + time + "\"}");
    }

    /** Another installation, of which nothing runs: the files of this one in {@code folder}. */
    public void another(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : List.of("docker-compose.yml", "mariadb.yml", ".env")) {
            Files.copy(lab.folder().resolve(name), folder.resolve(name));
        }
    }

    /** Writes {@code koshin.yaml} into {@code folder}, as a reader has done before. */
    public void init(Path folder) {
        Map<String, String> environment = new HashMap<>(environment());
        environment.put("HOME", home.toString());
        Child koshin = Distribution.built()
                .start(
                        folder,
                        environment,
                        List.of("init", "exastro", "--compose", lab.folder().toString()));
        if (koshin.exit() != 0) {
            throw new IllegalStateException(koshin.stderr());
        }
    }

    /** What a program needs in its environment to find the engine. */
    public Map<String, String> environment() {
        return docker.environment();
    }

    @Override
    public void close() {
        lab.close();
    }
}
