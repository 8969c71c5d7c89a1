package dev.koshin.exastro;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.model.CredentialName;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;

/** Makes a credential's name of whatever ITA's table holds. Different ids have different names. */
final class Names {
    private static final String PREFIX = "exastro/organization/";
    private static final int LONGEST_ID = 255;
    private static final int KEPT_OF_LONGER_IDS = 200;
    private static final int KEY_LENGTH = 8;

    private Names() {}

    /** {@code exastro/organization/test-org-01}. */
    static CredentialName of(String organizationId) {
        return new CredentialName(PREFIX + encoded(organizationId));
    }

    /** {@code exastro/organization/test-org-01#4897f2a4}, for one of several with the same id. */
    static CredentialName of(String organizationId, String key) {
        return new CredentialName(PREFIX + encoded(organizationId) + "#" + encoded(key));
    }

    /** The beginning of a key, as people quote it. */
    static String shortened(String key) {
        return key.substring(0, Math.min(KEY_LENGTH, key.length()));
    }

    private static String encoded(String id) {
        String encoded = id.codePoints().mapToObj(Names::encoded).collect(Collectors.joining());
        return encoded.length() <= LONGEST_ID ? encoded : encoded.substring(0, KEPT_OF_LONGER_IDS) + "~~" + digest(id);
    }

    /** The characters with a meaning in names are encoded too, so that no id can look like another's name. */
    private static String encoded(int character) {
        String text = Character.toString(character);
        if (Character.isLetterOrDigit(character) || "_.@-".contains(text)) {
            return text;
        }
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(UTF_8)).replaceAll("(..)", "~$1");
    }

    private static String digest(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, KEY_LENGTH).toLowerCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
