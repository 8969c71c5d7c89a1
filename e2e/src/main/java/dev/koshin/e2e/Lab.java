package dev.koshin.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.exastro.sample.ItaSchema;
import dev.koshin.exastro.sample.SampleOrganization;
import dev.koshin.model.Secret;
import dev.koshin.servers.MariaDbServer;
import dev.koshin.simulator.seed.Seed;
import dev.koshin.simulator.seed.SeedFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One pretend installation; its folder holds {@code koshin.yaml} and everything that its processes write. */
public final class Lab implements AutoCloseable {
    private final Distribution distribution;
    private final Path folder;
    private final Simulated simulated;
    private final MariaDbServer server = MariaDbServer.shared();

    private Lab(Distribution distribution, Path folder, Simulated simulated) {
        this.distribution = distribution;
        this.folder = folder;
        this.simulated = simulated;
    }

    /** Starts a simulator with {@code seed} and {@code latencyMillis}, and fills ITA's table with {@code rows}. */
    public static Lab start(
            Distribution distribution, Path folder, Seed seed, List<SampleOrganization> rows, long latencyMillis)
            throws IOException, SQLException {
        Path seedFile = Files.writeString(folder.resolve("seed.json"), SeedFiles.write(seed));
        Simulated simulated = Simulated.start(
                distribution,
                folder,
                List.of("--seed", seedFile.toString(), "--latency", String.valueOf(latencyMillis)));
        Lab lab = new Lab(distribution, folder, simulated);
        lab.fill(seed, rows);
        return lab;
    }

    private void fill(Seed seed, List<SampleOrganization> rows) throws IOException, SQLException {
        Files.writeString(folder.resolve(".env"), "GITLAB_ROOT_TOKEN=" + seed.valueFor("root") + "\n", UTF_8);
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS ITA_DB");
            ItaSchema schema = ItaSchema.on(connection);
            schema.create();
            schema.insert(rows);
        }
    }

    /** The rows of {@code seed}'s users who are not administrators: organization {@code org-NNNN} for each. */
    public static List<SampleOrganization> rows(Seed seed) {
        return seed.users().stream()
                .filter(user -> !user.admin())
                .map(user -> SampleOrganization.live("org-" + user.id(), Secret.of(seed.valueFor(user.username())))
                        .withUser(user.username()))
                .toList();
    }

    /** Writes {@code koshin.yaml}; {@code more} is appended to it. */
    public void configure(int concurrency, String grace, String journal, String more) throws IOException {
        Files.writeString(
                folder.resolve("koshin.yaml"),
                """
                version: 1
                gitlab:
                  url: %s
                  admin: { envFile: { path: .env, key: GITLAB_ROOT_TOKEN } }
                  concurrency: %d
                policy: { grace: %s }
                journal: %s
                exastro:
                  organizations:
                    database: { url: "%s", user: "%s", password: { env: ITA_DB_PASSWORD } }
                %s
                """.formatted(gitlab(), concurrency, grace, journal, jdbcUrl(), server.user(), more),
                UTF_8);
    }

    /** The simulator's address. */
    public URI gitlab() {
        return simulated.address();
    }

    /** Starts {@code bin/koshin} with this installation's configuration. */
    public Child koshin(String... arguments) {
        return koshinWith("koshin.yaml", arguments);
    }

    /** Starts {@code bin/koshin} with another configuration in the same folder. */
    public Child koshinWith(String configuration, String... arguments) {
        return koshinWith(configuration, password(), List.of(arguments));
    }

    /** Starts {@code bin/koshin} with {@code password} for ITA's database, whether it is the right one or not. */
    public Child koshinWith(String configuration, String password, List<String> arguments) {
        return koshinIn(Map.of("ITA_DB_PASSWORD", password), configuration, arguments);
    }

    /** Starts {@code bin/koshin} with nothing but {@code environment} added to this process's own. */
    public Child koshinIn(Map<String, String> environment, String configuration, List<String> arguments) {
        return distribution.start(
                folder,
                environment,
                Stream.concat(Stream.of("-c", configuration), arguments.stream())
                        .toList());
    }

    /** A connection to ITA's database, as ITA itself has. */
    public Connection connection() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(""), server.user(), password());
    }

    /** The password of ITA's database. */
    public String password() {
        return server.password().reveal(value -> value);
    }

    /** Where ITA's database is. */
    public String jdbcUrl() {
        return server.jdbcUrl("ITA_DB");
    }

    /**
     * Writes the file {@code name}, which is {@code koshin.yaml} with {@code to} instead of {@code from}.
     *
     * @return its name
     */
    public String variant(String name, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve("koshin.yaml"));
        if (!text.contains(from)) {
            throw new IllegalArgumentException("not in koshin.yaml: " + from);
        }
        Files.writeString(folder.resolve(name), text.replace(from, to), UTF_8);
        return name;
    }

    /** The simulator's controls. */
    public Control control() {
        return simulated.control();
    }

    /** Where everything is. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        simulated.close();
    }
}
