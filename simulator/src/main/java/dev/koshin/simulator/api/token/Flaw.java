package dev.koshin.simulator.api.token;

/**
 * Why a token cannot be made as asked.
 *
 * @param field of the token
 * @param label how a sentence begins that speaks of the field
 * @param text what is wrong with it
 */
public record Flaw(String field, String label, String text) {
    /** {@code Name can't be blank}. */
    public String sentence() {
        return label + " " + text;
    }
}
