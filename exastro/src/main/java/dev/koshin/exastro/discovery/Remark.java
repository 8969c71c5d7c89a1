package dev.koshin.exastro.discovery;

import java.util.List;

/**
 * One thing to be told.
 *
 * @param details names, addresses and reasons; never a secret
 */
public record Remark(Point point, List<String> details) {
    /** Copies the details. */
    public Remark {
        details = List.copyOf(details);
    }

    static Remark of(Point point, String... details) {
        return new Remark(point, List.of(details));
    }
}
