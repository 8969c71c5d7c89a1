package dev.koshin.issuer.gitlabweb;

import dev.koshin.http.Exchange;
import dev.koshin.http.Http;
import dev.koshin.http.HttpOptions;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;

/** A browser with one server's cookies: remembers what the next form must carry, and follows no redirect. */
final class Browser implements AutoCloseable {
    private static final int TOO_MANY = 429;

    private final Http http;
    private final String root;
    private final Cookies cookies = new Cookies();
    private Optional<String> csrf = Optional.empty();

    Browser(HttpOptions options) {
        this.http = new Http(options);
        this.root =
                Optional.ofNullable(URI.create(options.address()).getRawPath()).orElse("");
    }

    /** Done for every answer but a throttle's and a failure's. */
    Effect<Page> get(String path) {
        return send(
                request(path)
                        .header("Accept", "text/html, application/json")
                        .GET()
                        .build(),
                "GET " + path);
    }

    /** The same; unclear if it may have arrived. */
    Effect<Page> post(String path, Form form) {
        HttpRequest.Builder request = request(path)
                .header("Accept", "application/json, text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.encoded()));
        csrf.ifPresent(token -> request.header("X-CSRF-Token", token));
        return send(request.build(), "POST " + path);
    }

    /** What the form on the last page carries; nothing after a form was accepted, as the session may be a new one. */
    Optional<String> csrf() {
        return csrf;
    }

    /** The path of a redirect, below the root of this GitLab. */
    Optional<String> elsewhere(Page page) {
        return page.elsewhere().map(path -> path.startsWith(root) ? path.substring(root.length()) : path);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(http.address() + path))
                .header("Accept-Language", "en")
                .header("User-Agent", "koshin");
        return cookies.isEmpty() ? request : request.header("Cookie", cookies.header());
    }

    private Effect<Page> send(HttpRequest request, String where) {
        boolean reads = request.method().equals("GET");
        return switch (http.send(request, where)) {
            case Exchange.Answered(HttpResponse<byte[]> response) -> shown(Page.of(response), where, reads);
            case Exchange.NotSent(Problem problem) -> new Effect.Refused<>(problem);
            case Exchange.Lost(Problem problem) -> lost(problem, reads);
        };
    }

    private Effect<Page> shown(Page page, String where, boolean reads) {
        cookies.take(page.headers());
        csrf = page.csrf().or(() -> csrf.filter(_ -> reads || !page.redirects()));
        if (page.status() == TOO_MANY) {
            return new Effect.Refused<>(Problem.of(Reason.GITLAB_RATE_LIMITED, where, "429"));
        }
        if (page.status() < 500) {
            return new Effect.Done<>(page);
        }
        boolean gateway = page.status() == 502 || page.status() == 503;
        return lost(
                Problem.of(
                        gateway ? Reason.GITLAB_BOOTING : Reason.GITLAB_FAILED, where, Integer.toString(page.status())),
                reads);
    }

    private static <T> Effect<T> lost(Problem problem, boolean reads) {
        return reads ? new Effect.Refused<>(problem) : new Effect.Unclear<>(problem);
    }

    @Override
    public void close() {
        http.close();
    }
}
