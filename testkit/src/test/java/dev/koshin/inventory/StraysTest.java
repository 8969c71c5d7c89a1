package dev.koshin.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.journal.Claim;
import dev.koshin.journal.Entry;
import dev.koshin.journal.Lease;
import dev.koshin.model.Account;
import dev.koshin.model.OldToken;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Issued;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Live tokens of the same user that nobody accounts for are reported. */
final class StraysTest {
    private static final RenewalId RENEWAL = new RenewalId("0123456789abcdef");

    private final Catalogued world = new Catalogued();
    private final Issued held = world.token(world.user, "2026-12-01");
    private final Credential one = world.credential("one", world.user, held.secret());

    private List<Token> strays(Credential... credentials) {
        return world.gather(credentials).of(one.name()).strays();
    }

    private void open(List<OldToken> old, Entry... more) {
        Lease lease = ((Claim.Granted) world.journal.acquire(one.name(), Duration.ofMinutes(1))).lease();
        world.journal.append(lease, List.of(new Entry.Started(RENEWAL, one.name(), old, "due")));
        world.journal.append(lease, List.of(more));
    }

    @Test
    void a_token_in_no_target_is_a_stray() {
        Issued stray = world.token(world.user, "2027-01-01");
        assertThat(strays(one)).containsExactly(stray.token());
    }

    @Test
    void a_token_in_another_credentials_target_is_not() {
        Issued other = world.token(world.user, "2027-01-01");
        assertThat(strays(one, world.credential("two", world.user, other.secret())))
                .isEmpty();
    }

    @Test
    void a_token_that_is_over_is_not() {
        Issued _ = world.token(world.user, "2026-11-24");
        assertThat(strays(one)).isEmpty();
    }

    @Test
    void another_users_token_is_not_even_if_it_is_listed() {
        Account other = world.gitlab.user("other");
        Issued foreign = world.token(other, "2027-01-01");
        world.catalog = _ -> new Effect.Done<>(List.of(held.token(), foreign.token()));
        assertThat(strays(one)).isEmpty();
    }

    @Test
    void two_targets_with_tokens_of_one_user_report_a_stray_once() {
        Issued second = world.token(world.user, "2026-12-02");
        Issued stray = world.token(world.user, "2027-01-01");
        Credential both = world.credential("both", world.user, held.secret(), second.secret());
        assertThat(world.gather(both).of(both.name()).strays()).containsExactly(stray.token());
    }

    @Test
    void nobody_is_listed_for_a_credential_without_a_live_token() {
        Issued _ = world.token(world.user, "2027-01-01");
        Credential unknown = world.credential("two", world.user, Secret.of("nobody-knows"));
        assertThat(world.gather(one, unknown).of(unknown.name()).strays()).isEmpty();
    }

    @Test
    void what_an_open_renewal_replaces_or_made_is_not_a_stray() {
        Issued old = world.token(world.user, "2027-01-01");
        Issued made = world.token(world.user, "2027-01-02");
        Issued stray = world.token(world.user, "2027-01-03");
        open(
                List.of(new OldToken(Optional.of(old.token().id()), old.secret().fingerprint())),
                new Entry.Issuing(RENEWAL),
                new Entry.Delivered(RENEWAL, one.targets().getFirst().name(), made.ref()));
        assertThat(strays(one)).containsExactly(stray.token());
        assertThat(world.gather(one).of(one.name()).open()).isPresent();
    }

    @Test
    void a_token_that_carries_the_marker_of_the_open_renewal_is_not_a_stray() {
        world.named(world.user, "koshin one " + RENEWAL, "2027-01-01");
        Issued other = world.named(world.user, "koshin one 0123456789abcdee", "2027-01-01");
        open(List.of(), new Entry.Issuing(RENEWAL));
        assertThat(strays(one)).containsExactly(other.token());
    }
}
