package dev.koshin.kubernetes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A pretend API server over real HTTP: strict where Koshin relies on the real one, and with faults.
 *
 * <p>Versions guard writes, applying follows the rules of field managers, {@code dryRun} keeps nothing, rights are
 * asked for each verb, and commands run over a WebSocket.
 */
public final class ApiServer implements AutoCloseable {
    /** The login that it accepts. */
    public static final String LOGIN = "let-koshin-in";

    private final ServerSocket entry;
    private final Resources resources = new Resources();
    private final Containers containers = new Containers();
    private final List<Heard> heard = Collections.synchronizedList(new ArrayList<>());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<String> forbidden = ConcurrentHashMap.newKeySet();
    private volatile Optional<Fault> fault = Optional.empty();

    /** Begins to listen on a free port of this host. */
    public ApiServer() {
        try {
            entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Where it listens. */
    public String address() {
        return "http://127.0.0.1:" + entry.getLocalPort() + "/";
    }

    /** What it stores. */
    public Resources resources() {
        return resources;
    }

    /** What runs in pods. */
    public Containers containers() {
        return containers;
    }

    /** Every request so far. */
    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** From now on {@code right}, such as {@code patch secrets}, is refused. */
    public ApiServer forbid(String right) {
        forbidden.add(right);
        return this;
    }

    /** Goes wrong once, at the next request whose text begins so. */
    public void failAt(String request, Fault.Way way) {
        fault = Optional.of(new Fault("", request, way));
    }

    /** Goes wrong once, at the request {@code at} that follows the request {@code after}. */
    public void failAfter(String after, String at, Fault.Way way) {
        fault = Optional.of(new Fault(after, at, way));
    }

    /** Goes wrong at every request whose text begins so, from the one on that follows {@code after}. */
    public void failFrom(String after, String request, Fault.Way way) {
        fault = Optional.of(new Fault(after, request, (client, work) -> {
            fault = Optional.of(new Fault("", request, way, true));
            way.happen(client, work);
        }));
    }

    /** Lets somebody else act once, right before the request {@code at} is done. */
    public void beforeNext(String at, Runnable act) {
        fault = Optional.of(new Fault("PATCH", at, (client, work) -> {
            act.run();
            write(client.getOutputStream(), work.call());
        }));
    }

    /** Writes a kubeconfig for it and answers its path. */
    public Path kubeconfig(Path folder) {
        String text = """
                apiVersion: v1
                kind: Config
                current-context: here
                clusters: [{ name: c, cluster: { server: "%s" } }]
                users: [{ name: u, user: { token: "%s" } }]
                contexts:
                  - { name: here, context: { cluster: c, user: u } }
                  - { name: there, context: { cluster: c, user: u } }
                """.formatted(address(), LOGIN);
        try {
            return Files.writeString(folder.resolve("kubeconfig"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                Socket client = entry.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException _) {
                // closed, or a client that went away at once
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            Optional<Heard> request = Heard.read(client.getInputStream());
            if (request.isPresent()) {
                heard.add(request.get());
                serve(client, request.get());
            }
        } catch (IOException _) {
            // the client went away
        } finally {
            open.remove(client);
        }
    }

    private void serve(Socket client, Heard request) throws IOException {
        String last = heard.size() < 2 ? "" : heard.get(heard.size() - 2).toString();
        Optional<Fault> now = fault.filter(one -> one.strikes(last, request.toString()));
        if (now.isPresent()) {
            fault = now.filter(Fault::lasting);
            now.get().way().happen(client, () -> judged(request));
            return;
        }
        Said said = judged(request);
        if (said.status() == 101) {
            containers.serve(client, request);
        } else {
            write(client.getOutputStream(), said);
        }
    }

    private Said judged(Heard request) {
        if (!request.headers().getOrDefault("authorization", "").equals("Bearer " + LOGIN)) {
            return Said.status(401, "Unauthorized", "Unauthorized");
        }
        String right = Rights.of(request);
        return forbidden.contains(right)
                ? Said.status(403, "Forbidden", "may not " + right)
                : Rights.isExec(request) ? new Said(101, Map.of(), "") : resources.answer(request, forbidden);
    }

    static void write(OutputStream out, Said said) throws IOException {
        byte[] body = said.body().getBytes(UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + said.status() + " x\r\nConnection: close\r\n");
        said.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        out.write(head.toString().getBytes(ISO_8859_1));
        out.write(body);
        out.flush();
    }

    @Override
    public void close() {
        try {
            entry.close();
            for (Socket client : open) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
