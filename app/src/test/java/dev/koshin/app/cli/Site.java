package dev.koshin.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.exastro.sample.ItaSchema;
import dev.koshin.exastro.sample.SampleOrganization;
import dev.koshin.model.Secret;
import dev.koshin.simulator.Simulator;
import dev.koshin.simulator.SimulatorOptions;
import dev.koshin.simulator.control.SimulatorControl;
import dev.koshin.simulator.seed.Seed;
import dev.koshin.simulator.seed.Seeds;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An installation in a folder: the manual's five organizations, of which the first has an expired token. */
final class Site implements AutoCloseable {
    static final String EXPIRED = "exastro/organization/test-org-01";
    static final String DUE = "exastro/organization/test-org-02";
    static final List<String> USERS = Seeds.exastroManual(LocalDate.EPOCH).users().stream()
            .skip(1)
            .map(user -> user.username())
            .toList();

    private final Path folder;
    private final Seed seed;
    private final Simulator simulator;

    private Site(Path folder, Seed seed) {
        this.folder = folder;
        this.seed = seed;
        this.simulator = Simulator.start(SimulatorOptions.defaults().withSeed(seed));
    }

    static Site in(Path folder) throws IOException, SQLException {
        Site site = new Site(folder, Seeds.exastroManual(LocalDate.now(ZoneOffset.UTC)));
        site.admin(site.seed.valueFor("root"));
        site.configure("");
        try (Connection connection = site.connect()) {
            ItaSchema schema = ItaSchema.on(connection);
            schema.create();
            schema.insert(SampleOrganization.ofTheManual(user -> Secret.of(site.seed.valueFor(user))));
        }
        return site;
    }

    /** Writes {@code koshin.yaml} with {@code more} at its end. */
    void configure(String more) throws IOException {
        write("koshin.yaml", """
                version: 1
                gitlab:
                  url: %s
                  admin: { envFile: { path: %s, key: GITLAB_ROOT_TOKEN } }
                exastro:
                  organizations:
                    database: { url: "%s" }
                """.formatted(simulator.uri(), path(".env"), jdbcUrl()) + more);
    }

    void admin(String value) throws IOException {
        write(".env", "GITLAB_ROOT_TOKEN=" + value + "\n");
    }

    void write(String file, String text) throws IOException {
        Files.writeString(path(file), text, UTF_8);
    }

    Path path(String file) {
        return folder.resolve(file);
    }

    String jdbcUrl() {
        return "jdbc:sqlite:" + path("ita.db");
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl());
    }

    URI uri() {
        return simulator.uri();
    }

    SimulatorControl gitlab() {
        return simulator.control();
    }

    String seeded(String user) {
        return seed.valueFor(user);
    }

    /** The value in the row of the organization with this number, from 1. */
    String value(int organization) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement row = connection.prepareStatement(
                        "SELECT GITLAB_TOKEN FROM T_COMN_ORGANIZATION_DB_INFO" + " WHERE ORGANIZATION_ID = ?")) {
            row.setString(1, "test-org-0" + organization);
            try (ResultSet found = row.executeQuery()) {
                return found.next() ? found.getString(1) : "";
            }
        }
    }

    void value(int organization, String value) throws SQLException {
        sql("UPDATE T_COMN_ORGANIZATION_DB_INFO SET GITLAB_TOKEN = '" + value + "' WHERE ORGANIZATION_ID = 'test-org-0"
                + organization + "'");
    }

    void sql(String sql) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            int _ = statement.executeUpdate();
        }
    }

    /** Requests since the start that may have changed something. */
    List<String> writes() {
        return gitlab().requestsSince(0).stream()
                .filter(request -> !request.method().equals("GET"))
                .map(request -> request.method() + " " + request.target())
                .toList();
    }

    /** Runs {@code koshin} with this configuration, in English. */
    Ran koshin(String... args) {
        return run(Stream.of(args), "--lang", "en");
    }

    Ran japanese(String... args) {
        return run(Stream.of(args), "--lang", "ja");
    }

    private Ran run(Stream<String> args, String... more) {
        List<String> all = new ArrayList<>(List.of("-c", path("koshin.yaml").toString()));
        all.addAll(List.of(more));
        args.forEach(all::add);
        return Ran.of(all.toArray(String[]::new));
    }

    @Override
    public void close() {
        simulator.close();
    }
}
