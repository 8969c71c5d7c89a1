package dev.koshin.renew;

import dev.koshin.journal.Entry;
import dev.koshin.journal.Trail;
import dev.koshin.model.Account;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.plan.Policy;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.TokenRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** From {@link State.Planned} to {@link State.Issued}: checks everything that can be checked, then asks for a token. */
final class Issuing {
    /** A renewal that asked for this many tokens in vain is parked; something eats answers. */
    private static final int MAX_TRIES = 20;

    /** One process asks no more than this; a GitLab that eats every answer gets time until the next run. */
    private static final int TRIES_OF_A_RUN = 3;

    private Issuing() {}

    static State step(Run run, State.Planned planned) {
        if (planned.trail().tries() >= MAX_TRIES) {
            return stop(run, planned, Run.problem(Reason.TOKEN_LOST_TOO_OFTEN, MAX_TRIES));
        }
        Optional<Problem> foreign = firstForeign(run, planned);
        if (foreign.isPresent()) {
            return stop(run, planned, foreign.get());
        }
        return switch (run.credential()
                .issuer()
                .preflight(planned.live().stream().findFirst())) {
            case Effect.Done<Account>(Account account) -> checked(run, planned, identified(run, planned, account));
            case Effect.Refused<Account>(Problem problem) -> stop(run, planned, problem);
            case Effect.Unclear<Account>(Problem problem) -> stop(run, planned, problem);
        };
    }

    private static Optional<Problem> firstForeign(Run run, State.Planned planned) {
        for (State.Slot slot : planned.slots()) {
            Effect<Held> seen = Recognition.of(
                    planned.trail(),
                    slot.target().name(),
                    slot.held(),
                    run.credential().issuer());
            if (!(seen instanceof Effect.Done)) {
                return Optional.of(Run.problem(seen));
            }
        }
        return Optional.empty();
    }

    /** A value that lives tells whose it is, if nobody else does; only then is it known that it may be revoked. */
    private static Account identified(Run run, State.Planned planned, Account account) {
        if (account.id().isPresent() || planned.live().isEmpty()) {
            return account;
        }
        return planned.slots().stream()
                .map(State.Slot::held)
                .filter(Held.Value.class::isInstance)
                .map(held -> run.credential().issuer().exercise(((Held.Value) held).secret()))
                .filter(answer -> answer instanceof Effect.Done<Account>(Account owner) && account.fits(owner))
                .map(answer -> ((Effect.Done<Account>) answer).value())
                .findFirst()
                .orElse(account);
    }

    private static State checked(Run run, State.Planned planned, Account account) {
        Set<TokenId> strangers = planned.live().stream()
                .filter(token -> !account.owns(token))
                .map(Token::id)
                .collect(Collectors.toSet());
        if (strangers.isEmpty()) {
            return issue(run, planned, account);
        }
        return run.order().asks(Order.Wish.REPLACE) || planned.trail().replace()
                ? issue(run, planned.leaving(strangers), account)
                : park(run, planned.leaving(strangers), Run.problem(Reason.USER_DIFFERS, account.name(), strangers));
    }

    private static State issue(Run run, State.Planned planned, Account account) {
        Effect<Set<RenewalId>> kept = Keeping.old(run, planned);
        if (!(kept instanceof Effect.Done<Set<RenewalId>>(Set<RenewalId> all))) {
            return stop(run, planned, Run.problem(kept));
        }
        Trail trail = recorded(run, planned);
        Keeping.removeOthers(run, trail, all);
        return asked(run, trail, planned, account);
    }

    private static State asked(Run run, Trail trail, State.Planned planned, Account account) {
        return switch (run.credential().issuer().issue(request(run, trail, planned.live(), account))) {
            case Effect.Done<dev.koshin.spi.Issued>(var fresh) ->
                new State.Issued(trail, account, planned.slots(), fresh);
            case Effect.Refused<dev.koshin.spi.Issued>(Problem problem) ->
                run.stop(trail, problem, new Entry.NotIssued(trail.renewal()));
            case Effect.Unclear<dev.koshin.spi.Issued>(Problem problem) ->
                lookedUp(run, trail, planned, account, problem);
        };
    }

    /** One sync for both entries; before it nothing was changed anywhere, so nothing needs to be remembered. */
    private static Trail recorded(Run run, State.Planned planned) {
        Trail trail = planned.trail();
        Entry.Issuing issuing = new Entry.Issuing(trail.renewal());
        if (planned.recorded()) {
            return run.append(trail, issuing);
        }
        run.tools().journal().append(run.lease(), List.of(started(trail), issuing));
        return run.with(trail, List.of(issuing));
    }

    static Entry.Started started(Trail trail) {
        return new Entry.Started(trail.renewal(), trail.credential(), trail.old(), trail.why());
    }

    /**
     * An answer was lost. Looking by marker shows that GitLab answers again, and gives the token of the lost answer its
     * time to appear; then another one is asked for. The lost one is revoked at the end, with the other leftovers.
     */
    private static State lookedUp(Run run, Trail trail, State.Planned planned, Account account, Problem problem) {
        return switch (run.credential().issuer().marked(account, trail.renewal())) {
            case Effect.Done<List<Token>> _ ->
                planned.asked() + 1 < TRIES_OF_A_RUN ? planned.askingAgain(trail) : run.stop(trail, problem);
            case Effect.Refused<List<Token>> _, Effect.Unclear<List<Token>> _ -> run.stop(trail, problem);
        };
    }

    private static TokenRequest request(Run run, Trail trail, List<Token> live, Account account) {
        TreeSet<String> scopes = new TreeSet<>(run.credential().scopes());
        live.stream().filter(account::owns).forEach(token -> scopes.addAll(token.scopes()));
        return new TokenRequest(account, trail.credential(), trail.renewal(), scopes, lifetimeDays(run));
    }

    private static int lifetimeDays(Run run) {
        Policy policy = run.credential().policy();
        return policy.lifetimeDays() - run.tools().random().nextInt(policy.spreadDays() + 1);
    }

    /** As long as nobody knows whose tokens the targets hold, no renewal is begun that would revoke them. */
    private static State stop(Run run, State.Planned planned, Problem problem) {
        return planned.recorded()
                ? run.stop(planned.trail(), problem)
                : new State.Stopped(Beginning.leave(run, Beginning.failed(problem)));
    }

    private static State park(Run run, State.Planned planned, Problem problem) {
        if (planned.recorded()) {
            return run.stop(planned.trail(), problem);
        }
        Entry.Parked parked = new Entry.Parked(planned.trail().renewal(), problem);
        run.tools().journal().release(run.lease(), List.of(started(planned.trail()), parked));
        return new State.Stopped(new Outcome.Parked(problem));
    }
}
