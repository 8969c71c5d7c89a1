package dev.koshin.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who may do what with a file. */
final class Modes {
    private static final int ALL = 9;
    private static final int GROUP = 3;

    private Modes() {}

    /** As {@code chmod} says it, such as {@code 0644}; empty if the file is not there or has no such rights. */
    static Optional<String> of(Path file) {
        return permissions(file).map(Modes::octal);
    }

    static String owner(Path file) {
        try {
            return Files.getOwner(file).getName();
        } catch (IOException | UnsupportedOperationException _) {
            return "?";
        }
    }

    /** Whether every user of this machine can read it: its folders must let them through, too. */
    static boolean readableByAll(Path file) {
        return may(file, PosixFilePermission.OTHERS_READ)
                && Stream.iterate(
                                Optional.ofNullable(file.toAbsolutePath().getParent()),
                                Optional::isPresent,
                                folder -> folder.map(Path::getParent))
                        .flatMap(Optional::stream)
                        .allMatch(folder -> may(folder, PosixFilePermission.OTHERS_EXECUTE));
    }

    private static boolean may(Path file, PosixFilePermission right) {
        return permissions(file).filter(all -> all.contains(right)).isPresent();
    }

    private static Optional<Set<PosixFilePermission>> permissions(Path file) {
        try {
            return Optional.of(Files.getPosixFilePermissions(file));
        } catch (IOException | UnsupportedOperationException _) {
            return Optional.empty();
        }
    }

    private static String octal(Set<PosixFilePermission> rights) {
        StringBuilder digits = new StringBuilder("0");
        PosixFilePermission[] all = PosixFilePermission.values();
        for (int i = 0; i < ALL; i += GROUP) {
            int digit = 0;
            for (int j = i; j < i + GROUP; j++) {
                digit = digit * 2 + (rights.contains(all[j]) ? 1 : 0);
            }
            digits.append(digit);
        }
        return digits.toString();
    }
}
