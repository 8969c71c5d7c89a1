package dev.koshin.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A browser's window: keeps the session's cookie and reads from each page what the next form must carry. */
final class Tab {
    private static final Pattern COOKIE = Pattern.compile("_gitlab_session=([^;]+); path=/; HttpOnly; SameSite=.+");
    private static final Pattern CSRF = Pattern.compile("<meta name=\"csrf-token\" content=\"([^\"]+)\">");

    private final Stage stage;
    private String cookie = "";
    private String csrf = "";

    Tab(Stage stage) {
        this.stage = stage;
    }

    /** Signed in as somebody who needs a password only. */
    static Tab of(Stage stage, String username) {
        Tab tab = new Tab(stage);
        tab.signIn(username, WebCast.password(username));
        tab.get("/");
        return tab;
    }

    String cookie() {
        return cookie;
    }

    String csrf() {
        return csrf;
    }

    Stage.Answer signIn(String username, String password) {
        get("/users/sign_in");
        return submit("/users/sign_in", "user[login]", username, "user[password]", password, "user[remember_me]", "0");
    }

    Stage.Answer get(String path) {
        return noted(stage.send(stage.request(path).header("Cookie", cookies()).GET()));
    }

    /** With the token of the last page. */
    Stage.Answer submit(String path, String... fields) {
        return post(path, concat(fields));
    }

    /** Without it, unless it is among the fields. */
    Stage.Answer post(String path, String... fields) {
        return noted(stage.send(stage.request(path)
                .header("Cookie", cookies())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields)))));
    }

    private String[] concat(String... fields) {
        String[] all = Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "authenticity_token";
        all[fields.length + 1] = csrf;
        return all;
    }

    private String cookies() {
        return "seen=1; _gitlab_session=" + cookie;
    }

    private Stage.Answer noted(Stage.Answer answer) {
        first(COOKIE, answer.header("Set-Cookie")).ifPresent(value -> cookie = value);
        first(CSRF, answer.body()).ifPresent(value -> csrf = value);
        return answer;
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String form(String... fields) {
        return IntStream.range(0, fields.length / 2)
                .mapToObj(i -> encoded(fields[2 * i]) + "=" + encoded(fields[2 * i + 1]))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
