package dev.koshin.database.jdbc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a JDBC URL that is fit for a message: no user, no parameter, for either can hold a password. */
final class Location {
    private static final Pattern SERVER = Pattern.compile("jdbc:[^/]*//(?:[^/@?]*@)?([^/?;]*).*");
    private static final Pattern FILE = Pattern.compile("jdbc:[a-z]+:([^?]*).*");

    private Location() {}

    static String of(String jdbcUrl) {
        Matcher server = SERVER.matcher(jdbcUrl);
        if (server.matches()) {
            return server.group(1);
        }
        Matcher file = FILE.matcher(jdbcUrl);
        return file.matches() ? file.group(1) : "?";
    }
}
