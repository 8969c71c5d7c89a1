package dev.koshin.issuer.gitlabrails;

import dev.koshin.model.Secret;
import java.util.List;

/** What a script reads: one value in each line, and nothing on a command line. */
final class Lines {
    private Lines() {}

    static Secret of(List<String> values) {
        values.forEach(Lines::require);
        return Secret.of(String.join("\n", values) + "\n");
    }

    static void require(String value) {
        if (value.isBlank() || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a value fills one line");
        }
    }
}
