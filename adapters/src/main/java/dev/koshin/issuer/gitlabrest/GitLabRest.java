package dev.koshin.issuer.gitlabrest;

import dev.koshin.http.Http;
import dev.koshin.http.HttpOptions;
import dev.koshin.issuer.Witness;
import dev.koshin.spi.Effect;
import dev.koshin.spi.TokenCatalog;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A GitLab, reached over its REST API. Safe for any number of threads; made for virtual ones.
 *
 * <p>All issuers and lists of one instance share one connection pool and one pace: so many calls at once, and none
 * while GitLab asks to wait or its throttle is near. They also share what GitLab said to a token's value: one that it
 * denied is not presented again as long as this object lives, which is one run.
 */
public final class GitLabRest implements AutoCloseable {
    /** The name of this way to make tokens. */
    public static final String WAY = "gitlab-rest";

    private final GitLabRestOptions options;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ServerClock server = new ServerClock(System::nanoTime);
    private final LongestLifetime longest = new LongestLifetime();
    private final Http http;
    private final Channel channel;

    /** Makes no call. A bundle of certificates that cannot be read shows in the ending of every call. */
    public GitLabRest(GitLabRestOptions options) {
        this.options = options;
        this.http = new Http(options.http());
        Pace pace = new Pace(options.concurrency(), options.clock(), options.pauses());
        this.channel = new Channel(new Wire(http, server), pace, options.pauses());
    }

    /** An issuer of tokens for {@code userName}, to be used for one renewal and then dropped. */
    public Witness issuer(String userName) {
        AdminSession session = session();
        return new RestIssuer(
                userName,
                session,
                new Creation(session, server, options.clock(), longest),
                new Examination(channel),
                this::now);
    }

    /** The way to this server, for others that speak with it. */
    public HttpOptions http() {
        return options.http();
    }

    /** Lists of tokens; each list resolves the administrator's token anew. */
    public TokenCatalog catalog() {
        return new RestCatalog(this::session, new Crew(threads, options.concurrency()));
    }

    /** Examines the server and the administrator's token, without changing anything. Done can hold problems. */
    public Effect<AdminReport> preflight() {
        return new AdminCheck(session(), server, options.clock(), longest).report();
    }

    /** Which version the server has, with one call, or two if it is old; empty if it does not tell. */
    public Optional<String> version() {
        return Release.ask(session()) instanceof Effect.Done<Release>(Release release)
                ? release.server().map(AdminReport.Server::version)
                : Optional.empty();
    }

    /** How many requests were sent since the start, each try counted. */
    public long calls() {
        return http.calls();
    }

    /** Cuts what is still under way. */
    @Override
    public void close() {
        http.close();
        threads.close();
    }

    private AdminSession session() {
        return new AdminSession(channel, options.admin());
    }

    private Instant now() {
        return server.now().orElseGet(options.clock()::instant);
    }
}
