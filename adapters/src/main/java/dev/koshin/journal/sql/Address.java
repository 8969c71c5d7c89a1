package dev.koshin.journal.sql;

import dev.koshin.model.Secret;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a journal is, and how to log in there. */
record Address(String url, Optional<String> user, Optional<Secret> password) {
    private static final Pattern URL_PASSWORD = Pattern.compile("(?i)password=([^&;]+)");
    private static final int LONGEST = 300;

    /** The URL up to its parameters, without anything that could be a password. */
    String shown() {
        String place = url.split("[?;]", 2)[0];
        return place.startsWith("jdbc:sqlite:") ? place : place.replaceFirst("//.*@", "//");
    }

    /** What a driver needs to log in. */
    Properties login() {
        Properties login = new Properties();
        user.ifPresent(name -> login.setProperty("user", name));
        password.ifPresent(secret -> secret.reveal(value -> login.setProperty("password", value)));
        return login;
    }

    /** The first line of {@code message}, without the passwords of this address. */
    String scrubbed(String message) {
        String line = message.strip().lines().findFirst().orElse("");
        String clean = password.map(secret -> secret.reveal(value -> line.replace(value, "****")))
                .orElse(line);
        Matcher inUrl = URL_PASSWORD.matcher(url);
        while (inUrl.find()) {
            clean = clean.replace(inUrl.group(1), "****");
        }
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }

    @Override
    public String toString() {
        return shown();
    }
}
