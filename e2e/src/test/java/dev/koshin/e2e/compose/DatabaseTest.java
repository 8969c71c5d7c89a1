package dev.koshin.e2e.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.koshin.e2e.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The manual's 10.5 where MariaDB's port is not published: a real engine, a real server in it, the shipped program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class DatabaseTest {
    private Path folder;

    private DatabaseLab lab;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException, SQLException {
        assumeTrue(Docker.shared().isPresent(), "this machine cannot run a container engine");
        folder = temporary.toRealPath();
        lab = DatabaseLab.start(Docker.shared().orElseThrow(), folder);
    }

    @AfterAll
    void close() {
        if (Docker.shared().isPresent()) {
            lab.close();
        }
    }

    private static String good(Child koshin) {
        assertThat(koshin.exit()).as(() -> koshin.stdout() + koshin.stderr()).isZero();
        return koshin.stdout();
    }

    @Test
    @Order(1)
    void status_renew_and_retire_go_through_the_container() throws IOException {
        lab.configure("docker: mariadb");
        Map<String, String> before = lab.rows();
        assertThat(good(lab.koshin("status"))).contains("test-org-01", "test-org-05");

        String renewed = good(lab.koshin("renew", "--all", "--yes"));

        assertThat(renewed).contains("docker exec mariadb").contains("5 changed");
        Map<String, String> after = lab.rows();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((key, row) -> assertThat(DatabaseLab.withoutToken(after.getOrDefault(key, "")))
                .isEqualTo(DatabaseLab.withoutToken(row))
                .isNotEqualTo(row));
        assertThat(lab.tokens())
                .hasSize(5)
                .doesNotHaveDuplicates()
                .allMatch(token -> lab.control().use(token) == 200);

        good(lab.koshin("retire", "--retire-now"));
        assertThat(lab.tokens()).allMatch(token -> lab.control().use(token) == 200);
        assertThat(DatabaseLab.tokensIn(before)).allMatch(token -> lab.control().use(token) == 401);
        assertThat(lab.clients()).as("left behind in the container").isEmpty();
    }

    @Test
    @Order(2)
    void doctor_finds_the_database_good_by_each_engine() throws IOException {
        for (String way :
                List.of("docker: mariadb", "podman: mariadb", "kubectl: { pod: deploy/mariadb, namespace: x }")) {
            lab.configure(way);
            Child doctor = lab.koshin("doctor");
            assertThat(doctor.exit()).as(doctor::stderr).isIn(0, 3);
            assertThat(doctor.stdout())
                    .contains("at " + way.substring(0, way.indexOf(':')))
                    .contains(": 105 cells read", "1 workspaces visible");
        }
    }

    @Test
    @Order(3)
    void a_container_that_is_not_there_is_named_with_what_to_do() throws IOException {
        lab.configure("docker: mariadb-of-yesterday");
        Child status = lab.koshin("status");
        assertThat(status.exit()).isNotZero();
        assertThat(status.stdout() + status.stderr())
                .contains("docker exec mariadb-of-yesterday")
                .contains("No such container");
    }

    /** Killed from here, the client in the container must not live on with what it had open. */
    @Test
    @Order(4)
    void a_killed_command_leaves_no_client_in_the_container() throws IOException {
        lab.configure("docker: mariadb");
        Map<String, String> rows = new TreeMap<>(lab.rows());
        Child koshin = lab.koshin("renew", "--all", "--yes", "--force");
        lab.await(() -> !lab.clients().isEmpty() || !koshin.process().isAlive());
        koshin.kill();
        lab.await(() -> lab.clients().isEmpty());
        assertThat(lab.rows().keySet()).isEqualTo(rows.keySet());
        assertThat(Files.exists(folder.resolve("koshin.db"))).isTrue();
        good(lab.koshin("renew", "--all", "--yes", "--force"));
        assertThat(lab.tokens()).allMatch(token -> lab.control().use(token) == 200);
    }
}
