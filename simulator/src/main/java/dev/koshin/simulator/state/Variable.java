package dev.koshin.simulator.state;

import java.util.Optional;

/**
 * A CI/CD variable.
 *
 * @param type {@code env_var} or {@code file}
 * @param scope of environments, {@code *} for all; an instance's variable has no other
 * @param visibility who sees the value
 * @param raw the value is not expanded
 */
public record Variable(
        String key,
        String value,
        String type,
        String scope,
        boolean isProtected,
        Visibility visibility,
        boolean raw,
        Optional<String> description) {
    /** Who sees a value. */
    public enum Visibility {
        /** Job logs show it. */
        VISIBLE,
        /** Job logs do not. */
        MASKED,
        /** Nobody can read it again. */
        HIDDEN
    }

    @Override
    public String toString() {
        return "Variable[key=" + key + ", scope=" + scope + "]";
    }
}
