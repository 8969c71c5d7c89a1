package dev.koshin.app.view;

import dev.koshin.app.messages.Messages;
import java.nio.file.Path;
import java.util.List;

/**
 * A configuration for an installation that was looked at.
 *
 * @param file where it is written
 * @param installation what it is for
 * @param text all of the file
 */
public record Proposal(Path file, String installation, String text, List<Told> told) {
    /** Copies the list. */
    public Proposal {
        told = List.copyOf(told);
    }

    /** How sure something is; the order is that of the screen. */
    public enum Kind {
        /** Seen. */
        FOUND,
        /** Likely, but not seen. */
        ASSUMED,
        /** Looked for in vain. */
        UNSEEN
    }

    /**
     * One thing that is told about the installation.
     *
     * @param point names it in the message bundle: {@code init.point.POINT}
     */
    public record Told(Kind kind, String point, List<String> details) {
        /** Copies the details. */
        public Told {
            details = List.copyOf(details);
        }

        /** In words. */
        public String text(Messages messages) {
            return messages.text("init.point." + point, details.toArray());
        }
    }

    /** Whether the usual places of configurations lead to it, so that no command needs to name it. */
    boolean isUsual() {
        return file.equals(Path.of("koshin.yaml").toAbsolutePath());
    }
}
