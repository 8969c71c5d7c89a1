package dev.koshin.simulator.web.answer;

import dev.koshin.simulator.http.Reply;
import dev.koshin.simulator.state.Token;
import dev.koshin.simulator.state.User;
import dev.koshin.simulator.traffic.LoggedRequest.Who;
import java.util.Optional;

/**
 * What came of a visit.
 *
 * @param who whose token, password or session was accepted
 */
public record Told(Reply reply, Optional<Who> who) {
    /** To somebody unknown. */
    public static Told nobody(Reply reply) {
        return new Told(reply, Optional.empty());
    }

    /** To a user who needed no token. */
    public static Told to(User user, Reply reply) {
        return to(user, Optional.empty(), reply);
    }

    /** To a user, who may have used a token. */
    public static Told to(User user, Optional<Token> token, Reply reply) {
        return new Told(
                reply, Optional.of(new Who(user.id(), token.map(Token::id).orElse(0L))));
    }
}
