package dev.koshin.issuer.gitlabrails;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.process.Command;
import dev.koshin.process.Ended;
import dev.koshin.process.Runner;
import dev.koshin.spi.Effect;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs what a script says at the place, and tells meanwhile that it waits. */
final class Rails {
    static final Duration LOOK = Duration.ofMinutes(1);

    private final RailsOptions options;
    private final Entrance entrance;
    private final Runner runner;
    private final Duration toldEvery;

    Rails(RailsOptions options, Entrance entrance, Runner runner, Duration toldEvery) {
        this.options = options;
        this.entrance = entrance;
        this.runner = runner;
        this.toldEvery = toldEvery;
    }

    String name() {
        return entrance.name();
    }

    Duration longest() {
        return options.patience();
    }

    /** Whether the place can be reached and has {@code gitlab-rails}. */
    Effect<String> look() {
        return switch (runner.run(command(entrance.look(), limitOfLook()))) {
            case Ended.Exited(int status, var _, var _) when status == 0 -> new Effect.Done<>(name());
            case Ended.Exited exited -> refused(Reason.RAILS_UNREACHABLE, Outputs.words(exited));
            case Ended.NotStarted(String why) -> refused(Reason.RAILS_UNREACHABLE, why);
            case Ended.TimedOut(Duration limit) -> refused(Reason.RAILS_TIMEOUT, limit.toString());
            case Ended.Interrupted _ -> refused(Reason.RAILS_TIMEOUT, "interrupted");
        };
    }

    private Duration limitOfLook() {
        return options.patience().compareTo(LOOK) < 0 ? options.patience() : LOOK;
    }

    /** Done when it ran and answered, whatever the answer; refused only if it certainly did not run. */
    Effect<List<String>> run(String script, List<String> values) {
        Command command = command(entrance.runner(script), options.patience()).input(Lines.of(values));
        return switch (told(command)) {
            case Ended.Exited exited -> answered(exited);
            case Ended.NotStarted(String why) -> refused(Reason.RAILS_UNREACHABLE, why);
            case Ended.TimedOut(Duration limit) -> unclear(Reason.RAILS_TIMEOUT, limit.toString());
            case Ended.Interrupted _ -> unclear(Reason.RAILS_TIMEOUT, "interrupted");
        };
    }

    private Effect<List<String>> answered(Ended.Exited exited) {
        List<String> marks = Outputs.marks(exited.out());
        if (!marks.isEmpty()) {
            return new Effect.Done<>(marks);
        }
        return Outputs.neverRan(exited)
                ? refused(Reason.RAILS_UNREACHABLE, Outputs.words(exited))
                : unclear(Reason.RAILS_FAILED, Outputs.words(exited));
    }

    <T> Effect<T> refused(Reason reason, String what) {
        return new Effect.Refused<>(Problem.of(reason, name(), what));
    }

    <T> Effect<T> unclear(Reason reason, String what) {
        return new Effect.Unclear<>(Problem.of(reason, name(), what));
    }

    /** Inherited variables named GITLAB_… are about this machine's tools, and one of them is the root token. */
    private static Command command(List<String> argv, Duration limit) {
        return Command.of(argv, limit).without("GITLAB_");
    }

    private Ended told(Command command) {
        CountDownLatch end = new CountDownLatch(1);
        options.waiting().goesOn(Duration.ZERO);
        Thread.ofVirtual().start(() -> tell(end, System.nanoTime()));
        try {
            return runner.run(command);
        } finally {
            end.countDown();
        }
    }

    private void tell(CountDownLatch end, long start) {
        try {
            while (!end.await(toldEvery.toMillis(), TimeUnit.MILLISECONDS)) {
                options.waiting().goesOn(Duration.ofNanos(System.nanoTime() - start));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
