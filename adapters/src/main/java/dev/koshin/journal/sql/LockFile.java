package dev.koshin.journal.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.journal.JournalUnavailable;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The right to be the only one who writes a SQLite journal, held as a lock on a file beside it. The operating system
 * ends the lock with the process. The file stays, because removing it would let two processes lock two files.
 */
final class LockFile implements AutoCloseable {
    /**
     * What this process holds. Static, because the lock is the process's: on Linux, closing <em>any</em> channel on a
     * file ends all locks that the process has on it, so a second opening must not even touch the file.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final int PID_BYTES = 32;

    private final Path path;
    private final FileChannel channel;

    private LockFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes the lock beside {@code database}, which exists.
     *
     * @throws JournalUnavailable if another writer has it open
     */
    static LockFile take(Path database) throws IOException {
        Path real = database.toRealPath();
        Path path = real.resolveSibling(real.getFileName() + ".lock");
        if (!HELD.add(path)) {
            throw inUse(database, Long.toString(ProcessHandle.current().pid()));
        }
        FileChannel channel = null;
        boolean taken = false;
        try {
            SqliteFile.create(path);
            channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
            lock(database, channel);
            taken = true;
            return new LockFile(path, channel);
        } finally {
            if (!taken) {
                giveUp(path, channel);
            }
        }
    }

    private static void lock(Path database, FileChannel channel) throws IOException {
        FileLock lock = channel.tryLock();
        if (lock == null) {
            throw inUse(database, read(channel));
        }
        channel.truncate(0);
        channel.write(UTF_8.encode(Long.toString(ProcessHandle.current().pid())), 0);
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(PID_BYTES);
        channel.read(bytes, 0);
        return UTF_8.decode(bytes.flip()).toString().strip();
    }

    private static JournalUnavailable inUse(Path database, String pid) {
        return new JournalUnavailable(Problem.of(Reason.JOURNAL_IN_USE, database.toString(), pid));
    }

    private static void giveUp(Path path, @Nullable FileChannel channel) throws IOException {
        if (channel != null) {
            channel.close();
        }
        HELD.remove(path);
    }

    @Override
    public void close() {
        try {
            giveUp(path, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + path, e);
        }
    }
}
