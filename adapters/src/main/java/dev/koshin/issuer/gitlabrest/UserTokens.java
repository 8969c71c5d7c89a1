package dev.koshin.issuer.gitlabrest;

import dev.koshin.model.Token;
import dev.koshin.model.UserId;
import dev.koshin.spi.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The tokens of one user. */
final class UserTokens {
    private UserTokens() {}

    /**
     * All pages of the list. Old servers do not filter when they do not know the user, so a row of somebody else ends
     * the list: this user has no tokens. A new one says 404, which means the same.
     */
    static Effect<List<Token>> list(AdminSession session, UserId user, String filter) {
        return pages(session, user, filter, Kind.MISSING);
    }

    /** The same, but a 404 is believed only if GitLab also says that there is no such user: nothing may be missed. */
    static Effect<List<Token>> listSurely(AdminSession session, UserId user, String filter) {
        Effect<List<Token>> listed = pages(session, user, filter);
        return listed instanceof Effect.Refused ? noneIfGone(session, user, listed) : listed;
    }

    private static Effect<List<Token>> noneIfGone(AdminSession session, UserId user, Effect<List<Token>> listed) {
        return session.ask(Call.user(user), Kind.MISSING) instanceof Effect.Done<Answer>(Answer answer)
                        && answer.kind() == Kind.MISSING
                ? new Effect.Done<>(List.of())
                : listed;
    }

    private static Effect<List<Token>> pages(AdminSession session, UserId user, String filter, Kind... accepted) {
        List<Token> found = new ArrayList<>();
        int page = 1;
        while (true) {
            Effect<TokenPage> one = TokenPage.ask(session, "user_id=" + user.value() + "&" + filter, page, accepted);
            if (!(one instanceof Effect.Done<TokenPage>(TokenPage(var tokens, OptionalInt next, var _)))) {
                return one.map(TokenPage::tokens);
            }
            tokens.stream().filter(token -> token.user().equals(user)).forEach(found::add);
            boolean foreign = tokens.stream().anyMatch(token -> !token.user().equals(user));
            if (foreign || next.isEmpty() || next.getAsInt() <= page) {
                return new Effect.Done<>(List.copyOf(found));
            }
            page = next.getAsInt();
        }
    }
}
