package dev.koshin.exastro.discovery;

import java.util.List;

/** What became of looking for an installation. */
public sealed interface Discovered {
    /** There is one. */
    record Drafted(Draft draft) implements Discovered {}

    /**
     * There is one, but without a GitLab, so that there is nothing to renew.
     *
     * @param where the file or object that says so
     */
    record WithoutGitLab(String place, String where) implements Discovered {}

    /**
     * There are several, and one must be named.
     *
     * @param options that name each of them
     */
    record Several(List<String> options) implements Discovered {
        /** Copies the list. */
        public Several {
            options = List.copyOf(options);
        }
    }

    /** There is none where it was looked. */
    record Nowhere(List<Remark> looked) implements Discovered {
        /** Copies the list. */
        public Nowhere {
            looked = List.copyOf(looked);
        }
    }
}
