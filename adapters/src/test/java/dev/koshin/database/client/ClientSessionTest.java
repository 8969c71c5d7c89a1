package dev.koshin.database.client;

import static dev.koshin.target.Endings.done;
import static dev.koshin.target.Endings.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.database.Answer;
import dev.koshin.database.Query;
import dev.koshin.database.SqlDatabase;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.process.Inside;
import dev.koshin.process.Programs;
import dev.koshin.servers.MariaDbServer;
import dev.koshin.servers.PretendedEngine;
import dev.koshin.spi.Effect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes through a real client to a real server and back. */
final class ClientSessionTest {
    private static final MariaDbServer SERVER = MariaDbServer.shared();
    private static final String TABLE = "`TALK`.`T_TALK`";
    private static final String NASTY =
            "'\"`\\\\ \\' \n\r\t\0\u001a ; -- /* \\! id \\n delimiter $$ NULL - = \u00e9 あ 𠮟 😀 %s ?";

    private final PretendedEngine engine = PretendedEngine.of(SERVER.port(), SERVER.socket());
    private final List<SqlDatabase> opened = new ArrayList<>();

    ClientSessionTest() throws SQLException {
        run(
                "CREATE DATABASE IF NOT EXISTS TALK CHARACTER SET utf8mb4",
                "DROP TABLE IF EXISTS TALK.T_TALK",
                "CREATE TABLE TALK.T_TALK (ID INT, A TEXT, B VARCHAR(300) CHARACTER SET latin1, C VARBINARY(300),"
                        + " D BIT(10), E DATETIME(6), F DOUBLE, `odd ?`` name` VARCHAR(9), G ENUM('x', 'tab\t'))",
                "INSERT INTO TALK.T_TALK (ID) VALUES (1)");
    }

    @AfterEach
    void close() {
        opened.forEach(SqlDatabase::close);
    }

    private static void run(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        SERVER.jdbcUrl(""), SERVER.user(), SERVER.password().<String>reveal(value -> value));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private ClientOptions options(Inside inside) {
        return ClientOptions.of(
                inside, SERVER.user(), () -> new Effect.Done<>(SERVER.password()), new Programs(System.getenv()));
    }

    private Inside docker() {
        return new Inside.Docker(engine.program(), "mariadb");
    }

    private SqlDatabase open(ClientOptions options) {
        SqlDatabase database = options.open();
        opened.add(database);
        return database;
    }

    private SqlDatabase open() {
        return open(options(docker()));
    }

    private static Effect<Answer> all(SqlDatabase database) {
        return database.read("T_TALK", session -> session.select(new Query(List.of(), TABLE, "", List.of())));
    }

    private static Optional<String> cell(Answer answer, String column) {
        List<String> names = answer.columns().stream().map(Answer.Column::name).toList();
        return answer.rows().getFirst().get(names.indexOf(column));
    }

    private static void write(SqlDatabase database, String column, Optional<String> value) {
        int changed = done(database.read(
                "T_TALK", session -> session.update("UPDATE " + TABLE + " SET `" + column + "` = ?", List.of(value))));
        assertThat(changed).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {NASTY, "", " ", "NULL", "-", "=", "\\N", "x'; DROP TABLE TALK.T_TALK; --"})
    void any_text_goes_there_and_back(String text) {
        SqlDatabase database = open();
        write(database, "A", Optional.of(text));
        assertThat(cell(done(all(database)), "A")).isEqualTo(Optional.of(text));
        assertThat(done(database.read(
                                "T_TALK",
                                session -> session.select(
                                        new Query(List.of("ID", "A"), TABLE, " WHERE `A` = ?", List.of(text)))))
                        .rows())
                .containsExactly(List.of(Optional.of("1"), Optional.of(text)));
        write(database, "A", Optional.empty());
        assertThat(cell(done(all(database)), "A")).isEmpty();
    }

