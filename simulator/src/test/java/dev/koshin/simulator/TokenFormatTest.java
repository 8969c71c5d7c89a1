package dev.koshin.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.simulator.profile.TokenFormat;
import dev.koshin.simulator.state.TokenValues;
import java.util.Base64;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

final class TokenFormatTest {
    private final TokenValues values = new TokenValues();

    @Test
    void theLegacyFormatIsThePrefixAndTwentyCharacters() {
        assertThat(values.next(TokenFormat.LEGACY, "glpat-", 2)).matches("glpat-[0-9a-zA-Z_-]{20}");
        assertThat(values.next(TokenFormat.LEGACY, "", 2)).matches("[0-9a-zA-Z_-]{20}");
        assertThat(values.next(TokenFormat.LEGACY, "", 2)).isNotEqualTo(values.next(TokenFormat.LEGACY, "", 2));
    }

    @Test
    void theFirstRoutableFormatHoldsItsLengthAndItsChecksum() {
        String value = values.next(TokenFormat.ROUTABLE_V1, "glpat-", 71);

        assertThat(value).matches("glpat-[0-9a-zA-Z_-]{27,300}\\.[0-9a-z]{9}");
        String encoded = value.substring("glpat-".length(), value.indexOf('.'));
        assertThat(new String(Base64.getUrlDecoder().decode(encoded), ISO_8859_1))
                .startsWith("o:1\nu:1z")
                .endsWith("\u0010");
        assertThat(Integer.parseInt(value.substring(value.length() - 9, value.length() - 7), 36))
                .isEqualTo(encoded.length());
        assertThat(checksum(value)).isEqualTo(value.substring(value.length() - 7));
    }

    @Test
    void theSecondRoutableFormatNamesItsVersion() {
        String value = values.next(TokenFormat.ROUTABLE_V2, "glpat-", 71);

        assertThat(value).matches("glpat-[0-9a-zA-Z_-]{27,300}\\.01\\.[0-9a-z]{9}");
        assertThat(checksum(value)).isEqualTo(value.substring(value.length() - 7));
    }

    @Test
    void theInstanceChoosesFormatAndPrefix() {
        try (Stage stage = Stage.open(Cast.settings(365, true, "acme_", true))) {
            String value = stage.postForm(Cast.ROOT, "/users/2/personal_access_tokens", "name=x&scopes=api")
                    .json()
                    .path("token")
                    .asString();

            assertThat(value).matches("acme_[0-9a-zA-Z_-]{27,300}\\.[0-9a-z]{9}");
            assertThat(stage.get(value, "/user").status()).isEqualTo(200);
        }
    }

    private static String checksum(String value) {
        CRC32 crc = new CRC32();
        crc.update(value.substring(0, value.length() - 7).getBytes(ISO_8859_1));
        String digits = Long.toString(crc.getValue(), 36);
        return "0".repeat(7 - digits.length()) + digits;
    }
}
