package dev.koshin.app.config;

import java.util.List;

/** Files that the reader and the schema must judge alike. */
final class Examples {
    /** The example of the documentation. */
    static final String OF_THE_MANUAL = """
            version: 1
            gitlab:
              url: http://127.0.0.1:40080
              admin: { envFile: { path: ~/exastro-docker-compose/.env, key: GITLAB_ROOT_TOKEN } }
              concurrency: 16
            policy:
              lifetime: 365d          # asked for; capped by what the server allows
              renewBefore: 60d        # due when less is left (or less than a third of a shorter lifetime)
              grace: 24h              # both tokens live
              spread: 0d              # shortens each lifetime by a random part
            journal: { url: "jdbc:sqlite:koshin.db" }
            exastro:
              organizations:
                database:
                  url: "jdbc:mariadb://127.0.0.1:3306/ITA_DB"
                  user: ITA_USER
                  password: { env: ITA_DB_PASSWORD }
            """;

    /** Every key that there is. */
    static final String FULL = """
            version: 1
            gitlab:
              url: http://127.0.0.1:40080/gitlab
              admin:
                - { env: ADMIN }
                - { file: admin-token }
                - { envFile: { path: ~/x/.env, key: GITLAB_ROOT_TOKEN } }
                - { command: [~/bin/vault, ~/read, gitlab] }
                - kubernetesSecret: { namespace: a, name: b, key: C_D, kubeconfig: ~/.kube/config, context: production }
              concurrency: 32
              connectTimeout: 1s
              requestTimeout: PT1M30S
              caCertificate: ca.pem
              proxy: http://proxy:3128
            policy: { lifetime: 180d, renewBefore: 30d, grace: P1DT12H, spread: 14d }
            journal: { url: jdbc:postgresql://db/koshin, user: koshin, password: { file: /run/secrets/journal } }
            backup:
              recipient:
                - age1apm53hh8mf3sx085razvfxfw4udd5tq0yv58xt8qep5rcffhnqtqtn955s
                - age17t6mnrqaejdr48f7h8s7clg4nucv4yt5uq5n2klnlkpd5x05u3yqazp3w7
              directory: ~/kept
            exastro:
              organizations:
                database:
                  url: jdbc:mysql://db/ITA_DB
                  user: ITA_USER
                  password: { env: ITA_DB_PASSWORD }
                  table: ORGANIZATIONS
                policy: { spread: 20d }
                scopes: [api, read_user]
              root:
                user: admin
                issuer:
                  - { kind: gitlab-rest }
                  - { kind: gitlab-rails, docker: gitlab, wait: 20m }
                  - { kind: gitlab-rails, podman: gitlab, engineCommand: [sudo, -n, podman] }
                  - { kind: gitlab-rails, kubectl: { namespace: a, pod: deploy/gitlab, container: gitlab, context: b, kubeconfig: c } }
                  - { kind: gitlab-rails, ssh: { host: git@gitlab.example, prefix: [sudo, -n] } }
                  - { kind: gitlab-rails }
                  - { kind: gitlab-web, password: { env: ROOT_PASSWORD } }
                  - { kind: manual }
                scopes: [api, admin_mode]
                policy: { grace: 48h }
                compose:
                  directory: ~/exastro-docker-compose
                  engine: podman
                  engineCommand: [sudo, podman]
                  composeCommand: [sudo, docker-compose]
                  window: "23:00-05:30"
                  limit: 20m
                  apply: setup.sh
            credentials:
              ci/deploy:
                issuer: { kind: gitlab-rest, user: deployer }
                scopes: [api]
                targets:
                  - kind: sql-row
                    url: jdbc:mariadb://db/ci
                    user: ci
                    password: { env: CI_PASSWORD }
                    table: TOKENS
                    key: { NAME: deploy }
                    column: VALUE
                    where: { ACTIVE: "1", REALM: x }
                  - { kind: env-file, path: ~/x/.env, key: GITLAB_ROOT_TOKEN }
                  - { kind: helm-values, path: exastro.yaml, key: global.secret.TOKEN }
                  - { kind: kubernetes-secret, namespace: ci, name: deploy.token, key: TOKEN, kubeconfig: k, context: c }
                policy: { grace: 0d }
            """;

    /** Exastro in a cluster. */
    static final String CLUSTER = Read.MINIMAL + """
            exastro:
              root:
                kubernetes:
                  namespace: exastro
                  values: ~/exastro.yaml
                  helm: { release: exastro, chart: exastro/exastro }
                  kubeconfig: ~/.kube/config
                  context: production
                  limit: 5m
            """;

    /** More ways than one to the token of a credential. */
    static final String WAYS = FULL.replace(
            "issuer: { kind: gitlab-rest, user: deployer }",
            "issuer: [{ kind: gitlab-rest, user: deployer }, { kind: manual, user: deployer }]");

    /** The database of Exastro in a pod, and another one in a container. */
    static final String CLIENTS = Read.MINIMAL + """
            exastro:
              organizations:
                database:
                  kubectl: { pod: deploy/mariadb, namespace: exastro, container: m, kubeconfig: k, context: c }
                  user: ITA_USER
                  password: { env: ITA_DB_PASSWORD }
            credentials:
              ci/deploy:
                issuer: { kind: gitlab-rest, user: deployer }
                scopes: [api]
                targets:
                  - kind: sql-row
                    docker: mariadb
                    engineCommand: [sudo, -n, docker]
                    database: ci
                    user: ci
                    password: { env: CI_PASSWORD }
                    table: TOKENS
                    key: { NAME: deploy }
                    column: VALUE
            """;

