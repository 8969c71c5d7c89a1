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
        List<Token> found = new ArrayList<>();
        int page = 1;
        while (true) {
            Effect<TokenPage> one =
                    TokenPage.ask(session, "user_id=" + user.value() + "&" + filter, page, Kind.MISSING);
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
