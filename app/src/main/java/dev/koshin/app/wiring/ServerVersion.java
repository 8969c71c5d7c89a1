package dev.koshin.app.wiring;

import dev.koshin.app.config.Config;
import dev.koshin.issuer.gitlabrest.AdminReport;
import dev.koshin.issuer.gitlabrest.GitLabRest;
import dev.koshin.journal.JournalUnavailable;
import dev.koshin.journal.ServerMemory;
import dev.koshin.journal.ServerMemory.ServerSeen;
import dev.koshin.journal.sql.SqlJournals;
import dev.koshin.journal.sql.SqlJournals.Mode;
import java.time.InstantSource;
import java.util.Optional;

/** The version of GitLab: asked by who renews, remembered for who only looks. */
public record ServerVersion(GitLabRest gitlab, ServerMemory memory, InstantSource clock) {
    /** What was last seen; nothing is asked. */
    public Optional<ServerSeen> seen() {
        return memory.server();
    }

    /** Asks GitLab, with one call. */
    public void look() {
        gitlab.version().ifPresent(version -> memory.saw(version, clock.instant()));
    }

    /** Remembers what somebody else has asked, if there is a journal. */
    public static void remember(Config config, AdminReport.Server server) {
        try (SqlJournals.Opened journal = Wiring.journal(config, Mode.READ)) {
            journal.saw(server.version(), Wiring.CLOCK.instant());
        } catch (JournalUnavailable | Failure _) {
            // the check of the journal says what is wrong with it
        }
    }
}
