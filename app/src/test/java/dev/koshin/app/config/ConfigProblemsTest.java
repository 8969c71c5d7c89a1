package dev.koshin.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigProblemsTest {
    private static final String TARGET = """
            version: 1
            gitlab: { url: "http://gitlab", admin: { env: A } }
            credentials:
              ci:
                issuer: { kind: gitlab-rest, user: u }
                scopes: [api]
                targets:
                  - { kind: sql-row, url: "jdbc:sqlite:x.db", table: T, key: { ID: "1" }, column: C }
            """;

    @TempDir
    private Path folder;

    private Read read() {
        return new Read(folder);
    }

    @Test
    void nameAnUnknownKeyAndTheOneThatWasMeant() {
        assertThat(read().problems(Read.MINIMAL + "  concurency: 3\n"))
                .containsExactly("5:3 config-key-unknown[concurency, gitlab.concurency, concurrency]");
    }

    @Test
    void nameAnUnknownKeyThatIsLikeNoOther() {
        assertThat(read().problems(Read.MINIMAL + "notes: {}\n"))
                .containsExactly("5:1 config-key-unknown[notes, notes, ]");
    }

    @Test
    void nameAMissingKeyAtTheSectionThatLacksIt() {
        assertThat(read().problems("version: 1\ngitlab:\n  url: http://gitlab\n"))
                .containsExactly("2:1 config-key-missing[gitlab.admin]");
        assertThat(read().problems(TARGET.replace("table: T, ", "")))
                .containsExactly("8:9 config-key-missing[credentials.ci.targets[0].table]");
    }

    @Test
    void nameAKeyThatIsThereTwiceAndItsFirstLine() {
        assertThat(read().problems("version: 1\n" + Read.MINIMAL)).containsExactly("2:1 config-key-twice[version, 1]");
        assertThat(read().problems(TARGET + "  ci: {}\n")).contains("9:3 config-key-twice[credentials.ci, 4]");
    }

    @Test
    void nameAWrongType() {
        assertThat(read().problems(Read.MINIMAL + "  concurrency: '16'\n"))
                .containsExactly("5:16 config-wrong-type[gitlab.concurrency, a whole number, text, ]");
        assertThat(read().problems(Read.MINIMAL + "policy:\n"))
                .containsExactly("5:8 config-wrong-type[policy, a section of keys, nothing, ]");
        assertThat(read().problems(TARGET.replace("[api]", "api")))
                .containsExactly("6:13 config-wrong-type[credentials.ci.scopes, a list, text, ]");
    }

    @Test
    void sayHowToWriteTextThatLooksLikeSomethingElse() {
        assertThat(read().problems(TARGET.replace("\"1\"", "1")))
                .containsExactly(
                        "8:72 config-wrong-type[credentials.ci.targets[0].key.ID, text, a number, put it in quotes]");
        assertThat(read().problems(TARGET.replace("user: u", "user: true")))
                .containsExactly("5:40 config-wrong-type[credentials.ci.issuer.user, text, true or false,"
                        + " put it in quotes]");
        assertThat(read().problems(TARGET.replace("user: u", "user: !login u")))
                .containsExactly("5:40 config-wrong-type[credentials.ci.issuer.user, text, something that is tagged,"
                        + " put it in quotes]");
    }

    @Test
    void sayThatVariablesAreNotReplaced() {
        assertThat(read().problems(Read.MINIMAL + "  caCertificate: ${CA}\n"))
                .containsExactly(
                        "5:18 config-wrong-type[gitlab.caCertificate, text," + " ${…}, which is not replaced here, ]");
    }

    @Test
    void sayThatADurationNeedsAUnit() {
        assertThat(read().problems(Read.MINIMAL + "policy: { grace: 24 }\n"))
                .containsExactly("5:18 config-wrong-type[policy.grace, a duration, a number,"
                        + " write a number and a unit, such as 60d, 24h, 30m or 45s]");
        assertThat(read().problems(Read.MINIMAL + "policy: { grace: 1 day }\n"))
                .containsExactly("5:18 config-bad-value[policy.grace, 1 day,"
                        + " must be a number and a unit, such as 60d, 24h, 30m or 45s]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "__concurrency: 0           | 5:16 config-bad-value[gitlab.concurrency, 0, must be from 1 to 256]",
                "__concurrency: 257         | 5:16 config-bad-value[gitlab.concurrency, 257, must be from 1 to 256]",
                "__concurrency: 9999999999  | 5:16 config-bad-value[gitlab.concurrency, 9999999999, must be from 1 to 256]",
                "__connectTimeout: 0s       | 5:19 config-bad-value[gitlab.connectTimeout, 0s, must be from 1s to 10m]",
                "__requestTimeout: 601s     | 5:19 config-bad-value[gitlab.requestTimeout, 601s, must be from 1s to 10m]",
                "__requestTimeout: PT-1S    | 5:19 config-bad-value[gitlab.requestTimeout, PT-1S, must be from 1s to 10m]",
                "policy: { lifetime: 0d }   | 5:21 config-bad-value[policy.lifetime, 0d, must be from 1d to 3650d]",
                "policy: { lifetime: 36h }  | 5:21 config-bad-value[policy.lifetime, , must be whole days]",
                "policy: { spread: 365d }   | 5:19 config-bad-value[policy.spread, , spread must be shorter than lifetime]",
                "exastro: { root: {} }      | 5:18 config-bad-value[exastro.root, , needs exactly one of compose, kubernetes]",
                "exastro: {}                | 5:10 config-bad-value[exastro, , needs organizations, root, or both]",
                "exastro: { root: { compose: { directory: x, window: 1-5 } } } | 5:53 config-bad-value[exastro.root.compose.window, 1-5, must be two times of day, such as 01:00-05:00]",
                "exastro: { root: { issuer: { kind: gitlab-rails, docker: --rm }, compose: { directory: x } } } | 5:58 config-bad-value[exastro.root.issuer.docker, --rm, must be a name of letters, digits and _ . @ : / -]",
                "exastro: { root: { issuer: { kind: gitlab-rails, docker: a, podman: b }, compose: { directory: x } } } | 5:28 config-bad-value[exastro.root.issuer, , must name one place: docker, podman, kubectl, ssh]",
                "exastro: { organizations: { database: { docker: a, podman: b, user: u, password: { env: P } } } } | 5:52 config-bad-value[exastro.organizations.database.podman, , is one way too many: name one of url, docker, podman, kubectl]",
                "exastro: { organizations: { database: { kubectl: { pod: a }, engineCommand: [x], user: u, password: { env: P } } } } | 5:62 config-bad-value[exastro.organizations.database.engineCommand, , means nothing without docker or podman]",
                "exastro: { root: { issuer: { kind: manual, user: u }, compose: { directory: x } } } | 5:44 config-bad-value[exastro.root.issuer.user, , is named once, in exastro.root.user]",
            })
    void nameABadValue(String lines, String problem) {
        assertThat(read().problems(Read.MINIMAL + lines.replace('_', ' ') + "\n"))
                .containsExactly(problem);
    }

    @Test
    void nameAVersionFromTheFuture() {
        assertThat(read().problems(TARGET.replace("version: 1", "version: 2")))
                .containsExactly("1:10 config-bad-value[version, 2, this Koshin reads version 1]");
    }

    @Test
    void doNotJudgeTheKeysOfAKindThatThisVersionDoesNotHave() {
        assertThat(read().problems(TARGET.replace(
                        "{ kind: gitlab-rest, user: u }", "{ kind: gitlab-soap, login: u, password: hunter2 }")))
                .containsExactly("5:21 config-bad-value[credentials.ci.issuer.kind, gitlab-soap, is not supported by"
                        + " this version, which knows gitlab-rest, gitlab-rails, gitlab-web, manual]");
        assertThat(read().problems(TARGET.replace("kind: sql-row", "kind: consul")))
                .containsExactly(
                        "8:17 config-bad-value[credentials.ci.targets[0].kind, consul,"
                                + " is not supported by this version, which knows env-file, helm-values, kubernetes-secret, sql-row]");
        assertThat(read().problems(TARGET + "    apply: { compose: {} }\n"))
                .containsExactly("9:5 config-bad-value[credentials.ci.apply, , is not supported by this version]");
    }

    @Test
    void nameACredentialThatCannotBeCalledSo() {
        assertThat(read().problems(TARGET.replace("  ci:", "  exastro/root:")))
                .containsExactly("4:3 config-bad-value[credentials.exastro/root, ,"
                        + " is reserved for what the section exastro expands to]");
        assertThat(read().problems(TARGET.replace("  ci:", "  c i:")))
                .containsExactly("4:3 config-bad-value[credentials.c i, , must be up to 300 letters, digits and"
                        + " _ . # @ ~ / - and begin with a letter or digit]");
    }

    @Test
    void nameAKeyOfARowThatIsNoSingleColumn() {
        assertThat(read().problems(TARGET.replace("{ ID: \"1\" }", "{}")))
                .containsExactly("8:66 config-bad-value[credentials.ci.targets[0].key, ,"
                        + " needs exactly one column and its value]");
    }

    private static String target(String target) {
        return TARGET.replaceFirst("\\{ kind: sql-row.*}", target);
    }

    @Test
    void nameATargetWithoutAKindAndNothingElseOfIt() {
        assertThat(read().problems(target("{ path: .env, kee: K }")))
                .containsExactly("8:9 config-key-missing[credentials.ci.targets[0].kind]");
        assertThat(read().problems(target(".env")))
                .containsExactly("8:9 config-wrong-type[credentials.ci.targets[0], a section of keys, text, ]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ kind: env-file, path: .env }                  | 8:9 config-key-missing[credentials.ci.targets[0].key]",
                "{ kind: env-file, key: K, path: .env, kee: K }  | 8:47 config-key-unknown[kee, credentials.ci.targets[0].kee, key]",
                "{ kind: env-file, path: .env, key: A-B }        | 8:44 config-bad-value[credentials.ci.targets[0].key, , must be a name of letters, digits and _]",
                "{ kind: env-file, path: [], key: K }            | 8:33 config-wrong-type[credentials.ci.targets[0].path, text, a list, ]",
                "{ kind: helm-values, key: a.b }                 | 8:9 config-key-missing[credentials.ci.targets[0].path]",
                "{ kind: helm-values, path: v, key: a.b, paht: } | 8:49 config-key-unknown[paht, credentials.ci.targets[0].paht, path]",
                "{ kind: helm-values, path: v, key: a..b }       | 8:44 config-bad-value[credentials.ci.targets[0].key, a..b, must be keys joined by points, such as global.secret.TOKEN]",
                "{ kind: helm-values, path: v, key: 1 }          | 8:44 config-wrong-type[credentials.ci.targets[0].key, text, a number, put it in quotes]",
            })
    void nameAProblemOfAFile(String target, String problem) {
        assertThat(read().problems(target(target))).containsExactly(problem);
    }

    @Test
    void compareSpreadWithTheLifetimeOfTheCommonPolicy() {
        assertThat(read().problems(TARGET + "    policy: { lifetime: 10d }\npolicy: { spread: 30d }\n"))
                .containsExactly("9:25 config-bad-value[credentials.ci.policy.lifetime, ,"
                        + " spread must be shorter than lifetime]");
    }

    @Test
    void areAllReportedAtOnceInTheOrderOfTheFile() {
        assertThat(read().problems("""
                        version: one
                        gitlab:
                          url: gitlab.example
                          admin: glpat-hunter2
                          concurrency: 1000
                        policy: { livetime: 30d, grace: soon }
                        journal: { url: "jdbc:h2:mem" }
                        exastro:
                          organizations:
                            database: { url: "jdbc:mariadb://db/ITA_DB", pasword: { env: P } }
                        """))
                .containsExactly(
                        "1:10 config-wrong-type[version, a whole number, text, ]",
                        "3:8 config-bad-value[gitlab.url, , must begin with http:// or https://]",
                        "4:10 config-wrong-type[gitlab.admin, a reference to a secret, text,"
                                + " koshin.yaml holds references to secrets only, such as { env: NAME }]",
                        "5:16 config-bad-value[gitlab.concurrency, 1000, must be from 1 to 256]",
                        "6:11 config-key-unknown[livetime, policy.livetime, lifetime]",
                        "6:33 config-bad-value[policy.grace, soon,"
                                + " must be a number and a unit, such as 60d, 24h, 30m or 45s]",
                        "7:17 config-bad-value[journal.url, ,"
                                + " must begin with jdbc:sqlite: or jdbc:postgresql: or jdbc:mariadb:]",
                        "10:5 config-key-missing[exastro.organizations.database.user]",
                        "10:5 config-key-missing[exastro.organizations.database.password]",
                        "10:50 config-key-unknown[pasword, exastro.organizations.database.pasword, password]");
    }

    @Test
    void areReportedForEachUseOfAnAliasAtThePlaceThatMustBeChanged() {
        assertThat(read().problems(Read.MINIMAL.replace("{ env: ADMIN }", "[&a { evn: X }, *a]")))
                .containsExactly(
                        "4:16 config-key-unknown[evn, gitlab.admin[0].evn, env]",
                        "4:16 config-key-unknown[evn, gitlab.admin[1].evn, env]");
    }

    @Test
    void keepLongAndStrangeKeysShort() {
        assertThat(read().problems(Read.MINIMAL + "\"a\\e[31m" + "x".repeat(100) + "\": 1\n"))
                .containsExactly(
                        "5:1 config-key-unknown[a?[31m" + "x".repeat(54) + "…, a?[31m" + "x".repeat(54) + "…, ]");
    }
}
