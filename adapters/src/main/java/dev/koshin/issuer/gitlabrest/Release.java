package dev.koshin.issuer.gitlabrest;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which GitLab it is, as far as it tells: {@code /metadata} came with 15.2, {@code /version} is older and marked to go.
 *
 * <p>For people only. What Koshin does never depends on it: a feature is there when GitLab answers to it.
 *
 * @param server empty when neither tells
 * @param problem present when neither tells, with the last answer
 */
record Release(Optional<AdminReport.Server> server, Optional<Problem> problem) {
    private static final Pattern VERSION = Pattern.compile("\\d{1,3}\\.\\d{1,3}[0-9A-Za-z.+-]{0,60}");

    /** What an answer may be without ending the look: some sites close these paths in their proxy. */
    private static final Kind[] SILENCE = {
        Kind.SCOPE_MISSING, Kind.FORBIDDEN, Kind.MISSING, Kind.NO_ROUTE, Kind.REFUSED, Kind.NOT_JSON
    };

    /** Asks with one call, or with two when the first does not tell. */
    static Effect<Release> ask(AdminSession session) {
        return session.ask(Call.METADATA, SILENCE)
                .flatMap(answer ->
                        server(answer).isPresent() ? new Effect.Done<>(answer) : session.ask(Call.VERSION, SILENCE))
                .map(Release::of);
    }

    private static Release of(Answer last) {
        Optional<AdminReport.Server> server = server(last);
        return new Release(
                server,
                server.isPresent()
                        ? Optional.empty()
                        : Optional.of(Problem.of(Reason.GITLAB_VERSION_UNKNOWN, Call.VERSION.where(), last.text())));
    }

    private static Optional<AdminReport.Server> server(Answer answer) {
        return answer.json()
                .path("version")
                .stringValueOpt()
                .filter(version -> answer.kind() == Kind.OK)
                .filter(version -> VERSION.matcher(version).matches())
                .map(version -> new AdminReport.Server(
                        version,
                        answer.json().path("revision").stringValue(""),
                        answer.json().path("enterprise").booleanValue(false)));
    }
}
