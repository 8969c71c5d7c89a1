package dev.koshin.simulator.web.git;

import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.api.call.ParamsReader;
import dev.koshin.simulator.http.Field;
import dev.koshin.simulator.http.Reply;
import dev.koshin.simulator.http.Request;
import dev.koshin.simulator.profile.Feature;
import dev.koshin.simulator.state.Place;
import dev.koshin.simulator.state.Space;
import dev.koshin.simulator.web.answer.Door;
import dev.koshin.simulator.web.answer.Handler;
import dev.koshin.simulator.web.answer.Replies;
import dev.koshin.simulator.web.answer.Told;
import dev.koshin.simulator.web.answer.Visit;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code GET /<path>.git/info/refs?service=…}: the first question of every fetch and every push. */
public final class GitDoor implements Handler {
    private static final Pattern PATH = Pattern.compile("/(.+)\\.git/info/refs");
    private static final Field REALM = new Field("Www-Authenticate", "Basic realm=\"GitLab\"");
    private static final Field UNCACHED = new Field("Pragma", "no-cache");

    private final Reception reception;
    private final String refusal;

    private GitDoor(Instance instance) {
        this.reception = new Reception(instance.profile());
        this.refusal = refusal(instance);
    }

    /** The door of this instance. */
    public static Door of(Instance instance) {
        return new Door("GET /:path.git/info/refs", GitDoor::opens, new GitDoor(instance));
    }

    private static boolean opens(Request request) {
        return request.method().equals("GET")
                && PATH.matcher(request.path()).matches()
                && service(request.query()).isPresent();
    }

    @Override
    public Told answer(Visit visit) {
        Service service = service(visit.request().query()).orElseThrow();
        Optional<Space> project = project(visit);
        Client client = reception.receive(BasicLogin.of(visit.request()), project, visit.state(), visit.now());
        Reply reply = reply(Verdict.on(client, service, project, visit.state()), service, visit.now());
        return client instanceof Client.Person person
                ? Told.to(person.user(), person.token(), reply)
                : Told.nobody(reply);
    }

    private Reply reply(Verdict verdict, Service service, Instant now) {
        return switch (verdict) {
            case Verdict.Granted _ -> {
                String type = "application/x-" + service.word() + "-advertisement";
                yield Replies.reply(200, type, Advertisement.of(service), now, UNCACHED);
            }
            case Verdict.Challenged _ -> Replies.text(401, refusal, now, REALM);
            case Verdict.Hidden _ ->
                Replies.text(
                        404,
                        "The project you were looking for could not be found or you don't have permission to view it.",
                        now);
            case Verdict.Forbidden(String reason) -> Replies.text(403, reason, now);
        };
    }

    private static Optional<Space> project(Visit visit) {
        Matcher path = PATH.matcher(ParamsReader.decoded(visit.request().path()));
        return path.matches() ? visit.state().spaces().find(Place.Kind.PROJECT, path.group(1)) : Optional.empty();
    }

    private static Optional<Service> service(String query) {
        return query.startsWith("service=") ? Service.of(query.substring("service=".length())) : Optional.empty();
    }

    private static String refusal(Instance instance) {
        String help = " See " + instance.url("/help/topics/git/troubleshooting_git");
        return instance.profile().has(Feature.LONG_GIT_REFUSAL)
                ? "HTTP Basic: Access denied. If a password was provided for Git authentication, the password was"
                        + " incorrect or you're required to use a token instead of a password. If a token was"
                        + " provided, it was either incorrect, expired, or improperly scoped." + help
                : "HTTP Basic: Access denied. The provided password or token is incorrect or your account has 2FA"
                        + " enabled and you must use a personal access token instead of a password." + help;
    }
}
