package dev.koshin.exastro.discovery;

import static dev.koshin.exastro.discovery.Sheet.scalar;

import dev.koshin.exastro.RootToken;
import dev.koshin.exastro.discovery.Doors.Door;
import java.util.Optional;

/** Drafts the configuration for a compose project. */
final class ComposeDraft {
    private static final String PODMAN = "podman";

    private final ComposeFacts facts;
    private final Sheet sheet = new Sheet();

    private ComposeDraft(ComposeFacts facts) {
        this.facts = facts;
    }

    static Draft of(ComposeFacts facts) {
        ComposeDraft draft = new ComposeDraft(facts);
        draft.gitlab();
        draft.organizations();
        draft.root();
        return new Draft(facts.directory().toString(), draft.sheet.lines(), ComposeRemarks.of(facts));
    }

    private void gitlab() {
        sheet.head(facts.directory().toString()).text("gitlab:");
        sheet.note(2, GitLabLines.trust(facts.gitlab()));
        if (!facts.settings().of(Settings.GITLAB_HOST, "").isEmpty()) {
            sheet.note(2, Note.URL_OF_EXASTRO, Addresses.used(facts.settings()));
        }
        sheet.text("  url: " + scalar(GitLabLines.address(facts.gitlab())))
                .note(2, Note.ADMIN)
                .text("  admin: " + inFile(RootToken.KEY))
                .policy();
    }

    private String inFile(String key) {
        return "{ envFile: { path: " + scalar(facts.file().toString()) + ", key: " + key + " } }";
    }

    private void organizations() {
        Database database = Database.of(facts.settings());
        sheet.text("exastro:")
                .note(2, Note.ORGANIZATIONS)
                .text("  organizations:")
                .text("    database:");
        Optional<Door> known = facts.database().or(() -> database.isBundled() ? Optional.empty() : database.door());
        if (known.isPresent()) {
            sheet.note(6, facts.database().isPresent() ? Note.BY_JDBC : Note.BY_JDBC_SILENT)
                    .text("      url: " + scalar(database.url(known.get())));
        } else {
            sheet.note(6, Note.BY_CONTAINER).text("      " + engine() + ": " + scalar(container()));
        }
        sheet.text("      user: " + scalar(database.user().orElse(Database.USER)))
                .text("      password: " + inFile(Settings.DB_PASSWORD));
    }

    private String container() {
        return facts.box(Database.BUNDLED).map(Box::name).orElse(Database.BUNDLED);
    }

    private String engine() {
        return facts.running().map(Containers::engine).orElseGet(() -> engine(facts));
    }

    /** Without containers to see: what the installer noted for those that start others. */
    static String engine(ComposeFacts facts) {
        return facts.settings().of(Settings.SOCKET, "").contains(PODMAN) ? PODMAN : "docker";
    }

    private void root() {
        sheet.note(2, Note.ROOT).text("  root:");
        GitLabLines.user(sheet, facts.bundled());
        sheet.text("    compose:")
                .text("      directory: " + scalar(facts.directory().toString()))
                .text("      engine: " + engine());
        if (facts.bundled()) {
            sheet.note(6, Note.WINDOW).text("      # window: \"01:00-05:00\"");
        }
    }
}
