package dev.koshin.issuer.gitlabrest;

import dev.koshin.model.Account;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Secret;
import dev.koshin.model.UserId;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Issuer;
import dev.koshin.spi.TokenRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A stub and a client before it, whose waits take no time and are remembered. */
final class Setup implements AutoCloseable {
    static final String ADMIN = "glpat-admin-00000000000001";
    static final String OWN_VALUE = "glpat-own-0000000000000001";

    /** A live token of the user itself. */
    static final Secret OWN = Secret.of(OWN_VALUE);

    static final Account ACCOUNT = Account.of(new UserId(7), "org-01");
    static final RenewalId MARKER = new RenewalId("0123456789abcdef");
    static final String CREATE = "POST /api/v4/users/7/personal_access_tokens";
    static final String LIST = "GET /api/v4/personal_access_tokens";
    static final String SELF = "GET /api/v4/personal_access_tokens/self";
    static final String USER = "GET /api/v4/user";
    static final String USERS = "GET /api/v4/users";
    static final String METADATA = "GET /api/v4/metadata";
    static final String VERSION = "GET /api/v4/version";
    static final String SINGLE = "GET /api/v4/personal_access_tokens/41";
    static final String DELETE = "DELETE /api/v4/personal_access_tokens/41";

    final Stub stub;
    final GitLabRest gitlab;
    final List<Duration> waits = new CopyOnWriteArrayList<>();
    final AtomicInteger resolved = new AtomicInteger();

    Setup() throws IOException {
        this(Duration.ofSeconds(10));
    }

    /** Real time passes only where a test waits for a timeout; such a test gives a short one. */
    Setup(Duration requestTimeout) throws IOException {
        stub = new Stub();
        gitlab = new GitLabRest(options().withTimeouts(Duration.ofSeconds(5), requestTimeout));
    }

    GitLabRestOptions options() {
        return GitLabRestOptions.of(stub.uri(), this::admin, clock(), waits::add);
    }

    Issuer issuer() {
        return gitlab.issuer(ACCOUNT.name());
    }

    static InstantSource clock() {
        return InstantSource.fixed(Instant.parse("2026-07-01T00:00:00Z"));
    }

    static TokenRequest request() {
        return request("exastro/organization/org-01", 365);
    }

    static TokenRequest request(String credential, int days) {
        return new TokenRequest(
                ACCOUNT, new CredentialName(credential), MARKER, new TreeSet<>(List.of("api", "read_user")), days);
    }

    /** The problem of an ending that has one. */
    static Problem problem(Effect<?> effect) {
        return switch (effect) {
            case Effect.Done<?> done -> throw new AssertionError("expected a problem, but was " + done);
            case Effect.Refused<?>(Problem problem) -> problem;
            case Effect.Unclear<?>(Problem problem) -> problem;
        };
    }

    static Reason refused(Effect<?> effect) {
        if (effect instanceof Effect.Refused<?>(Problem problem)) {
            return problem.reason();
        }
        throw new AssertionError("expected Refused, but was " + effect);
    }

    static Reason unclear(Effect<?> effect) {
        if (effect instanceof Effect.Unclear<?>(Problem problem)) {
            return problem.reason();
        }
        throw new AssertionError("expected Unclear, but was " + effect);
    }

    static <T> T done(Effect<T> effect) {
        if (effect instanceof Effect.Done<T>(T value)) {
            return value;
        }
        throw new AssertionError("expected Done, but was " + effect);
    }

    private Effect<Secret> admin() {
        resolved.incrementAndGet();
        return new Effect.Done<>(Secret.of(ADMIN));
    }

    @Override
    public void close() throws IOException {
        gitlab.close();
        stub.close();
    }
}
