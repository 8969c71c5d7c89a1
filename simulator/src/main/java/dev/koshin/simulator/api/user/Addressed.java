package dev.koshin.simulator.api.user;

import dev.koshin.simulator.api.answer.Answer;
import dev.koshin.simulator.api.answer.Refusals;
import dev.koshin.simulator.api.call.Call;
import dev.koshin.simulator.api.call.Validation;
import dev.koshin.simulator.state.User;
import java.util.Optional;
import java.util.function.Function;

/** The user whom a path names. */
public final class Addressed {
    private Addressed() {}

    /** Answers about the user whose id is this parameter. */
    public static Answer user(Call call, String parameter, Function<User, Answer> then) {
        Validation validation = new Validation(call.params());
        Optional<User> user = validation.integer(parameter).flatMap(call.state().users()::find);
        return validation.refusal().orElseGet(() -> user.map(then).orElseGet(() -> Refusals.notFound("User")));
    }
}
