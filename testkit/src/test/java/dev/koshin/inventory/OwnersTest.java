package dev.koshin.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.journal.Past;
import dev.koshin.model.Account;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.TokenId;
import dev.koshin.model.TokenRef;
import dev.koshin.plan.Holders;
import dev.koshin.plan.Observation;
import dev.koshin.plan.Seen;
import dev.koshin.renew.IssuerAround;
import dev.koshin.spi.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Why GitLab does not know a proven token any more. */
final class OwnersTest {
    private static final Secret PROVEN = Secret.of("glpat-the-proven-one");
    private static final Secret OTHER = Secret.of("glpat-another-one");
    private static final Problem MISSING = Problem.of(Reason.USER_MISSING, "users", "ITA_ORG");
    private static final Problem BLOCKED = Problem.of(Reason.USER_BLOCKED, "users", "ITA_ORG");

    private final Catalogued world = new Catalogued();
    private final List<String> asked = new ArrayList<>();

    private Seen.Finding after(Seen.Finding finding, Effect<Account> owner) {
        Credential credential = credential(owner);
        Observation seen = observation(credential.name(), finding);
        List<Inventory.Spot> spots = List.of(new Inventory.Spot(
                credential,
                credential.targets().getFirst().name(),
                credential.targets().getFirst().read()));
        Map<CredentialName, Observation> answered =
                Owners.ask(Map.of(credential.name(), seen), Map.of(credential.name(), spots));
        assertThat(answered).containsOnlyKeys(credential.name());
        return answered.values().iterator().next().seen().getFirst().finding();
    }

    private Credential credential(Effect<Account> owner) {
        Credential one = world.credential("one", world.user, PROVEN);
        return new Credential(
                one.name(),
                one.user(),
                new IssuerAround(one.issuer()) {
                    @Override
                    public Effect<Account> owner() {
                        asked.add("owner");
                        return owner;
                    }
                },
                one.targets(),
                one.consumers(),
                one.policy(),
                one.scopes());
    }

    private Observation observation(CredentialName name, Seen.Finding finding) {
        Past past = new Past(
                Optional.of(new Past.Proof(new TokenRef(new TokenId(7), PROVEN.fingerprint()), world.clock.instant())),
                List.of());
        return new Observation(
                name,
                world.clock.instant(),
                List.of(new Seen(
                        world.credential("one", world.user, PROVEN)
                                .targets()
                                .getFirst()
                                .name(),
                        finding)),
                Optional.empty(),
                List.of(),
                List.of(),
                Holders.NOBODY,
                past);
    }

    @Test
    void a_missing_or_blocked_user_explains_it() {
        Seen.Finding unknown = new Seen.Unknown(PROVEN.fingerprint());
        assertThat(after(unknown, new Effect.Refused<>(MISSING)))
                .isEqualTo(new Seen.Ownerless(PROVEN.fingerprint(), MISSING));
        assertThat(after(unknown, new Effect.Refused<>(BLOCKED)))
                .isEqualTo(new Seen.Ownerless(PROVEN.fingerprint(), BLOCKED));
        assertThat(after(
                        new Seen.Revoked(Optional.of(new TokenId(7)), PROVEN.fingerprint()),
                        new Effect.Refused<>(MISSING)))
                .as("the tokens of a deleted user are revoked")
                .isEqualTo(new Seen.Ownerless(PROVEN.fingerprint(), MISSING));
        assertThat(asked).hasSize(3);
    }

    @Test
    void a_user_who_is_there_or_a_gitlab_that_is_not_explains_nothing() {
        Seen.Finding unknown = new Seen.Unknown(PROVEN.fingerprint());
        assertThat(after(unknown, new Effect.Done<>(world.user))).isEqualTo(unknown);
        assertThat(after(unknown, new Effect.Refused<>(Problem.of(Reason.GITLAB_UNREACHABLE, "down"))))
                .isEqualTo(unknown);
        assertThat(asked).hasSize(2);
    }

    @Test
    void nobody_is_asked_about_other_values_and_other_findings() {
        Seen.Finding other = new Seen.Unknown(OTHER.fingerprint());
        assertThat(after(other, new Effect.Refused<>(MISSING))).isEqualTo(other);
        Seen.Finding strange = new Seen.Revoked(Optional.empty(), OTHER.fingerprint());
        assertThat(after(strange, new Effect.Refused<>(MISSING))).isEqualTo(strange);
        Seen.Finding expired = new Seen.Expired(Optional.empty(), PROVEN.fingerprint());
        assertThat(after(expired, new Effect.Refused<>(MISSING))).isEqualTo(expired);
        assertThat(asked).isEmpty();
    }
}
