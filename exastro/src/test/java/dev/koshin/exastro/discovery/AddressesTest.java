package dev.koshin.exastro.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.file.env.EnvText;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressesTest {
    private static List<String> of(String env, Optional<Box> box, boolean bundled) {
        return Addresses.of(Settings.of(EnvText.of(env.replace(';', '\n'))), box, bundled).stream()
                .map(URI::toString)
                .toList();
    }

    private static Optional<Box> box(boolean onHost, Box.Published... ports) {
        return Optional.of(new Box("gitlab", "gitlab", Path.of("/exastro"), true, onHost, List.of(ports)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GITLAB_HOST=gitlab;GITLAB_PORT=40080                              | http://127.0.0.1:40080 https://127.0.0.1:40080
            GITLAB_HOST=gitlab                                                | http://127.0.0.1:40080 https://127.0.0.1:40080
            GITLAB_HOST=172.16.0.1;GITLAB_PORT=41000                          | http://127.0.0.1:41000 https://127.0.0.1:41000 http://172.16.0.1:41000
            GITLAB_HOST=ita.example.com;GITLAB_PORT=40080;GITLAB_EXTERNAL_URL=http://ita.example.com:40080 | http://127.0.0.1:40080 https://127.0.0.1:40080 http://ita.example.com:40080
            GITLAB_PROTOCOL=https;GITLAB_HOST=gitlab.example.com;GITLAB_PORT=;GITLAB_EXTERNAL_URL=https://gitlab.example.com | https://127.0.0.1:40080 http://127.0.0.1:40080 https://gitlab.example.com https://gitlab.example.com:40080
            """)
    void a_bundled_gitlab_is_published_on_this_host(String env, String addresses) {
        assertThat(of(env, Optional.empty(), true)).containsExactly(addresses.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GITLAB_PROTOCOL=https;GITLAB_HOST=git.example.com;GITLAB_PORT=443 | https://git.example.com:443
            GITLAB_PROTOCOL=https;GITLAB_HOST=git.example.com;GITLAB_PORT=    | https://git.example.com https://git.example.com:40080
            """)
    void an_external_one_is_where_exastro_finds_it(String env, String addresses) {
        assertThat(of(env, Optional.empty(), false)).containsExactly(addresses.split(" ", -1));
    }

    @Test
    void the_engine_knows_better_than_the_file_what_is_published() {
        String env = "GITLAB_HOST=gitlab;GITLAB_PORT=40080";
        assertThat(of(
                        env,
                        box(false, new Box.Published(22, "", 2222), new Box.Published(40080, "0.0.0.0", 18080)),
                        true))
                .startsWith("http://127.0.0.1:18080");
        assertThat(of(env, box(false, new Box.Published(40080, "192.0.2.7", 18080)), true))
                .startsWith("http://192.0.2.7:18080");
        assertThat(of(env, box(true), true)).startsWith("http://127.0.0.1:40080");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GITLAB_HOST=${HOST}", "GITLAB_HOST=a b", "GITLAB_HOST=git_lab", "GITLAB_PORT=x"})
    void what_is_no_address_is_left_out(String env) {
        assertThat(of(env, Optional.empty(), false)).isEmpty();
    }

    @Test
    void an_address_with_a_password_is_none() {
        assertThat(Addresses.url("http://root:secret@gitlab")).isEmpty();
    }
}
