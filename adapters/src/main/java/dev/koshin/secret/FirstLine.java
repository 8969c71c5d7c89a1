package dev.koshin.secret;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The first line of a stream, read aside because reading cannot be given a time limit. The rest is read too and thrown
 * away, so that the writer does not get stuck.
 */
final class FirstLine {
    /** Far more than any token or password. */
    static final int LONGEST_BYTES = 64 * 1024;

    private final BlockingQueue<byte[]> line = new ArrayBlockingQueue<>(1);

    private FirstLine() {}

    static FirstLine of(InputStream stream) {
        FirstLine first = new FirstLine();
        Thread.ofVirtual().start(() -> first.read(stream));
        return first;
    }

    /**
     * The line without its end, cut off if it is longer than {@link #LONGEST_BYTES}; empty if neither it nor the stream
     * ended in time.
     */
    Optional<byte[]> await(Duration time) throws InterruptedException {
        return Optional.ofNullable(line.poll(time.toNanos(), TimeUnit.NANOSECONDS));
    }

    private void read(InputStream stream) {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (stream) {
            int next = stream.read();
            while (next >= 0 && next != '\n' && read.size() <= LONGEST_BYTES) {
                read.write(next);
                next = stream.read();
            }
            line.add(withoutReturn(read.toByteArray()));
            stream.transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // the process was killed; whoever still waits for the line has a time limit
        }
    }

    private static byte[] withoutReturn(byte[] line) {
        boolean carries = line.length > 0 && line[line.length - 1] == '\r';
        return carries ? Arrays.copyOf(line, line.length - 1) : line;
    }
}
