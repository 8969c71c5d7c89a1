package dev.koshin.simulator.rails;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The file that is put on a PATH as {@code gitlab-rails}. It needs the Java and the classes of this process. */
public final class RailsScript {
    private RailsScript() {}

    /**
     * Writes it, over one that is there.
     *
     * @param simulator which one answers, unless KOSHIN_SIMULATOR_URL names another
     * @throws UncheckedIOException when the file cannot be written
     */
    public static void write(Path file, URI simulator) {
        try {
            Files.writeString(file, text(simulator));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static String text(URI simulator) {
        Path java = Path.of(System.getProperty("java.home", ""), "bin", "java");
        return """
                #!/bin/sh
                # A pretend gitlab-rails: its scripts run on a simulated GitLab.
                KOSHIN_SIMULATOR_URL=${KOSHIN_SIMULATOR_URL:-%s}
                export KOSHIN_SIMULATOR_URL
                exec %s -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp %s %s "$@"
                """.formatted(simulator, quoted(java.toString()), quoted(classPath()), RailsCommand.class.getName());
    }

    /** The script may be called from any folder. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
