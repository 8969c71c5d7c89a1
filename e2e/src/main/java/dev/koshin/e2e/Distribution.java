package dev.koshin.e2e;

import java.io.IOException;
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
            throw new java.io.UncheckedIOException(e);
        }
    }
}
