package dev.koshin.exastro.discovery;

import static dev.koshin.exastro.discovery.Sheet.scalar;

import dev.koshin.exastro.RootToken;
import dev.koshin.exastro.discovery.Doors.Door;

/** Drafts the configuration for a release in a cluster. */
final class ClusterDraft {
    private final ClusterFacts facts;
    private final Sheet sheet = new Sheet();

    private ClusterDraft(ClusterFacts facts) {
        this.facts = facts;
    }

    static Draft of(ClusterFacts facts) {
        ClusterDraft draft = new ClusterDraft(facts);
        draft.gitlab();
        draft.organizations();
        draft.root();
        return new Draft(facts.namespace(), draft.sheet.lines(), ClusterRemarks.of(facts));
    }

    private void gitlab() {
        sheet.head(facts.namespace()).text("gitlab:");
        sheet.note(2, GitLabLines.trust(facts.gitlab()));
        if (ClusterRemarks.forwarded(facts)) {
            sheet.note(2, Note.URL_FORWARDED, ClusterRemarks.forwarding(facts));
        }
        sheet.text("  url: " + scalar(GitLabLines.address(facts.gitlab())))
                .note(2, Note.ADMIN)
                .text("  admin: " + inSecret(RootToken.SECRET, RootToken.KEY))
                .policy();
    }

    private String inSecret(String secret, String key) {
        return "{ kubernetesSecret: { namespace: " + scalar(facts.namespace()) + ", name: " + secret + ", key: " + key
                + facts.access().keys() + " } }";
    }

    private void organizations() {
        Database database = facts.parts().itaDatabase();
        sheet.text("exastro:")
                .note(2, Note.ORGANIZATIONS)
                .text("  organizations:")
                .text("    database:");
        if (facts.databaseInside()) {
            sheet.note(6, Note.BY_POD)
                    .text("      kubectl: { pod: deploy/" + Database.BUNDLED + ", namespace: "
                            + scalar(facts.namespace()) + facts.access().keys() + " }");
        } else {
            Door door = facts.database().or(database::door).orElseGet(() -> new Door(database.host(), Database.PORT));
            sheet.note(6, facts.database().isPresent() ? Note.BY_JDBC : Note.BY_JDBC_SILENT)
                    .text("      url: " + scalar(database.url(door)));
        }
        sheet.text("      user: " + scalar(database.user().orElse(Database.USER)))
                .text("      password: " + inSecret(ClusterParts.DATABASE_SECRET, ClusterParts.PASSWORD));
    }

    private void root() {
        sheet.note(2, Note.ROOT).text("  root:");
        GitLabLines.user(sheet, facts.parts().bundled());
        sheet.text("    kubernetes:")
                .text("      namespace: " + scalar(facts.namespace()))
                .note(6, facts.values().trouble().isEmpty() ? Note.VALUES : Note.VALUES_FILL_IN)
                .text("      values: " + scalar(facts.values().file().toString()));
        facts.access().kubeconfig().ifPresent(file -> sheet.text("      kubeconfig: " + scalar(file.toString())));
        facts.access().context().ifPresent(name -> sheet.text("      context: " + scalar(name)));
        facts.parts()
                .release()
                .value()
                .flatMap(found -> found)
                .ifPresent(release -> sheet.note(6, Note.HELM)
                        .text("      # helm: { release: " + scalar(release) + ", chart: exastro/exastro }"));
    }
}
