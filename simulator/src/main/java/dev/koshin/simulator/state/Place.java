package dev.koshin.simulator.state;

import java.util.Locale;

/** A project or a group. */
public record Place(Kind kind, long id) {
    /** Which of the two. */
    public enum Kind {
        PROJECT,
        GROUP;

        /** {@code project}: also in GitLab's messages. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The project with this id. */
    public static Place project(long id) {
        return new Place(Kind.PROJECT, id);
    }

    /** The group with this id. */
    public static Place group(long id) {
        return new Place(Kind.GROUP, id);
    }
}
