package dev.koshin.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The number of the user who runs this process. */
final class UserId {
    private UserId() {}

    /** 0 where the system does not tell. */
    static int own() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid ? uid : 0;
        } catch (IOException | UnsupportedOperationException _) {
            return 0;
        }
    }
}
