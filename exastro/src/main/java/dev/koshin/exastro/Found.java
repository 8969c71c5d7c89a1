package dev.koshin.exastro;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one look at ITA's table found.
 *
 * @param live in the order of their credentials' names
 * @param skipped in the order of organization and key
 */
public record Found(List<Organization> live, List<Skipped> skipped) {
    public Found {
        live = List.copyOf(live);
        skipped = List.copyOf(skipped);
    }

    /** The ORGANIZATION_IDs that have several live rows with a token. */
    public SortedSet<String> repeated() {
        SortedSet<String> met = new TreeSet<>();
        SortedSet<String> repeated = new TreeSet<>();
        for (Organization one : live) {
            for (String id : one.ids()) {
                if (!met.add(id) || one.repeats()) {
                    boolean _ = repeated.add(id);
                }
            }
        }
        return repeated;
    }

    /** The ORGANIZATION_IDs that share one token with others, those of one token joined. */
    public List<String> sharing() {
        return live.stream()
                .filter(one -> one.ids().size() > 1)
                .map(one -> String.join(" = ", one.ids()))
                .toList();
    }

    /** The rows left out for this reason, as ORGANIZATION_ID and key. */
    public List<String> skipped(Skipped.Why why) {
        return skipped.stream()
                .filter(one -> one.why() == why)
                .map(one -> one.organizationId() + " [" + one.key() + "]")
                .toList();
    }
}
