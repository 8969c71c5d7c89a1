package dev.koshin.app.cli;

import dev.koshin.app.view.Screen;

/** Says what is true when the process is ended while it works, for example with Ctrl-C. */
final class Interruption implements AutoCloseable {
    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    static Interruption of(Screen screen) {
        Thread hook = Thread.ofPlatform()
                .unstarted(() -> screen.note(screen.messages().text("usage.interrupted")));
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending, and the hook has its say.
        }
    }
}
