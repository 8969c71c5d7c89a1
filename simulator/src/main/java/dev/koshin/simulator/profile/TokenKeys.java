package dev.koshin.simulator.profile;

import java.util.List;

/**
 * The keys of a token in answers, in their order.
 *
 * @param listed in lists, and (followed by {@code token}) when it is created
 * @param single in {@code GET /personal_access_tokens/:id}
 * @param self in {@code GET /personal_access_tokens/self}
 */
public record TokenKeys(List<String> listed, List<String> single, List<String> self) {
    /** Copies the lists. */
    public TokenKeys {
        listed = List.copyOf(listed);
        single = List.copyOf(single);
        self = List.copyOf(self);
    }
}
