package dev.koshin.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What another user of the host could see of a process and of those that it starts, while they run: command lines and
 * environments in {@code /proc}, and some files that come and go. Keeps everything it saw, to be searched later.
 */
final class Spy implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);

    /** Between fork and exec a child is still its parent, or the JDK's own helper, and no program yet. */
    private static final Pattern FORKED = Pattern.compile("koshin\\.jar|jspawnhelper");

    private final ProcessHandle process;
    private final List<Path> files;
    private final Map<String, Set<String>> seen = new ConcurrentHashMap<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    Spy(ProcessHandle process, List<Path> files) {
        this.process = process;
        this.files = List.copyOf(files);
        this.thread = Thread.ofPlatform().start(this::watch);
    }

    private void watch() {
        try {
            do {
                Stream.concat(Stream.of(process), process.descendants()).forEach(this::look);
                files.forEach(file -> keep(file.getFileName().toString(), read(file)));
            } while (!stop.await(BETWEEN_LOOKS.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(ProcessHandle one) {
        String kind = kind(one);
        Path proc = Path.of("/proc", String.valueOf(one.pid()));
        String line = read(proc.resolve("cmdline"));
        String environment = read(proc.resolve("environ"));
        boolean steady = !line.isEmpty() && line.equals(read(proc.resolve("cmdline")));
        if (steady && (kind.equals("process") || !FORKED.matcher(line).find())) {
            keep(kind + " cmdline", line);
            keep(kind + " environ", environment);
        }
    }

    private String kind(ProcessHandle one) {
        if (one.pid() == process.pid()) {
            return "process";
        }
        String parent = read(Path.of("/proc", String.valueOf(process.pid()), "cmdline"));
        return parent.contains("bin/koshin\0") ? "launcher" : "child";
    }

    private void keep(String what, String text) {
        if (!text.isEmpty()) {
            seen.computeIfAbsent(what, _ -> ConcurrentHashMap.newKeySet()).add(text);
        }
    }

    /** Empty if the process or the file is gone, or not there yet. */
    private static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException _) {
            return "";
        }
    }

    /**
     * What was seen of {@code what}: {@code cmdline} or {@code environ} of the {@code process}, of a {@code child}, or
     * of the {@code launcher}'s helpers, which look for a JDK before Koshin runs; or the name of a file.
     */
    Set<String> seen(String what) {
        return Set.copyOf(seen.getOrDefault(what, Set.of()));
    }

    /** The secrets in all that was seen. */
    List<String> leaks(Leaks leaks) {
        return seen.entrySet().stream()
                .flatMap(one -> one.getValue().stream().flatMap(text -> leaks.in(one.getKey(), text).stream()))
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
