package dev.koshin.issuer.gitlabrest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Ways to answer, and not to answer. */
final class Scripts {
    /** The stub's time, unless a script says otherwise. */
    static final String DATE = "Wed, 01 Jul 2026 00:00:00 GMT";

    private Scripts() {}

    /** JSON, with headers as name, value, name, value. */
    static Stub.Script json(int status, String body, String... headers) {
        return typed("application/json", status, body, headers);
    }

    static Stub.Script html(int status) {
        return typed("text/html; charset=utf-8", status, "<html><body>Waiting for GitLab to boot</body></html>");
    }

    static Stub.Script typed(String type, int status, String body, String... headers) {
        return (socket, _) -> write(socket, head(type, status, body.length(), headers) + body);
    }

    static Stub.Script noContent() {
        return (socket, _) ->
                write(socket, "HTTP/1.1 204 No Content\r\nConnection: close\r\nDate: " + DATE + "\r\n\r\n");
    }

    /** Takes the request and hangs up. */
    static Stub.Script hangUp() {
        return (socket, _) -> socket.close();
    }

    /** Takes the request and resets the connection. */
    static Stub.Script reset() {
        return (socket, _) -> socket.setSoLinger(true, 0);
    }

    /** Promises more than it sends, then resets the connection. */
    static Stub.Script cutBody(int status, String begin) {
        return (socket, _) -> {
            write(socket, head("application/json", status, begin.length() + 100) + begin);
            socket.setSoLinger(true, 0);
        };
    }

    /** Takes the request and says nothing until the test ends. */
    static Stub.Script silent() {
        return (_, end) -> await(end);
    }

    /** Sends status, headers and the beginning of a body, and nothing more until the test ends. */
    static Stub.Script slowBody(int status, String begin) {
        return (socket, end) -> {
            write(socket, head("application/json", status, begin.length() + 100) + begin);
            await(end);
        };
    }

    private static String head(String type, int status, int length, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\nConnection: close\r\n");
        head.append("Content-Type: " + type + "\r\nContent-Length: " + length + "\r\n");
        if (!List.of(headers).contains("Date")) {
            head.append("Date: " + DATE + "\r\n");
        }
        for (int i = 0; i < headers.length; i += 2) {
            head.append(headers[i] + ": " + headers[i + 1] + "\r\n");
        }
        return head.append("\r\n").toString();
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
        socket.getOutputStream().flush();
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
