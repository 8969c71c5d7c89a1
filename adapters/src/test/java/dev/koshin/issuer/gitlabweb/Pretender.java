package dev.koshin.issuer.gitlabweb;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Serves pages as told, and remembers who asked for what. */
final class Pretender implements AutoCloseable {
    static final String FORM = """
            <html><head><meta content="abc&#43;/&amp;==" name="csrf-token" /></head>
            <form action="/users/sign_in"><input name="user[login]"><input name="user[password]"></form></html>
            """;
    static final String SIGNED_IN = "<html><head><meta name='csrf-token' content='def'></head></html>";

    /** {@code headers}: name and value in turn. */
    record Shown(int status, String type, String body, List<String> headers) {
        static Shown html(int status, String body) {
            return new Shown(status, "text/html; charset=utf-8", body, List.of());
        }

        static Shown json(int status, String body) {
            return new Shown(status, "application/json", body, List.of());
        }

        static Shown elsewhere(String location) {
            return new Shown(302, "text/html", "", List.of("Location", location));
        }
    }

    record Seen(String line, String cookie, String csrf, String body) {}

    final List<Seen> seen = new CopyOnWriteArrayList<>();

    private final Map<String, Shown> pages = new ConcurrentHashMap<>();
    private final HttpServer server;

    Pretender() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI uri(String root) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + root);
    }

    /** A GitLab that lets everybody in. */
    Pretender friendly() {
        return on("GET /users/sign_in", Shown.html(200, FORM))
                .on("POST /users/sign_in", Shown.elsewhere("http://elsewhere.example/"))
                .on("GET /-/user_settings/personal_access_tokens", Shown.html(200, SIGNED_IN));
    }

    Pretender on(String line, Shown page) {
        pages.put(line, page);
        return this;
    }

    List<String> lines() {
        return seen.stream().map(Seen::line).toList();
    }

    Seen seen(String line) {
        return seen.stream().filter(one -> one.line().equals(line)).findFirst().orElseThrow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String line =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        seen.add(new Seen(
                line,
                header(exchange, "Cookie"),
                header(exchange, "X-CSRF-Token"),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        Shown page = pages.getOrDefault(line, Shown.html(404, "<h1>404</h1>"));
        exchange.getResponseHeaders().set("Content-Type", page.type());
        for (int i = 0; i < page.headers().size(); i += 2) {
            exchange.getResponseHeaders()
                    .add(page.headers().get(i), page.headers().get(i + 1));
        }
        byte[] body = page.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(page.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String header(HttpExchange exchange, String name) {
        List<String> values = exchange.getRequestHeaders().get(name);
        return values == null ? "" : String.join("|", values);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
