package dev.koshin.e2e.clients;

import dev.koshin.model.Secret;
import dev.koshin.simulator.Simulator;
import dev.koshin.simulator.SimulatorOptions;
import dev.koshin.simulator.control.TokenView;
import dev.koshin.simulator.seed.Seed;
import dev.koshin.simulator.seed.SeedSpace;
import dev.koshin.simulator.seed.SeedToken;
import dev.koshin.simulator.seed.SeedUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A simulator that knows its own address, with an administrator, with Ann, and with a private project of hers. */
final class PretendGitlab implements AutoCloseable {
    static final Person ROOT = new Person(1, "root");
    static final Person ANN = new Person(2, "ann");
    static final String PROJECT = "ann/private";
    /** Clients ask for 20 or 100 tokens at a time. */
    private static final int TOKENS_OF_ANN = 130;

    private static final long EXPIRED = 900;
    private static final int NO_CONTENT = 204;

    private final Simulator simulator;

    private PretendGitlab(Simulator simulator) {
        this.simulator = simulator;
    }

    /** Somebody with an account. */
    record Person(long id, String username) {}

    static PretendGitlab open() {
        int port = freePort();
        return new PretendGitlab(Simulator.start(SimulatorOptions.defaults()
                .withSeed(seed())
                .withProfile("18.11")
                .withPort(port)
                .withExternalUrl(URI.create("http://127.0.0.1:" + port))));
    }

    /** Of living tokens, and of those that a client makes. */
    static LocalDate expiry() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(90);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Seed seed() {
        Stream<SeedToken> ofAnn =
                LongStream.range(0, TOKENS_OF_ANN).mapToObj(index -> token(2 + index, ANN, List.of("api"), expiry()));
        LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        return Seed.of(
                        List.of(
                                SeedUser.of(ROOT.id(), ROOT.username(), "Administrator", true),
                                SeedUser.of(ANN.id(), ANN.username(), "Ann", false)),
                        Stream.of(
                                        Stream.of(token(1, ROOT, List.of("api", "sudo"), expiry())),
                                        ofAnn,
                                        Stream.of(token(EXPIRED, ANN, List.of("api"), yesterday)))
                                .flatMap(tokens -> tokens)
                                .toList())
                .with(List.of(), List.of(SeedSpace.of(1, PROJECT, Map.of())));
    }

    private static SeedToken token(long id, Person owner, List<String> scopes, LocalDate expiry) {
        return SeedToken.of(id, owner.id(), "token " + id, scopes, expiry, value(id));
    }

    private static String value(long id) {
        return "glpat-of-the-token-" + id;
    }

    /** With every power. */
    String tokenOfRoot() {
        return value(1);
    }

    long idOfAnnsToken() {
        return 2;
    }

    String tokenOfAnn() {
        return value(idOfAnnsToken());
    }

    String expiredTokenOfAnn() {
        return value(EXPIRED);
    }

    URI uri() {
        return simulator.uri();
    }

    /** Every token of a person, dead ones as well. */
    List<Long> idsOf(Person person) {
        return simulator.control().tokens().stream()
                .filter(token -> token.userId() == person.id())
                .map(TokenView::id)
                .toList();
    }

    TokenView token(long id) {
        return simulator.control().tokens().stream()
                .filter(token -> token.id() == id)
                .findFirst()
                .orElseThrow();
    }

    /** As the administrator does it. */
    void revoke(long id) {
        HttpRequest request = HttpRequest.newBuilder(uri().resolve("/api/v4/personal_access_tokens/" + id))
                .header("PRIVATE-TOKEN", tokenOfRoot())
                .DELETE()
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status != NO_CONTENT) {
                throw new IllegalStateException("revoking answers " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether GitLab would accept this value now. */
    boolean accepts(String value) {
        String fingerprint = Secret.of(value).fingerprint().value();
        return simulator.control().tokens().stream()
                .anyMatch(token -> token.active() && token.fingerprint().equals(fingerprint));
    }

    @Override
    public void close() {
        simulator.close();
    }
}
