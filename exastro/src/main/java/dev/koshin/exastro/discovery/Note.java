package dev.koshin.exastro.discovery;

import java.util.Locale;

/** Every comment that a draft may hold; each has a text in every language. */
public enum Note {
    TITLE,
    REFERENCES,
    URL_ANSWERED,
    URL_SILENT,
    URL_FORWARDED,
    URL_OF_EXASTRO,
    ADMIN,
    POLICY,
    LIFETIME,
    RENEW_BEFORE,
    GRACE,
    SPREAD,
    JOURNAL,
    ORGANIZATIONS,
    BY_JDBC,
    BY_JDBC_SILENT,
    BY_CONTAINER,
    BY_POD,
    ROOT,
    ROOT_USER,
    ROOT_USER_EXTERNAL,
    WAYS_EXTERNAL,
    WINDOW,
    VALUES,
    VALUES_FILL_IN,
    HELM;

    /** Its name in texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
