package dev.koshin.app.doctor;

import java.util.List;

/** The stable names of all checks; the reference has a section for each. */
public final class Keys {
    static final String BREAKS = "breaks";
    static final String CONFIG = "config";
    static final String JOURNAL = "journal";
    static final String JOURNAL_FILE = "journal-file";
    static final String GITLAB = "gitlab";
    static final String ADMIN = "admin";
    static final String LIFETIME = "lifetime";
    static final String CLOCK = "clock";
    static final String EXASTRO_GITLAB = "exastro-gitlab";
    static final String ISSUERS = "issuers";
    static final String ISSUERS_LATER = "issuers-later";
    static final String DATABASE = "database";
    static final String DATABASE_RIGHTS = "database-rights";
    static final String SERVER = "database-server";
    static final String ORGANIZATIONS = "organizations";
    static final String ROWS_WITHOUT_TOKEN = "rows-without-token";
    static final String ROWS_REPEATED = "rows-repeated";
    static final String ROWS_SHARED = "rows-shared";
    static final String ROWS_DELETED = "rows-deleted";
    static final String EXECUTIONS = "executions";
    static final String PLACE = "place";
    static final String CONTAINERS = "containers";
    static final String CONTAINER_TOKEN = "container-token";
    static final String START_SCRIPT = "start-script";
    static final String WINDOW = "window";
    static final String ENV_FILE = "env-file";
    static final String ENVIRONMENT = "environment";
    static final String COMPOSE_FILE = "compose-file";
    static final String FIREWALL = "firewall";
    static final String SECRET_FILES = "secret-files";
    static final String CHART = "chart";
    static final String VALUES = "values";

    /** All of them, in the order in which they are shown. */
    public static final List<String> ALL = List.of(
            BREAKS,
            CONFIG,
            JOURNAL,
            JOURNAL_FILE,
            GITLAB,
            ADMIN,
            LIFETIME,
            CLOCK,
            EXASTRO_GITLAB,
            ISSUERS,
            ISSUERS_LATER,
            DATABASE,
            DATABASE_RIGHTS,
            SERVER,
            ORGANIZATIONS,
            ROWS_WITHOUT_TOKEN,
            ROWS_REPEATED,
            ROWS_SHARED,
            ROWS_DELETED,
            EXECUTIONS,
            PLACE,
            CONTAINERS,
            CONTAINER_TOKEN,
            START_SCRIPT,
            WINDOW,
            ENV_FILE,
            ENVIRONMENT,
            COMPOSE_FILE,
            FIREWALL,
            SECRET_FILES,
            CHART,
            VALUES);

    private Keys() {}
}
