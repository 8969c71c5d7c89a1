package dev.koshin.target.sqlrow;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.model.TargetName;
import dev.koshin.spi.Held;
import dev.koshin.spi.Place;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers rows into a view: 64 bits of SHA-256 stand for each cell, so that the view holds no value of the table. */
final class ViewOfRows {
    private static final String NULL = "null";
    private static final int DIGEST_BYTES = 8;

    private final List<String> columns;
    private final MessageDigest sha256;
    private final List<Optional<String>> lastContents;
    private final List<String> lastDigests;
    private final SortedMap<Place.Cell, String> cells = new TreeMap<>();
    private final Map<TargetName, Held> held = new HashMap<>();
    private final Set<TargetName> met = new HashSet<>();

    ViewOfRows(List<String> columns) {
        this.columns = columns;
        this.lastContents = new ArrayList<>(Collections.nCopies(columns.size(), Optional.empty()));
        this.lastDigests = new ArrayList<>(Collections.nCopies(columns.size(), NULL));
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Adds a row's cells; rows that share a key share their cells, in whatever order they come. */
    void add(String key, List<Optional<String>> contents) {
        for (int i = 0; i < columns.size(); i++) {
            cells.merge(new Place.Cell(key, columns.get(i)), digest(i, contents.get(i)), ViewOfRows::both);
        }
    }

    /** Adds a target, unless it is not guarded or its name is not unique: then reading it is refused too. */
    void hold(TargetName name, Held value, boolean guarded) {
        if (!met.add(name)) {
            held.remove(name);
        } else if (guarded) {
            held.put(name, value);
        }
    }

    Place.View finish() {
        return new Place.View(Map.copyOf(held), cells);
    }

    /** Neighbours in one column are often equal, which spares most of the computing. */
    private String digest(int column, Optional<String> content) {
        if (!content.equals(lastContents.get(column))) {
            lastContents.set(column, content);
            lastDigests.set(column, content.map(this::digest).orElse(NULL));
        }
        return lastDigests.get(column);
    }

    private String digest(String content) {
        return HexFormat.of().formatHex(sha256.digest(content.getBytes(UTF_8)), 0, DIGEST_BYTES);
    }

    private static String both(String one, String other) {
        return Stream.concat(Stream.of(one.split(",")), Stream.of(other))
                .sorted()
                .collect(Collectors.joining(","));
    }
}
