package dev.koshin.e2e.clients;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** python-gitlab, as Debian 13 ships it. */
final class PythonGitlabTest implements ForeignClientContract {
    /** Debian's own, for which Debian's libraries are. */
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    private Path folder;

    @Override
    public ForeignClient client(URI gitlab) throws IOException {
        Path library = Fetched.path("python3-gitlab", "usr", "lib", "python3", "dist-packages");
        String script = Fetched.script("python_gitlab_client.py", folder).toString();
        return new ScriptClient(new Program(
                List.of(PYTHON, script),
                folder,
                Map.of("PYTHONPATH", library.toString(), "GITLAB_URL", gitlab.toString())));
    }
}
