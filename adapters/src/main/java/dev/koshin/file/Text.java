package dev.koshin.file;

/** What became of reading a file. */
public sealed interface Text {
    /** All of it. */
    record Read(String content) implements Text {
        /** The content must not be printed. */
        @Override
        public String toString() {
            return "Read[****]";
        }
    }

    /**
     * Nothing.
     *
     * @param why goes on after the name of the file: "does not exist"
     */
    record Unreadable(String why) implements Text {}
}
