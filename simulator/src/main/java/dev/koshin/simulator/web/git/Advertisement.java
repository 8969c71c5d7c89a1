package dev.koshin.simulator.web.git;

import java.util.Locale;

/**
 * The references of a repository, in version 0 of git's protocol, which every client understands.
 *
 * <p>Each repository has one branch with one made-up commit; its objects cannot be fetched.
 */
final class Advertisement {
    private static final String COMMIT = "5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed";
    private static final String FLUSH = "0000";

    private Advertisement() {}

    static String of(Service service) {
        String first = packet("# service=" + service.word() + "\n") + FLUSH;
        return switch (service) {
            case UPLOAD_PACK -> first + named("HEAD\0" + service.capabilities()) + named("refs/heads/main") + FLUSH;
            case RECEIVE_PACK -> first + named("refs/heads/main\0" + service.capabilities()) + FLUSH;
        };
    }

    private static String named(String reference) {
        return packet(COMMIT + " " + reference + "\n");
    }

    /** All of it is ASCII: a character is a byte. */
    private static String packet(String line) {
        return String.format(Locale.ROOT, "%04x", line.length() + 4) + line;
    }
}
