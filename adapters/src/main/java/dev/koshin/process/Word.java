package dev.koshin.process;

/** A word of a command line that names something. */
public final class Word {
    private Word() {}

    /** Refuses a word that a program could take for an option, and one that is none. */
    public static void require(String word) {
        if (word.isBlank() || word.startsWith("-") || word.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("neither empty nor an option: " + word);
        }
    }
}
