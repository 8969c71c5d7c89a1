package dev.koshin.simulator.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** Writes answers to one connection, each in a single write unless it is to be slow. */
final class ReplyWriter {
    private static final int PIECES = 10;

    private final OutputStream out;

    ReplyWriter(OutputStream out) {
        this.out = out;
    }

    /** {@code bodyless} is for HEAD: the length is declared, the body withheld. */
    void write(Reply reply, boolean bodyless, boolean keepAlive) throws IOException {
        byte[] body = reply.body().getBytes(UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024 + body.length);
        bytes.write(head(reply, body.length, keepAlive).getBytes(ISO_8859_1));
        int length = bodyless ? 0 : reply.ending() == Ending.WHOLE ? body.length : body.length / 2;
        if (reply.spread().isPositive()) {
            bytes.writeTo(out);
            out.flush();
            trickle(body, length, reply.spread());
            return;
        }
        bytes.write(body, 0, length);
        bytes.writeTo(out);
        out.flush();
    }

    private void trickle(byte[] body, int length, Duration spread) throws IOException {
        int piece = Math.max(1, Math.ceilDiv(length, PIECES));
        for (int from = 0; from < length; from += piece) {
            Waits.pause(spread.dividedBy(PIECES));
            out.write(body, from, Math.min(piece, length - from));
            out.flush();
        }
    }

    private static String head(Reply reply, int length, boolean keepAlive) {
        StringBuilder head = new StringBuilder(1024);
        head.append("HTTP/1.1 ").append(reply.status()).append(' ').append(Reasons.of(reply.status()));
        for (Field field : reply.fields()) {
            head.append("\r\n").append(field.name()).append(": ").append(field.value());
        }
        if (reply.status() != 204) {
            head.append("\r\nContent-Length: ").append(length);
        }
        head.append(keepAlive ? "\r\nConnection: keep-alive" : "\r\nConnection: close");
        return head.append("\r\n\r\n").toString();
    }
}
