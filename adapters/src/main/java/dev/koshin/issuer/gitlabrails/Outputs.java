package dev.koshin.issuer.gitlabrails;

import dev.koshin.issuer.Excerpt;
import dev.koshin.process.Ended;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a program left behind. Pure. */
final class Outputs {
    /** The runtime or the shell could not start the program. */
    private static final Set<Integer> NEVER_STARTED = Set.of(125, 126, 127);

    private static final int SSH_FAILED = 255;

    /** What ssh says before it has a connection; after that, the other side may have begun. */
    private static final Pattern NO_CONNECTION = Pattern.compile(
            "^ssh: |Permission denied \\(|Host key verification failed|kex_exchange_identification"
                    + "|Bad owner or permissions|Bad configuration option",
            Pattern.MULTILINE);

    private Outputs() {}

    /** What stands behind each mark, the mark itself missing; in a line that it does not begin, it counts too. */
    static List<String> marks(String out) {
        return out.lines()
                .filter(line -> line.contains(Scripts.MARK))
                .map(line -> line.startsWith(Scripts.MARK) ? line.substring(Scripts.MARK.length()) : "")
                .toList();
    }

    /** Whether it is certain that nothing of the script ran. */
    static boolean neverRan(Ended.Exited exited) {
        return NEVER_STARTED.contains(exited.status())
                || (exited.status() == SSH_FAILED
                        && exited.out().isEmpty()
                        && NO_CONNECTION.matcher(exited.err()).find());
    }

    /** For messages: the status, and the last line of standard error that is not a step of Ruby's trace. */
    static String words(Ended.Exited exited) {
        String last = exited.err()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("\t") && !line.startsWith("  "))
                .reduce("", (_, line) -> line);
        return Excerpt.of("status " + exited.status() + (last.isEmpty() ? "" : ": " + last));
    }
}
