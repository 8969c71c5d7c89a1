package dev.koshin.simulator.rails;

import dev.koshin.simulator.rails.ruby.Raised;
import dev.koshin.simulator.state.User;
import dev.koshin.simulator.state.UserState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The methods of users and tokens. */
final class ModelCalls {
    private final Store store;

    ModelCalls(Store store) {
        this.store = store;
    }

    Value user(String method, Given given) {
        return switch (method) {
            case "find_by_username" -> found(given.text());
            case "find_by" -> found(byName(given));
            default -> throw unknown(method, "User");
        };
    }

    Value person(User user, String method, Given given) {
        if (!given.nothing()) {
            throw unknown(method, "a User");
        }
        return switch (method) {
            case "personal_access_tokens" -> new Value.Tokens(user);
            case "id" -> new Value.Whole(user.id());
            case "username" -> new Value.Text(user.username());
            case "state" -> new Value.Text(user.state().name().toLowerCase(Locale.ROOT));
            case "active?" -> new Value.Flag(user.state() == UserState.ACTIVE);
            default -> throw unknown(method, "a User");
        };
    }

    Value tokens(User owner, String method, Given given) {
        TokenRow row = built(owner, method, given);
        switch (method) {
            case "create" -> row.save();
            case "create!" -> row.saveOrRaise();
            default -> {
                // build and new only build
            }
        }
        return new Value.Token(row);
    }

    Value tokenType(String method, Given given) {
        if (!method.equals("find_by_token")) {
            throw unknown(method, "PersonalAccessToken");
        }
        return store.token(given.text())
                .<Value>map(token -> new Value.Token(TokenRow.found(store, store.owner(token), token)))
                .orElseGet(Value.Nil::new);
    }

    Value token(TokenRow row, String method, Given given) {
        return switch (method) {
            case "set_token" -> done(() -> row.setValue(given.text()), new Value.Nil());
            case "save!" -> done(row::saveOrRaise, new Value.Flag(true));
            case "save" -> new Value.Flag(row.save().isEmpty());
            case "valid?" -> new Value.Flag(row.problems().isEmpty());
            case "revoke!" -> done(row::revoke, new Value.Flag(true));
            default -> attribute(row, method, given);
        };
    }

    private Value attribute(TokenRow row, String method, Given given) {
        if (!given.nothing()) {
            throw unknown(method, "a PersonalAccessToken");
        }
        return switch (method) {
            case "id" -> row.id().isPresent() ? new Value.Whole(row.id().getAsLong()) : new Value.Nil();
            case "token" -> row.value().<Value>map(Value.Text::new).orElseGet(Value.Nil::new);
            case "name" -> new Value.Text(row.name());
            case "errors" -> new Value.Errors(row);
            case "user_id" -> new Value.Whole(row.owner().id());
            case "created_at" ->
                row.row()
                        .<Value>map(token -> new Value.Moment(token.origin().createdAt()))
                        .orElseGet(Value.Nil::new);
            case "scopes" ->
                new Value.Items(
                        List.copyOf(row.scopes().stream().map(Value.Text::new).toList()));
            case "expires_at" -> row.expiresAt().<Value>map(Value.Day::new).orElseGet(Value.Nil::new);
            case "persisted?" -> new Value.Flag(row.row().isPresent());
            case "revoked?" ->
                new Value.Flag(row.row().filter(token -> token.revoked()).isPresent());
            case "active?" ->
                new Value.Flag(
                        row.row().filter(token -> token.active(store.now())).isPresent());
            default -> throw unknown(method, "a PersonalAccessToken");
        };
    }

    private TokenRow built(User owner, String method, Given given) {
        if (!List.of("build", "new", "create", "create!").contains(method)
                || !given.plain().isEmpty()) {
            throw unknown(method, "a user's tokens");
        }
        TokenRow row = TokenRow.built(store, owner);
        for (Map.Entry<String, Value> attribute : given.named().entrySet()) {
            if (!attribute.getKey().equals("organization_id")) {
                row.set(attribute.getKey(), attribute.getValue());
            }
        }
        return row;
    }

    /** Saved ones only. */
    List<Value> all(User owner) {
        return store.tokens(owner).stream()
                .<Value>map(token -> new Value.Token(TokenRow.found(store, owner, token)))
                .toList();
    }

    Value errors(TokenRow row, String method) {
        if (!method.equals("full_messages")) {
            throw unknown(method, "ActiveModel::Errors");
        }
        return new Value.Items(
                row.problems().stream().<Value>map(Value.Text::new).toList());
    }

    private Value found(String username) {
        return store.user(username).<Value>map(Value.Person::new).orElseGet(Value.Nil::new);
    }

    private static String byName(Given given) {
        return Optional.ofNullable(given.named().get("username"))
                .filter(_ -> given.named().size() == 1)
                .map(name -> new Given(List.of(name), Map.of()).text())
                .orElseThrow(() -> Raised.notUnderstood("find_by without a username"));
    }

    private static Value done(Runnable work, Value result) {
        work.run();
        return result;
    }

    private static Raised unknown(String method, String on) {
        return Raised.notUnderstood("the method " + method + " of " + on);
    }
}
