package dev.koshin.simulator.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Accepts connections until closed. Its threads are virtual, so they do not keep the process alive. */
public final class HttpListener implements AutoCloseable {
    /** Connections that may wait for acceptance: a benchmark opens many at once. */
    private static final int BACKLOG = 1024;

    private final ServerSocket server;
    private final Responder responder;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private HttpListener(ServerSocket server, Responder responder) {
        this.server = server;
        this.responder = responder;
    }

    /**
     * Binds and starts to accept.
     *
     * @throws UncheckedIOException when the address is taken or not ours
     */
    public static HttpListener open(InetSocketAddress address, Responder responder) {
        try {
            HttpListener listener = new HttpListener(bound(address), responder);
            Thread.ofVirtual().name("simulator-accept").start(listener::accept);
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on " + address, e);
        }
    }

    /** The port in use, which the system chose when port 0 was asked for. */
    public int port() {
        return server.getLocalPort();
    }

    /** Stops accepting and cuts every open connection, also in the middle of an answer. */
    @Override
    public void close() {
        quietly(server);
        open.forEach(HttpListener::quietly);
    }

    private static ServerSocket bound(InetSocketAddress address) throws IOException {
        ServerSocket server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(address, BACKLOG);
        return server;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                if (server.isClosed()) {
                    quietly(socket);
                }
                Thread.ofVirtual().name("simulator-connection").start(() -> serve(socket));
            } catch (IOException _) {
                // closed by us: the loop ends; a client that left the backlog: the loop goes on
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new Connection(socket, responder).serve();
        } catch (IOException _) {
            // the client went away, or close() cut the connection; there is nobody to tell
        } finally {
            open.remove(socket);
        }
    }

    private static void quietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // it is as closed as it will ever be
        }
    }
}
