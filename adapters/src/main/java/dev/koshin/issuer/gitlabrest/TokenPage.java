package dev.koshin.issuer.gitlabrest;

import dev.koshin.model.Token;
import dev.koshin.spi.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * One page of a list of tokens. The {@code Link} header is not used: it names the host that GitLab believes to have,
 * not the one that was called.
 *
 * @param next empty on the last page
 * @param pages how many there are in all; GitLab does not say it above 10,000 rows
 */
record TokenPage(List<Token> tokens, OptionalInt next, OptionalInt pages) {
    /** Asks for page {@code number} of the list that {@code filter} describes. */
    static Effect<TokenPage> ask(AdminSession session, String filter, int number, Kind... accepted) {
        Call call = Call.tokens(filter, number);
        return session.ask(call, accepted)
                .flatMap(answer -> answer.kind() == Kind.OK
                        ? read(call, answer)
                        : new Effect.Done<>(new TokenPage(List.of(), OptionalInt.empty(), OptionalInt.empty())));
    }

    private static Effect<TokenPage> read(Call call, Answer answer) {
        if (!answer.json().isArray()) {
            return Endings.unreadable(call, "no list");
        }
        List<Token> tokens = new ArrayList<>(answer.json().size());
        for (JsonNode row : answer.json()) {
            Optional<Token> token = TokenJson.read(row);
            if (token.isEmpty()) {
                return Endings.unreadable(call, "no token");
            }
            tokens.add(token.get());
        }
        return new Effect.Done<>(new TokenPage(tokens, answer.number("X-Next-Page"), pages(answer)));
    }

    /** An empty list has {@code X-Total: 0} and {@code X-Total-Pages: 1}. */
    private static OptionalInt pages(Answer answer) {
        OptionalInt pages = answer.number("X-Total-Pages");
        OptionalInt total = answer.number("X-Total");
        return pages.isPresent() || total.isEmpty()
                ? pages
                : OptionalInt.of(Math.ceilDiv(total.getAsInt(), Call.ROWS_PER_PAGE));
    }
}
