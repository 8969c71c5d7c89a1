package dev.koshin.simulator.recordings;

import java.util.regex.Pattern;

/**
 * Making and deleting service accounts is beyond the simulator. The recorded accounts are seeded as usual users
 * instead, and get their tokens like usual users, so that the rest of such a recording can be replayed.
 */
final class ServiceAccounts {
    private static final Pattern ADMINISTRATION =
            Pattern.compile("(/groups/\\d+|/projects/\\d+)?/service_accounts(/\\d+)?");
    private static final Pattern TOKENS = Pattern.compile("/\\w+/\\d+/service_accounts(/\\d+/personal_access_tokens)");

    private ServiceAccounts() {}

    static boolean administer(Exchange exchange) {
        return ADMINISTRATION.matcher(exchange.path()).matches();
    }

    /** The same request for a usual user. */
    static String asUser(String target) {
        return TOKENS.matcher(target).replaceFirst("/users$1");
    }
}
