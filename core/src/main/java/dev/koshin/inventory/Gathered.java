package dev.koshin.inventory;

import dev.koshin.journal.KnownToken;
import dev.koshin.journal.Past;
import dev.koshin.model.CredentialName;
import dev.koshin.plan.Observation;
import dev.koshin.spi.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an inventory found.
 *
 * @param observations in the order in which the credentials were given
 * @param learned values that GitLab was asked about for the first time
 * @param views the places that could be read, as they were
 * @param pasts what the journal knows of each credential, also of those that were not asked for
 */
public record Gathered(
        Instant at,
        Map<CredentialName, Observation> observations,
        List<KnownToken> learned,
        Map<Place, Place.View> views,
        Map<CredentialName, Past> pasts) {

    /** What was found about one of the credentials that were asked for. */
    public Observation of(CredentialName credential) {
        return Optional.ofNullable(observations.get(credential)).orElseThrow();
    }
}
