package dev.koshin.simulator.profile;

/** How GitLab spells a new token value, after the instance's prefix. */
public enum TokenFormat {
    /** 20 characters of {@code [0-9a-zA-Z_-]}. */
    LEGACY,
    /** Base64url of payload, 16 random bytes and their count; then a dot, two characters of length, seven of CRC. */
    ROUTABLE_V1,
    /**
     * Base64url of 16 random bytes, payload and its length; then {@code .01.}, two characters of length, seven of CRC.
     */
    ROUTABLE_V2
}
