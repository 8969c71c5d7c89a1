package dev.koshin.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No value of a token or a password leaves Koshin: not to its output, its log, its journal, its command line, its
 * environment or that of a program it starts; neither when all goes well nor when others print it in their errors.
 */
final class SecretsTest {
    private static final String TABLE = "ITA_DB.T_COMN_ORGANIZATION_DB_INFO";
    private static final String WRONG = "wrong-Passw0rd-of-nobody";
    /** The files that hold secrets because the operator, or this test, put them there. */
    private static final Set<String> SECRET_FILES =
            Set.of(".env", "seed.json", "database-password", "wrong-password", "root-token");

    @TempDir
    private Path folder;

    private Manual manual;
    private final Set<String> secrets = new HashSet<>();
    private final List<Spy> spies = new ArrayList<>();

    @BeforeEach
    void start() throws IOException, SQLException {
        manual = Manual.start(folder, "24h");
        secrets.addAll(manual.values());
        secrets.addAll(List.of(manual.lab().password(), WRONG));
        Files.writeString(folder.resolve("database-password"), manual.lab().password(), UTF_8);
        Files.writeString(folder.resolve("wrong-password"), WRONG, UTF_8);
        manual.lab().variant("by-file.yaml", "{ env: ITA_DB_PASSWORD }", "{ file: database-password }");
        manual.lab().variant("wrong.yaml", "{ env: ITA_DB_PASSWORD }", "{ file: wrong-password }");
    }

    @AfterEach
    void stop() {
        manual.close();
    }

    @Test
    void no_value_is_seen_while_tokens_are_renewed_and_retired() throws SQLException {
        run(0, "renew", "--all", "--yes", "-v");
        run(0, "status", "-v");
        run(3, "doctor", "-v", "-o", "json");
        run(0, "retire", "--retire-now", "-v", "-o", "json");
        Child history = run(0, "history", "-n", "1000", "-v");

        assertThat(history.stdout()).contains("Finished");
        manual.everyRowHoldsTheOnlyLiveToken();
        assertNoLeaks();
    }

    @Test
    void no_value_is_seen_when_gitlab_repeats_it_in_its_errors() throws SQLException {
        String repeated = String.join(" ", manual.values());
        for (int status : List.of(400, 401, 403)) {
            fault(errors("POST", status, repeated));
            run(1, "renew", Manual.name(2), "--yes", "-v");
            fault(errors("GET", status, repeated));
            run(1, "doctor", "-v", "-o", "json");
        }
        fault(errors("GET", 500, repeated));
        run(1, "status", "-v");
        fault("{\"method\": \"POST\", \"when\": \"after\", \"effect\": \"half\"}");
        run(0, "renew", "--all", "--yes", "-v");
        assertNoLeaks();
    }

