package dev.koshin.issuer.gitlabrest;

import static dev.koshin.issuer.gitlabrest.Scripts.json;
import static dev.koshin.issuer.gitlabrest.Setup.ACCOUNT;
import static dev.koshin.issuer.gitlabrest.Setup.CREATE;
import static dev.koshin.issuer.gitlabrest.Setup.DELETE;
import static dev.koshin.issuer.gitlabrest.Setup.LIST;
import static dev.koshin.issuer.gitlabrest.Setup.MARKER;
import static dev.koshin.issuer.gitlabrest.Setup.METADATA;
import static dev.koshin.issuer.gitlabrest.Setup.SELF;
import static dev.koshin.issuer.gitlabrest.Setup.USER;
import static dev.koshin.issuer.gitlabrest.Setup.USERS;
import static dev.koshin.issuer.gitlabrest.Setup.VERSION;
import static dev.koshin.issuer.gitlabrest.Setup.done;
import static dev.koshin.issuer.gitlabrest.Setup.problem;

import dev.koshin.model.Problem;
import dev.koshin.model.Secret;
import dev.koshin.model.TokenId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Answers that say something only together, or by what is in them: a row of the second table each. */
final class Conversations {
    private static final String ROOT = Bodies.token(2, 1, "root");
    private static final String HIDDEN = "[" + Bodies.user(1, "root", "active") + "]";
    private static final String SHOWN = "[" + Bodies.userForAdmin(1, "root", "active", true) + "]";

    /**
     * One conversation.
     *
     * @param answers what differs from an instance where all is well
     * @param outcome what Koshin concludes
     */
    record Row(String english, String japanese, Consumer<Stub> answers, Function<Setup, Problem> outcome) {}

    private Conversations() {}

    /** All is well, and the caller is an administrator. */
    static void prepare(Stub stub) {
        stub.on(SELF, json(200, ROOT))
                .on(METADATA, json(200, Bodies.VERSION))
                .on(VERSION, json(200, Bodies.VERSION))
                .on(USER, json(200, Bodies.userForAdmin(1, "root", "active", true)))
                .on(USERS, json(200, SHOWN));
    }

    static List<Row> all() {
        return Stream.concat(admin().stream(), others().stream()).toList();
    }

    private static List<Row> admin() {
        return List.of(
                reported(
                        "`GET /user` says `is_admin: false`, or nothing about it",
                        "`GET /user` が `is_admin: false`、または `is_admin` を含まない",
                        stub -> stub.on(USER, json(200, Bodies.user(1, "root", "active")))),
                reported(
                        "`GET /user` says `is_admin: true`, `GET /users?username=` leaves it out",
                        "`GET /user` は `is_admin: true`、`GET /users?username=` は `is_admin` を含まない",
                        stub -> stub.on(USERS, json(200, HIDDEN))),
                new Row(
                        "401 to the list of another user's tokens, and the same",
                        "他のユーザーのトークン一覧に 401、かつ上と同じ",
                        stub -> stub.on(LIST, json(401, Bodies.UNAUTHORIZED)).on(USERS, json(200, HIDDEN)),
                        setup -> problem(setup.issuer().marked(ACCOUNT, MARKER))),
                new Row(
                        "400 to `DELETE /personal_access_tokens/:id`, and the same",
                        "`DELETE /personal_access_tokens/:id` に 400、かつ上と同じ",
                        stub -> stub.on(DELETE, json(400, Bodies.BAD_REQUEST)).on(USERS, json(200, HIDDEN)),
                        setup -> problem(setup.issuer().revoke(new TokenId(41), Setup.OWN))),
                reported(
                        "`self` has no scope `api`",
                        "`self` のスコープに `api` がない",
                        stub -> stub.on(SELF, json(200, ROOT.replace("\"api\"", "\"read_api\"")))),
                reported(
                        "`self` expires in less than 60 days",
                        "`self` の有効期限まで 60 日未満",
                        stub -> stub.on(SELF, json(200, ROOT.replace("2027-06-17", "2026-08-01")))),
                reported(
                        "the header `Date` differs from the local time by 60 s or more",
                        "ヘッダー `Date` とローカル時刻の差が 60 秒以上",
                        stub -> stub.on(USERS, json(200, SHOWN, "Date", "Wed, 01 Jul 2026 00:01:00 GMT"))),
                reported(
                        "neither `GET /metadata` nor `GET /version` tells a version (403, 404, a page)",
                        "`GET /metadata` も `GET /version` もバージョンを示さない (403、404、HTML)",
                        stub -> stub.on(METADATA, json(404, Bodies.NO_ROUTE)).on(VERSION, json(403, Bodies.FORBIDDEN))),
                new Row(
                        "404 to `GET /personal_access_tokens/self`",
                        "`GET /personal_access_tokens/self` に 404",
                        stub -> stub.on(SELF, json(404, Bodies.NOT_FOUND)),
                        setup -> problem(setup.gitlab.preflight())),
                new Row(
                        "a plain 403 to a call, and to `GET /user` as well",
                        "呼び出しに理由のない 403、`GET /user` にも同じ 403",
                        stub -> stub.on(CREATE, json(403, Bodies.FORBIDDEN)).on(USER, json(403, Bodies.FORBIDDEN)),
                        setup -> problem(setup.issuer().issue(Setup.request()))));
    }

    private static List<Row> others() {
        return List.of(
                new Row(
                        "`GET /users?username=` finds nobody",
                        "`GET /users?username=` に該当者がいない",
                        stub -> stub.on(USERS, json(200, "[]")),
                        setup -> problem(setup.issuer().preflight(Optional.empty()))),
                new Row(
                        "`GET /users?username=` tells another state than `active`",
                        "`GET /users?username=` の `state` が `active` 以外",
                        stub -> stub.on(
                                USERS, json(200, "[" + Bodies.userForAdmin(7, "org-01", "blocked", false) + "]")),
                        setup -> problem(setup.issuer().preflight(Optional.empty()))),
                new Row(
                        "the token that was made belongs to another `user_id`",
                        "発行されたトークンの `user_id` が違う",
                        stub -> stub.on(CREATE, json(201, Bodies.created(41, 8))),
                        setup -> problem(setup.issuer().issue(Setup.request()))),
                new Row(
                        "401 to `GET /user` with the new value",
                        "新しい値での `GET /user` に 401",
                        stub -> stub.on(USER, json(401, Bodies.REVOKED)),
                        setup -> problem(setup.issuer().exercise(Secret.of(Bodies.VALUE)))));
    }

    private static Row reported(String english, String japanese, Consumer<Stub> answers) {
        return new Row(
                english,
                japanese,
                answers,
                setup -> done(setup.gitlab.preflight()).problems().getFirst());
    }
}
