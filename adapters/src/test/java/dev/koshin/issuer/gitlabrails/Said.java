package dev.koshin.issuer.gitlabrails;

import dev.koshin.process.Command;
import dev.koshin.process.Ended;
import dev.koshin.process.Runner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Answers one command after another as told; the last answer goes on for ever. */
final class Said implements Runner {
    final List<Command> commands = new ArrayList<>();

    private final Deque<Ended> answers;

    Said(Ended... answers) {
        this.answers = new ArrayDeque<>(List.of(answers));
    }

    static Ended exited(int status, String out, String err) {
        return new Ended.Exited(status, out, err);
    }

    @Override
    public Ended run(Command command) {
        commands.add(command);
        return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
    }
}
