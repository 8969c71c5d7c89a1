package dev.koshin.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The beginning of a stream, read aside; what comes after is read too and thrown away, so that no writer gets stuck.
 */
final class Output {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final CountDownLatch end = new CountDownLatch(1);

    private Output() {}

    static Output of(InputStream stream) {
        Output output = new Output();
        Thread.ofVirtual().start(() -> output.read(stream));
        return output;
    }

    /** What was read until the end of the stream, or until {@code time} is over. */
    String await(Duration time) throws InterruptedException {
        boolean _ = end.await(time.toNanos(), TimeUnit.NANOSECONDS);
        return kept.toString(UTF_8);
    }

    private void read(InputStream stream) {
        byte[] buffer = new byte[8192];
        try (stream) {
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                kept.write(buffer, 0, Math.min(n, Programs.LONGEST_BYTES - kept.size()));
            }
        } catch (IOException _) {
            // the process was killed; what it had written by then is all there is
        } finally {
            end.countDown();
        }
    }
}
