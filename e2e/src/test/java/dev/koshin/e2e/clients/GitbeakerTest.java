package dev.koshin.e2e.clients;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** {@code @gitbeaker/rest}, the usual client of Node.js. */
final class GitbeakerTest implements ForeignClientContract {
    @TempDir
    private Path folder;

    @Override
    public ForeignClient client(URI gitlab) throws IOException {
        Path modules = Fetched.path("node", "node_modules");
        String script = Fetched.script("gitbeaker_client.mjs", folder).toString();
        return new ScriptClient(new Program(
                List.of(Fetched.program("node").toString(), script),
                folder,
                Map.of("MODULES", modules.toString(), "GITLAB_URL", gitlab.toString())));
    }
}
