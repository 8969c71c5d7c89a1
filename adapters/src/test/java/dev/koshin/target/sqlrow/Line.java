package dev.koshin.target.sqlrow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a server that can be cut at a chosen word: real bytes, a real cut. */
final class Line implements AutoCloseable {
    /** Whether the server still gets the message with the word in it. */
    enum Cut {
        BEFORE_IT_ARRIVES,
        AFTER_IT_ARRIVED
    }

    private record Fault(String word, Cut cut) {}

    private final ServerSocket entry;
    private final int server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Optional<Fault> fault = Optional.empty();

    Line(int server) throws IOException {
        this.server = server;
        this.entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entry.getLocalPort();
    }

    /** Cuts once, when the client says {@code word}. */
    void cutAt(String word, Cut cut) {
        fault = Optional.of(new Fault(word, cut));
    }

    /** Cuts all connections now; new ones are taken. */
    void cut() {
        open.forEach(Line::close);
        open.clear();
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                Socket client = entry.accept();
                Socket target = new Socket(InetAddress.getLoopbackAddress(), server);
                open.add(client);
                open.add(target);
                Thread.ofVirtual().start(() -> pump(client, target, true));
                Thread.ofVirtual().start(() -> pump(target, client, false));
            } catch (IOException e) {
                cut();
            }
        }
    }

    private void pump(Socket from, Socket to, boolean watched) {
        byte[] buffer = new byte[65536];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                Optional<Fault> now = watched ? hit(new String(buffer, 0, count, ISO_8859_1)) : Optional.empty();
                if (now.isPresent()) {
                    end(now.get().cut(), from, to, buffer, count);
                    return;
                }
                out.write(buffer, 0, count);
            }
        } catch (IOException e) {
            close(from);
        }
        close(to);
    }

    private Optional<Fault> hit(String said) {
        Optional<Fault> now = fault.filter(one -> said.contains(one.word()));
        if (now.isPresent()) {
            fault = Optional.empty();
        }
        return now;
    }

    /** The client is cut off first, so that it cannot hear the answer. */
    private static void end(Cut cut, Socket client, Socket server, byte[] buffer, int count) throws IOException {
        close(client);
        if (cut == Cut.AFTER_IT_ARRIVED) {
            server.getOutputStream().write(buffer, 0, count);
            server.shutdownOutput();
        } else {
            close(server);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            entry.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
