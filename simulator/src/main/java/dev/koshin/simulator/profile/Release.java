package dev.koshin.simulator.profile;

/**
 * What {@code GET /version} and {@code GET /metadata} tell.
 *
 * @param number without an edition: {@code 17.11.7}
 * @param enterprise true for an unlicensed Enterprise Edition as well
 */
public record Release(String number, String revision, boolean enterprise) {
    /** With the edition: {@code 17.11.7-ee}. */
    public String version() {
        return enterprise ? number + "-ee" : number;
    }
}
