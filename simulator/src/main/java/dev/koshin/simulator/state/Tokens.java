package dev.koshin.simulator.state;

import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All tokens, revoked ones included: GitLab never deletes a row.
 *
 * <p>Finding by id or digest and taking a page of a list cost the same however many tokens there are. Not thread-safe:
 * {@link World} guards it.
 */
public final class Tokens {
    private final List<Token> byPosition = new ArrayList<>();
    private final Map<Long, Integer> byId = new HashMap<>();
    private final Map<Digest, Integer> byDigest = new HashMap<>();
    private final Map<Long, List<Integer>> byUser = new HashMap<>();
    private final Map<Long, List<Long>> byPrevious = new HashMap<>();
    private final Changes changes;

    Tokens(Changes changes) {
        this.changes = changes;
    }

    /** The id that the next token gets. */
    public long nextId() {
        return byPosition.isEmpty() ? 1 : byPosition.getLast().id() + 1;
    }

    /**
     * Adds a token.
     *
     * @throws IllegalArgumentException when its id does not follow the others or its value was used before
     */
    public void add(Token token) {
        if (token.id() < nextId() || byDigest.containsKey(token.origin().digest())) {
            throw new IllegalArgumentException("token " + token.id() + ": its id or value is taken");
        }
        int position = byPosition.size();
        byPosition.add(token);
        byId.put(token.id(), position);
        byDigest.put(token.origin().digest(), position);
        byUser.computeIfAbsent(token.userId(), _ -> new ArrayList<>()).add(position);
        token.origin()
                .previous()
                .ifPresent(previous -> byPrevious
                        .computeIfAbsent(previous, _ -> new ArrayList<>())
                        .add(token.id()));
        changes.made("token", token.id());
    }

    /** Revokes the token with this id; revoking it again changes nothing more. */
    public void revoke(long id) {
        int position = position(id);
        if (!byPosition.get(position).revoked()) {
            byPosition.set(position, byPosition.get(position).revoke());
            changes.revoked("token", id);
        }
    }

    /**
     * Gives the token with this id another value.
     *
     * @throws IllegalArgumentException when the value was used before
     */
    public Token revalue(long id, Digest digest) {
        if (byDigest.containsKey(digest)) {
            throw new IllegalArgumentException("token " + id + ": its value is taken");
        }
        int position = position(id);
        Token old = byPosition.get(position);
        byDigest.remove(old.origin().digest());
        byDigest.put(digest, position);
        byPosition.set(position, old.with(digest));
        changes.changed("token", id);
        return byPosition.get(position);
    }

    /**
     * Notes a use, unless the last one is less than {@code step} ago; does not count as a change. The token as it is
     * now.
     */
    public Token use(Token token, Instant now, Duration step) {
        if (!token.useIsNews(now, step)) {
            return token;
        }
        Token used = token.usedAt(now);
        byPosition.set(position(token.id()), used);
        return used;
    }

    /** The token with this id. */
    public Optional<Token> find(long id) {
        return Optional.ofNullable(byId.get(id)).map(byPosition::get);
    }

    /** The token with this value. */
    public Optional<Token> find(Digest digest) {
        return Optional.ofNullable(byDigest.get(digest)).map(byPosition::get);
    }

    /** A live view, ids ascending. */
    public List<Token> all() {
        return Collections.unmodifiableList(byPosition);
    }

    /** A live view of one user's tokens, ids ascending. */
    public List<Token> of(long userId) {
        return new View(byUser.getOrDefault(userId, List.of()), byPosition);
    }

    /** Revokes every token that was rotated from this one, directly or by others in between. */
    public void revokeDescendants(long id) {
        for (long next : byPrevious.getOrDefault(id, List.of())) {
            revoke(next);
            revokeDescendants(next);
        }
    }

    /** Revokes all tokens of a user. */
    public void revokeAllOf(long userId) {
        of(userId).forEach(token -> revoke(token.id()));
    }

    private int position(long id) {
        Integer position = byId.get(id);
        if (position == null) {
            throw new IllegalArgumentException("no token " + id);
        }
        return position;
    }

    private static final class View extends AbstractList<Token> {
        private final List<Integer> positions;
        private final List<Token> tokens;

        View(List<Integer> positions, List<Token> tokens) {
            this.positions = positions;
            this.tokens = tokens;
        }

        @Override
        public Token get(int index) {
            return tokens.get(positions.get(index));
        }

        @Override
        public int size() {
            return positions.size();
        }
    }
}
