package dev.koshin.simulator.web.git;

import dev.koshin.simulator.state.DeployToken;
import dev.koshin.simulator.state.Token;
import dev.koshin.simulator.state.User;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who wants something of a repository. */
sealed interface Client {
    /** Somebody without a name and a password. */
    record Nobody() implements Client {}

    /** Somebody whose name and password fit nothing that works. */
    record Unknown() implements Client {}

    /** A user, and what the credential allows. {@code token}: empty for a password. */
    record Person(User user, Optional<Token> token, Set<Service> services) implements Client {
        static Person with(User user) {
            return new Person(user, Optional.empty(), EnumSet.allOf(Service.class));
        }

        static Person with(User user, Token token) {
            return new Person(
                    user, Optional.of(token), Client.services(token.grant().scopes()));
        }
    }

    /** A deploy token of the project or of a group above it. */
    record Machine(Set<Service> services) implements Client {
        static Machine with(DeployToken token) {
            boolean reads = token.scopes().contains("read_repository");
            return new Machine(reads ? Set.of(Service.UPLOAD_PACK) : Set.of());
        }
    }

    private static Set<Service> services(List<String> scopes) {
        if (scopes.contains("api") || scopes.contains("write_repository")) {
            return EnumSet.allOf(Service.class);
        }
        return scopes.contains("read_api") || scopes.contains("read_repository")
                ? Set.of(Service.UPLOAD_PACK)
                : Set.of();
    }
}
