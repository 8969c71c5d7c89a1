package dev.koshin.issuer.gitlabrest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server that answers each request as it was told to, and remembers what came. It writes every byte itself, so that
 * it can lie about its time, the length of a body and its end. One connection for each request.
 */
final class Stub implements AutoCloseable {
    /** How one request is answered. */
    interface Script {
        void play(Socket socket, CountDownLatch end) throws IOException;
    }

    /** What came: {@code GET /api/v4/user}, the query or an empty text, the token or an empty text, the body. */
    record Seen(String line, String query, String token, String body) {}

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Map<String, Deque<Script>> scripts = new ConcurrentHashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    Stub() throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    Stub(ServerSocket server) {
        this.server = server;
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Answers requests to {@code line} one after another as told; the last script goes on for ever. */
    Stub on(String line, Script... answers) {
        scripts.put(line, new ArrayDeque<>(Arrays.asList(answers)));
        return this;
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    List<Seen> seen(String line) {
        return seen.stream().filter(one -> one.line().equals(line)).toList();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException _) {
                // Closed, or a client that does not trust this server; the next one is served.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String line = read(new BufferedInputStream(socket.getInputStream()));
            next(line).play(socket, end);
        } catch (IOException _) {
            // The client went away, which some tests want.
        }
    }

    private String read(InputStream in) throws IOException {
        String[] request = line(in).split(" ", -1);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(header.substring(0, colon), header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        String body = new String(in.readNBytes(length), UTF_8);
        URI uri = URI.create(request[1]);
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        String line = request[0] + " " + uri.getPath();
        seen.add(new Seen(line, query, headers.getOrDefault("PRIVATE-TOKEN", ""), body));
        return line;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the client hung up");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private Script next(String line) {
        Deque<Script> left = scripts.getOrDefault(line, new ArrayDeque<>(List.of(Scripts.json(404, Bodies.NO_ROUTE))));
        synchronized (left) {
            return left.size() > 1 ? left.removeFirst() : left.getFirst();
        }
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        server.close();
        threads.close();
    }
}
