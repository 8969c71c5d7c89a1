package dev.koshin.inventory;

import dev.koshin.inventory.Inventory.Spot;
import dev.koshin.journal.KnownToken;
import dev.koshin.journal.Trail;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.OldToken;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.model.TokenRef;
import dev.koshin.model.UserId;
import dev.koshin.plan.Holders;
import dev.koshin.plan.Seen;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Inspection;
import dev.koshin.spi.TokenCatalog;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that GitLab answered in one inventory. */
final class Answers {
    private final Map<Fingerprint, KnownToken> known;
    private final Map<Fingerprint, Effect<Inspection>> asked;
    private final Map<TokenId, Token> listed;
    private final Map<UserId, List<Token>> byUser;
    private final Set<TokenId> inUse = new HashSet<>();

    private Answers(
            Map<Fingerprint, KnownToken> known,
            Map<Fingerprint, Effect<Inspection>> asked,
            Map<TokenId, Token> listed) {
        this.known = known;
        this.asked = asked;
        this.listed = listed;
        this.byUser = listed.values().stream().collect(Collectors.groupingBy(Token::user));
    }

    /**
     * Asks about the values in {@code spots}: one by one if they are new, else in bulk; and which tokens the values in
     * {@code named} are, if that is not known.
     */
    static Answers ask(
            Collection<List<Spot>> spots,
            Collection<List<Spot>> named,
            Map<Fingerprint, KnownToken> known,
            TokenCatalog catalog,
            InstantSource clock) {
        Map<Fingerprint, Question> questions = questions(spots);
        Map<Fingerprint, Effect<Inspection>> asked =
                new HashMap<>(Question.askAll(questions, print -> !known.containsKey(print)));
        Map<TokenId, Token> listed = listed(catalog, users(questions.keySet(), known, asked));
        // A token that is missing from the list of tokens that are not revoked may be revoked, or hidden from a caller
        // without the power to see it. Presenting the value tells.
        asked.putAll(Question.askAll(questions, print -> hidden(print, known, listed)));
        asked.putAll(
                Question.askAll(questions(named), print -> !known.containsKey(print) && !asked.containsKey(print)));
        Answers answers = new Answers(known, asked, listed);
        Instant now = clock.instant();
        spots.forEach(list -> list.forEach(spot -> answers.note(answers.about(spot, now))));
        return answers;
    }

    private static boolean hidden(Fingerprint print, Map<Fingerprint, KnownToken> known, Map<TokenId, Token> listed) {
        return known.containsKey(print) && shown(print, known, listed).isEmpty();
    }

    /** The token of a known value as the list shows it; not another one that has its id now. */
    private static Optional<Token> shown(
            Fingerprint print, Map<Fingerprint, KnownToken> known, Map<TokenId, Token> listed) {
        return Optional.ofNullable(known.get(print))
                .flatMap(token -> Optional.ofNullable(listed.get(token.id())).filter(token::is));
    }

    private void note(Seen.Finding finding) {
        if (finding instanceof Seen.Live(Token token, var _)) {
            inUse.add(token.id());
        }
    }

    private static Map<Fingerprint, Question> questions(Collection<List<Spot>> spots) {
        Map<Fingerprint, Question> questions = new HashMap<>();
        for (List<Spot> list : spots) {
            for (Spot spot : list) {
                if (spot.held() instanceof Effect.Done<Held>(Held.Value(Secret secret))) {
                    questions.putIfAbsent(
                            secret.fingerprint(),
                            new Question(secret, spot.credential().issuer()));
                }
            }
        }
        return questions;
    }

    private static Set<UserId> users(
            Set<Fingerprint> prints, Map<Fingerprint, KnownToken> known, Map<Fingerprint, Effect<Inspection>> asked) {
        return Stream.concat(
                        known.values().stream()
                                .filter(token -> prints.contains(token.fingerprint()))
                                .map(KnownToken::user),
                        asked.values().stream().flatMap(answer -> live(answer).map(Token::user).stream()))
                .collect(Collectors.toSet());
    }

    private static Map<TokenId, Token> listed(TokenCatalog catalog, Set<UserId> users) {
        return users.isEmpty() || !(catalog.tokensOf(users) instanceof Effect.Done<List<Token>>(List<Token> tokens))
                ? Map.of()
                : tokens.stream().collect(Collectors.toMap(Token::id, token -> token, (one, _) -> one));
    }

