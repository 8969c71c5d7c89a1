package dev.koshin.simulator.rails;

import dev.koshin.simulator.api.token.Draft;
import dev.koshin.simulator.api.token.Mint;
import dev.koshin.simulator.profile.Feature;
import dev.koshin.simulator.rails.ruby.Raised;
import dev.koshin.simulator.state.Token;
import dev.koshin.simulator.state.User;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A token in a script's hands: it remembers the value as long as the script runs, and what was not saved yet. */
final class TokenRow {
    private final Store store;
    private final User owner;
    private Draft draft;
    private OptionalLong id = OptionalLong.empty();
    private Optional<String> value = Optional.empty();
    private boolean valueUnsaved;

    private TokenRow(Store store, User owner, Draft draft) {
        this.store = store;
        this.owner = owner;
        this.draft = draft;
    }

    /** A token that is not saved. */
    static TokenRow built(Store store, User owner) {
        return new TokenRow(store, owner, new Draft("", Optional.empty(), List.of(), Optional.empty()));
    }

    /** A token that is there; nobody knows its value any more. */
    static TokenRow found(Store store, User owner, Token token) {
        TokenRow row = built(store, owner);
        row.id = OptionalLong.of(token.id());
        return row;
    }

    void set(String attribute, Value given) {
        if (id.isPresent()) {
            throw Raised.notUnderstood("how to change " + attribute + " of a saved token");
        }
        draft = switch (attribute) {
            case "name" -> new Draft(given.shown(), draft.description(), draft.scopes(), draft.expiresAt());
            case "scopes" -> new Draft(draft.name(), draft.description(), texts(given), draft.expiresAt());
            case "expires_at" -> draft.expiring(day(given));
            case "description" -> described(given);
            default -> throw Raised.notUnderstood("the attribute " + attribute + " of a PersonalAccessToken");
        };
    }

    void setValue(String text) {
        value = Optional.of(text);
        valueUnsaved = true;
    }

    /** What keeps it from being saved; empty: it is saved. */
    List<String> save() {
        if (id.isPresent()) {
            if (valueUnsaved) {
                store.revalue(id.getAsLong(), value.orElseThrow());
            }
            valueUnsaved = false;
            return List.of();
        }
        List<String> problems = problems();
        if (problems.isEmpty()) {
            Mint.Made made = store.insert(owner, draft, value);
            id = OptionalLong.of(made.token().id());
            value = Optional.of(made.value());
            valueUnsaved = false;
        }
        return problems;
    }

    /** Why it could not be saved as it is; empty once it is saved. */
    List<String> problems() {
        return id.isPresent() ? List.of() : store.problems(draft);
    }

    User owner() {
        return owner;
    }

    void saveOrRaise() {
        List<String> problems = save();
        if (!problems.isEmpty()) {
            throw new Raised("ActiveRecord::RecordInvalid", "Validation failed: " + String.join(", ", problems));
        }
    }

    void revoke() {
        store.revoke(id.orElseThrow(() -> Raised.notUnderstood("how to revoke a token that is not saved")));
    }

    OptionalLong id() {
        return id;
    }

    Optional<String> value() {
        return value;
    }

    /** As saved, or as asked for. */
    Optional<LocalDate> expiresAt() {
        return id.isPresent() ? saved().grant().expiresAt() : draft.expiresAt();
    }

    String name() {
        return id.isPresent() ? saved().grant().name() : draft.name();
    }

    List<String> scopes() {
        return id.isPresent() ? saved().grant().scopes() : draft.scopes();
    }

    /** As the database has it; nothing for one that is not saved. */
    Optional<Token> row() {
        return id.isPresent() ? Optional.of(saved()) : Optional.empty();
    }

    private Token saved() {
        return store.token(id.orElseThrow());
    }

    private Draft described(Value given) {
        if (!store.profile().has(Feature.DESCRIPTION)) {
            throw new Raised(
                    "ActiveModel::UnknownAttributeError", "unknown attribute 'description' for PersonalAccessToken.");
        }
        return new Draft(
                draft.name(),
                Optional.of(given.shown()).filter(text -> !text.isEmpty()),
                draft.scopes(),
                draft.expiresAt());
    }

    private static List<String> texts(Value given) {
        return switch (given) {
            case Value.Items(List<Value> values) ->
                values.stream().map(Value::shown).toList();
            case Value.Nil _ -> List.of();
            case Value other -> throw Raised.notUnderstood("scopes that are " + other.kind());
        };
    }

    /** Rails makes a day of whatever looks like one. */
    private static Optional<LocalDate> day(Value given) {
        return switch (given) {
            case Value.Nil _ -> Optional.empty();
            case Value.Day(LocalDate day) -> Optional.of(day);
            case Value.Moment(Instant moment) -> Optional.of(LocalDate.ofInstant(moment, ZoneOffset.UTC));
            case Value.Text(String text) -> Draft.day(text);
            case Value other -> throw Raised.notUnderstood("an expiry that is " + other.kind());
        };
    }

    @Override
    public String toString() {
        return "TokenRow[id=" + id + "]";
    }
}
