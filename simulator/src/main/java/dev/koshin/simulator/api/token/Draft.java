package dev.koshin.simulator.api.token;

import dev.koshin.simulator.api.call.Params;
import dev.koshin.simulator.api.call.Validation;
import dev.koshin.simulator.state.Grant;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A token as a request asks for it. */
public record Draft(String name, Optional<String> description, List<String> scopes, Optional<LocalDate> expiresAt) {
    private static final int LONGEST_DESCRIPTION = 255;

    /** Copies the list. */
    public Draft {
        scopes = List.copyOf(scopes);
    }

    /** Reads it; {@code allowed}: the scopes that this kind of token may carry. */
    public static Draft read(Params params, Validation validation, Set<String> allowed) {
        validation.required("name");
        validation.required("scopes");
        return readOptional(params, validation, allowed);
    }

    /** Reads one of which nothing but the name must be there. */
    static Draft readNamed(Params params, Validation validation, Set<String> allowed) {
        validation.required("name");
        return readOptional(params, validation, allowed);
    }

    /** With this expiry. */
    public Draft expiring(Optional<LocalDate> day) {
        return new Draft(name, description, scopes, day);
    }

    /** What is wrong with it, apart from its expiry. */
    public Optional<Flaw> flaw() {
        if (name.isBlank()) {
            return Optional.of(new Flaw("name", "Name", "can't be blank"));
        }
        if (scopes.isEmpty()) {
            return Optional.of(new Flaw("scopes", "Scopes", "can't be blank"));
        }
        return description.filter(text -> text.length() > LONGEST_DESCRIPTION).isPresent()
                ? Optional.of(new Flaw("description", "Description", "is too long (maximum is 255 characters)"))
                : Optional.empty();
    }

    /** What is wrong with its scopes, if others than {@code allowed} are among them; the model says so, not the API. */
    public Optional<Flaw> foreignScopes(Set<String> allowed) {
        return allowed.containsAll(scopes)
                ? Optional.empty()
                : Optional.of(new Flaw("scopes", "Scopes", "can only contain available scopes"));
    }

    /** A day of expiry as a form or a script gives it: Rails takes what is no day for none. */
    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** As a token remembers it. */
    public Grant grant() {
        return new Grant(name, description, scopes, expiresAt);
    }

    private static Draft readOptional(Params params, Validation validation, Set<String> allowed) {
        List<String> scopes = scopes(params);
        if (!allowed.containsAll(scopes)) {
            validation.reject("scopes does not have a valid value");
        }
        Optional<LocalDate> expiry = validation.day("expires_at");
        return new Draft(params.text("name").orElse(""), params.present("description"), scopes, expiry);
    }

    /** A list, or one text with commas. */
    private static List<String> scopes(Params params) {
        return params.list("scopes").stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .toList();
    }
}
