package dev.koshin.app.cli;

/** Exit codes; part of the public contract, and listed in the reference. */
public enum Exit {
    /** All that was asked for is done and proven. */
    OK(0),
    /** Failed; the message says what is true now. */
    FAILED(1),
    /** The command line or the configuration is wrong. */
    USAGE(2),
    /** {@code --check}: something is due, expired or worse. */
    DUE(3),
    /** A person must decide; the old and the new token both work. */
    PARKED(4);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    /** What the process ends with. */
    public int code() {
        return code;
    }
}
