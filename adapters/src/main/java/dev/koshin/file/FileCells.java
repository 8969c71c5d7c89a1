package dev.koshin.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.spi.Place;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The cells of a file: one for each value in it, by its name, and one for all other bytes. 64 bits of SHA-256 stand for
 * each, so that a view of the file holds no value.
 */
public final class FileCells {
    /** The cell of all that is no value. */
    public static final Place.Cell REST = new Place.Cell("", "all other bytes");

    private static final int DIGEST_BYTES = 8;

    private final List<String> names = new ArrayList<>();
    private final List<String> digests = new ArrayList<>();

    /** The cell of the value that counts for {@code name}, which is the last one of that name. */
    public static Place.Cell of(String name) {
        return new Place.Cell("", name);
    }

    /** Adds a value, in the order of the file. */
    public void add(String name, String content) {
        names.add(name);
        digests.add(digest(content));
    }

    /** All cells; of several values with one name all but the last have a number: {@code KEY#1}. */
    public SortedMap<Place.Cell, String> with(String rest) {
        SortedMap<Place.Cell, String> cells = new TreeMap<>();
        cells.put(REST, digest(rest));
        Map<String, Integer> left = new HashMap<>();
        Map<String, Integer> met = new HashMap<>();
        names.forEach(name -> left.merge(name, 1, Integer::sum));
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            int number = met.merge(name, 1, Integer::sum);
            boolean last = left.getOrDefault(name, 0) == number;
            cells.put(of(last ? name : name + "#" + number), digests.get(i));
        }
        return cells;
    }

    private static String digest(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
