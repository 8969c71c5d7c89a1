package dev.koshin.app.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Checks addresses of web servers. They are never shown, as they may hold a password. */
final class WebUrls {
    private WebUrls() {}

    static Optional<URI> of(Value value) {
        return value.text().flatMap(text -> parsed(text, value)).flatMap(uri -> checked(uri, value));
    }

    private static Optional<URI> parsed(String text, Value value) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException _) {
            return value.badValue("", "is not a URL");
        }
    }

    private static Optional<URI> checked(URI uri, Value value) {
        boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!web) {
            return value.badValue("", "must begin with http:// or https://");
        }
        if (uri.getRawUserInfo() != null) {
            return value.badValue("", "must not hold a user or password");
        }
        if (uri.getHost() == null) {
            return value.badValue("", "names no host");
        }
        return uri.getRawQuery() == null && uri.getRawFragment() == null
                ? Optional.of(uri)
                : value.badValue("", "must not have a query or fragment");
    }
}