    static final List<String> GOOD = List.of(
            CLIENTS,
            CLIENTS.replace("docker: mariadb", "podman: mariadb"),
            Read.MINIMAL + "backup: { recipient: age1apm53hh8mf3sx085razvfxfw4udd5tq0yv58xt8qep5rcffhnqtqtn955s }\n",
            CLUSTER,
            WAYS,
            CLUSTER + "    issuer: { kind: manual }\n",
            Read.MINIMAL,
            OF_THE_MANUAL,
            FULL,
            Read.MINIMAL + "journal: { url: jdbc:sqlite:~/koshin.db }\n",
            Read.MINIMAL + "journal: {}\npolicy: {}\ncredentials: {}\n");

    static final List<String> BAD = List.of(
            CLIENTS.replace("docker: mariadb", "docker: --rm"),
            CLIENTS.replace("docker: mariadb", "docker: mariadb\n        podman: mariadb"),
            CLIENTS.replace("docker: mariadb", "url: jdbc:mariadb://db/ci"),
            CLIENTS.replace("docker: mariadb\n", "url: jdbc:mariadb://db/ci\n")
                    .replace("        engineCommand: [sudo, -n, docker]\n", ""),
            CLIENTS.replace("        docker: mariadb\n", ""),
            CLIENTS.replace("        database: ci\n", ""),
            CLIENTS.replace("        user: ci\n", ""),
            CLIENTS.replace("pod: deploy/mariadb, ", ""),
            CLIENTS.replace("      user: ITA_USER\n", "      user: ITA_USER\n      url: jdbc:mariadb://db/x\n"),
            CLIENTS.replace("      user: ITA_USER\n", "      user: ITA_USER\n      engineCommand: [docker]\n"),
            FULL.replace("docker: gitlab,", "engineCommand: [docker],"),
            "version: 1\n",
            "version: 2\n" + Read.MINIMAL.substring(Read.MINIMAL.indexOf('\n') + 1),
            Read.MINIMAL + "plicy: {}\n",
            Read.MINIMAL + "policy:\n",
            Read.MINIMAL + "policy: { grace: 24 }\n",
            Read.MINIMAL + "policy: { grace: 24 h }\n",
            Read.MINIMAL + "journal: { url: jdbc:h2:x }\n",
            Read.MINIMAL + "journal: { url: jdbc:sqlite:x.db, user: me }\n",
            Read.MINIMAL + "journal: { user: me }\n",
            Read.MINIMAL + "exastro: {}\n",
            Read.MINIMAL + "backup: {}\n",
            Read.MINIMAL + "backup: { recipient: [] }\n",
            Read.MINIMAL + "backup: { recipient: ssh-ed25519 AAAA }\n",
            Read.MINIMAL + "backup: { recipient: AGE-SECRET-KEY-1QQQQ }\n",
            Read.MINIMAL + "exastro: { root: { user: root } }\n",
            Read.MINIMAL + "exastro: { organizations: { database: { url: jdbc:mariadb://db/x, user: u } } }\n",
            Read.MINIMAL + "credentials: { exastro/root: {} }\n",
            Read.MINIMAL.replace("{ env: ADMIN }", "ADMIN"),
            Read.MINIMAL.replace("{ env: ADMIN }", "[]"),
            Read.MINIMAL.replace("{ env: ADMIN }", "{}"),
            Read.MINIMAL.replace("{ env: ADMIN }", "{ env: ADMIN, file: x }"),
            Read.MINIMAL.replace("{ env: ADMIN }", "{ env: '1A' }"),
            Read.MINIMAL.replace("https://", "https://me:secret@"),
            Read.MINIMAL.replace("https://", "ftp://"),
            FULL.replace("{ kind: gitlab-rest, user: deployer }", "{ kind: gitlab-rest }"),
            FULL.replace("{ kind: gitlab-rest, user: deployer }", "{ kind: gitlab-soap, user: deployer }"),
            FULL.replace("{ kind: gitlab-rest, user: deployer }", "{ kind: gitlab-web, user: deployer }"),
            FULL.replace("docker: gitlab,", "docker: gitlab, ssh: { host: x },"),
            FULL.replace("docker: gitlab,", "docker: --privileged,"),
            FULL.replace("- { kind: manual }", "- { kind: manual, user: root }"),
            FULL.replace("23:00-05:30", "23:00"),
            FULL.replace("name: deploy.token", "name: Deploy"),
            FULL.replace("key: C_D", "key: C/D"),
            FULL.replace("apply: setup.sh", "apply: up"),
            CLUSTER + "    compose: { directory: ~/x }\n",
            CLUSTER.replace("namespace: exastro", "context: other"),
            FULL.replace("kind: sql-row", "kind: env-file"),
            FULL.replace("kind: sql-row", "kind: kubernetes-secret"),
            FULL.replace("kind: env-file, ", ""),
            FULL.replace("path: ~/x/.env, key: GITLAB_ROOT_TOKEN }\n", "path: ~/x/.env, key: GITLAB-ROOT-TOKEN }\n"),
            FULL.replace("global.secret.TOKEN", "global..TOKEN"),
            FULL.replace("path: exastro.yaml, ", ""),
            FULL.replace("{ NAME: deploy }", "{ NAME: deploy, REALM: x }"),
            FULL.replace("{ NAME: deploy }", "{}"),
            FULL.replace("[api]", "[API]"),
            FULL.replace("[api]", "[]"),
            FULL.replace("concurrency: 32", "concurrency: 257"));

    private Examples() {}
}
