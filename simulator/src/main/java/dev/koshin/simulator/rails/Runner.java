package dev.koshin.simulator.rails;

import dev.koshin.simulator.profile.Profile;
import dev.koshin.simulator.rails.ruby.Node;
import dev.koshin.simulator.rails.ruby.Parser;
import dev.koshin.simulator.rails.ruby.Raised;
import dev.koshin.simulator.state.State;
import java.time.Instant;
import java.util.List;

/** Runs scripts as {@code gitlab-rails runner} does. */
final class Runner {
    private final Profile profile;

    Runner(Profile profile) {
        this.profile = profile;
    }

    /** How a script ended. */
    record Ended(int exitCode, String stdout, String stderr) {
        @Override
        public String toString() {
            return "Ended[" + exitCode + "]";
        }
    }

    Ended run(String script, Around around, State state, Instant now) {
        Interpreter interpreter = new Interpreter(around, new Store(profile, state, now));
        int line = 1;
        try {
            for (Node.Statement statement : Parser.parse(script)) {
                line = statement.line();
                interpreter.evaluate(statement.node());
            }
            return new Ended(0, interpreter.printed(), "");
        } catch (Raised raised) {
            return new Ended(1, interpreter.printed(), trace(raised, line));
        }
    }

    private static String trace(Raised raised, int line) {
        String gem = "/opt/gitlab/embedded/lib/ruby/gems/3.0.0/gems/railties/lib/rails/commands/runner/";
        return String.join(
                "\n",
                List.of(
                        gem + "runner_command.rb:" + line + ":in `<main>': " + raised.text() + " (" + raised.type()
                                + ")",
                        "\tfrom " + gem + "runner_command.rb:45:in `eval'",
                        "\tfrom " + gem + "runner_command.rb:45:in `perform'",
                        "\tfrom bin/rails:4:in `<main>'",
                        ""));
    }
}
