package dev.koshin.database.client;

import dev.koshin.process.Inside;
import java.util.ArrayList;
import java.util.List;

/** What the shell in the container does, and what the client is told there. Pure. */
final class Script {
    /** The client is there and begins. */
    static final String FOUND = "koshin: client found";

    /** There is none. */
    static final String NONE = "koshin: no client";

    /**
     * Reads the password, which must reach neither a command line nor another process, and becomes the client. A shell
     * reads byte by byte and leaves the next line to the client. MySQL's client would believe a login file more.
     */
    private static final String SHELL = """
            IFS= read -r MYSQL_PWD || exit 1
            export MYSQL_PWD MYSQL_TEST_LOGIN_FILE=/nonexistent
            for client in mariadb mysql; do
              if command -v "$client" >/dev/null 2>&1; then
                echo '%s'
                exec "$client" "$@"
              fi
            done
            echo '%s'
            exit 127
            """.formatted(FOUND, NONE);

    /** Files could change the output, a new connection would lose the transaction, and any error is the end. */
    private static final List<String> FIXED = List.of(
            "--batch",
            "--quick",
            "--unbuffered",
            "--binary-mode",
            "--skip-column-names",
            "--skip-reconnect",
            "--no-auto-rehash",
            "--connect-timeout=10",
            "--max-allowed-packet=1G",
            "--default-character-set=utf8mb4",
            "--loose-skip-binary-as-hex",
            "--loose-skip-ssl-verify-server-cert");

    private Script() {}

    /** The words that start a client for {@code options}, which finds the server by {@code door}. */
    static List<String> words(ClientOptions options, Door door) {
        List<String> words = new ArrayList<>(List.of("sh", "-c", SHELL, "sh", "--no-defaults"));
        words.addAll(door.words);
        words.addAll(FIXED);
        words.add("--user=" + options.user());
        options.database().ifPresent(name -> words.add("--database=" + name));
        Inside inside = options.inside();
        return inside.exec(true, words);
    }

    /**
     * How the client finds the server. By address a user of any host is let in as such, while by socket everybody is a
     * user of {@code localhost}, which a nameless user could stand in for; but some images listen on the socket only.
     */
    @SuppressWarnings("ImmutableEnumChecker") // the words are those of List.of
    enum Door {
        ADDRESS("--protocol=TCP", "--host=127.0.0.1"),
        SOCKET("--protocol=SOCKET", "--host=localhost");

        private final List<String> words;

        Door(String... words) {
            this.words = List.of(words);
        }
    }
}
