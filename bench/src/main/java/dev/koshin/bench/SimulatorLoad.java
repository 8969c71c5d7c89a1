package dev.koshin.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.koshin.bench.Bench.Row;
import dev.koshin.e2e.Distribution;
import dev.koshin.e2e.Lab;
import dev.koshin.simulator.seed.Seed;
import dev.koshin.simulator.seed.Seeds;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** How many requests the simulator answers in a second, so that it is not what the other numbers measure. */
final class SimulatorLoad {
    private static final int ORGANIZATIONS = 1_000;
    private static final int CONNECTIONS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(10);

    private final Distribution distribution;

    SimulatorLoad(Distribution distribution) {
        this.distribution = distribution;
    }

    List<Row> measure() throws IOException, SQLException, InterruptedException {
        Seed seed = Seeds.fleet(ORGANIZATIONS, LocalDate.now(ZoneOffset.UTC));
        Path folder = Files.createTempDirectory("koshin-bench-");
        try (Lab lab = Lab.start(distribution, folder, seed, List.of(), 0)) {
            String admin = seed.valueFor("root");
            rate(lab.gitlab(), admin, WARM_UP);
            double rate = rate(lab.gitlab(), admin, MEASURED);
            return List.of(new Row(
                    "simulator alone, requests a second: one of three makes a token, one looks at one, one reads a user",
                    String.format(Locale.ROOT, "%.0f", rate)));
        }
    }

    private static double rate(URI gitlab, String admin, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        AtomicInteger done = new AtomicInteger();
        List<Callable<Boolean>> clients = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            int user = 2 + i;
            clients.add(() -> ask(gitlab, admin, user, end, done));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (Future<Boolean> client : threads.invokeAll(clients)) {
                client.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return done.get() / (time.toNanos() / 1e9);
    }

    private static boolean ask(URI gitlab, String admin, int user, long end, AtomicInteger done) {
        String create =
                request(gitlab, admin, "POST", "/users/" + user + "/personal_access_tokens", "name=x&scopes=api");
        List<String> round = List.of(
                create,
                request(gitlab, admin, "GET", "/personal_access_tokens/self", ""),
                request(gitlab, admin, "GET", "/users/" + user, ""));
        try (Socket socket = new Socket(gitlab.getHost(), gitlab.getPort())) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (System.nanoTime() < end) {
                for (String request : round) {
                    socket.getOutputStream().write(request.getBytes(ISO_8859_1));
                    readAnswer(in);
                    done.incrementAndGet();
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String request(URI gitlab, String admin, String method, String path, String body) {
        return method + " /api/v4" + path + " HTTP/1.1\r\nHost: " + gitlab.getAuthority() + "\r\nPRIVATE-TOKEN: "
                + admin
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    private static void readAnswer(InputStream in) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 20")) {
            throw new IllegalStateException("the simulator answered " + status);
        }
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length: ")) {
                length = Integer.parseInt(line.substring(16));
            }
        }
        in.skipNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IllegalStateException("the simulator closed a connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
