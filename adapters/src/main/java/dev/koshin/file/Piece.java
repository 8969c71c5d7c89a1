package dev.koshin.file;

/**
 * A part of a text, and where it stands.
 *
 * @param from index of its first character in the whole text
 */
public record Piece(int from, String text) {
    /** The part of {@code whole} from {@code from} to before {@code to}. */
    public static Piece of(String whole, int from, int to) {
        return new Piece(from, whole.substring(from, to));
    }

    /** The index after its last character. */
    public int to() {
        return from + text.length();
    }

    /** {@code whole}, of which this is a part, with {@code other} in its place. */
    public String replacedBy(String other, String whole) {
        return whole.substring(0, from) + other + whole.substring(to());
    }

    /** The text must not be printed. */
    @Override
    public String toString() {
        return "Piece[" + from + "]";
    }
}
