package dev.koshin.journal.sql;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What the operating system says about this process and its neighbours. */
final class Here {
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Path HOST = Path.of("/proc/sys/kernel/hostname");
    private static final Path NAMESPACE = Path.of("/proc/self/ns/pid");

    private Here() {}

    /** This process, as the holder of what a newly opened journal leases. */
    static Holder opening() {
        ProcessHandle process = ProcessHandle.current();
        return new Holder(
                word(read(HOST).orElseGet(Here::hostByName)),
                word(read(BOOT).orElse("")),
                word(namespace()),
                process.pid(),
                start(process.pid()).orElse(Instant.EPOCH),
                UUID.randomUUID().toString());
    }

    /**
     * When the process of this id started; the epoch if the system does not tell, empty if there is no such process.
     */
    static Optional<Instant> start(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(process -> process.info().startInstant().orElse(Instant.EPOCH));
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static String namespace() {
        try {
            return Files.readSymbolicLink(NAMESPACE).toString();
        } catch (IOException | UnsupportedOperationException _) {
            return "";
        }
    }

    private static String hostByName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "";
        }
    }

    private static String word(String text) {
        return text.strip().replaceAll("\\s", "_");
    }
}
