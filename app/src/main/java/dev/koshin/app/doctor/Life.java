package dev.koshin.app.doctor;

import dev.koshin.app.view.Forecast;
import dev.koshin.inventory.Credential;
import dev.koshin.issuer.gitlabrest.AdminReport;
import dev.koshin.model.Expiry;
import dev.koshin.model.Problem;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.plan.Observation;
import dev.koshin.plan.Policy;
import dev.koshin.plan.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How long one thing goes on working. Pure.
 *
 * @param token which token it is; two of the same are one thing
 * @param end empty if it has no end, or has ended
 * @param due whether it is time to renew it
 */
record Life(String credential, Optional<TokenId> token, Optional<Instant> end, boolean dead, boolean due) {
    /** Stands for the token that Koshin itself works with, unless a credential holds it. */
    static final String ADMIN = "gitlab.admin";

    /** What is known of one credential. */
    record Known(List<Life> lives, List<Problem> unseen) {}

    static Life dead(String credential) {
        return new Life(credential, Optional.empty(), Optional.empty(), true, true);
    }

    static Life admin(AdminReport report, Policy policy, Instant now) {
        Optional<Instant> end = report.expiry().map(Expiry::instant);
        boolean due = end.filter(instant -> !instant.minus(policy.renewBefore()).isAfter(now))
                .isPresent();
        return new Life(ADMIN, Optional.of(report.token()), end, false, due);
    }

    /** A target with a dead value has stopped working, even if another one has a live one. */
    static Known of(Credential credential, Observation seen) {
        String name = credential.name().value();
        List<Life> lives = new ArrayList<>();
        List<Problem> unseen = new ArrayList<>();
        for (Seen one : seen.seen()) {
            switch (one.finding()) {
                case Seen.Live(Token token, var _) -> lives.add(live(name, token, credential.policy(), seen.at()));
                case Seen.Expired _, Seen.Revoked _, Seen.Unknown _, Seen.Ownerless _ -> lives.add(dead(name));
                case Seen.Unreadable(Problem problem) -> unseen.add(problem);
                case Seen.Empty _ -> {}
            }
        }
        return new Known(lives.stream().min(FIRST).stream().toList(), unseen);
    }

    private static Life live(String name, Token token, Policy policy, Instant now) {
        boolean due = policy.due(token).filter(from -> !from.isAfter(now)).isPresent();
        return new Life(name, Optional.of(token.id()), token.expiry().map(Expiry::instant), false, due);
    }

    private static final Comparator<Life> FIRST =
            Comparator.comparing((Life life) -> !life.dead).thenComparing(life -> life.end.orElse(Instant.MAX));

    /** What breaks first of {@code lives}, of which the earlier ones name a token that several hold. */
    static Forecast forecast(List<Life> lives, Instant now, List<Problem> unseen) {
        Set<TokenId> met = new HashSet<>();
        List<Life> each = lives.stream()
                .filter(life -> life.token.isEmpty() || met.add(life.token.get()))
                .toList();
        Optional<Forecast.Breaks> first = each.stream()
                .filter(life -> life.dead || life.end.isPresent())
                .min(FIRST)
                .map(life -> new Forecast.Breaks(life.credential, life.end, life.left(now)));
        int soon = (int) each.stream().filter(Life::due).count();
        return new Forecast(first, soon, each.size(), unseen);
    }

    private Duration left(Instant now) {
        return end.map(instant -> Duration.between(now, instant))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }
}
