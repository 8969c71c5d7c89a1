package dev.koshin.simulator.api.token;

import dev.koshin.simulator.api.answer.Answer;
import dev.koshin.simulator.api.answer.Refusals;
import dev.koshin.simulator.api.call.Access;
import dev.koshin.simulator.api.call.Call;
import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.api.call.Params;
import dev.koshin.simulator.api.call.Resource;
import dev.koshin.simulator.api.call.Route;
import dev.koshin.simulator.api.call.Validation;
import dev.koshin.simulator.profile.TokenFormat;
import dev.koshin.simulator.state.Digest;
import dev.koshin.simulator.state.Grant;
import dev.koshin.simulator.state.Origin;
import dev.koshin.simulator.state.Settings;
import dev.koshin.simulator.state.Token;
import dev.koshin.simulator.state.TokenValues;
import dev.koshin.simulator.state.Tokens;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /users/:user_id/personal_access_tokens}: an admin makes a token for anybody.
 *
 * <p>The new token has no family, nothing else is revoked, and asking twice makes two.
 */
public final class TokenCreationResource implements Resource {
    private static final int LONGEST_DESCRIPTION = 255;

    private final Instance instance;
    private final TokenJson json;
    private final TokenValues values = new TokenValues();

    public TokenCreationResource(Instance instance) {
        this.instance = instance;
        this.json = new TokenJson(instance);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("POST", "/users/:user_id/personal_access_tokens", Access.ADMIN_OF_USERS, this::create));
    }

    private Answer create(Call call) {
        Validation validation = new Validation(call.params());
        Optional<Long> userId = validation.integer("user_id");
        validation.required("name");
        validation.required("scopes");
        List<String> scopes = scopes(call.params(), validation);
        Optional<LocalDate> expiry = validation.day("expires_at");
        if (validation.refusal().isPresent()) {
            return validation.refusal().get();
        }
        if (userId.flatMap(call.state().users()::find).isEmpty()) {
            return Refusals.notFound("User");
        }
        Params params = call.params();
        Grant grant =
                new Grant(params.text("name").orElse(""), params.present("description"), scopes, filled(expiry, call));
        return problem(grant, call).orElseGet(() -> issue(userId.get(), grant, call));
    }

    /** A list, or one text with commas. */
    private List<String> scopes(Params params, Validation validation) {
        List<String> scopes = params.list("scopes").stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .toList();
        if (!instance.profile().scopes().containsAll(scopes)) {
            validation.reject("scopes does not have a valid value");
        }
        return scopes;
    }

    private static Optional<LocalDate> filled(Optional<LocalDate> expiry, Call call) {
        boolean filling = call.state().settings().requireExpiry();
        return expiry.or(() -> filling ? Optional.of(latest(call)) : Optional.empty());
    }

    /** GitLab does not refuse a day in the past: the token is then made, and dead. */
    private static Optional<Answer> problem(Grant grant, Call call) {
        if (grant.name().isBlank()) {
            return Optional.of(Refusals.unprocessable("Name can't be blank"));
        }
        if (grant.scopes().isEmpty()) {
            return Optional.of(Refusals.unprocessable("Scopes can't be blank"));
        }
        if (grant.description()
                .filter(text -> text.length() > LONGEST_DESCRIPTION)
                .isPresent()) {
            return Optional.of(Refusals.unprocessable("Description is too long (maximum is 255 characters)"));
        }
        boolean limited = call.state().settings().requireExpiry();
        LocalDate latest = latest(call);
        return limited && grant.expiresAt().filter(latest::isBefore).isPresent()
                ? Optional.of(Refusals.unprocessable("Expiration date must be before " + latest))
                : Optional.empty();
    }

    /** The last day that is allowed, in spite of the word "before" in the message. */
    private static LocalDate latest(Call call) {
        return LocalDate.ofInstant(call.now(), ZoneOffset.UTC)
                .plusDays(call.state().settings().maxLifetimeDays());
    }

    private Answer issue(long userId, Grant grant, Call call) {
        Settings settings = call.state().settings();
        TokenFormat format =
                settings.routableTokens() ? instance.profile().rules().routable() : TokenFormat.LEGACY;
        String value = values.next(format, settings.tokenPrefix(), userId);
        Tokens tokens = call.state().tokens();
        Origin origin = Origin.fresh(call.now().truncatedTo(ChronoUnit.MILLIS), Digest.of(value));
        Token token = new Token(tokens.nextId(), userId, grant, origin, false, Optional.empty());
        tokens.add(token);
        return Answer.Ok.of(201, json.created(token, call.now(), value));
    }
}
