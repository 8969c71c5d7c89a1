package dev.koshin.backup.age;

import dev.koshin.model.CredentialName;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.spi.Effect;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The folder of all that is kept: for its owner alone, and refused if others can write into it. */
record Folder(Path path) {
    static final String PART = ".part";

    private static final FileAttribute<Set<PosixFilePermission>> OWN_FOLDER = own("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> OWN_FILE = own("rw-------");
    private static final Set<PosixFilePermission> WRITTEN_BY_OTHERS =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private static FileAttribute<Set<PosixFilePermission>> own(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    /** Makes bytes, or says why not. */
    interface Content {
        byte[] bytes() throws IOException;
    }

    /** Writes {@code name} as a whole or not at all, instead of what it was before; answers where it is. */
    Effect<String> write(String name, Content content) {
        Path file = path.resolve(name);
        Path part = path.resolve(name + PART);
        try {
            prepare();
            byte[] bytes = content.bytes();
            Files.deleteIfExists(part);
            put(part, bytes);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync();
            return new Effect.Done<>(file.toString());
        } catch (IOException e) {
            return new Effect.Refused<>(problem(e));
        }
    }

    private void prepare() throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectory(path, OWN_FOLDER);
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
        if (permissions.stream().anyMatch(WRITTEN_BY_OTHERS::contains)) {
            throw new IOException("others can write into it: " + PosixFilePermissions.toString(permissions));
        }
    }

    private void put(Path part, byte[] bytes) throws IOException {
        Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(part, fresh, OWN_FILE)) {
            if (!Files.getOwner(part).equals(Files.getOwner(path))) {
                throw new IOException("it belongs to " + Files.getOwner(path).getName());
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                int _ = channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private void sync() throws IOException {
        try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** The finished files of {@code credential}; none if there is no folder. */
    Effect<List<KeptFile>> files(CredentialName credential) {
        return all(credential)
                .map(files -> files.stream().filter(file -> !file.isPart()).toList());
    }

    private Effect<List<KeptFile>> all(CredentialName credential) {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return new Effect.Done<>(List.of());
        }
        try (Stream<Path> entries = Files.list(path)) {
            return new Effect.Done<>(entries.map(KeptFile::of)
                    .flatMap(Optional::stream)
                    .filter(file -> file.isOf(credential))
                    .sorted((one, other) -> one.path().compareTo(other.path()))
                    .toList());
        } catch (IOException e) {
            return new Effect.Refused<>(problem(e));
        }
    }

    /** Removes the files of {@code renewal}, finished or not. */
    Effect<Boolean> remove(CredentialName credential, RenewalId renewal) {
        return all(credential).flatMap(files -> {
            List<KeptFile> gone = files.stream()
                    .filter(file -> file.renewal().equals(renewal))
                    .toList();
            try {
                for (KeptFile file : gone) {
                    Files.deleteIfExists(file.path());
                }
                return new Effect.Done<>(!gone.isEmpty());
            } catch (IOException e) {
                return new Effect.Refused<>(problem(e));
            }
        });
    }

    private Problem problem(IOException e) {
        String why = e instanceof FileSystemException system
                ? Optional.ofNullable(system.getReason())
                        .orElseGet(() -> e.getClass().getSimpleName())
                : String.valueOf(e.getMessage());
        return Problem.of(Reason.BACKUP_UNUSABLE, path.toString(), why);
    }
}
