package dev.koshin.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.spi.Place;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ChangesTest {
    private static final Place.Cell TOKEN = new Place.Cell("org-1", "TOKEN");
    private static final Place.Cell NAME = new Place.Cell("org-1", "NAME");
    private static final Place.Cell OTHER = new Place.Cell("org-2", "TOKEN");

    private static Place.View view(Map<Place.Cell, String> cells) {
        return new Place.View(Map.of(), new TreeMap<>(cells));
    }

    private static Changes between(Map<Place.Cell, String> before, Map<Place.Cell, String> after) {
        return Changes.between(view(before), view(after), List.of(TOKEN));
    }

    @Test
    void nothing_changed() {
        Changes changes = between(Map.of(TOKEN, "a", NAME, "b"), Map.of(TOKEN, "a", NAME, "b"));
        assertThat(changes.cells()).isEqualTo(2);
        assertThat(changes.ours()).isEmpty();
        assertThat(changes.others()).isEmpty();
    }

    @Test
    void a_managed_cell_that_changed_is_ours_and_every_other_is_not() {
        Changes changes = between(Map.of(TOKEN, "a", NAME, "b", OTHER, "c"), Map.of(TOKEN, "A", NAME, "B", OTHER, "c"));
        assertThat(changes.cells()).isEqualTo(3);
        assertThat(changes.ours()).containsExactly(TOKEN);
        assertThat(changes.others()).containsExactly(NAME);
    }

    @Test
    void a_cell_that_came_or_went_has_changed() {
        Changes changes = between(Map.of(TOKEN, "a", NAME, "b"), Map.of(NAME, "b", OTHER, "c"));
        assertThat(changes.cells()).isEqualTo(3);
        assertThat(changes.ours()).containsExactly(TOKEN);
        assertThat(changes.others()).containsExactly(OTHER);
    }
}
