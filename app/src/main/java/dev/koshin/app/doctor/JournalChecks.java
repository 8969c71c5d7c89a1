package dev.koshin.app.doctor;

import dev.koshin.app.config.Config;
import dev.koshin.app.view.Check;
import dev.koshin.app.view.Screen;
import dev.koshin.app.wiring.Failure;
import dev.koshin.app.wiring.Wiring;
import dev.koshin.journal.JournalUnavailable;
import dev.koshin.journal.sql.SqlJournals;
import dev.koshin.journal.sql.SqlJournals.Mode;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The journal, and where it is if it is a file. */
final class JournalChecks implements Subject {
    private static final String SQLITE = "jdbc:sqlite:";

    /** With less, a journal of a large installation does not get through a run. */
    private static final long LEAST_MEBIBYTES = 64;

    private static final int MEBIBYTE = 20;

    /** File systems whose locks and syncs are another machine's, on which SQLite must not rely. */
    private static final Pattern REMOTE = Pattern.compile(
            "nfs.*|cifs|smb.*|9p|afs|ceph|glusterfs|lustre|gpfs|fuse\\.(sshfs|glusterfs|s3fs|rclone).*");

    private final Screen screen;
    private final Config config;

    JournalChecks(Screen screen, Config config) {
        this.screen = screen;
        this.config = config;
    }

    @Override
    public List<Check> examine() {
        List<Check> checks = new ArrayList<>();
        checks.add(journal());
        String url = config.journal().url();
        if (url.startsWith(SQLITE)) {
            checks.add(file(Path.of(url.substring(SQLITE.length()).split("\\?", 2)[0])));
        }
        return checks;
    }

    /** Opens it as a renewal would: what cannot be locked, made, migrated and synced fails here. */
    private Check journal() {
        try (SqlJournals.Opened _ = Wiring.journal(config, Mode.WRITE)) {
            return Check.ok(
                    Keys.JOURNAL,
                    screen.messages().text("doctor.journal", config.journal().url()));
        } catch (JournalUnavailable e) {
            return Check.failed(Keys.JOURNAL, e.problem());
        } catch (Failure e) {
            return Check.failed(Keys.JOURNAL, e.problems().getFirst().problem());
        }
    }

    private Check file(Path file) {
        try {
            FileStore store = Files.getFileStore(file);
            long free = store.getUsableSpace() >> MEBIBYTE;
            String evidence = screen.messages()
                    .text(
                            "doctor.journal.file",
                            store.type(),
                            free,
                            Modes.of(file).orElse("?"),
                            Modes.owner(file));
            return Check.warned(Keys.JOURNAL_FILE, evidence, judge(file.toString(), store.type(), free));
        } catch (IOException _) {
            return Check.unseen(Keys.JOURNAL_FILE, Judgement.notMade(file.toString(), "is not there"));
        }
    }

    static List<Problem> judge(String file, String type, long freeMebibytes) {
        List<Problem> problems = new ArrayList<>();
        Optional.of(type)
                .filter(name -> REMOTE.matcher(name).matches())
                .ifPresent(name -> problems.add(Problem.of(Reason.JOURNAL_ON_NETWORK, file, name)));
        if (freeMebibytes < LEAST_MEBIBYTES) {
            problems.add(Problem.of(Reason.JOURNAL_SPACE_LOW, file, freeMebibytes + " MiB"));
        }
        return problems;
    }
}