    @Test
    void every_kind_of_column_is_shown_as_a_driver_shows_it() throws SQLException {
        String bytes = HexFormat.of().formatHex(everyByte());
        run("UPDATE TALK.T_TALK SET B = 'caf\u00e9', C = X'" + bytes + "', D = b'1000000001',"
                + " E = '2025-07-16 08:10:42.684294', F = 0.1, `odd ?`` name` = '?`', G = 'tab\t'");
        Answer answer = done(all(open()));
        assertThat(answer.columns())
                .extracting(Answer.Column::name)
                .containsExactly("ID", "A", "B", "C", "D", "E", "F", "odd ?` name", "G");
        assertThat(answer.rows().getFirst())
                .containsExactly(
                        Optional.of("1"),
                        Optional.empty(),
                        Optional.of("caf\u00e9"),
                        Optional.of(bytes),
                        Optional.of("0201"),
                        Optional.of("2025-07-16 08:10:42.684294"),
                        Optional.of("0.1"),
                        Optional.of("?`"),
                        Optional.of("tab\t"));
        assertThat(answer.columns().get(2).width()).isEqualTo(300);
    }

    private static byte[] everyByte() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT", "ORACLE", "PAD_CHAR_TO_FULL_LENGTH", ""})
    void the_servers_own_mode_changes_nothing(String mode) throws SQLException {
        run("SET @mode = @@GLOBAL.sql_mode", "SET GLOBAL sql_mode = '" + mode + "'");
        try {
            any_text_goes_there_and_back(NASTY);
            any_text_goes_there_and_back("");
        } finally {
            run("SET GLOBAL sql_mode = DEFAULT");
        }
    }

    @Test
    void one_client_serves_one_caller_however_much_is_asked() {
        SqlDatabase database = open();
        for (int i = 0; i < 50; i++) {
            assertThat(done(all(database)).rows()).hasSize(1);
        }
        assertThat(engine.calls()).isEqualTo(1);
        List<ProcessHandle> processes = engine.processes();
        database.close();
        assertThat(processes).hasSize(1).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void a_client_that_was_killed_is_replaced_by_another() {
        SqlDatabase database = open();
        assertThat(done(all(database)).rows()).hasSize(1);
        engine.processes().forEach(ProcessHandle::destroyForcibly);
        Problem lost = refused(all(database));
        assertThat(lost.reason()).isEqualTo(Reason.TARGET_UNREACHABLE);
        assertThat(done(all(database)).rows()).hasSize(1);
        assertThat(engine.calls()).isEqualTo(2);
    }

    @Test
    void a_client_killed_in_a_transaction_leaves_nothing_and_locks_nothing() {
        SqlDatabase database = open();
        Effect<String> ending = database.transaction("T_TALK", session -> {
            int changed = session.update("UPDATE " + TABLE + " SET `A` = ?", List.of(Optional.of("half")));
            engine.processes().forEach(ProcessHandle::destroyForcibly);
            session.select(new Query(List.of(), TABLE, "", List.of()));
            return new Effect.Done<>("changed " + changed);
        });
        assertThat(refused(ending).reason()).isEqualTo(Reason.TARGET_UNREACHABLE);
        write(database, "B", Optional.of("free"));
        assertThat(cell(done(all(database)), "A")).isEmpty();
    }

    @Test
    void a_transaction_goes_on_with_no_other_client() {
        SqlDatabase database = open();
        Effect<String> ending = database.transaction("T_TALK", session -> {
            engine.processes().forEach(ProcessHandle::destroyForcibly);
            try {
                session.update("UPDATE " + TABLE + " SET `A` = ?", List.of(Optional.of("half")));
            } catch (SQLException lost) {
                session.update("UPDATE " + TABLE + " SET `A` = ?", List.of(Optional.of("alone")));
            }
            return new Effect.Done<>("changed");
        });
        assertThat(refused(ending).reason()).isEqualTo(Reason.TARGET_UNREACHABLE);
        assertThat(cell(done(all(database)), "A")).isEmpty();
    }

    @Test
    void a_commit_whose_client_was_killed_is_unclear() {
        SqlDatabase database = open();
        Effect<String> ending = database.transaction("T_TALK", _ -> {
            engine.processes().forEach(ProcessHandle::destroyForcibly);
            return new Effect.Done<>("nothing");
        });
        assertThat(ending).isInstanceOf(Effect.Unclear.class);
    }

    @Test
    void a_client_that_says_nothing_is_ended() {
        PretendedEngine silent =
                PretendedEngine.of("echo '" + Script.FOUND + "'; echo 'ERROR 1 (HY000)' >&2; exec sleep 600");
        SqlDatabase database = open(options(new Inside.Docker(silent.program(), "mariadb"))
                .within(Duration.ofSeconds(5), Duration.ofSeconds(1)));
        assertThat(refused(all(database)).reason()).isEqualTo(Reason.TARGET_UNREACHABLE);
        assertThat(silent.processes())
                .allSatisfy(process -> assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(20)));
    }

