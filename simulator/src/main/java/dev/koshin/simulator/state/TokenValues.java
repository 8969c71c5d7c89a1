package dev.koshin.simulator.state;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.koshin.simulator.profile.TokenFormat;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.zip.CRC32;

/** Makes token values in GitLab's formats. */
public final class TokenValues {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final int RANDOM_BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    /** A value that was never given out before, for a token of this user. */
    public String next(TokenFormat format, String prefix, long userId) {
        return switch (format) {
            case LEGACY -> prefix + BASE64URL.encodeToString(randomBytes(15));
            case ROUTABLE_V1 -> checked(prefix + versionOne(payload(userId)));
            case ROUTABLE_V2 -> checked(prefix + versionTwo(payload(userId)));
        };
    }

    /** Organization 1, and the user, in base 36. */
    private static byte[] payload(long userId) {
        return ("o:1\nu:" + Long.toString(userId, 36)).getBytes(ISO_8859_1);
    }

    private String versionOne(byte[] payload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(payload);
        bytes.writeBytes(randomBytes(RANDOM_BYTES));
        bytes.write(RANDOM_BYTES);
        return withLength(BASE64URL.encodeToString(bytes.toByteArray()), ".");
    }

    private String versionTwo(byte[] payload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(randomBytes(RANDOM_BYTES));
        bytes.writeBytes(payload);
        bytes.write(payload.length);
        return withLength(BASE64URL.encodeToString(bytes.toByteArray()), ".01.");
    }

    private static String withLength(String encoded, String separator) {
        return encoded + separator + base36(encoded.length(), 2);
    }

    private static String checked(String unsealed) {
        CRC32 crc = new CRC32();
        crc.update(unsealed.getBytes(ISO_8859_1));
        return unsealed + base36(crc.getValue(), 7);
    }

    private static String base36(long number, int width) {
        String digits = Long.toString(number, 36);
        return "0".repeat(width - digits.length()) + digits;
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
