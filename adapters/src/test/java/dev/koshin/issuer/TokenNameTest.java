package dev.koshin.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Account;
import dev.koshin.model.CredentialName;
import dev.koshin.model.RenewalId;
import dev.koshin.spi.TokenRequest;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class TokenNameTest {
    private static final RenewalId MARKER = new RenewalId("0123456789abcdef");

    private static String name(String credential) {
        return TokenName.of(
                new TokenRequest(Account.named("root"), new CredentialName(credential), MARKER, new TreeSet<>(), 365));
    }

    @Test
    void it_names_the_credential_and_the_renewal() {
        assertThat(name("exastro/root")).isEqualTo("koshin exastro/root 0123456789abcdef");
    }

    @Test
    void a_long_credential_is_cut_and_the_marker_is_not() {
        assertThat(name("x".repeat(300))).isEqualTo("koshin " + "x".repeat(180) + " 0123456789abcdef");
    }

    @Test
    void no_character_is_halved() {
        String twoChars = "\ud840\udc0b";
        assertThat(name("x".repeat(179) + twoChars)).isEqualTo("koshin " + "x".repeat(179) + " 0123456789abcdef");
    }

    @Test
    void the_marker_is_read_back() {
        assertThat(TokenName.marker(name("exastro/root"))).contains(MARKER);
        assertThat(TokenName.marker("by hand 0123456789abcdef")).isEmpty();
        assertThat(TokenName.marker("koshin exastro/root 0123456789abcdeo")).isEmpty();
        assertThat(TokenName.marker("koshin exastro/root 0123456789abcdef2")).isEmpty();
    }

    @Test
    void other_names_are_not_koshins() {
        assertThat(TokenName.koshins(name("exastro/root"))).isTrue();
        assertThat(TokenName.koshins("ITA_ORG_A")).isFalse();
    }
}
