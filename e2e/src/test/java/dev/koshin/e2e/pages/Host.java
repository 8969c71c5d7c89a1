package dev.koshin.e2e.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.e2e.Distribution;
import dev.koshin.e2e.Simulated;
import dev.koshin.exastro.sample.ItaSchema;
import dev.koshin.exastro.sample.SampleOrganization;
import dev.koshin.model.Secret;
import dev.koshin.servers.MariaDbServer;
import dev.koshin.simulator.seed.Seed;
import dev.koshin.simulator.seed.SeedFiles;
import dev.koshin.simulator.seed.SeedToken;
import dev.koshin.simulator.seed.SeedUser;
import dev.koshin.simulator.seed.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The machine that the pages speak of: GitLab at the address of the pages, ITA's five organizations in a MariaDB, and
 * in the reader's home {@code exastro-docker-compose/.env} and {@code koshin/koshin.yaml}.
 */
record Host(Path home, Simulated gitlab, MariaDbServer database) implements AutoCloseable {
    private static final String GITLAB = "http://127.0.0.1:40080";
    private static final String PORT = "40080";
    private static final long DEPLOYER = 20;

    /** The token of {@code deployer}, who is no organization. */
    static final String DEPLOYMENT = "glpat-ofTheDeployer00001";

    /** A live token of the first organization's user, in no place yet. */
    static final String BY_HAND = "glpat-madeByHandInBrowser";

    private static final long HAND = 21;
    private static final long FIRST = 2;

    static Host start(Path home) throws IOException, SQLException {
        Seed seed = seed(LocalDate.now(ZoneOffset.UTC));
        Path file = Files.writeString(home.resolve("seed.json"), SeedFiles.write(seed));
        Simulated gitlab =
                Simulated.start(Distribution.built().warm(), home, List.of("--seed", file.toString(), "--port", PORT));
        Host host = new Host(home, gitlab, MariaDbServer.shared());
        host.fill(seed);
        return host;
    }

    private static Seed seed(LocalDate today) {
        Seed manual = Seeds.exastroManual(today);
        return Seed.of(
                plus(manual.users(), SeedUser.of(DEPLOYER, "deployer", "Deployer", false)),
                plus(
                        plus(
                                manual.tokens(),
                                SeedToken.of(HAND, FIRST, "by hand", List.of("api"), today.plusDays(300), BY_HAND)),
                        SeedToken.of(DEPLOYER, DEPLOYER, "ci", List.of("api"), today.plusDays(20), DEPLOYMENT)
                                .createdAt(Instant.now().minus(Duration.ofDays(345)))));
    }

    private static <T> List<T> plus(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }

    private void fill(Seed seed) throws IOException, SQLException {
        Files.writeString(
                Files.createDirectories(home.resolve("exastro-docker-compose")).resolve(".env"),
                """
                GITLAB_ROOT_TOKEN=%s
                ITA_DB_USER=%s
                ITA_DB_PASSWORD=%s
                """.formatted(seed.valueFor("root"), database.user(), password()),
                UTF_8);
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS ITA_DB");
            ItaSchema schema = ItaSchema.on(connection);
            schema.create();
            schema.insert(SampleOrganization.ofTheManual(user -> Secret.of(seed.valueFor(user))));
        }
        configure("");
    }

    /** Writes the configuration of the pages, with {@code more} at its end. */
    void configure(String more) throws IOException {
        Files.writeString(
                Files.createDirectories(home.resolve("koshin")).resolve("koshin.yaml"),
                """
                version: 1
                gitlab:
                  url: %s
                  admin: { envFile: { path: ~/exastro-docker-compose/.env, key: GITLAB_ROOT_TOKEN } }
                exastro:
                  organizations:
                    database:
                      url: "%s"
                      user: %s
                      password: { envFile: { path: ~/exastro-docker-compose/.env, key: ITA_DB_PASSWORD } }
                %s
                """.formatted(GITLAB, database.jdbcUrl("ITA_DB"), database.user(), more),
                UTF_8);
    }

    /** Runs {@code koshin} once, before the page begins. */
    void before(String... arguments) {
        int _ = Distribution.built()
                .start(home.resolve("koshin"), Map.of("HOME", home.toString()), List.of(arguments))
                .exit();
    }

    /** Writes a file of the reader's own. */
    void write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, UTF_8);
    }

    /** Puts {@code value} into the row of {@code organization}, as somebody by hand. */
    void put(String organization, String value) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE ITA_DB.T_COMN_ORGANIZATION_DB_INFO SET GITLAB_TOKEN = ? WHERE ORGANIZATION_ID = ?")) {
            update.setString(1, value);
            update.setString(2, organization);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("no row of " + organization);
            }
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(""), database.user(), password());
    }

    private String password() {
        return database.password().reveal(value -> value);
    }

    /** Where a reader sits at this machine. */
    Desk desk() {
        return new Desk(home, Map.of(), Map.of());
    }

    @Override
    public void close() {
        gitlab.close();
    }
}
