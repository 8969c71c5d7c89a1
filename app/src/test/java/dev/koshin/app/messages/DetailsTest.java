package dev.koshin.app.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The details that each part of the program gives, in the texts that people read. */
final class DetailsTest {
    private static final Messages ENGLISH = Messages.of(Locale.ENGLISH);
    private static final Messages JAPANESE = Messages.of(Locale.JAPANESE);

    @ParameterizedTest
    @EnumSource
    void every_detail_is_shown_in_both_languages(Reason reason) {
        Problem problem = new Problem(reason, sample(reason));
        String[] all = shown(problem).toArray(String[]::new);
        assertThat(ENGLISH.what(problem)).contains(all).doesNotContain("{", "}");
        assertThat(JAPANESE.what(problem)).contains(all).doesNotContain("{", "}");
    }

    @ParameterizedTest
    @EnumSource
    void a_detail_that_is_not_known_leaves_no_brackets(Reason reason) {
        for (int known = 0; known <= sample(reason).size(); known++) {
            Problem problem = new Problem(reason, sample(reason).subList(0, known));
            assertThat(Stream.of(ENGLISH.what(problem), JAPANESE.what(problem), ENGLISH.remedy(problem)))
                    .allSatisfy(text -> assertThat(text).doesNotContain("()", "( ", " )", " ?)"));
        }
    }

    private static List<String> shown(Problem problem) {
        return problem.reason() == Reason.CONFIG_KEY_UNKNOWN
                ? problem.details().subList(1, problem.details().size())
                : problem.details();
    }

