package dev.koshin.exastro.discovery;

import dev.koshin.file.Text;
import dev.koshin.file.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds out whether a cluster is known here, and which one is current. */
final class Kubeconfigs {
    private static final int LARGEST_BYTES = 1024 * 1024;

    /** A key of the whole file; what stands below others is indented. Only names that the configuration takes. */
    private static final Pattern CURRENT =
            Pattern.compile("(?m)^current-context: *[\"']?([A-Za-z0-9_][A-Za-z0-9_.@:/-]*)[\"']? *$");

    private Kubeconfigs() {}

    /** Empty if nothing leads to a cluster. */
    static Optional<Access> of(Map<String, String> environment, List<Path> homes) {
        List<Path> named = Stream.of(environment.getOrDefault("KUBECONFIG", "").split(":", -1))
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .filter(Files::isReadable)
                .toList();
        if (!named.isEmpty()) {
            Optional<Path> file = Optional.of(named.getFirst().toAbsolutePath()).filter(_ -> named.size() == 1);
            return Optional.of(new Access(file, current(named)));
        }
        return usual(homes)
                .or(() -> Optional.of(new Access(Optional.empty(), Optional.empty()))
                        .filter(_ -> environment.containsKey("KUBERNETES_SERVICE_HOST")));
    }

    /** Of this user, else of who called sudo; the latter's must be named, as this user's programs do not look there. */
    private static Optional<Access> usual(List<Path> homes) {
        return homes.stream()
                .map(home -> home.resolve(".kube").resolve("config"))
                .filter(Files::isReadable)
                .findFirst()
                .map(file -> new Access(
                        Optional.of(file).filter(_ -> !file.startsWith(homes.getFirst())), current(List.of(file))));
    }

    private static Optional<String> current(List<Path> files) {
        return files.stream()
                .flatMap(file -> TextFile.read(file, LARGEST_BYTES) instanceof Text.Read(String text)
                        ? Stream.of(text)
                        : Stream.empty())
                .map(CURRENT::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }
}