    @Test
    void a_container_that_says_nothing_is_unreachable() {
        PretendedEngine silent = PretendedEngine.of("exec sleep 600");
        SqlDatabase database = open(options(new Inside.Docker(silent.program(), "mariadb"))
                .within(Duration.ofSeconds(1), Duration.ofSeconds(1)));
        assertThat(refused(all(database)))
                .isEqualTo(Problem.of(
                        Reason.TARGET_UNREACHABLE, silent.program().getFirst() + " exec mariadb", "no answer in 1 s"));
    }

    @Test
    void an_engine_tells_why_it_does_not_get_there() {
        PretendedEngine none =
                PretendedEngine.of("echo 'Error response from daemon: No such container: mariadb' >&2; exit 1");
        assertThat(refused(all(open(options(new Inside.Docker(none.program(), "mariadb"))))))
                .isEqualTo(Problem.of(
                        Reason.TARGET_UNREACHABLE,
                        none.program().getFirst() + " exec mariadb",
                        "Error response from daemon: No such container: mariadb"));
    }

    @Test
    void a_program_that_is_not_there_is_named() {
        Problem problem = refused(all(open(options(new Inside.Podman(List.of("/nonexistent/podman"), "mariadb")))));
        assertThat(problem.reason()).isEqualTo(Reason.TARGET_UNREACHABLE);
        assertThat(problem.details().getLast()).contains("/nonexistent/podman");
    }

    @Test
    void an_image_without_a_client_is_named() {
        PretendedEngine empty = PretendedEngine.of("shift; PATH=/nonexistent exec /bin/sh \"$@\"");
        assertThat(refused(all(open(options(new Inside.Docker(empty.program(), "mariadb"))))))
                .isEqualTo(Problem.of(
                        Reason.DATABASE_CLIENT_MISSING, empty.program().getFirst() + " exec mariadb"));
    }

    @Test
    void an_old_image_has_the_client_by_its_old_name() throws IOException {
        Path folder = Files.createTempDirectory("koshin-old-image");
        Files.createSymbolicLink(folder.resolve("mysql"), SERVER.programs().resolve("mariadb"));
        PretendedEngine old = PretendedEngine.of(
                "shift; PATH=" + folder + " MYSQL_TCP_PORT=" + SERVER.port() + " exec /bin/sh \"$@\"");
        assertThat(done(all(open(options(new Inside.Docker(old.program(), "mariadb")))))
                        .rows())
                .hasSize(1);
    }

    @Test
    void a_server_that_listens_on_its_socket_only_is_found_there() {
        PretendedEngine socket = PretendedEngine.of(1, SERVER.socket());
        SqlDatabase database = open(options(new Inside.Docker(socket.program(), "mariadb")));
        assertThat(done(all(database)).rows()).hasSize(1);
        assertThat(socket.words()).contains("--protocol=TCP").contains("--protocol=SOCKET");
        int calls = socket.calls();
        socket.processes().forEach(ProcessHandle::destroyForcibly);
        assertThat(refused(all(database)).reason()).isEqualTo(Reason.TARGET_UNREACHABLE);
        assertThat(done(all(database)).rows()).hasSize(1);
        assertThat(socket.calls()).isEqualTo(calls + 1);
    }

