package dev.koshin.file;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * A text file that is changed by replacing it as a whole, in one step. May be used by many threads and processes.
 *
 * <p>What was there before the last change is kept beside it, with the ending {@code .koshin-backup}, for its owner
 * alone.
 */
public final class ReplaceableFile {
    private static final int LARGEST_BYTES = 1024 * 1024;

    private final Path path;

    /** The file that {@code path} is or leads to. */
    public ReplaceableFile(Path path) {
        this.path = path;
    }

    /** As the operator wrote it. */
    public Path path() {
        return path;
    }

    /** The text as it is now. */
    public Effect<String> read() {
        return seen().map(Seen::text);
    }

    /** The text as it is now, if nothing speaks against replacing the file; changes nothing. */
    public Effect<String> preflight() {
        return seen().flatMap(this::replaceable).map(Seen::text);
    }

    /**
     * Replaces the text by what {@code change} makes of it, or changes nothing: the file must be the same from before
     * {@code change} sees it to the moment when it is replaced, else {@code target-changed}.
     *
     * @param change is asked twice, the second time when no other Koshin can write; what it refuses is refused
     */
    public Effect<String> replace(Function<String, Effect<String>> change) {
        return preflight().flatMap(change).flatMap(_ -> exclusively(change));
    }

    private Effect<String> exclusively(Function<String, Effect<String>> change) {
        return seen().flatMap(first -> {
            Path real = first.traits().real();
            try (Backup backup = Backup.locked(first.traits().beside(Backup.ENDING))) {
                return seen().flatMap(now -> now.traits().real().equals(real) ? replaceable(now) : changed())
                        .flatMap(old -> change.apply(old.text()).flatMap(fresh -> written(backup, old, fresh)));
            } catch (IOException e) {
                return new Effect.Refused<>(unwritable(e));
            }
        });
    }

    private Effect<String> written(Backup backup, Seen old, String fresh) {
        try {
            try (Draft draft = Draft.of(fresh, old.traits())) {
                backup.keep(old.text());
                return seen().flatMap(now -> now.equals(old) ? moved(draft, old, fresh) : changed());
            }
        } catch (IOException e) {
            return new Effect.Refused<>(unwritable(e));
        }
    }

    private Effect<String> moved(Draft draft, Seen old, String fresh) {
        try {
            draft.replace(old.traits().real());
        } catch (IOException e) {
            // an answer that got lost on the way from a file server looks like this too
            boolean untouched = seen().equals(new Effect.Done<>(old));
            return untouched ? new Effect.Refused<>(unwritable(e)) : new Effect.Unclear<>(unwritable(e));
        }
        return synced(old.traits().folder(), fresh);
    }

    /** Until its folder is on the disk, a loss of power may bring the old file back. */
    private Effect<String> synced(Path folder, String fresh) {
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
            return new Effect.Done<>(fresh);
        } catch (IOException e) {
            return new Effect.Unclear<>(unwritable(e));
        }
    }

    private Effect<Seen> seen() {
        return switch (TextFile.read(path, LARGEST_BYTES)) {
            case Text.Unreadable(String why) -> unusable(why);
            case Text.Read(String text) -> {
                try {
                    yield new Effect.Done<>(new Seen(Traits.of(path), text));
                } catch (IOException _) {
                    yield unusable("went away while it was read");
                }
            }
        };
    }

    private Effect<Seen> replaceable(Seen seen) {
        try {
            Optional<String> obstacle = seen.traits().obstacle();
            return obstacle.isEmpty()
                    ? new Effect.Done<>(seen)
                    : new Effect.Refused<>(Problem.of(Reason.TARGET_NOT_WRITABLE, path.toString(), obstacle.get()));
        } catch (IOException e) {
            return new Effect.Refused<>(unwritable(e));
        }
    }

    private <T> Effect<T> changed() {
        return new Effect.Refused<>(Problem.of(Reason.TARGET_CHANGED, path.toString()));
    }

    private <T> Effect<T> unusable(String why) {
        return new Effect.Refused<>(Problem.of(Reason.TARGET_FILE_UNUSABLE, path.toString(), why));
    }

    /** What the system says is about files and disks, never about what a file holds. */
    private Problem unwritable(IOException e) {
        return switch (e) {
            case AccessDeniedException denied ->
                Problem.of(Reason.TARGET_NOT_WRITABLE, path.toString(), "access to " + denied.getFile() + " is denied");
            case FileSystemException failed ->
                Problem.of(
                        Reason.TARGET_FAILED,
                        path.toString(),
                        failed.getFile()
                                + ": "
                                + Optional.ofNullable(failed.getReason())
                                        .orElse(failed.getClass().getSimpleName()));
            default ->
                Problem.of(
                        Reason.TARGET_FAILED,
                        path.toString(),
                        Optional.ofNullable(e.getMessage()).orElse("cannot be written"));
        };
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
