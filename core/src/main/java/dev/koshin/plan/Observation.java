package dev.koshin.plan;

import dev.koshin.journal.KnownToken;
import dev.koshin.journal.Past;
import dev.koshin.journal.Trail;
import dev.koshin.model.CredentialName;
import dev.koshin.model.OldToken;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known about one credential at one moment.
 *
 * @param seen one element per target, in the order of the configuration
 * @param open the renewal that is not finished, if there is one
 * @param strays live tokens of the same user that no renewal accounts for
 * @param leaving live tokens that the open renewal revokes at its end; their last use is worth a look
 * @param holders who holds which value, this credential and all others
 * @param past what was proven before
 */
public record Observation(
        CredentialName credential,
        Instant at,
        List<Seen> seen,
        Optional<Trail> open,
        List<Token> strays,
        List<Token> leaving,
        Holders holders,
        Past past) {

    /** The live tokens in the targets, each once; GitLab may have told their last use differently each time. */
    public List<Token> live() {
        Map<TokenId, Token> live = new LinkedHashMap<>();
        for (Seen one : seen) {
            if (one.finding() instanceof Seen.Live(Token token, var _)) {
                live.putIfAbsent(token.id(), token);
            }
        }
        return List.copyOf(live.values());
    }

    /** What a renewal would replace, each value once. */
    public List<OldToken> old() {
        return seen.stream().flatMap(one -> one.old().stream()).distinct().toList();
    }

    /**
     * The token that was proven last, if it lives and none of the targets holds it any more: one of the strays, and
     * Koshin's own. Not one that got its id from a GitLab that was restored from a backup.
     */
    public Optional<Token> unheld() {
        return past.last()
                .flatMap(proof -> strays.stream()
                        .filter(token -> token.id().equals(proof.token().id()))
                        .filter(token -> !token.created().isAfter(proof.at().plus(KnownToken.SKEW)))
                        .findFirst());
    }

    /** This observation with what was found later. */
    public Observation with(List<Seen> later, Instant now) {
        return new Observation(credential, now, later, open, strays, leaving, holders, past);
    }
}
