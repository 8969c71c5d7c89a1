package dev.koshin.e2e.clients;

import dev.koshin.e2e.clients.PretendGitlab.Person;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GitLab's own command line, {@code glab}, as Debian 13 ships it. */
final class GlabTest implements ForeignClientContract {
    @TempDir
    private Path folder;

    @Override
    public ForeignClient client(URI gitlab) throws IOException {
        String glab = Fetched.path("glab", "usr", "bin", "glab").toString();
        Path configuration = folder.resolve("config.yml");
        Files.writeString(configuration, """
                check_update: false
                hosts:
                  %1$s:
                    api_protocol: http
                    api_host: %1$s
                """.formatted(gitlab.getAuthority()));
        Files.setPosixFilePermissions(configuration, PosixFilePermissions.fromString("rw-------"));
        return new Glab(new Program(
                List.of(glab),
                folder,
                Map.of("GLAB_CONFIG_DIR", folder.toString(), "GITLAB_HOST", gitlab.toString(), "NO_COLOR", "1")));
    }

    private record Glab(Program program) implements ForeignClient {
        @Override
        public long self(String credential) {
            return json(credential, "api", "personal_access_tokens/self")
                    .path("id")
                    .asLong();
        }

        @Override
        public List<Long> own(String credential) {
            // it wants a repository even here
            return json(credential, "token", "list", "--user", "@me", "--repo", PretendGitlab.PROJECT, "-F", "json")
                    .valueStream()
                    .map(node -> node.path("id").asLong())
                    .toList();
        }

        @Override
        public Made create(String credential, Person owner, String name) {
            return ScriptClient.made(token(credential, owner, "create", "--scope", "api", "--expires-at", day(), name));
        }

        @Override
        public Made rotate(String credential, Person owner, long id) {
            return ScriptClient.made(token(credential, owner, "rotate", "--expires-at", day(), String.valueOf(id)));
        }

        @Override
        public void revoke(String credential, Person owner, long id) {
            token(credential, owner, "revoke", String.valueOf(id));
        }

        private static String day() {
            return PretendGitlab.expiry().toString();
        }

        private JsonNode token(String credential, Person owner, String verb, String... arguments) {
            return json(
                    credential,
                    Stream.concat(
                                    Stream.of("token", verb, "--user", owner.username(), "--output", "json"),
                                    Stream.of(arguments))
                            .toArray(String[]::new));
        }

        private JsonNode json(String credential, String... arguments) {
            Program.Ended ended = program.run(Map.of("GITLAB_TOKEN", credential), List.of(arguments));
            if (ended.exit() != 0) {
                throw new RefusedException(ended.out() + ended.err());
            }
            return JsonMapper.shared().readTree(ended.out());
        }
    }
}
