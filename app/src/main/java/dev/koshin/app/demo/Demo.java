package dev.koshin.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.exastro.sample.ItaSchema;
import dev.koshin.exastro.sample.SampleOrganization;
import dev.koshin.model.Secret;
import dev.koshin.simulator.Simulator;
import dev.koshin.simulator.SimulatorOptions;
import dev.koshin.simulator.seed.Seed;
import dev.koshin.simulator.seed.SeedUser;
import dev.koshin.simulator.seed.Seeds;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pretend installation: a simulated GitLab with the manual's five organizations, ITA's table in SQLite, a
 * {@code .env} with the root token, and a {@code koshin.yaml} that is as real as any. Closing it removes the folder.
 */
public final class Demo implements AutoCloseable {
    private final Path folder;
    private final Simulator simulator;
    private final List<String> users;

    private Demo(Path folder, Simulator simulator, List<String> users) {
        this.folder = folder;
        this.simulator = simulator;
        this.users = users;
    }

    /** Sets everything up in a new folder below the system's temporary folder. */
    public static Demo start() throws IOException, SQLException {
        Seed seed = Seeds.exastroManual(LocalDate.now(ZoneOffset.UTC));
        Path folder = Files.createTempDirectory("koshin-demo-");
        Simulator simulator = Simulator.start(SimulatorOptions.defaults().withSeed(seed));
        List<String> users = seed.users().stream()
                .filter(user -> !user.admin())
                .map(SeedUser::username)
                .toList();
        Demo demo = new Demo(folder, simulator, users);
        demo.fill(seed);
        return demo;
    }

    private void fill(Seed seed) throws IOException, SQLException {
        Files.writeString(folder.resolve(".env"), "GITLAB_ROOT_TOKEN=" + seed.valueFor("root") + "\n", UTF_8);
        Files.writeString(configuration(), text(), UTF_8);
        try (Connection connection = DriverManager.getConnection(jdbcUrl())) {
            ItaSchema schema = ItaSchema.on(connection);
            schema.create();
            schema.insert(SampleOrganization.ofTheManual(user -> Secret.of(seed.valueFor(user))));
        }
    }

    /** Both tokens live for a second: long enough for whoever has read the old one and is about to use it. */
    private String text() {
        return """
            version: 1
            gitlab:
              url: %s
              admin: { envFile: { path: .env, key: GITLAB_ROOT_TOKEN } }
            policy: { grace: 1s }
            exastro:
              organizations:
                database: { url: "%s" }
            """.formatted(simulator.uri(), jdbcUrl());
    }

    private String jdbcUrl() {
        return "jdbc:sqlite:" + folder.resolve("ita.db");
    }

    /** The configuration of this installation. */
    public Path configuration() {
        return folder.resolve("koshin.yaml");
    }

    /** Where the simulated GitLab listens. */
    public URI gitlab() {
        return simulator.uri();
    }

    /** Starts a consumer that works with the organizations' tokens until it is closed. */
    public Readers read() {
        return new Readers(jdbcUrl(), users, simulator.uri());
    }

    @Override
    public void close() throws IOException {
        simulator.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
