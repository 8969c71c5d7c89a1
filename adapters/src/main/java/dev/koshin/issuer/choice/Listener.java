package dev.koshin.issuer.choice;

import java.util.List;

/** Is told which way is taken, before a token is asked for. */
public interface Listener {
    /**
     * A way was found.
     *
     * @param passed the ways that come before it, with what is wrong with each; empty for the first one
     */
    void chosen(String way, List<Passed> passed);

    /** No way is open; only the first one's problem becomes the answer. */
    void none(List<Passed> all);

    /** Tells nobody. */
    static Listener silent() {
        return new Listener() {
            @Override
            public void chosen(String way, List<Passed> passed) {}

            @Override
            public void none(List<Passed> all) {}
        };
    }
}
