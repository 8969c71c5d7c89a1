package dev.koshin.simulator.api.token;

import dev.koshin.simulator.api.call.Call;
import dev.koshin.simulator.api.call.Params;
import dev.koshin.simulator.api.call.Validation;
import dev.koshin.simulator.state.Token;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which tokens a list holds, and in which order. */
public final class TokenFilter {
    private static final Map<String, Comparator<Token>> ORDERS = Map.of(
            "created", Comparator.comparing(token -> token.origin().createdAt()),
            "expires", Comparator.comparing(token -> token.grant().expiresAt().orElse(LocalDate.MAX)),
            "last_used", Comparator.comparing(token -> token.lastUsedAt().orElse(Instant.MAX)),
            "name", Comparator.comparing(token -> token.grant().name().toLowerCase(Locale.ROOT)));

    private final List<Predicate<Token>> rules = new ArrayList<>();
    private final Optional<Comparator<Token>> order;

    private TokenFilter(Optional<Comparator<Token>> order) {
        this.order = order;
    }

    /** The filter in these parameters, as of this time. */
    public static TokenFilter read(Validation validation, Call call, boolean sortable) {
        Params params = call.params();
        TokenFilter filter =
                new TokenFilter(params.present("sort").filter(_ -> sortable).flatMap(TokenFilter::order));
        filter.revoked(validation);
        filter.state(validation, LocalDate.ofInstant(call.now(), ZoneOffset.UTC));
        filter.created(validation);
        filter.lastUsed(validation);
        if (sortable) {
            filter.expires(validation);
        }
        params.present("search").ifPresent(text -> filter.rules.add(named(text.toLowerCase(Locale.ROOT))));
        return filter;
    }

    /** The wanted tokens; the same list when all are wanted, so that a page of many costs no more than the page. */
    public List<Token> apply(List<Token> tokens) {
        if (rules.isEmpty() && order.isEmpty()) {
            return tokens;
        }
        Predicate<Token> all = rules.stream().reduce(_ -> true, Predicate::and);
        List<Token> kept = tokens.stream().filter(all).collect(Collectors.toCollection(ArrayList::new));
        order.ifPresent(kept::sort);
        return kept;
    }

    private void revoked(Validation validation) {
        validation.bool("revoked").ifPresent(wanted -> rules.add(token -> token.revoked() == wanted));
    }

    /** A token whose day of expiry is today is in neither list, although it is dead. */
    private void state(Validation validation, LocalDate today) {
        validation.oneOf("state", Set.of("active", "inactive")).ifPresent(state -> {
            Predicate<Token> active = token -> !token.revoked()
                    && token.grant()
                            .expiresAt()
                            .filter(day -> !day.isAfter(today))
                            .isEmpty();
            Predicate<Token> inactive = token -> token.revoked()
                    || token.grant()
                            .expiresAt()
                            .filter(day -> day.isBefore(today))
                            .isPresent();
            rules.add(state.equals("active") ? active : inactive);
        });
    }

    private void created(Validation validation) {
        Function<Token, Optional<Instant>> made =
                token -> Optional.of(token.origin().createdAt());
        add(validation.time("created_before"), made, (value, limit) -> !value.isAfter(limit));
        add(validation.time("created_after"), made, (value, limit) -> !value.isBefore(limit));
    }

    private void lastUsed(Validation validation) {
        add(validation.time("last_used_before"), Token::lastUsedAt, (value, limit) -> !value.isAfter(limit));
        add(validation.time("last_used_after"), Token::lastUsedAt, (value, limit) -> !value.isBefore(limit));
    }

    /** Unlike with times, "before" leaves the day itself out. */
    private void expires(Validation validation) {
        Function<Token, Optional<LocalDate>> expiry = token -> token.grant().expiresAt();
        add(validation.day("expires_before"), expiry, LocalDate::isBefore);
        add(validation.day("expires_after"), expiry, (value, limit) -> !value.isBefore(limit));
    }

    /** A token without the value fails the comparison, as in SQL. */
    private <T> void add(Optional<T> limit, Function<Token, Optional<T>> field, BiPredicate<T, T> compare) {
        limit.ifPresent(bound -> rules.add(token ->
                field.apply(token).filter(value -> compare.test(value, bound)).isPresent()));
    }

    /** Contained in the name; a text of fewer than three characters must be the whole name. */
    private static Predicate<Token> named(String text) {
        return text.length() < 3
                ? token -> token.grant().name().equalsIgnoreCase(text)
                : token -> token.grant().name().toLowerCase(Locale.ROOT).contains(text);
    }

    /** An unknown order is ignored. */
    private static Optional<Comparator<Token>> order(String sort) {
        String field = sort.replaceFirst("_(asc|desc)$", "");
        return Optional.ofNullable(ORDERS.get(field))
                .map(order -> sort.endsWith("_desc") ? order.reversed() : order)
                .map(order -> order.thenComparingLong(Token::id));
    }
}