    /** As many as the part that reports it gives. */
    private static List<String> sample(Reason reason) {
        return switch (reason) {
            case CONFIG_NOT_YAML,
                    CONFIG_KEY_MISSING,
                    CREDENTIAL_UNKNOWN,
                    STOPPED_AFTER_FAILURES,
                    PROMPT_UNAVAILABLE,
                    PASTED_NOT_LIVE,
                    DATABASE_CLIENT_MISSING,
                    TARGET_CHANGED,
                    TARGET_ROW_MISSING,
                    TARGET_ROW_NOT_UNIQUE,
                    TARGET_HOLDS_UNKNOWN,
                    TARGETS_DIFFER,
                    TARGET_KEEPS_CHANGING,
                    TOKEN_DOES_NOT_WORK,
                    ADOPTED_NOT_LIVE,
                    TOKEN_SCOPES_MISSING,
                    TOKEN_EXPIRES_TOO_SOON,
                    TOKEN_LOST_TOO_OFTEN,
                    CONFIG_EXISTS,
                    INSTALLATION_NOT_FOUND,
                    INSTALLATION_AMBIGUOUS,
                    CREDENTIAL_BROKEN,
                    RENEWAL_NEEDS_PERSON,
                    BACKUP_NOT_CONFIGURED,
                    ROLLBACK_TOO_LATE,
                    ROLLBACK_NOTHING_KEPT,
                    ROLLBACK_UNFINISHED,
                    ROLLED_BACK,
                    WORKSPACES_INVISIBLE -> List.of("first");
            case CONFIG_KEY_UNKNOWN, CONFIG_BAD_VALUE, TARGET_HOLDS_FOREIGN, TOKEN_MADE_BY_HAND, CHART_OUTDATED ->
                List.of("first", "second", "third");
            case CONFIG_WRONG_TYPE, CONFIG_MISSING -> List.of("first", "second", "third", "fourth");
            case TOKEN_ID_REUSED,
                    ADOPTED_SCOPES_MISSING,
                    GITLAB_UNREACHABLE,
                    GITLAB_UNTRUSTED,
                    GITLAB_TIMEOUT,
                    GITLAB_BOOTING,
                    GITLAB_RATE_LIMITED,
                    GITLAB_NOT_JSON,
                    GITLAB_FAILED,
                    GITLAB_REFUSED,
                    GITLAB_MOVED,
                    GITLAB_BARS_CALLER,
                    GITLAB_TOO_OLD,
                    GITLAB_VERSION_UNKNOWN,
                    ADMIN_TOKEN_UNRESOLVED,
                    ADMIN_TOKEN_UNKNOWN,
                    ADMIN_TOKEN_EXPIRED,
                    ADMIN_TOKEN_REVOKED,
                    ADMIN_TOKEN_EXPIRES_SOON,
                    ADMIN_NOT_ADMIN,
                    ADMIN_MODE_ON,
                    ADMIN_SCOPE_MISSING,
                    CLOCK_DIFFERS,
                    USER_MISSING,
                    USER_BLOCKED,
                    USER_DIFFERS,
                    TOKEN_DIFFERS,
                    TOKEN_EXPIRY_REFUSED,
                    TOKEN_CHARACTERS_UNFIT,
                    TOKEN_UNFIT_FOR_TARGET,
                    RAILS_UNREACHABLE,
                    RAILS_FAILED,
                    RAILS_TIMEOUT,
                    SIGN_IN_REFUSED,
                    SIGN_IN_PASSWORD_OFF,
                    SIGN_IN_SECOND_FACTOR,
                    SIGN_IN_TERMS,
                    SIGN_IN_PASSWORD_EXPIRED,
                    SIGN_IN_UNCONFIRMED,
                    SIGN_IN_FORM_REJECTED,
                    SIGN_IN_PAGE_UNKNOWN,
                    PASTED_NOT_NEW,
                    PASTED_OF_ANOTHER_RENEWAL,
                    PASTED_WRONG_TOO_OFTEN,
                    TARGET_UNREACHABLE,
                    TARGET_LOGIN_REFUSED,
                    TARGET_TABLE_MISSING,
                    TARGET_COLUMN_MISSING,
                    TARGET_FILE_UNUSABLE,
                    TARGET_NOT_EDITABLE,
                    TARGET_HOLDS_PLACEHOLDER,
                    TARGET_WIPES_DATA,
                    TARGET_NOT_WRITABLE,
                    TARGET_TOO_NARROW,
                    TARGET_MORE_CHANGED,
                    TARGET_FAILED,
                    USES_UNREADABLE,
                    APPLY_FAILED,
                    CONSUMER_HOLDS_OTHER,
                    CONSUMER_LOOPS,
                    ENGINE_UNREACHABLE,
                    BACKUP_UNUSABLE,
                    BACKUP_DAMAGED,
                    IDENTITY_UNUSABLE,
                    IDENTITY_UNFIT,
                    ROLLBACK_TOKEN_DEAD,
                    SECRET_UNRESOLVED,
                    JOURNAL_UNAVAILABLE,
                    JOURNAL_NEWER,
                    JOURNAL_IN_USE,
                    LEASE_HELD,
                    LEASE_LOST,
                    CREDENTIAL_BREAKS_SOON,
                    EXASTRO_GITLAB_UNREACHABLE,
                    EXASTRO_GITLAB_DIFFERS,
                    ROWS_WITHOUT_TOKEN,
                    ROWS_REPEATED,
                    ROWS_SHARED,
                    CONTAINER_TOKEN_STALE,
                    START_SCRIPT_STALE,
                    ENV_FILE_READ_DIFFERENTLY,
                    ENV_FILE_REPEATS,
                    ENVIRONMENT_BEATS_ENV_FILE,
                    COMPOSE_FILE_OTHER_NAMES,
                    SETUP_WOULD_STOP,
                    SECRET_READABLE_BY_ALL,
                    VALUES_DIFFER,
                    JOURNAL_ON_NETWORK,
                    JOURNAL_SPACE_LOW,
                    CHECK_NOT_MADE,
                    CONFIG_UNREADABLE,
                    CONFIG_NOT_WRITTEN,
                    INSTALLATION_WITHOUT_GITLAB,
                    CONFIG_KEY_TWICE -> List.of("first", "second");
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CONFIG_KEY_UNKNOWN   | concurency;gitlab.concurency;concurrency | Unknown key: gitlab.concurency (did you mean concurrency?)
            CONFIG_KEY_UNKNOWN   | notes;notes;                     | Unknown key: notes
            CONFIG_KEY_TWICE     | version;1                        | A key stands twice: version (first in line 1)
            CONFIG_WRONG_TYPE    | gitlab.concurrency;a whole number;text; | Wrong kind of value: gitlab.concurrency must be a whole number, found text
            CONFIG_BAD_VALUE     | policy.grace;9y;must be a number and a unit | Bad value of policy.grace: must be a number and a unit (found 9y)
            CONFIG_BAD_VALUE     | gitlab.url;;names no host        | Bad value of gitlab.url: names no host
            CONFIG_MISSING       | a/koshin.yaml;b/koshin.yaml      | There is no configuration; looked for a/koshin.yaml, b/koshin.yaml
            CONFIG_UNREADABLE    | koshin.yaml;is a directory       | The configuration cannot be read: koshin.yaml (is a directory)
            USER_MISSING         | GET users?username=u;u           | GitLab has no such user: u (GET users?username=u)
            USER_BLOCKED         | GET users?username=u;u: blocked  | The GitLab user cannot work: u: blocked (GET users?username=u)
            CLOCK_DIFFERS        | GET user;-75                     | This host's clock differs from GitLab's by -75 seconds (GET user)
            SIGN_IN_REFUSED      | POST /users/sign_in;root         | GitLab does not accept user name and password: root (POST /users/sign_in)
            PROMPT_UNAVAILABLE   | end of input                     | Nobody is there to paste a token (end of input)
            PASTED_NOT_NEW       | 7;2026-01-01T00:00:00Z           | The token that was pasted is not new: id 7, made 2026-01-01T00:00:00Z
            TOKEN_DIFFERS        | 7;8                              | GitLab gave another token than was asked for: id 8 instead of 7
            TARGET_TOO_NARROW    | T[1];40 < 80                     | The value does not fit: T[1] (40 < 80 characters)
            TARGET_HOLDS_FOREIGN | T[1];9;by hand                   | The place holds a live token that Koshin did not put there: T[1], token 9 (by hand)
            TARGET_COLUMN_MISSING | T at h:1;GITLAB_TOKEN           | The table lacks a column: T at h:1 (GITLAB_TOKEN)
            TARGET_FILE_UNUSABLE | /x/.env;does not exist          | The file cannot be used: /x/.env (does not exist)
            TARGET_NOT_EDITABLE  | /x/.env[K];line 7 never closes its quote | The value cannot be replaced without a doubt about what its readers would find: /x/.env[K] (line 7 never closes its quote)
            TARGET_WIPES_DATA    | /x/v.yaml;line 47               | The next upgrade with this file would wipe all data, as it says reinstall: /x/v.yaml (line 47)
            JOURNAL_NEWER        | jdbc:sqlite:k.db;9               | The journal was made by a newer Koshin: jdbc:sqlite:k.db (9)
            JOURNAL_IN_USE       | k.db;4711                        | Another Koshin is writing this journal: k.db (process 4711)
            JOURNAL_IN_USE       | k.db;                            | Another Koshin is writing this journal: k.db
            JOURNAL_UNAVAILABLE  | jdbc:sqlite:k.db;disk full       | The journal cannot be used: jdbc:sqlite:k.db (disk full)
            """)
    void english_reads_well(Reason reason, String details, String text) {
        assertThat(ENGLISH.what(new Problem(reason, List.of(details.split(";", -1)))))
                .isEqualTo(text);
    }

    @Test
    void braces_and_quotes_in_a_detail_are_left_alone() {
        assertThat(ENGLISH.what(Problem.of(Reason.GITLAB_REFUSED, "POST users", "{0} isn't (allowed)")))
                .isEqualTo("GitLab refused: POST users ({0} isn't (allowed))");
    }

    @Test
    void a_control_character_in_a_detail_cannot_rewrite_the_screen() {
        assertThat(ENGLISH.text("strays.line", 7, "a\u001b[2Jb\nc", "root")).contains("token 7 \"a [2Jb c\" of root");
    }

    @Test
    void a_holder_that_is_not_known_leaves_no_brackets() {
        assertThat(ENGLISH.text("outcome.busy", "")).isEqualTo("another worker is at it");
        assertThat(JAPANESE.text("outcome.busy", "host-2")).isEqualTo("別の処理が更新中です (host-2)");
    }
}
