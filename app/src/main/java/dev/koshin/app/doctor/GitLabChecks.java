package dev.koshin.app.doctor;

import dev.koshin.app.view.Check;
import dev.koshin.issuer.gitlabrest.AdminReport;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;
import java.util.ArrayList;
import java.util.List;

/** GitLab under the address that Koshin uses, and the administrator's token. */
final class GitLabChecks implements Subject {
    private final Facts facts;

    GitLabChecks(Facts facts) {
        this.facts = facts;
    }

    @Override
    public List<Check> examine() {
        return switch (facts.admin()) {
            case Effect.Done<AdminReport>(AdminReport report) -> seen(report);
            case Effect.Refused<AdminReport>(Problem problem) -> down(problem);
            case Effect.Unclear<AdminReport>(Problem problem) -> down(problem);
        };
    }

    private static List<Check> down(Problem problem) {
        List<Check> checks = new ArrayList<>();
        checks.add(Check.failed(Keys.GITLAB, problem));
        checks.addAll(Judgement.unseen(problem, Keys.ADMIN, Keys.LIFETIME, Keys.CLOCK));
        return checks;
    }

    private List<Check> seen(AdminReport report) {
        return List.of(
                Judgement.of(Keys.GITLAB, server(report), problems(report, Keys.GITLAB)),
                Judgement.of(Keys.ADMIN, admin(report), problems(report, Keys.ADMIN)),
                Check.ok(Keys.LIFETIME, lifetime(report)),
                Judgement.of(
                        Keys.CLOCK,
                        facts.text("doctor.clock", report.ahead().abs().toSeconds()),
                        problems(report, Keys.CLOCK)));
    }

    private static List<Problem> problems(AdminReport report, String check) {
        return report.problems().stream()
                .filter(problem -> check(problem.reason()).equals(check))
                .toList();
    }

    private static String check(Reason reason) {
        return reason == Reason.CLOCK_DIFFERS
                ? Keys.CLOCK
                : reason == Reason.GITLAB_VERSION_UNKNOWN ? Keys.GITLAB : Keys.ADMIN;
    }

    private String server(AdminReport report) {
        return facts.text(
                "doctor.gitlab",
                facts.config().gitlab().url(),
                report.server().map(AdminReport.Server::version).orElse("?"));
    }

    private String lifetime(AdminReport report) {
        int asked = facts.config().policy().lifetimeDays();
        return report.longestLifetimeDays().isPresent()
                ? facts.text(
                        "doctor.lifetime.known",
                        asked,
                        report.longestLifetimeDays().getAsInt())
                : facts.text("doctor.lifetime", asked);
    }

    private String admin(AdminReport report) {
        return facts.text(
                "doctor.admin",
                report.user().name(),
                report.user().id().map(id -> id.value()).orElseThrow(),
                String.join(" ", report.scopes()),
                report.expiry()
                        .map(expiry -> facts.screen().time(expiry.instant()))
                        .orElseGet(() -> facts.text("expires.never")));
    }
}
