package dev.koshin.matrix;

import dev.koshin.model.Fingerprint;
import dev.koshin.model.TargetName;
import dev.koshin.model.TokenId;
import dev.koshin.renew.Order;
import dev.koshin.simulator.control.TokenView;
import dev.koshin.simulator.traffic.LoggedRequest;
import dev.koshin.spi.Held;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at every moment whether Koshin broke something, and knows what people broke.
 *
 * <p>Every target holds a live token of the right user, unless a person put something else there, killed it, or let it
 * expire. Koshin revokes only what its journal announced after a proof, only tokens of the credential's user that the
 * renewal replaced or made, none within its grace, and never rotates. It overwrites what it does not know only if it
 * was told to.
 */
final class Watch {
    private final Site site;
    private final Records records;
    private final List<String> broken = new ArrayList<>();
    private final Set<Long> killed = new HashSet<>();
    private final Map<TargetName, Fingerprint> excused = new HashMap<>();
    private final Map<TargetName, Held> before = new HashMap<>();
    private final Set<TargetName> replaceable = new HashSet<>();
    private final Set<Fingerprint> allowed = new HashSet<>();
    private long read;
    private long proofs;
    private boolean hurries;

    /** Whether somebody said, since the last proof, that its grace does not count. */
    private boolean hurried;

    Watch(Site site) {
        this.site = site;
        this.records = new Records(site);
        before.putAll(held());
    }

    /** What was seen to be wrong since the beginning. */
    synchronized List<String> broken() {
        return List.copyOf(broken);
    }

    /** A person revokes this token. */
    synchronized void kill(long token) {
        killed.add(token);
    }

    /** A person has written into {@code target}; Koshin needs a word to overwrite what it cannot know. */
    synchronized void written(TargetName target) {
        Held now = held().getOrDefault(target, new Held.Nothing());
        before.put(target, now);
        replaceable.remove(target);
        excused.remove(target);
        now.fingerprint()
                .filter(print ->
                        find(print).filter(token -> fine(target, token)).isEmpty())
                .ifPresent(print -> excused.put(target, print));
    }

    /** A person gives an order; it is about what the targets hold now, and about the grace that is running. */
    synchronized void ordered(Order order) {
        hurries = order.asks(Order.Wish.RETIRE_NOW);
        hurried |= hurries;
        if (order.asks(Order.Wish.REPLACE)) {
            replaceable.addAll(Site.ROWS);
            before.values().forEach(held -> held.fingerprint().ifPresent(allowed::add));
        }
    }

    /** All requests so far were made by people, or by somebody before. */
    synchronized void skipRequests() {
        site.control.requestsSince(read).forEach(request -> read = request.number());
    }

    /** Runs before and after each call to the outside. */
    synchronized void check() {
        Map<TargetName, Held> now = held();
        if (records.proofs() != proofs) {
            proofs = records.proofs();
            hurried = hurries;
        }
        site.control.requestsSince(read).forEach(this::judge);
        Site.ROWS.forEach(row -> overwritten(row, now.getOrDefault(row, new Held.Nothing())));
        now.forEach((target, held) -> held.fingerprint().ifPresent(print -> works(target, print)));
        before.putAll(now);
    }

    private Map<TargetName, Held> held() {
        Map<TargetName, Held> all = new HashMap<>(site.place.held());
        all.putAll(site.elsewhere.held());
        return all;
    }

    private void works(TargetName target, Fingerprint print) {
        if (!print.equals(excused.get(target))
                && find(print).filter(token -> fine(target, token)).isEmpty()) {
            broken.add(target + " holds " + print + ", which is " + find(print));
        }
    }

    private boolean fine(TargetName target, TokenView token) {
        boolean lives = token.active() || killed.contains(token.id()) || expired(token);
        return lives && (target.equals(Site.ELSEWHERE) || token.userId() == Site.USER);
    }

    private boolean expired(TokenView token) {
        LocalDate today = LocalDate.ofInstant(site.clock.instant(), ZoneOffset.UTC);
        return token.expiresAt().filter(day -> !today.isBefore(day)).isPresent();
    }

    private Optional<TokenView> find(Fingerprint print) {
        return site.control.tokens().stream()
                .filter(token -> token.fingerprint().equals(print.value()))
                .findFirst();
    }

    private Optional<TokenView> find(long id) {
        return site.control.tokens().stream().filter(token -> token.id() == id).findFirst();
    }

    private void overwritten(TargetName row, Held now) {
        Held then = before.getOrDefault(row, new Held.Nothing());
        if (now.equals(then)) {
            return;
        }
        excused.remove(row);
        then.fingerprint()
                .filter(print -> !replaceable.contains(row) && !allowedByRenewal(print) && !known(print))
                .ifPresent(print -> broken.add(row + ": " + print + " was overwritten, which is " + find(print)));
    }

    /** The word of a person holds until the renewal is proven, and after that for the values that it was said of. */
    private boolean allowedByRenewal(Fingerprint print) {
        return records.replaces() || (allowed.contains(print) && records.replaces(print));
    }

    /** Nothing is lost: it is dead, or ours and named in the journal. */
    private boolean known(Fingerprint print) {
        Optional<TokenView> token = find(print);
        return token.isPresent()
                && (!token.get().active() || (token.get().userId() == Site.USER && records.accounts(token.get())));
    }

    private void judge(LoggedRequest request) {
        read = request.number();
        if (request.target().contains("/rotate")) {
            broken.add("rotate was called: " + request);
        }
        if (request.method().equals("DELETE") && request.ended().committed()) {
            revoked(Long.parseLong(request.target().replaceAll(".*/", "")));
        }
    }

    private boolean early() {
        return !hurried
                && records.graceEnds().filter(site.clock.instant()::isBefore).isPresent();
    }

    private void revoked(long id) {
        TokenView token = find(id).orElseThrow();
        if (token.userId() != Site.USER) {
            broken.add("a stranger's token was revoked: " + token);
        }
        if (!records.accounts(token)) {
            broken.add("a token was revoked that no renewal replaced or made: " + token);
        }
        if (early()) {
            broken.add("a token was revoked within its grace: " + token);
        }
        if (!records.announces(new TokenId(id))) {
            broken.add("a token was revoked before another was proven: " + token);
        }
    }
}
