package dev.koshin.journal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.koshin.journal.Claim;
import dev.koshin.journal.Entry;
import dev.koshin.journal.JournalUnavailable;
import dev.koshin.journal.KnownToken;
import dev.koshin.journal.Lease;
import dev.koshin.model.CredentialName;
import dev.koshin.model.OldToken;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Secret;
import dev.koshin.model.TargetName;
import dev.koshin.model.TokenId;
import dev.koshin.model.TokenRef;
import dev.koshin.model.UserId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteFilesTest {
    private final Path directory;
    private final Place place;

    SqliteFilesTest(@TempDir Path directory) {
        this.directory = directory;
        this.place = Place.sqlite(directory);
    }

    @Test
    void makesFilesThatOnlyTheirOwnerCanRead() throws IOException {
        try (SqlJournals.Opened journal = write()) {
            Samples.write(journal, Samples.credential());
            assertThat(files())
                    .hasSizeGreaterThan(2)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .as(file.toString())
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void holdsNoTokenValue() throws IOException {
        Secret old = Secret.of("glpat-old-Value_ofAToken1");
        Secret fresh = Secret.of("glpat-new-Value_ofAToken2");
        CredentialName name = Samples.credential();
        RenewalId id = RenewalId.random(Samples.RANDOM);
        try (SqlJournals.Opened journal = write()) {
            TokenRef ref = new TokenRef(new TokenId(2), fresh.fingerprint());
            OldToken replaced = new OldToken(Optional.of(new TokenId(1)), old.fingerprint());
            Lease lease = Samples.granted(journal, name);
            journal.append(lease, List.of(new Entry.Started(id, name, List.of(replaced), "due")));
            journal.append(lease, List.of(new Entry.Delivered(id, new TargetName(".env"), ref)));
            journal.remember(
                    List.of(new KnownToken(fresh.fingerprint(), new TokenId(2), new UserId(1), Instant.EPOCH)));
            String bytes = bytes();
            assertThat(bytes)
                    .contains(old.fingerprint().value(), fresh.fingerprint().value());
            for (Secret secret : List.of(old, fresh)) {
                assertThat(secret.reveal(bytes::contains)).isFalse();
            }
        }
    }

    @Test
    void isOpenForWritingOnlyOnceInAProcess() {
        try (SqlJournals.Opened first = write()) {
            assertThatThrownBy(this::write).isInstanceOfSatisfying(JournalUnavailable.class, this::saysWhoHasIt);
            Samples.write(first, Samples.credential());
        }
        write().close();
    }

    @Test
    void isOpenForWritingOnlyOnceAmongProcesses() throws IOException {
        try (SqlJournals.Opened _ = write()) {
            assertThatThrownBy(this::write).isInstanceOf(JournalUnavailable.class);
            try (BufferedReader output = Child.output(Child.start(place))) {
                assertThat(output.readLine())
                        .isEqualTo("journal-in-use[" + directory.resolve("koshin.db") + ", "
                                + ProcessHandle.current().pid() + "]");
            }
        }
    }

    private void saysWhoHasIt(JournalUnavailable unavailable) {
        assertThat(unavailable.problem().reason()).isEqualTo(Reason.JOURNAL_IN_USE);
        assertThat(unavailable.problem().details())
                .containsExactly(
                        directory.resolve("koshin.db").toString(),
                        Long.toString(ProcessHandle.current().pid()));
    }

    @Test
    void isOpenForWritingOnlyOnceThroughASymbolicLink() throws IOException {
        try (SqlJournals.Opened _ = write()) {
            Path link = Files.createSymbolicLink(directory.resolve("link.db"), directory.resolve("koshin.db"));
            Place linked = new Place("jdbc:sqlite:" + link, Optional.empty(), Optional.empty());
            assertThatThrownBy(() -> linked.write(InstantSource.system())).isInstanceOf(JournalUnavailable.class);
        }
    }

    @Test
    void takesOverAtOnceWhateverAnEarlierOpeningHeld() {
        CredentialName name = Samples.credential();
        Lease earlier;
        try (SqlJournals.Opened journal = write()) {
            earlier = Samples.granted(journal, name);
        }
        try (SqlJournals.Opened journal = write()) {
            assertThat(Samples.granted(journal, name).fence()).isGreaterThan(earlier.fence());
            assertThat(journal.acquire(name, Duration.ofMinutes(1))).isInstanceOf(Claim.HeldBy.class);
        }
    }

    @Test
    void readsAMissingFileAsAnEmptyJournalAndMakesNone() throws IOException {
        try (SqlJournals.Opened journal = place.read()) {
            journal.remember(List.of());
            assertThat(journal.unfinished()).isEmpty();
            assertThat(journal.history(Set.of(), 10)).isEmpty();
            assertThat(journal.known()).isEmpty();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void readsAFileWithoutTablesAsAnEmptyJournalAndMakesNone() throws IOException {
        Path file = Files.createFile(directory.resolve("koshin.db"));
        try (SqlJournals.Opened journal = place.read()) {
            assertThat(journal.unfinished()).isEmpty();
        }
        assertThat(files()).containsExactly(file);
        assertThat(Files.size(file)).isZero();
    }

    private SqlJournals.Opened write() {
        return place.write(InstantSource.system());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private String bytes() throws IOException {
        List<String> contents = new ArrayList<>();
        for (Path file : files()) {
            // not koshin.db.lock: closing a channel on it would end this process's lock
            if (!file.toString().endsWith(".lock")) {
                contents.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return String.join("", contents);
    }
}
