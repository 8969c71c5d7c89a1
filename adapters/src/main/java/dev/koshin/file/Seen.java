package dev.koshin.file;

/** A file at one moment. */
record Seen(Traits traits, String text) {
    /** The text must not be printed. */
    @Override
    public String toString() {
        return traits.real().toString();
    }
}
