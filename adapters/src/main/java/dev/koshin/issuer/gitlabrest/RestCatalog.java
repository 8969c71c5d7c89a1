package dev.koshin.issuer.gitlabrest;

import dev.koshin.model.Problem;
import dev.koshin.model.Token;
import dev.koshin.model.UserId;
import dev.koshin.spi.Effect;
import dev.koshin.spi.TokenCatalog;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Chooses between one list of all tokens and one list per user, by the length that the first page tells. */
final class RestCatalog implements TokenCatalog {
    /** A list of so many further pages is read even for a single user. */
    private static final int ALWAYS_WORTH_PAGES = 10;

    /** Above this many rows GitLab does not say how many there are, so there are at least so many further pages. */
    private static final int PAGES_WHEN_UNTOLD = 100;

    /** The order keeps pages from overlapping; servers that do not know it ignore it. */
    private static final String ALL = "revoked=false&sort=created_asc";

    private static final String LIVE = "revoked=false";

    private final Supplier<AdminSession> sessions;
    private final Crew crew;

    RestCatalog(Supplier<AdminSession> sessions, Crew crew) {
        this.sessions = sessions;
        this.crew = crew;
    }

    @Override
    public Effect<List<Token>> tokensOf(Set<UserId> users) {
        if (users.isEmpty()) {
            return new Effect.Done<>(List.of());
        }
        AdminSession session = sessions.get();
        return TokenPage.ask(session, ALL, 1)
                .flatMap(first -> first.next().isEmpty()
                        ? trusted(session, first.tokens(), users)
                        : further(session, first, users))
                .map(RestCatalog::eachOnce);
    }

    private Effect<List<Token>> further(AdminSession session, TokenPage first, Set<UserId> users) {
        int worth = Math.max(ALWAYS_WORTH_PAGES, users.size());
        int more = first.pages().isPresent() ? first.pages().getAsInt() - 1 : PAGES_WHEN_UNTOLD;
        if (more > worth) {
            return perUser(session, users);
        }
        return first.pages().isPresent()
                ? together(session, first, users)
                : oneByOne(session, first.tokens(), first, users);
    }

    private Effect<List<Token>> together(AdminSession session, TokenPage first, Set<UserId> users) {
        List<Integer> numbers =
                IntStream.rangeClosed(2, first.pages().getAsInt()).boxed().toList();
        return crew.each(numbers, number -> TokenPage.ask(session, ALL, number))
                .flatMap(pages -> onward(session, first, pages, users));
    }

    /**
     * How many pages there are, GitLab said before somebody made more tokens; whether one follows, the last page says.
     */
    private Effect<List<Token>> onward(
            AdminSession session, TokenPage first, List<TokenPage> pages, Set<UserId> users) {
        List<Token> found =
                joined(first.tokens(), pages.stream().map(TokenPage::tokens).toList());
        TokenPage last = pages.isEmpty() ? first : pages.getLast();
        return last.next().orElse(0) > pages.size() + 1
                ? oneByOne(session, found, last, users)
                : trusted(session, found, users);
    }

    /** The end is not known; after as many pages as there are users, asking for each user is cheaper. */
    private Effect<List<Token>> oneByOne(AdminSession session, List<Token> before, TokenPage first, Set<UserId> users) {
        List<Token> found = before;
        TokenPage last = first;
        for (int pages = 1; last.next().isPresent(); pages++) {
            if (pages > users.size()) {
                return perUser(session, users);
            }
            switch (TokenPage.ask(session, ALL, last.next().getAsInt())) {
                case Effect.Done<TokenPage>(TokenPage page) -> last = page;
                case Effect.Refused<TokenPage>(Problem problem) -> {
                    return new Effect.Refused<>(problem);
                }
                case Effect.Unclear<TokenPage>(Problem problem) -> {
                    return new Effect.Unclear<>(problem);
                }
            }
            found = joined(found, List.of(last.tokens()));
        }
        return trusted(session, found, users);
    }

    private Effect<List<Token>> perUser(AdminSession session, Set<UserId> users) {
        return crew.each(users, user -> UserTokens.list(session, user, LIVE)).map(lists -> joined(List.of(), lists));
    }

    /**
     * A caller without admin power gets a list of its own tokens only, and no word about it. When that may have
     * happened, one list of a user who is missing tells: it is refused.
     */
    private static Effect<List<Token>> trusted(AdminSession session, List<Token> found, Set<UserId> users) {
        Set<UserId> owners = found.stream().map(Token::user).collect(Collectors.toSet());
        return owners.size() > 1
                ? new Effect.Done<>(found)
                : users.stream()
                        .filter(user -> !owners.contains(user))
                        .findFirst()
                        .map(user -> UserTokens.list(session, user, LIVE).map(more -> joined(found, List.of(more))))
                        .orElseGet(() -> new Effect.Done<>(found));
    }

    private static List<Token> joined(List<Token> some, Collection<List<Token>> more) {
        return Stream.concat(some.stream(), more.stream().flatMap(List::stream)).toList();
    }

    /** Rows move between pages when somebody makes a token meanwhile. */
    private static List<Token> eachOnce(List<Token> tokens) {
        Map<Long, Token> byId = new TreeMap<>();
        tokens.forEach(token -> byId.putIfAbsent(token.id().value(), token));
        return List.copyOf(byId.values());
    }
}