    private static Optional<Token> live(Effect<Inspection> answer) {
        return answer instanceof Effect.Done<Inspection>(Inspection.Live(Token token))
                ? Optional.of(token)
                : Optional.empty();
    }

    /** What is known about the value in {@code spot}. */
    Seen.Finding about(Spot spot, Instant now) {
        return switch (spot.held()) {
            case Effect.Done<Held>(Held.Nothing _) -> new Seen.Empty();
            case Effect.Done<Held>(Held.Value(Secret secret)) -> about(secret.fingerprint(), now);
            case Effect.Refused<Held>(var problem) -> new Seen.Unreadable(problem);
            case Effect.Unclear<Held>(var problem) -> new Seen.Unreadable(problem);
        };
    }

    private Seen.Finding about(Fingerprint print, Instant now) {
        Optional<Token> shown = shown(print, known, listed);
        return Optional.ofNullable(asked.get(print))
                .map(answer -> Findings.of(answer, print, shown.map(Token::id)))
                .orElseGet(() -> Findings.of(shown.orElseThrow(), print, now));
    }

    /** Who holds what in {@code spots}. */
    Holders holders(Collection<List<Spot>> spots) {
        Map<Fingerprint, SortedSet<CredentialName>> byValue = new HashMap<>();
        Map<TokenId, SortedSet<CredentialName>> byToken = new HashMap<>();
        for (List<Spot> list : spots) {
            for (Spot spot : list) {
                if (spot.held() instanceof Effect.Done<Held>(Held held)) {
                    held.fingerprint().ifPresent(print -> {
                        CredentialName name = spot.credential().name();
                        byValue.computeIfAbsent(print, _ -> new TreeSet<>()).add(name);
                        token(print)
                                .ifPresent(id -> byToken.computeIfAbsent(id, _ -> new TreeSet<>())
                                        .add(name));
                    });
                }
            }
        }
        return new Holders(byValue, byToken);
    }

    private Optional<TokenId> token(Fingerprint print) {
        return Optional.ofNullable(known.get(print))
                .map(KnownToken::id)
                .or(() -> Optional.ofNullable(asked.get(print))
                        .flatMap(Answers::live)
                        .map(Token::id));
    }

    /** Values that were asked about and live, unless that was known. */
    List<KnownToken> learned(Instant now) {
        return asked.entrySet().stream()
                .flatMap(entry -> live(entry.getValue())
                        .map(token -> new KnownToken(entry.getKey(), token.id(), token.user(), now))
                        .filter(_ -> !knows(entry.getKey(), entry.getValue()))
                        .stream())
                .toList();
    }

    private boolean knows(Fingerprint print, Effect<Inspection> answer) {
        return Optional.ofNullable(known.get(print))
                .filter(token -> live(answer).filter(token::is).isPresent())
                .isPresent();
    }

    /** Live tokens of the users in {@code seen} that are in no target and belong to no open renewal. */
    List<Token> strays(List<Seen> seen, Optional<Trail> open, Instant now) {
        Set<TokenId> accounted = open.map(Answers::ids).orElse(Set.of());
        return seen.stream()
                .map(Seen::finding)
                .filter(Seen.Live.class::isInstance)
                .map(finding -> ((Seen.Live) finding).token().user())
                .distinct()
                .flatMap(user -> byUser.getOrDefault(user, List.of()).stream())
                .filter(token -> token.live(now) && !inUse.contains(token.id()) && !accounted.contains(token.id()))
                .filter(token ->
                        open.map(trail -> !trail.renewal().marks(token.name())).orElse(true))
                .toList();
    }

    /** Live tokens that the renewal replaced and has not revoked. */
    List<Token> leaving(Optional<Trail> open, Instant now) {
        return open.flatMap(Trail::proven).stream()
                .flatMap(fresh -> open.map(Answers::ids).orElse(Set.of()).stream()
                        .filter(id -> !id.equals(fresh.id()))
                        .sorted())
                .flatMap(id -> Optional.ofNullable(listed.get(id)).stream())
                .filter(token -> token.live(now))
                .toList();
    }

    private static Set<TokenId> ids(Trail trail) {
        return Stream.concat(
                        trail.old().stream().map(OldToken::id).flatMap(Optional::stream),
                        trail.made().stream().map(TokenRef::id))
                .collect(Collectors.toSet());
    }
}
