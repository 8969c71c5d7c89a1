package dev.koshin.simulator;

import dev.koshin.simulator.seed.Seed;
import dev.koshin.simulator.seed.SeedFiles;
import dev.koshin.simulator.seed.Seeds;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How a simulator starts. {@link #defaults()}, then change what should differ.
 *
 * @param listen port 0: any free port; the address must be a loopback one, because the controls ask for no password
 * @param latency every API request waits so long before its work begins
 * @param profile the GitLab release: {@code 17.11}
 * @param externalUrl what GitLab believes its own address to be
 * @param clockStart empty: the machine's time, or what a saved state says; either way the clock runs
 */
public record SimulatorOptions(
        InetSocketAddress listen,
        Seed seed,
        Duration latency,
        String profile,
        URI externalUrl,
        Optional<Instant> clockStart) {
    /** Refuses an address that others could reach, and a negative latency. */
    public SimulatorOptions {
        if (!listen.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("the simulator listens on loopback addresses only, not on " + listen);
        }
        if (latency.isNegative()) {
            throw new IllegalArgumentException("latency is negative: " + latency);
        }
    }

    /** 127.0.0.1, a free port, GitLab 17.11, no latency, the installation of Exastro's manual as of today (UTC). */
    public static SimulatorOptions defaults() {
        return new SimulatorOptions(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Seeds.exastroManual(LocalDate.now(ZoneOffset.UTC)),
                Duration.ZERO,
                "17.11",
                URI.create("http://gitlab.example.test"),
                Optional.empty());
    }

    /** On this port of the same address. */
    public SimulatorOptions withPort(int port) {
        return withListen(new InetSocketAddress(listen.getAddress(), port));
    }

    /** On the same port of this loopback address. */
    public SimulatorOptions withBindAddress(InetAddress address) {
        return withListen(new InetSocketAddress(address, listen.getPort()));
    }

    /** With these users and tokens. */
    public SimulatorOptions withSeed(Seed other) {
        return new SimulatorOptions(listen, other, latency, profile, externalUrl, clockStart);
    }

    /**
     * With the users and tokens in this file.
     *
     * @throws IllegalArgumentException when it is no seed
     * @throws java.io.UncheckedIOException when it cannot be read
     */
    public SimulatorOptions withSeedFile(Path file) {
        return withSeed(SeedFiles.read(file));
    }

    /** With this latency. */
    public SimulatorOptions withLatency(Duration other) {
        return new SimulatorOptions(listen, seed, other, profile, externalUrl, clockStart);
    }

    /** As this release of GitLab. */
    public SimulatorOptions withProfile(String other) {
        return new SimulatorOptions(listen, seed, latency, other, externalUrl, clockStart);
    }

    /** Believing to have this address. */
    public SimulatorOptions withExternalUrl(URI other) {
        return new SimulatorOptions(listen, seed, latency, profile, other, clockStart);
    }

    /** With a clock that starts at this time. */
    public SimulatorOptions withClockStart(Instant start) {
        return new SimulatorOptions(listen, seed, latency, profile, externalUrl, Optional.of(start));
    }

    private SimulatorOptions withListen(InetSocketAddress address) {
        return new SimulatorOptions(address, seed, latency, profile, externalUrl, clockStart);
    }
}
