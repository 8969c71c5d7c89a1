package dev.koshin.issuer.gitlabrest;

import dev.koshin.issuer.TokenName;
import dev.koshin.issuer.Witness;
import dev.koshin.model.Account;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.model.UserId;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Inspection;
import dev.koshin.spi.Issued;
import dev.koshin.spi.TokenRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The issuer of one user's tokens, for one renewal. */
final class RestIssuer implements Witness {
    private static final int NO_CONTENT = 204;

    private final String userName;
    private final AdminSession session;
    private final Creation creation;
    private final Examination examination;
    private final Supplier<Instant> now;

    /** {@code now} is the server's time as far as it is known. */
    RestIssuer(
            String userName, AdminSession session, Creation creation, Examination examination, Supplier<Instant> now) {
        this.userName = userName;
        this.session = session;
        this.creation = creation;
        this.examination = examination;
        this.now = now;
    }

    @Override
    public List<String> ways() {
        return List.of(GitLabRest.WAY);
    }

    @Override
    public Effect<Account> preflight(Optional<Token> old) {
        return old.filter(token -> token.live(now.get()))
                .filter(this::namedAsOurs)
                .<Effect<Account>>map(token -> new Effect.Done<>(Account.of(token.user(), userName)))
                .orElseGet(this::lookUp);
    }

    @Override
    public Effect<Issued> issue(TokenRequest request) {
        return creation.issue(request).map(issued -> {
            expect(issued.secret());
            return issued;
        });
    }

    @Override
    public void expect(Secret value) {
        examination.expect(value);
    }

    @Override
    public Effect<Inspection> inspect(Secret value) {
        return examination.inspect(value);
    }

    @Override
    public Effect<Account> exercise(Secret value) {
        return examination.exercise(value);
    }

    @Override
    public Effect<List<Token>> marked(Account account, RenewalId marker) {
        return known(account)
                .flatMap(user -> UserTokens.listSurely(session, user, "search=" + marker))
                .map(tokens -> tokens.stream()
                        .filter(token -> marker.marks(token.name()) && token.live(now.get()))
                        .sorted(Comparator.comparingLong(token -> token.id().value()))
                        .toList());
    }

    private Effect<UserId> known(Account account) {
        return account.id()
                .<Effect<UserId>>map(Effect.Done::new)
                .orElseGet(() -> lookUp().map(found -> found.id().orElseThrow()));
    }

    /** Never with the token that goes, which would leave the next call without one; nor with one that is dead. */
    @Override
    public Effect<TokenId> revoke(TokenId id, Secret own) {
        if (session.is(id)) {
            return revoke(id, examination.caller(own));
        }
        Effect<TokenId> answer = revoke(id, session);
        return answer instanceof Effect.Refused<TokenId>(Problem problem) && AdminToken.useless(problem)
                ? byOwner(id, own, answer)
                : answer;
    }

    /**
     * A token may revoke those of its own user; if this one may not, what is wrong with the administrator's matters.
     */
    private Effect<TokenId> byOwner(TokenId id, Secret own, Effect<TokenId> before) {
        Effect<TokenId> answer = revoke(id, examination.caller(own));
        return answer instanceof Effect.Refused ? before : answer;
    }

    private Effect<TokenId> revoke(TokenId id, Caller caller) {
        Call call = Call.revoke(id);
        return caller.ask(call, Kind.MISSING).flatMap(answer -> {
            if (answer.kind() == Kind.MISSING) {
                return gone(id, call, answer, caller);
            }
            return answer.status() == NO_CONTENT ? new Effect.Done<>(id) : Endings.unreadable(call, answer.text());
        });
    }

    @Override
    public Effect<Optional<Token>> shown(TokenId id, Secret own) {
        Effect<Optional<Token>> answer = session.is(id) ? shown(id, examination.caller(own)) : shown(id, session);
        return answer instanceof Effect.Refused<Optional<Token>>(Problem problem) && AdminToken.useless(problem)
                ? shown(id, examination.caller(own))
                : answer;
    }

    private static Effect<Optional<Token>> shown(TokenId id, Caller caller) {
        Call call = Call.token(id);
        return caller.ask(call, Kind.MISSING).flatMap(answer -> {
            Optional<Token> token = answer.kind() == Kind.MISSING ? Optional.empty() : TokenJson.read(answer.json());
            return answer.kind() == Kind.MISSING || token.isPresent()
                    ? new Effect.Done<>(token)
                    : Endings.unreadable(call, "no token");
        });
    }

    /** GitLab has just shown this token, so "not found" is looked into: a token that lives on unseen is the worst. */
    private Effect<TokenId> gone(TokenId id, Call call, Answer answer, Caller caller) {
        return caller.ask(Call.token(id), Kind.MISSING)
                .flatMap(found -> found.kind() == Kind.MISSING
                                || TokenJson.read(found.json())
                                        .filter(token -> !token.live(now.get()))
                                        .isPresent()
                        ? new Effect.Done<>(id)
                        : Endings.refused(Reason.GITLAB_REFUSED, call, answer.text()));
    }

    /** The name spares a look-up and proves nothing; whose the new token is, its use shows. */
    private boolean namedAsOurs(Token token) {
        return token.name().equals(userName) || TokenName.koshins(token.name());
    }

    private Effect<Account> lookUp() {
        Call call = Call.userNamed(Power.encoded(userName));
        return session.ask(call)
                .flatMap(answer -> UserJson.find(answer.json(), userName)
                        .map(user -> usable(call, user))
                        .orElseGet(() -> missing(call, answer)));
    }

    private Effect<Account> missing(Call call, Answer answer) {
        return answer.json().isArray()
                ? Endings.refused(Reason.USER_MISSING, call, userName)
                : Endings.unreadable(call, "no list");
    }

    private Effect<Account> usable(Call call, UserJson user) {
        if (!user.state().isEmpty() && !user.state().equals("active")) {
            return Endings.refused(Reason.USER_BLOCKED, call, userName + ": " + user.state());
        }
        return user.admin().isPresent() ? new Effect.Done<>(user.account()) : powerless(call);
    }

    /** Only a caller with admin power is told who is an administrator. */
    private Effect<Account> powerless(Call call) {
        Problem problem = Problem.of(Reason.ADMIN_NOT_ADMIN, call.where(), "is_admin is missing");
        return new Effect.Refused<>(session.explained(problem));
    }
}
