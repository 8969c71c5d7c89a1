package dev.koshin.journal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.koshin.journal.Entry;
import dev.koshin.journal.JournalUnavailable;
import dev.koshin.journal.Lease;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Secret;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnavailableTest {
    private static final String WRONG = "wrong-Passw0rd";

    @TempDir
    Path directory;

    @Test
    void saysWhichFileCannotBeMade() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        Problem problem = problem(at("jdbc:sqlite:" + file.resolve("koshin.db")));
        assertThat(problem.reason()).isEqualTo(Reason.JOURNAL_UNAVAILABLE);
        assertThat(problem.details().getFirst()).isEqualTo("jdbc:sqlite:" + file.resolve("koshin.db"));
        assertThat(problem.details().get(1)).isEqualTo(file.resolve("koshin.db") + ": Not a directory");
    }

    @Test
    void saysThatAFolderIsMissing() {
        Path file = directory.resolve("missing").resolve("koshin.db");
        assertThat(problem(at("jdbc:sqlite:" + file)).details().get(1)).isEqualTo("there is no folder for " + file);
    }

    @Test
    void refusesAFileThatIsNoDatabase() throws IOException {
        Path file = Files.writeString(
                directory.resolve("koshin.db"), "This is a text of more than a hundred bytes. ".repeat(9));
        assertThat(problem(at("jdbc:sqlite:" + file)).details().get(1)).contains("not a database");
    }

    @Test
    void refusesAJournalThatDoesNotOutliveTheProcess() {
        assertThat(problem(at("jdbc:sqlite::memory:")).reason()).isEqualTo(Reason.JOURNAL_UNAVAILABLE);
        assertThat(problem(at("jdbc:sqlite:")).reason()).isEqualTo(Reason.JOURNAL_UNAVAILABLE);
    }

    @Test
    void refusesADatabaseThatItDoesNotKnow() {
        assertThat(problem(at("jdbc:h2:mem:journal")).details())
                .containsExactly("jdbc:h2:mem:journal", "this kind of database is not known");
    }

    @Test
    void tellsThatTheLoginIsRefusedButNotThePassword() {
        Place place = Place.mariadb();
        Problem problem = problem(new Place(place.url(), place.user(), Optional.of(Secret.of(WRONG))));
        assertThat(problem.details()).first().isEqualTo(place.url());
        assertThat(problem.details().get(1)).contains("Access denied").doesNotContain(WRONG);
    }

    @Test
    void tellsWhatIsWrongToThoseWhoOnlyLookToo() throws IOException {
        Path file = Files.writeString(directory.resolve("koshin.db"), "This is no database. ".repeat(50));
        JournalUnavailable thrown = catchThrowableOfType(
                JournalUnavailable.class, () -> at("jdbc:sqlite:" + file).read());
        assertThat(thrown.problem().details().get(1)).contains("not a database");
    }

    @Test
    void tellsTheAddressWithoutWhatTheUrlSaysAboutTheLogin() throws IOException {
        int closed = closedPort();
        for (String kind : List.of("mariadb", "postgresql")) {
            String url = "jdbc:" + kind + "://127.0.0.1:" + closed + "/koshin";
            Problem problem = problem(at(url + "?user=somebody&password=" + WRONG));
            assertThat(problem.details()).first().isEqualTo(url);
            assertThat(problem.toString()).doesNotContain(WRONG);
        }
    }

    @Test
    void tellsThatTheDiskIsFullAndLeavesNothing() {
        Place full = at("jdbc:sqlite:" + directory.resolve("koshin.db") + "?max_page_count=40");
        CredentialName name = Samples.credential();
        RenewalId id = RenewalId.random(Samples.RANDOM);
        Entry started = Samples.started(id, name);
        Entry large = new Entry.Applied(id, List.of("x".repeat(1_000_000)));
        try (SqlJournals.Opened journal = full.write(InstantSource.system())) {
            Lease lease = Samples.granted(journal, name);
            JournalUnavailable thrown = catchThrowableOfType(
                    JournalUnavailable.class, () -> journal.append(lease, List.of(started, large)));
            assertThat(thrown.problem().details().get(1)).contains("full");
            assertThat(journal.history(Set.of(), 10)).isEmpty();
            journal.append(lease, List.of(started));
            assertThat(journal.history(Set.of(), 10)).hasSize(1);
        }
    }

    private static Place at(String url) {
        return new Place(url, Optional.empty(), Optional.empty());
    }

    private static Problem problem(Place place) {
        return catchThrowableOfType(JournalUnavailable.class, () -> place.write(InstantSource.system()))
                .problem();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