    @Test
    void a_server_that_listens_nowhere_is_unreachable() {
        PretendedEngine nowhere = PretendedEngine.of(1, Path.of("/nonexistent/socket"));
        Problem problem = refused(all(open(options(new Inside.Docker(nowhere.program(), "mariadb")))));
        assertThat(problem.reason()).isEqualTo(Reason.TARGET_UNREACHABLE);
        assertThat(problem.details().getLast()).startsWith("SQLState 08S01, error 200");
    }

    static Stream<Inside> places() {
        List<String> program =
                PretendedEngine.of(SERVER.port(), SERVER.socket()).program();
        return Stream.of(
                new Inside.Docker(program, "mariadb"),
                new Inside.Podman(program, "mariadb"),
                new Inside.Kubernetes(program, Optional.of("exastro"), Optional.of("db"), "deploy/mariadb"));
    }

    @ParameterizedTest
    @MethodSource("places")
    void each_engine_leads_there(Inside inside) {
        assertThat(done(all(open(options(inside)))).rows()).hasSize(1);
    }

    @Test
    void the_password_is_in_no_command_line_and_in_the_environment_of_the_client_only() throws IOException {
        String password = SERVER.password().reveal(value -> value);
        assertThat(done(all(open())).rows()).hasSize(1);
        assertThat(engine.words()).doesNotContain(password).contains("exec -i mariadb sh -c");
        List<Long> told = new ArrayList<>();
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            assertThat(read(process, "cmdline")).doesNotContain(password);
            if (read(process, "environ").contains(password)) {
                told.add(process.pid());
            }
        }
        assertThat(told).containsExactly(engine.processes().getFirst().pid());
    }

    private static String read(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), file), StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return "";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" pa ss ", "back\\slash", "qu'o\"te$(id)`id`", "\\", "パスワード"})
    void a_password_may_hold_anything_but_a_line_break(String password) throws SQLException {
        String literal = password.replace("\\", "\\\\").replace("'", "''");
        run(
                "CREATE OR REPLACE USER 'ODD'@'%' IDENTIFIED BY '" + literal + "'",
                "GRANT ALL ON TALK.* TO 'ODD'@'%'",
                "DROP USER IF EXISTS ''@'localhost'");
        ClientOptions options =
                ClientOptions.of(docker(), "ODD", () -> new Effect.Done<>(Secret.of(password)), new Programs(Map.of()));
        assertThat(done(all(open(options))).rows()).hasSize(1);
    }

    @Test
    void a_password_with_a_line_break_is_refused_before_anything_is_started() {
        ClientOptions options = ClientOptions.of(
                docker(),
                SERVER.user(),
                () -> new Effect.Done<>(Secret.of("a\nDROP DATABASE TALK;")),
                new Programs(Map.of()));
        assertThat(refused(all(open(options))).reason()).isEqualTo(Reason.TARGET_LOGIN_REFUSED);
        assertThat(engine.calls()).isZero();
    }

    @Test
    void a_name_with_a_line_break_is_refused() {
        Effect<Answer> ending =
                open().read("x", session -> session.select(new Query(List.of(), "`a\n\\! id`", "", List.of())));
        assertThat(refused(ending).details().getLast()).isEqualTo("SQLState 42000, error 0");
    }

    @Test
    void a_problem_repeats_nothing_of_what_the_client_wrote() {
        Effect<Integer> ending = open().read(
                        "T_TALK",
                        session -> session.update(
                                "UPDATE " + TABLE + " SET `ID` = ?", List.of(Optional.of("glpat-secret"))));
        assertThat(refused(ending).details())
                .last()
                .asString()
                .startsWith("SQLState ")
                .endsWith("error 1366");
    }

    @Test
    void nothing_prints_a_value() {
        assertThat(new Talk.Reply(List.of("=41"), 1)).hasToString("Reply");
        assertThat(options(docker())).asString().doesNotContain("assw");
    }

    @Test
    void defaults_are_what_the_documentation_says() {
        ClientOptions options = options(docker());
        assertThat(options.startTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(options.statementTimeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(options.sessions()).isEqualTo(4);
    }
}
