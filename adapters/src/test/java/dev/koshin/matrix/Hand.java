package dev.koshin.matrix;

import dev.koshin.model.Fingerprint;
import dev.koshin.model.Secret;
import dev.koshin.model.TargetName;
import dev.koshin.simulator.control.TokenView;
import dev.koshin.spi.Held;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What people do behind Koshin's back, in GitLab and in the targets. The watch is told. */
final class Hand {
    private static final int LIFETIME_DAYS = 300;

    private final Site site;
    private final Watch watch;
    private final Operator operator;
    private final Set<Long> others = new HashSet<>();
    private final List<Secret> values = new ArrayList<>(List.of(Site.FIRST));

    Hand(Site site, Watch watch) {
        this.site = site;
        this.watch = watch;
        this.operator = site.operator();
    }

    /** Tokens that people made, or took out of a target: nobody expects Koshin to revoke them. */
    Set<Long> others() {
        return Set.copyOf(others);
    }

    /** Every value that a person has seen, the newest last. */
    List<Secret> values() {
        for (Held held : site.place.held().values()) {
            if (held instanceof Held.Value(Secret secret) && !values.contains(secret)) {
                values.add(secret);
            }
        }
        return List.copyOf(values);
    }

    /** The user's tokens that work, the oldest first. */
    List<TokenView> live() {
        return site.control.tokens().stream()
                .filter(token -> token.userId() == Site.USER && token.active())
                .toList();
    }

    /** The user's token in {@code target}, if it works. */
    Optional<TokenView> in(TargetName target) {
        return print(target)
                .flatMap(print -> live().stream()
                        .filter(token -> token.fingerprint().equals(print.value()))
                        .findFirst());
    }

    private Optional<Fingerprint> print(TargetName target) {
        return Optional.ofNullable((target.equals(Site.ELSEWHERE) ? site.elsewhere : site.place)
                        .held()
                        .get(target))
                .flatMap(Held::fingerprint);
    }

    /** Whether one of ours holds the token of somebody else. */
    boolean strangerInARow() {
        return site.place.held().containsValue(new Held.Value(Site.NEIGHBOURS));
    }

    void put(TargetName target, Secret value) {
        List<Secret> _ = values();
        in(target).ifPresent(token -> others.add(token.id()));
        site.put(target, value);
        watch.written(target);
    }

    void revoke(TokenView token) {
        watch.kill(token.id());
        operator.revoke(token.id());
        watch.skipRequests();
    }

    /** The old one is dead, and a new one has its name; empty when this release cannot do that. */
    Optional<Secret> rotate(TokenView token) {
        Optional<Secret> value = operator.rotate(token.id());
        value.ifPresent(_ -> watch.kill(token.id()));
        return made(value);
    }

    Optional<Secret> make() {
        return made(operator.make(
                Site.USER,
                LocalDate.ofInstant(site.clock.instant(), ZoneOffset.UTC).plusDays(LIFETIME_DAYS)));
    }

    private Optional<Secret> made(Optional<Secret> value) {
        watch.skipRequests();
        value.ifPresent(secret -> {
            values.add(secret);
            site.control.tokens().stream()
                    .filter(token ->
                            token.fingerprint().equals(secret.fingerprint().value()))
                    .forEach(token -> others.add(token.id()));
        });
        return value;
    }

    void block(boolean blocked) {
        operator.block(Site.USER, blocked);
        watch.skipRequests();
    }

    /** An operator who is told of trouble sees to it; what the targets hold stays. */
    void restore() {
        site.adminMode(false);
        block(false);
        put(Site.ELSEWHERE, Site.NEIGHBOURS);
    }
}
