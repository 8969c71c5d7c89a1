package dev.koshin.e2e.compose;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.e2e.Child;
import dev.koshin.e2e.Control;
import dev.koshin.e2e.Distribution;
import dev.koshin.e2e.Simulated;
import dev.koshin.exastro.sample.ItaSchema;
import dev.koshin.exastro.sample.ItaWorkspace;
import dev.koshin.exastro.sample.SampleOrganization;
import dev.koshin.model.Secret;
import dev.koshin.servers.MariaDbServer;
import dev.koshin.simulator.seed.Seed;
import dev.koshin.simulator.seed.SeedFiles;
import dev.koshin.simulator.seed.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** ITA's database in a container without network, and Koshin beside it. */
final class DatabaseLab implements AutoCloseable {
    static final String USER = "ITA_USER";
    private static final String PASSWORD = "ita' \"Passw0rd\\";

    private final Docker docker;
    private final Path folder;
    private final Simulated simulated;
    private final MariaDbServer server;

    private DatabaseLab(Docker docker, Path folder, Simulated simulated, MariaDbServer server) {
        this.docker = docker;
        this.folder = folder;
        this.simulated = simulated;
        this.server = server;
    }

    /** The manual's five organizations. */
    static DatabaseLab start(Docker docker, Path folder) throws IOException, SQLException {
        return start(
                docker,
                folder,
                Seeds.exastroManual(LocalDate.now(ZoneOffset.UTC)),
                seed -> SampleOrganization.ofTheManual(user -> Secret.of(seed.valueFor(user))));
    }

    interface Rows {
        Collection<SampleOrganization> of(Seed seed);
    }

    static DatabaseLab start(Docker docker, Path folder, Seed seed, Rows rows) throws IOException, SQLException {
        Files.writeString(folder.resolve("seed.json"), SeedFiles.write(seed));
        Files.writeString(folder.resolve(".env"), "GITLAB_ROOT_TOKEN=" + seed.valueFor("root") + "\n", UTF_8);
        MariaDbServer server = MariaDbServer.another();
        fill(server, rows.of(seed), PASSWORD);
        server.stop();
        Simulated simulated = Simulated.start(Distribution.built().warm(), folder, List.of("--seed", "seed.json"));
        DatabaseLab lab = new DatabaseLab(docker, folder, simulated, server);
        lab.engines();
        lab.run();
        return lab;
    }

    /** Makes ITA's table, a workspace, and ITA's user, whom only {@code password} lets in. */
    static void fill(MariaDbServer server, Collection<SampleOrganization> rows, String password) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        server.jdbcUrl(""), server.user(), server.password().<String>reveal(value -> value));
                Statement statement = connection.createStatement()) {
            ItaSchema schema = ItaSchema.on(connection);
            schema.create();
            schema.insert(rows);
            ItaWorkspace workspace = new ItaWorkspace(connection, "ITA_WS_1", "test-org-01", "ws1");
            workspace.create();
            workspace.execution("ANSR", "12", "6");
            statement.execute("DROP USER IF EXISTS ''@'localhost'");
            statement.execute("CREATE USER '" + USER + "'@'%' IDENTIFIED BY '"
                    + password.replace("\\", "\\\\").replace("'", "''") + "'");
            statement.execute("GRANT ALL ON ITA_DB.* TO '" + USER + "'@'%'");
            statement.execute("GRANT SELECT ON ITA_WS_1.* TO '" + USER + "'@'%'");
        }
    }

    /** Podman and kubectl, as far as a command line goes: both lead into docker's container. */
    private void engines() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String name : List.of("podman", "kubectl")) {
            Path program = Files.writeString(bin.resolve(name), """
                    #!/bin/sh
                    while [ "$1" != sh ]; do shift; done
                    exec docker exec -i mariadb "$@"
                    """);
            boolean _ = program.toFile().setExecutable(true);
        }
    }

    private void run() {
        String _ = docker(
                "run",
                "--detach",
                "--name=mariadb",
                "--network=none",
                "--volume=/usr:/usr:ro",
                "--volume=" + server.base() + ":/opt/mariadb:ro",
                "--volume=" + server.data() + ":/data",
                "--env=PATH=/opt/mariadb/bin:/usr/bin",
                "koshin-e2e/exastro:1",
                "/opt/mariadb/bin/mariadbd",
                "--no-defaults",
                "--user=root",
                "--basedir=/opt/mariadb",
                "--datadir=/data",
                "--socket=/tmp/mysql.sock",
                "--skip-name-resolve");
        await(() -> docker.run(folder, Map.of(), client("SELECT 1")).status() == 0);
    }

    private static List<String> client(String sql) {
        return List.of(
                "docker",
                "exec",
                "--env=MYSQL_PWD=" + PASSWORD,
                "mariadb",
                "mariadb",
                "--no-defaults",
                "--user=" + USER,
                "--host=127.0.0.1",
                "--batch",
                "--skip-column-names",
                "--execute=" + sql);
    }

    /** Every row, by its key, as the client prints it. */
    Map<String, String> rows() {
        Map<String, String> rows = new TreeMap<>();
        docker.run(
                        folder,
                        Map.of(),
                        client("SELECT PRIMARY_KEY, GITLAB_TOKEN, T.* FROM ITA_DB.T_COMN_ORGANIZATION_DB_INFO T"))
                .good()
                .lines()
                .forEach(line -> rows.put(line.substring(0, line.indexOf('\t')), line));
        return rows;
    }

    private static String tokenIn(String row) {
        return row.split("\t", -1)[1];
    }

    static List<String> tokensIn(Map<String, String> rows) {
        return rows.values().stream().map(DatabaseLab::tokenIn).toList();
    }

    static String withoutToken(String row) {
        return row.replace(tokenIn(row), "TOKEN");
    }

    List<String> tokens() {
        return tokensIn(rows());
    }

    /** The clients that run in the container. */
    List<String> clients() {
        return docker("top", "mariadb", "-eo", "pid,args")
                .lines()
                .filter(line -> line.contains("--skip-reconnect"))
                .toList();
    }

    void configure(String way) throws IOException {
        Files.writeString(folder.resolve("koshin.yaml"), """
                version: 1
                gitlab:
                  url: %s
                  admin: { envFile: { path: .env, key: GITLAB_ROOT_TOKEN } }
                policy: { grace: 24h }
                exastro:
                  organizations:
                    database:
                      %s
                      user: %s
                      password: { env: ITA_DB_PASSWORD }
                """.formatted(simulated.address(), way, USER), UTF_8);
    }

    Child koshin(String... arguments) {
        Map<String, String> environment = new HashMap<>(docker.environment());
        environment.put("ITA_DB_PASSWORD", PASSWORD);
        environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        return Distribution.built().start(folder, environment, List.of(arguments));
    }

    private String docker(String... words) {
        List<String> all = new ArrayList<>(List.of("docker"));
        all.addAll(List.of(words));
        return docker.run(folder, Map.of(), all).good();
    }

    Control control() {
        return simulated.control();
    }

    /** Waits at most half a minute until {@code done}. */
    void await(BooleanSupplier done) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (!done.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("not in 30 s: " + docker("logs", "mariadb"));
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        Docker.Ran _ = docker.run(folder, Map.of(), List.of("docker", "rm", "--force", "mariadb"));
        simulated.close();
    }
}
