package dev.koshin.simulator.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.List;
import java.util.Optional;

/** Serves one client until either side closes. */
final class Connection {
    private final Socket socket;
    private final Responder responder;
    private final RequestReader reader;
    private final ReplyWriter writer;

    Connection(Socket socket, Responder responder) throws IOException {
        socket.setTcpNoDelay(true);
        OutputStream out = socket.getOutputStream();
        this.socket = socket;
        this.responder = responder;
        this.reader = new RequestReader(new BufferedInputStream(socket.getInputStream()), out);
        this.writer = new ReplyWriter(out);
    }

    void serve() throws IOException {
        try {
            boolean open = true;
            while (open) {
                Optional<Request> request = reader.read();
                open = request.isPresent() && answer(request.get());
            }
        } catch (ProtocolException e) {
            writer.write(notHttp(String.valueOf(e.getMessage())), false, false);
        }
    }

    private boolean answer(Request request) throws IOException {
        Reply reply = responder.respond(request);
        if (reply.ending() == Ending.DROPPED) {
            return false;
        }
        boolean whole = reply.ending() == Ending.WHOLE;
        writer.write(reply, request.method().equals("HEAD"), whole && !request.asksToClose());
        if (reply.ending() == Ending.RESET) {
            socket.setSoLinger(true, 0);
        }
        return whole && !request.asksToClose();
    }

    private static Reply notHttp(String why) {
        return Reply.whole(400, List.of(new Field("Content-Type", "text/plain")), why + "\n");
    }
}
