package dev.koshin.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An installation at one moment, to come back to: GitLab's tokens, ITA's rows, and the journal in SQLite.
 *
 * @param gitlab as the simulator writes it
 * @param journal the bytes of {@code koshin.db} and of what SQLite keeps beside it, by file name
 */
record Snapshot(String gitlab, Rows rows, Map<String, byte[]> journal) {
    private static final String TOKEN =
            "UPDATE ITA_DB.T_COMN_ORGANIZATION_DB_INFO SET GITLAB_TOKEN = ? WHERE PRIMARY_KEY = ?";

    static Snapshot of(Lab lab) throws IOException, SQLException {
        Map<String, byte[]> journal = new HashMap<>();
        for (Path file : journalOf(lab)) {
            journal.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
        return new Snapshot(lab.control().get("state").toString(), Rows.of(lab), journal);
    }

    /** The journal's files, as far as they are there. */
    static List<Path> journalOf(Lab lab) {
        try (Stream<Path> files = Files.list(lab.folder())) {
            return files.filter(file -> file.getFileName().toString().startsWith("koshin.db"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes everything as it was; faults and the log of requests are emptied. */
    void restore(Lab lab) throws IOException, SQLException {
        lab.control().send("DELETE", "faults", "");
        lab.control().send("DELETE", "requests", "");
        lab.control().send("PUT", "state", gitlab);
        restoreTokens(lab);
        for (Path file : journalOf(lab)) {
            Files.delete(file);
        }
        for (Map.Entry<String, byte[]> file : journal.entrySet()) {
            Files.write(lab.folder().resolve(file.getKey()), file.getValue());
        }
    }

    private void restoreTokens(Lab lab) throws SQLException {
        try (Connection connection = lab.connection();
                PreparedStatement update = connection.prepareStatement(TOKEN)) {
            for (Map.Entry<Rows.Cell, Optional<String>> cell : rows.cells().entrySet()) {
                if (cell.getKey().column().equals("GITLAB_TOKEN")) {
                    update.setString(1, cell.getValue().orElse(null));
                    update.setString(2, cell.getKey().key());
                    update.addBatch();
                }
            }
            int _ = update.executeBatch().length;
        }
    }
}
