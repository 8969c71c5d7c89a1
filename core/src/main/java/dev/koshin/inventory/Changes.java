package dev.koshin.inventory;

import dev.koshin.spi.Place;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What changed in a place during a run: the proof that a renewal changes the value's cell and nothing else. Linear in
 * the number of cells.
 *
 * @param cells how many cells were compared
 * @param ours changed cells that hold a managed value
 * @param others changed, added or removed cells that somebody else must have changed
 */
public record Changes(int cells, SortedSet<Place.Cell> ours, SortedSet<Place.Cell> others) {
    /** Compares a place before and after a run that may have changed {@code managed}. */
    public static Changes between(Place.View before, Place.View after, Collection<Place.Cell> managed) {
        Set<Place.Cell> own = new HashSet<>(managed);
        TreeSet<Place.Cell> ours = new TreeSet<>();
        TreeSet<Place.Cell> others = new TreeSet<>();
        TreeSet<Place.Cell> all = new TreeSet<>(before.cells().keySet());
        all.addAll(after.cells().keySet());
        for (Place.Cell cell : all) {
            if (!Objects.equals(before.cells().get(cell), after.cells().get(cell))) {
                boolean _ = (own.contains(cell) ? ours : others).add(cell);
            }
        }
        return new Changes(all.size(), ours, others);
    }
}
