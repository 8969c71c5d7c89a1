package dev.koshin.issuer.gitlabweb;

import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The cookies of one server, which nobody else is ever sent. What they hold is as good as a password. */
final class Cookies {
    private static final Pattern SET = Pattern.compile("\\s*([^=;\\s]+)\\s*=\\s*([^;]*)(.*)", Pattern.DOTALL);
    private static final Pattern OVER = Pattern.compile("(?i);\\s*max-age\\s*=\\s*(?:0|-\\d+)\\s*(?:;|$)");

    private final Map<String, String> values = new TreeMap<>();

    void take(HttpHeaders headers) {
        headers.allValues("Set-Cookie").forEach(this::take);
    }

    private void take(String cookie) {
        Matcher parts = SET.matcher(cookie);
        if (!parts.matches()) {
            return;
        }
        if (parts.group(2).isBlank() || OVER.matcher(parts.group(3)).find()) {
            values.remove(parts.group(1));
        } else {
            values.put(parts.group(1), parts.group(2).strip());
        }
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** As the header wants it. */
    String header() {
        return values.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return "Cookies" + values.keySet();
    }
}
