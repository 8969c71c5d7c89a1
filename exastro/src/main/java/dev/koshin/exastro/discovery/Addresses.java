package dev.koshin.exastro.discovery;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where GitLab may be, as seen from this host; likeliest first. */
final class Addresses {
    private static final String HERE = "127.0.0.1";

    /** Resolves in the compose network only. */
    private static final String IN_THE_NETWORK = "gitlab";

    private static final String USUAL_PORT = "40080";
    private static final int PORT_INSIDE = 40080;

    private Addresses() {}

    /** Of the project that {@code facts} are about; the bundled one is published on this host. */
    static List<URI> of(Settings settings, Optional<Box> box, boolean bundled) {
        Stream<String> here = bundled ? here(settings, box) : Stream.empty();
        return Stream.concat(here, Stream.concat(ofExastro(settings), Stream.of(external(settings))))
                .flatMap(text -> url(text).stream())
                .distinct()
                .toList();
    }

    private static Stream<String> here(Settings settings, Optional<Box> box) {
        String port = ":" + settings.of(Settings.GITLAB_PORT, USUAL_PORT);
        String place = box.filter(one -> !one.onHost())
                .flatMap(one ->
                        one.published(PORT_INSIDE).or(() -> one.ports().stream().findFirst()))
                .map(one -> one.host() + ":" + one.outside())
                .orElse(HERE + port);
        Stream<String> protocols =
                external(settings).startsWith("https") ? Stream.of("https", "http") : Stream.of("http", "https");
        return protocols.map(protocol -> protocol + "://" + place);
    }

    private static String external(Settings settings) {
        return settings.of(Settings.GITLAB_EXTERNAL_URL, "");
    }

    /** As Exastro itself calls it, if that name means something on this host. */
    private static Stream<String> ofExastro(Settings settings) {
        String host = settings.of(Settings.GITLAB_HOST, "");
        String port = settings.of(Settings.GITLAB_PORT, "");
        if (host.isEmpty() || host.equals(IN_THE_NETWORK)) {
            return Stream.empty();
        }
        String start = settings.of(Settings.GITLAB_PROTOCOL, "http") + "://" + host;
        // an empty port stands for that of the protocol, but compose makes the usual one of it
        return port.isEmpty() ? Stream.of(start, start + ":" + USUAL_PORT) : Stream.of(start + ":" + port);
    }

    /** The address that Exastro uses, for people. */
    static String used(Settings settings) {
        return settings.of(Settings.GITLAB_PROTOCOL, "http") + "://" + settings.of(Settings.GITLAB_HOST, "") + ":"
                + settings.of(Settings.GITLAB_PORT, USUAL_PORT);
    }

    /** Only what the configuration would take. */
    static Optional<URI> url(String text) {
        try {
            URI url = new URI(text.replaceAll("/+$", ""));
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            boolean clean = url.getUserInfo() == null && url.getQuery() == null && url.getFragment() == null;
            return web && clean && url.getHost() != null ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
