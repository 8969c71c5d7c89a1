package dev.koshin.simulator.rails.ruby;

/** What a script ends with when it does not reach its end. */
public final class Raised extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String type;

    /** {@code type}: Ruby's class. */
    public Raised(String type, String message) {
        super(message, null, false, false);
        this.type = type;
    }

    /** The simulator's own class, which no GitLab raises. */
    public static Raised notUnderstood(String what) {
        return new Raised("NotImplementedError", "the simulator does not understand " + what);
    }

    /** Whether {@code rescue} without a class catches it; what is not understood, it does not. */
    public boolean standard() {
        return !type.equals("NotImplementedError");
    }

    /** {@code NoMethodError}. */
    public String type() {
        return type;
    }

    /** Ruby's words. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
