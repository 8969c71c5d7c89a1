package dev.koshin.issuer.gitlabrails;

import java.time.Duration;

/** Is told that Ruby has not answered yet, which takes minutes and looks like nothing at all. */
@FunctionalInterface
public interface Waiting {
    /** Called when the wait begins and every few seconds after that, from another thread. */
    void goesOn(Duration elapsed);
}
