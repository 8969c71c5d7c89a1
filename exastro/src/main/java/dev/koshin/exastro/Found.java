package dev.koshin.exastro;

import java.util.List;

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
}
