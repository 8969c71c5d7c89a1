package dev.koshin.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The file beside a file that holds what was there before Koshin's last change. Whoever holds it open here is the only
 * one of all Koshins that changes the file.
 *
 * <p>It is locked, not only written: it always stays, while a lock on the file itself would go away with the file that
 * is replaced.
 */
final class Backup implements Closeable {
    static final String ENDING = ".koshin-backup";
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final long PAUSE_NANOS = Duration.ofMillis(10).toNanos();

    /**
     * For the whole process, as the system's locks are: closing any channel of a file gives up all that the process has
     * on it.
     */
    private static final ReentrantLock ONE_OF_THIS_PROCESS = new ReentrantLock(true);

    private final FileChannel channel;

    private Backup(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for its turn; afterwards the backup is empty if there was none. */
    static Backup locked(Path path) throws IOException {
        ONE_OF_THIS_PROCESS.lock();
        boolean held = false;
        try {
            Backup backup = new Backup(locked(open(path)));
            Files.setPosixFilePermissions(path, Draft.PRIVATE);
            held = true;
            return backup;
        } finally {
            if (!held) {
                ONE_OF_THIS_PROCESS.unlock();
            }
        }
    }

    private static FileChannel locked(FileChannel channel) throws IOException {
        boolean held = false;
        try {
            await(channel);
            held = true;
            return channel;
        } finally {
            if (!held) {
                channel.close();
            }
        }
    }

    private static void await(FileChannel channel) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (channel.tryLock() == null) {
            if (System.nanoTime() > end) {
                throw new IOException("another Koshin has been changing it for " + PATIENCE.toSeconds() + " seconds");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(
                path,
                Set.of(
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.CREATE,
                        LinkOption.NOFOLLOW_LINKS),
                PosixFilePermissions.asFileAttribute(Draft.PRIVATE));
    }

    /** Keeps {@code text}, on the disk, instead of what was kept before. */
    void keep(String text) throws IOException {
        ByteBuffer bytes = UTF_8.encode(text);
        channel.truncate(0);
        while (bytes.hasRemaining()) {
            int _ = channel.write(bytes, bytes.position());
        }
        channel.force(true);
    }

    /** Never fails: what was done under the lock stays done. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // the lock is gone with the descriptor, whatever closing it says
        } finally {
            ONE_OF_THIS_PROCESS.unlock();
        }
    }
}
