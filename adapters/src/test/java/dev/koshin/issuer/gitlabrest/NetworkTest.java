package dev.koshin.issuer.gitlabrest;

import static dev.koshin.issuer.gitlabrest.Scripts.json;
import static dev.koshin.issuer.gitlabrest.Setup.USERS;
import static dev.koshin.issuer.gitlabrest.Setup.done;
import static dev.koshin.issuer.gitlabrest.Setup.problem;
import static dev.koshin.issuer.gitlabrest.Setup.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Account;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NetworkTest {
    private static final String FOUND = "[" + Bodies.userForAdmin(7, "org-01", "active", false) + "]";

    @AutoClose
    private final Setup setup = new Setup();

    @TempDir
    private Path directory = Path.of("");

    NetworkTest() throws IOException {}

    @Test
    void a_redirect_is_not_followed_and_the_token_reaches_no_other_host() throws IOException {
        try (Stub elsewhere = new Stub()) {
            elsewhere.on(USERS, json(200, FOUND));
            setup.stub.on(USERS, json(302, "", "Location", elsewhere.uri() + "/api/v4/users"));

            assertThat(problem(preflight(setup.options())))
                    .hasToString("gitlab-moved[GET /api/v4/users, 302 -> http://127.0.0.1]");
            assertThat(elsewhere.seen()).isEmpty();
        }
    }

    @Test
    void gitlab_may_live_below_a_path() {
        setup.stub.on("GET /gitlab/api/v4/users", json(200, FOUND));

        done(preflight(at(URI.create(setup.stub.uri() + "/gitlab/"))));

        assertThat(setup.stub.seen()).hasSize(1);
    }

    @Test
    void a_host_that_does_not_exist_is_unreachable() {
        assertThat(problem(preflight(at(URI.create("http://gitlab.invalid")))))
                .isEqualTo(Problem.of(
                        Reason.GITLAB_UNREACHABLE,
                        "GET /api/v4/users",
                        "http://gitlab.invalid: the name of the host is not known"));
    }

    @Test
    void a_port_that_nobody_listens_on_is_named() {
        assertThat(problem(preflight(at(URI.create("http://127.0.0.1:1/gitlab/")))))
                .isEqualTo(Problem.of(
                        Reason.GITLAB_UNREACHABLE,
                        "GET /api/v4/users",
                        "http://127.0.0.1:1/gitlab: connection refused"));
    }

    @Test
    void requests_go_to_the_proxy_when_there_is_one() {
        setup.stub.on(USERS, json(200, FOUND));

        done(preflight(at(URI.create("http://gitlab.invalid"))
                .withProxy(URI.create("http://localhost:" + setup.stub.port()))));

        assertThat(setup.stub.seen()).hasSize(1);
    }

    @Test
    void a_certificate_that_nobody_trusts_is_refused_and_the_token_is_not_sent() throws Exception {
        try (Stub secure = secure()) {
            assertThat(refused(preflight(at(https(secure))))).isEqualTo(Reason.GITLAB_UNTRUSTED);
            assertThat(secure.seen()).isEmpty();
            assertThat(setup.waits).isEmpty();
        }
    }

    @Test
    void a_certificate_in_the_bundle_is_trusted() throws Exception {
        try (Stub secure = secure()) {
            secure.on(USERS, json(200, FOUND));

            done(preflight(at(https(secure)).withCaCertificate(directory.resolve("ca.pem"))));

            assertThat(secure.seen()).hasSize(1);
        }
    }

    @Test
    void a_bundle_that_cannot_be_read_refuses_every_call() throws IOException {
        Path missing = directory.resolve("missing.pem");
        assertThat(problem(preflight(setup.options().withCaCertificate(missing)))
                        .details())
                .containsExactly(missing.toString(), "NoSuchFileException");

        Path empty = Files.createFile(directory.resolve("empty.pem"));
        assertThat(refused(preflight(setup.options().withCaCertificate(empty)))).isEqualTo(Reason.GITLAB_UNTRUSTED);
        assertThat(setup.stub.seen()).isEmpty();
    }

    @Test
    void an_interrupted_thread_sends_nothing() {
        Thread.currentThread().interrupt();
        Effect<?> ending = setup.issuer().issue(Setup.request());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(refused(ending)).isEqualTo(Reason.GITLAB_TIMEOUT);
        assertThat(setup.stub.seen()).isEmpty();
    }

    private Effect<Account> preflight(GitLabRestOptions options) {
        try (GitLabRest gitlab = new GitLabRest(options)) {
            return gitlab.issuer("org-01").preflight(Optional.empty());
        }
    }

    private GitLabRestOptions at(URI base) {
        return GitLabRestOptions.of(
                base, () -> new Effect.Done<>(Secret.of(Setup.ADMIN)), Setup.clock(), setup.waits::add);
    }

    private static URI https(Stub secure) {
        return URI.create("https://localhost:" + secure.port());
    }

    private Stub secure() throws IOException, InterruptedException, GeneralSecurityException {
        Path store = directory.resolve("server.p12");
        keytool(List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost"), store);
        keytool(
                List.of(
                        "-exportcert",
                        "-rfc",
                        "-file",
                        directory.resolve("ca.pem").toString()),
                store);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        ServerSocket socket =
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("localhost"));
        return new Stub(socket);
    }

    private static void keytool(List<String> arguments, Path store) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(arguments);
        command.addAll(List.of("-alias", "server", "-keystore", store.toString(), "-storepass", "changeit"));
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor()).isZero();
    }
}
