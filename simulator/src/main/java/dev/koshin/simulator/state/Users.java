package dev.koshin.simulator.state;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All accounts, found by id or by name at once. Not thread-safe: {@link World} guards it. */
public final class Users {
    private final TreeMap<Long, User> byId = new TreeMap<>();
    private final Map<String, User> byName = new HashMap<>();
    private final Changes changes;

    Users(Changes changes) {
        this.changes = changes;
    }

    /** The id that the next account gets. */
    public long nextId() {
        return byId.isEmpty() ? 1 : byId.lastKey() + 1;
    }

    /**
     * Adds an account.
     *
     * @throws IllegalArgumentException when its id or name is taken
     */
    public void add(User user) {
        if (byId.containsKey(user.id()) || byName.containsKey(key(user.username()))) {
            throw new IllegalArgumentException("two users with id " + user.id() + " or name " + user.username());
        }
        byId.put(user.id(), user);
        byName.put(key(user.username()), user);
        changes.made("user", user.id());
    }

    /** Puts an account in the place of the one with its id and name. */
    public void replace(User user) {
        byId.put(user.id(), user);
        byName.put(key(user.username()), user);
        changes.changed("user", user.id());
    }

    /** Forgets an account. */
    public void remove(User user) {
        byId.remove(user.id());
        byName.remove(key(user.username()));
        changes.deleted("user", user.id());
    }

    /** The account with this id. */
    public Optional<User> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The account with this name, in any case. */
    public Optional<User> named(String username) {
        return Optional.ofNullable(byName.get(key(username)));
    }

    /** The account with this id or, unless it is a number, with this name. */
    public Optional<User> called(String idOrName) {
        return idOrName.matches("\\d{1,18}") ? find(Long.parseLong(idOrName)) : named(idOrName);
    }

    /** A live view, ids ascending. */
    public Collection<User> ascending() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /** A live view, ids descending: the order in which GitLab lists users. */
    public Collection<User> descending() {
        return Collections.unmodifiableCollection(byId.descendingMap().values());
    }

    private static String key(String username) {
        return username.toLowerCase(Locale.ROOT);
    }
}
