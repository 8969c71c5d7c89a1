package dev.koshin.journal.sql;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The file that a {@code jdbc:sqlite:} URL names. */
record SqliteFile(Path path) {

    /** @throws IllegalArgumentException if the URL names no file, as {@code :memory:} does */
    static SqliteFile of(String jdbcUrl) {
        String place = jdbcUrl.substring("jdbc:sqlite:".length()).split("\\?", 2)[0];
        String file = place.startsWith("file:") ? place.substring("file:".length()) : place;
        if (file.isBlank() || file.startsWith(":")) {
            throw new IllegalArgumentException("this names no file; a journal must outlive the process");
        }
        return new SqliteFile(Path.of(file));
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** Makes an empty file for its owner only, unless there is one. SQLite gives its -wal and -shm the same rights. */
    void create() throws IOException {
        create(path);
    }

    /** Makes {@code path} for its owner only, unless there is such a file. */
    static void create(Path path) throws IOException {
        try {
            Files.createFile(path, ownerOnly());
        } catch (FileAlreadyExistsException _) {
            // a journal that is there keeps the rights that its owner gave it
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
