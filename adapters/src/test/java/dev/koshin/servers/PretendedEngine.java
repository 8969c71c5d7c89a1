package dev.koshin.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that is called like docker, podman or kubectl, and runs the words for the container here: with the programs
 * of the real MariaDB and the address of its server, as if they were at home there.
 */
public final class PretendedEngine {
    private final Path folder;

    private PretendedEngine(Path folder) {
        this.folder = folder;
    }

    /** Where the server of this JVM is, as if it listened at {@code port} and at {@code socket}. */
    public static PretendedEngine of(int port, Path socket) {
        MariaDbServer server = MariaDbServer.shared();
        boolean _ = server.programs().resolve("mariadb").toFile().setExecutable(true);
        return of("""
                export PATH=%s:/usr/bin:/bin MYSQL_TCP_PORT=%d MYSQL_UNIX_PORT=%s
                """.formatted(server.programs(), port, socket));
    }

    /** With {@code before} done before the words of the container run. */
    public static PretendedEngine of(String before) {
        try {
            Path folder = Files.createTempDirectory("koshin-engine");
            Path program = Files.writeString(folder.resolve("engine"), """
                    #!/bin/sh
                    echo "$*" >> %1$s/calls
                    echo $$ >> %1$s/processes
                    while [ "$1" != sh ]; do shift; done
                    %2$s
                    exec "$@"
                    """.formatted(folder, before));
            boolean _ = program.toFile().setExecutable(true);
            return new PretendedEngine(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words that call it. */
    public List<String> program() {
        return List.of(folder.resolve("engine").toString());
    }

    /** The processes that it became, in order. */
    public List<ProcessHandle> processes() {
        return lines("processes").stream()
                .flatMap(id -> ProcessHandle.of(Long.parseLong(id)).stream())
                .toList();
    }

    /** How often it was called. */
    public int calls() {
        return lines("processes").size();
    }

    /** Everything that stood on its command lines. */
    public String words() {
        return String.join("\n", lines("calls"));
    }

    private List<String> lines(String file) {
        Path path = folder.resolve(file);
        try {
            return Files.exists(path) ? Files.readAllLines(path) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
