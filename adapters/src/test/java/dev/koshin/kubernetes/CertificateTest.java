package dev.koshin.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An API server whose certificate only its kubeconfig vouches for, as nearly all are. */
final class CertificateTest {
    private static final byte[] ANSWER = "{\"kind\":\"Secret\"}".getBytes(UTF_8);

    @TempDir
    private Path folder = Path.of("");

    private HttpsServer server = HttpsServer.create();

    CertificateTest() throws IOException {}

    @BeforeEach
    void open() throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("store");
        keytool(store, "-genkeypair", "-keyalg", "EC", "-dname", "CN=x", "-ext", "san=ip:127.0.0.1");
        keytool(store, "-exportcert", "-rfc", "-file", folder.resolve("ca.pem").toString());
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
        factory.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(Path store, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", "changeit", "-alias", "k"));
        assertThat(new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
    }

    private Answer ask(String authority) throws IOException {
        Path kubeconfig = Files.writeString(
                folder.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                current-context: here
                clusters: [{ name: c, cluster: { server: "https://127.0.0.1:%d"%s } }]
                users: [{ name: u, user: { token: t } }]
                contexts: [{ name: here, context: { cluster: c, user: u } }]
                """.formatted(server.getAddress().getPort(), authority));
        ClusterOptions options = new ClusterOptions(
                Optional.of(kubeconfig), Optional.empty(), Duration.ofSeconds(5), Duration.ofSeconds(5));
        try (Cluster cluster = Cluster.of(options, _ -> {})) {
            return cluster.call(ApiRequest.get("api/v1/namespaces/n/secrets/s"));
        }
    }

    @Test
    void the_authority_of_the_kubeconfig_is_trusted() throws IOException {
        assertThat(ask(", certificate-authority: ca.pem")).isInstanceOf(Answer.Done.class);
    }

    @Test
    void without_it_nothing_is_sent() throws IOException {
        assertThat(ask("")).isEqualTo(new Answer.Unsent("the certificate is not trusted"));
    }
}
