package dev.koshin.exastro.discovery;

import java.net.URI;

/** What every draft says about GitLab. */
final class GitLabLines {
    private static final String NOWHERE = "http://127.0.0.1:40080";

    private GitLabLines() {}

    /** The address that answered, else the likeliest. */
    static String address(Reached gitlab) {
        return gitlab.answered()
                .or(() -> gitlab.candidates().stream().findFirst())
                .map(URI::toString)
                .orElse(NOWHERE);
    }

    /** Whether the address can be relied on. */
    static Note trust(Reached gitlab) {
        return gitlab.answered().isPresent() ? Note.URL_ANSWERED : Note.URL_SILENT;
    }

    /** Who owns the root token. A GitLab that came with Exastro can be entered when its token is dead. */
    static void user(Sheet sheet, boolean bundled) {
        sheet.note(4, bundled ? Note.ROOT_USER : Note.ROOT_USER_EXTERNAL).text("    user: root");
        if (!bundled) {
            sheet.note(4, Note.WAYS_EXTERNAL)
                    .text("    issuer:")
                    .text("      - { kind: gitlab-rest }")
                    .text("      - { kind: manual }");
        }
    }
}
