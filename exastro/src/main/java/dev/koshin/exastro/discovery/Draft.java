package dev.koshin.exastro.discovery;

import java.util.List;

/**
 * A configuration that is not written yet: all but the words of its comments.
 *
 * @param place what it is for, such as the folder of a compose project
 * @param remarks what was found, what was assumed, what could not be seen
 */
public record Draft(String place, List<Line> lines, List<Remark> remarks) {
    /** Copies the lists. */
    public Draft {
        lines = List.copyOf(lines);
        remarks = List.copyOf(remarks);
    }

    /** One line of the file. */
    public sealed interface Line {}

    /** A line that is the same in every language. */
    public record Text(String text) implements Line {}

    /**
     * A comment.
     *
     * @param before what stands left of it: blanks, or a key
     */
    public record Comment(String before, Note note, List<String> details) implements Line {
        /** Copies the details. */
        public Comment {
            details = List.copyOf(details);
        }
    }
}
