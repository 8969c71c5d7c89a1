package dev.koshin.spi;

import dev.koshin.model.TargetName;
import java.util.Map;
import java.util.SortedMap;

/**
 * A container of targets that can be read as a whole: a table, a file. Two targets of one container share one place.
 */
public interface Place {
    /** For people: {@code ITA_DB.T_COMN_ORGANIZATION_DB_INFO at 127.0.0.1:3306}. */
    String name();

    /** Reads everything once. */
    Effect<View> look();

    /**
     * A place at one moment.
     *
     * @param held what each target in it holds; a target that is missing here does not exist
     * @param cells a digest of every cell by its address, values never; equal digests mean equal values
     */
    record View(Map<TargetName, Held> held, SortedMap<Cell, String> cells) {}

    /** The address of the smallest thing that can change: {@code row} is empty where a place has no rows. */
    record Cell(String row, String column) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            int byRow = row.compareTo(other.row);
            return byRow != 0 ? byRow : column.compareTo(other.column);
        }
    }
}
