package dev.koshin.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An unpacked distribution, whose programs are run as a user would run them. */
public record Distribution(Path home) {
    /** The one that the build has just made. */
    public static Distribution built() {
        Path home = Path.of("..", "dist", "target", "koshin", "koshin")
                .toAbsolutePath()
                .normalize();
        if (!Files.isExecutable(home.resolve("bin/koshin"))) {
            throw new IllegalStateException("no distribution at " + home + "; build the module dist first");
        }
        return new Distribution(home);
    }

    /**
     * The same, after {@code bin/koshin-warm-up}, which halves the time of every start. Takes a quarter of a minute.
     */
    public Distribution warm() {
        Path cache = home.resolve("lib/koshin.aot");
        try {
            if (!Files.exists(cache) || older(cache, home.resolve("lib/koshin.jar"))) {
                int exit = new ProcessBuilder(home.resolve("bin/koshin-warm-up").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.DISCARD)
                        .start()
                        .waitFor();
                if (exit != 0) {
                    throw new IllegalStateException("koshin-warm-up ends with " + exit);
                }
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean older(Path one, Path other) throws IOException {
        return Files.getLastModifiedTime(one).compareTo(Files.getLastModifiedTime(other)) < 0;
    }

    /** Starts {@code bin/koshin} with {@code arguments} in {@code folder}; its output goes to files there. */
    public Child start(Path folder, Map<String, String> environment, List<String> arguments) {
        List<String> command = Stream.concat(
                        Stream.of(home.resolve("bin/koshin").toString()), arguments.stream())
                .toList();
        try {
            Path out = Files.createTempFile(folder, "out-", ".txt");
            Path err = Files.createTempFile(folder, "err-", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            return new Child(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
