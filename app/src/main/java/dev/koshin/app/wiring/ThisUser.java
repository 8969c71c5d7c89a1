package dev.koshin.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The user who runs this process. */
final class ThisUser {
    private ThisUser() {}

    /** The number; 0 where the system does not tell. */
    static int id() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid ? uid : 0;
        } catch (IOException | UnsupportedOperationException _) {
            return 0;
        }
    }
}
