package dev.koshin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProxiesTest {
    private static final URI GITLAB = URI.create("https://gitlab.corp.example/gitlab");

    @Test
    void without_anything_there_is_no_proxy() {
        assertThat(before(GITLAB, Map.of())).isEmpty();
    }

    @Test
    void the_scheme_chooses_the_variable_in_any_case() {
        assertThat(before(GITLAB, Map.of("https_proxy", "http://p:3128"))).contains("p:3128");
        assertThat(before(GITLAB, Map.of("HTTPS_PROXY", "p:3128", "HTTP_PROXY", "q:1")))
                .contains("p:3128");
        assertThat(before(GITLAB, Map.of("HTTP_PROXY", "q:1"))).isEmpty();
        assertThat(before(URI.create("http://gitlab.corp.example"), Map.of("HTTP_PROXY", "http://user:pw@q")))
                .contains("q:80");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "gitlab.corp.example",
                "corp.example",
                ".corp.example",
                "a, *.corp.example",
                "corp.example:443"
            })
    void an_exception_that_covers_the_host_goes_direct(String exceptions) {
        assertThat(before(GITLAB, Map.of("https_proxy", "p:3128", "NO_PROXY", exceptions)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "other.example", "lab.corp.example", "corp.example:8443"})
    void an_exception_for_others_does_not(String exceptions) {
        assertThat(before(GITLAB, Map.of("https_proxy", "p:3128", "no_proxy", exceptions)))
                .contains("p:3128");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:40080", "http://127.0.0.1:40080", "http://[::1]"})
    void the_own_machine_is_reached_directly(String gitlab) {
        assertThat(before(URI.create(gitlab), Map.of("http_proxy", "p:3128"))).isEmpty();
    }

    @Test
    void what_is_configured_comes_first_and_knows_no_exceptions() {
        assertThat(new Proxies(Map.of("no_proxy", "*")::get).before(GITLAB, Optional.of(URI.create("http://c:8080"))))
                .contains(InetSocketAddress.createUnresolved("c", 8080));
    }

    @Test
    void a_variable_that_is_no_address_is_passed_over() {
        assertThat(before(GITLAB, Map.of("https_proxy", "::not an address::"))).isEmpty();
    }

    private static Optional<String> before(URI gitlab, Map<String, String> environment) {
        return new Proxies(environment::get)
                .before(gitlab, Optional.empty())
                .map(address -> address.getHostString() + ":" + address.getPort());
    }
}
