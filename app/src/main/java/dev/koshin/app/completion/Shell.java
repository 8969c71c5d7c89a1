package dev.koshin.app.completion;

import picocli.AutoComplete;
import picocli.CommandLine;

/** The shells that can complete Koshin's commands. */
public enum Shell {
    bash,
    /** Understands bash's script, which switches zsh's own support for it on. */
    zsh,
    fish;

    /** What the shell has to read, for {@code koshin} with all of its commands. */
    public String script(CommandLine koshin) {
        return switch (this) {
            case bash, zsh -> AutoComplete.bash(koshin.getCommandName(), koshin);
            case fish -> Fish.script(koshin);
        };
    }
}