    @Test
    void no_value_is_seen_when_the_database_repeats_it_in_its_errors() throws SQLException {
        sql("CREATE TRIGGER ITA_DB.REFUSES BEFORE UPDATE ON " + TABLE + " FOR EACH ROW BEGIN"
                + " DECLARE text VARCHAR(128) DEFAULT CONCAT('no: ', OLD.GITLAB_TOKEN, ' ', NEW.GITLAB_TOKEN);"
                + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = text; END");
        run(1, "renew", "--all", "--yes", "-v");
        sql("DROP TRIGGER ITA_DB.REFUSES");
        assertThat(manual.lab()
                        .koshinIn(Map.of(), "wrong.yaml", List.of("status", "-v"))
                        .exit())
                .isEqualTo(1);
        run(0, "renew", "--all", "--yes", "-v");
        assertNoLeaks();
    }

    /**
     * The tutorial has the password in the environment of the operator's shell, which hands it to Koshin's launcher and
     * so to Koshin; their owner and root can read it there. There, and only there, it may be: not in the environment of
     * a program that Koshin starts.
     */
    @Test
    void a_password_in_the_environment_is_not_handed_on() throws IOException {
        Path program = Files.writeString(
                folder.resolve("read-token"), "#!/bin/sh\nsleep 0.2\ncat " + folder.resolve("root-token") + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(folder.resolve("root-token"), rootToken(), UTF_8);
        manual.lab()
                .variant(
                        "command.yaml",
                        "{ envFile: { path: .env, key: GITLAB_ROOT_TOKEN } }",
                        "{ command: [" + program + "] }");
        Spy spy = watched(0, manual.lab().koshinWith("command.yaml", "renew", "--all", "--yes", "-v"));

        Leaks leaks = new Leaks(secrets);
        assertThat(spy.seen("child cmdline")).anyMatch(line -> line.contains("read-token"));
        assertThat(spy.leaks(leaks))
                .filteredOn(leak -> !leak.startsWith("launcher environ"))
                .containsOnly("process environ: value "
                        + Manual.fingerprint(manual.lab().password()));
        assertThat(leaks.in(folder, SECRET_FILES)).isEmpty();
    }

    @Test
    void the_search_finds_what_is_planted() throws IOException {
        String value = manual.values().getFirst();
        Leaks leaks = new Leaks(Set.of(value));
        Files.writeString(folder.resolve("planted.txt"), "before " + value + " after");
        Process process = new ProcessBuilder("sh", "-c", "PLANTED=" + value + " sleep 0.5; true").start();
        Spy spy = new Spy(process.toHandle(), List.of(folder.resolve("planted.txt")));
        try (spy) {
            process.onExit().join();
        }
        String found = ": value " + Manual.fingerprint(value);
        assertThat(leaks.in(folder, SECRET_FILES)).containsExactly("planted.txt" + found);
        assertThat(spy.leaks(leaks))
                .contains("planted.txt" + found, "process cmdline" + found, "child environ" + found);
        assertThat(leaks.in("text", "a glpat-Unknown_to-all1 b")).hasSize(1);
    }

    private String rootToken() throws IOException {
        return Files.readString(folder.resolve(".env"))
                .replace("GITLAB_ROOT_TOKEN=", "")
                .strip();
    }

    /** Runs {@code bin/koshin}, which gets all its secrets from files, under the eyes of a spy. */
    private Child run(int exit, String... arguments) throws SQLException {
        Child child = manual.lab().koshinIn(Map.of(), "by-file.yaml", List.of(arguments));
        spies.add(watched(exit, child));
        Rows rows = Rows.of(manual.lab());
        manual.keys().forEach(key -> secrets.add(rows.token(key)));
        manual.lab().control().send("DELETE", "faults", "");
        return child;
    }

    private Spy watched(int exit, Child child) {
        Spy spy = new Spy(
                child.process().toHandle(),
                Stream.of("koshin.db", "koshin.db-wal", "koshin.db-shm")
                        .map(folder::resolve)
                        .toList());
        try (spy) {
            Manual.ended(exit, child);
        }
        return spy;
    }

    private void assertNoLeaks() {
        Leaks leaks = new Leaks(secrets);
        assertThat(spies).allSatisfy(spy -> {
            assertThat(spy.seen("process cmdline")).anyMatch(line -> line.contains("koshin.jar"));
            assertThat(spy.leaks(leaks)).isEmpty();
        });
        assertThat(spies)
                .anySatisfy(spy -> assertThat(spy.seen("koshin.db-wal")).isNotEmpty());
        assertThat(leaks.in(folder, SECRET_FILES)).isEmpty();
    }

    /** All requests of {@code method} are answered with {@code status} and {@code text}. */
    private static String errors(String method, int status, String text) {
        return """
                {"method": "%s", "times": 0, "effect": "status", "status": %d, "body": {"message": "%s"}}""".formatted(method, status, text);
    }

    private void fault(String fault) {
        manual.lab().control().send("POST", "faults", fault);
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = manual.lab().connection();
                Statement ready = connection.createStatement()) {
            ready.execute(statement);
        }
    }
}
