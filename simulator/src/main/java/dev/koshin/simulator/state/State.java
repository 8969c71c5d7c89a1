package dev.koshin.simulator.state;

/** Everything the instance remembers. Only touched inside {@link World#atomically}. */
public record State(Users users, Tokens tokens, Settings settings) {
    /** An instance with nobody in it. */
    public static State empty(Settings settings) {
        return new State(new Users(), new Tokens(), settings);
    }
}
