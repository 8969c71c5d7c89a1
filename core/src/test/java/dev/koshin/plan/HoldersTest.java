package dev.koshin.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.CredentialName;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.TokenId;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class HoldersTest {
    private static final CredentialName ONE = new CredentialName("one");
    private static final CredentialName TWO = new CredentialName("two");
    private static final Fingerprint SHARED = new Fingerprint("0123456789ab");
    private static final TokenId TOKEN = new TokenId(7);

    private final Holders holders = new Holders(
            Map.of(SHARED, new TreeSet<>(List.of(ONE, TWO))), Map.of(TOKEN, new TreeSet<>(List.of(ONE, TWO))));

    @Test
    void others_are_all_but_oneself() {
        assertThat(holders.others(ONE, SHARED)).containsExactly(TWO);
        assertThat(holders.others(ONE, TOKEN)).containsExactly(TWO);
        assertThat(holders.others(new CredentialName("three"), TOKEN)).containsExactly(ONE, TWO);
    }

    @Test
    void asking_changes_nothing() {
        assertThat(holders.others(ONE, TOKEN)).isEqualTo(holders.others(ONE, TOKEN));
    }

    @Test
    void what_nobody_holds_nobody_needs() {
        assertThat(holders.others(ONE, new Fingerprint("ffffffffffff"))).isEmpty();
        assertThat(holders.others(ONE, new TokenId(8))).isEmpty();
        assertThat(Holders.NOBODY.others(ONE, TOKEN)).isEmpty();
    }
}
