package dev.koshin.http;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy stands before GitLab: the configured one, else what {@code HTTPS_PROXY}, {@code HTTP_PROXY} and
 * {@code NO_PROXY} say, in small letters first, as in curl. A user and password in the proxy's address are ignored.
 */
final class Proxies {
    private final Function<String, @Nullable String> environment;

    Proxies(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    Optional<InetSocketAddress> before(URI gitlab, Optional<URI> configured) {
        return configured
                .or(() -> direct(gitlab)
                        ? Optional.empty()
                        : variable(scheme(gitlab) + "_proxy").flatMap(Proxies::uri))
                .map(Proxies::address);
    }

    private Optional<String> variable(String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .flatMap(variant -> Stream.ofNullable(environment.apply(variant)))
                .filter(value -> !value.isBlank())
                .findFirst()
                .map(String::strip);
    }

    private boolean direct(URI gitlab) {
        String host = gitlab.getHost().toLowerCase(Locale.ROOT);
        return loopback(host)
                || variable("no_proxy").stream()
                        .flatMap(list -> Stream.of(list.toLowerCase(Locale.ROOT).split("[,\\s]+", -1)))
                        .anyMatch(entry -> covers(entry, host, port(gitlab)));
    }

    private static boolean loopback(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private static boolean covers(String entry, String host, int port) {
        String suffix = ":" + port;
        String name = entry.endsWith(suffix) ? entry.substring(0, entry.length() - suffix.length()) : entry;
        String bare = name.replaceFirst("^\\*?\\.", "");
        return entry.equals("*") || (!bare.isEmpty() && (host.equals(bare) || host.endsWith("." + bare)));
    }

    /** Proxies are often written without a scheme. */
    private static Optional<URI> uri(String text) {
        try {
            URI uri = URI.create(text.contains("://") ? text : "http://" + text);
            return Optional.of(uri).filter(one -> one.getHost() != null);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static InetSocketAddress address(URI proxy) {
        return InetSocketAddress.createUnresolved(proxy.getHost(), port(proxy));
    }

    private static String scheme(URI uri) {
        return uri.getScheme().toLowerCase(Locale.ROOT);
    }

    private static int port(URI uri) {
        return uri.getPort() > 0 ? uri.getPort() : scheme(uri).equals("https") ? 443 : 80;
    }
}
