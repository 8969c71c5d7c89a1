package dev.koshin.e2e.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A container engine of our own: a {@code dockerd} without networks of its own, started for the tests of one run. What
 * it needs is fetched by {@code container-engine.sh}.
 */
final class Docker {
    private static final Path FETCHED = Path.of("target", "engine").toAbsolutePath();
    private static final String IMAGE = "koshin-e2e/exastro:1";
    private static final int SECONDS_TO_START = 60;
    private static final Optional<Docker> SHARED = started();

    private final Path socket;

    private Docker(Path socket) {
        this.socket = socket;
    }

    /** The engine, with the image of the test project; empty if this machine cannot have one. */
    static Optional<Docker> shared() {
        return SHARED;
    }

    private static Optional<Docker> started() {
        boolean fetched = Files.isExecutable(FETCHED.resolve("busybox"))
                && Files.isExecutable(FETCHED.resolve("cli-plugins/docker-compose"));
        if (!fetched) {
            return Optional.empty();
        }
        try {
            // A socket's path may have a hundred characters, which a build folder easily exceeds.
            Path folder = Files.createTempDirectory("koshin-dockerd-");
            Docker docker = new Docker(folder.resolve("docker.sock"));
            return docker.start(folder) ? Optional.of(docker.withImage(folder)) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private boolean start(Path folder) throws IOException {
        Process dockerd = new ProcessBuilder(
                        "dockerd",
                        "--iptables=false",
                        "--ip6tables=false",
                        "--bridge=none",
                        "--host=unix://" + socket,
                        "--data-root=" + folder.resolve("data"),
                        "--exec-root=" + folder.resolve("exec"),
                        "--pidfile=" + folder.resolve("pid"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            dockerd.destroy();
            try {
                boolean _ = dockerd.waitFor(20, TimeUnit.SECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }));
        for (int i = 0; i < SECONDS_TO_START && dockerd.isAlive(); i++) {
            if (status(folder, List.of("docker", "version")) == 0) {
                return true;
            }
            sleep();
        }
        return false;
    }

    private static void sleep() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everything below {@code /usr} comes from this machine; the image has the rest. */
    private Docker withImage(Path folder) throws IOException {
        Path root = Files.createDirectories(folder.resolve("image"));
        Files.copy(FETCHED.resolve("busybox"), root.resolve("busybox"));
        boolean _ = root.resolve("busybox").toFile().setExecutable(true);
        for (String name : List.of("bin", "lib", "lib64")) {
            Files.createSymbolicLink(root.resolve(name), Path.of("usr", name));
        }
        for (String name : List.of("usr", "tmp", "proc", "etc")) {
            Files.createDirectories(root.resolve(name));
        }
        Path own = Path.of("src", "test", "compose", "image").toAbsolutePath();
        String import_ = """
                cp -r "%s/opt" "%s/opt" && chmod +x "%s"/opt/exastro/* && tar -C "%s" -cf - . | \
                docker import --change 'ENV PATH=/opt/exastro:/opt/pretended:/usr/bin' \
                --change 'CMD ["/opt/exastro/service"]' - %s""".formatted(own, root, root, root, IMAGE);
        if (status(folder, List.of("sh", "-c", import_)) != 0) {
            throw new IOException("the image cannot be made");
        }
        return this;
    }

    /** What a program needs in its environment to find this engine and its plug-in. */
    Map<String, String> environment() {
        return Map.of("DOCKER_HOST", "unix://" + socket, "DOCKER_CONFIG", FETCHED.toString());
    }

    private int status(Path folder, List<String> words) {
        return run(folder, Map.of(), words).status();
    }

    /** Runs a program in {@code folder} to its end. */
    Ran run(Path folder, Map<String, String> more, List<String> words) {
        try {
            Path out = Files.createTempFile("koshin-ran-", ".txt");
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile());
            Map<String, String> environment = new HashMap<>(environment());
            environment.putAll(more);
            builder.environment().putAll(environment);
            int status = builder.start().waitFor();
            String text = Files.readString(out, StandardCharsets.UTF_8);
            Files.delete(out);
            return new Ran(status, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How a program ended, and what it wrote. */
    record Ran(int status, String text) {
        /** What it wrote, if it succeeded. */
        String good() {
            if (status != 0) {
                throw new IllegalStateException(status + ": " + text);
            }
            return text.strip();
        }
    }
}
