package dev.koshin.issuer.gitlabrest;

import static dev.koshin.issuer.gitlabrest.Scripts.json;
import static dev.koshin.issuer.gitlabrest.Setup.ACCOUNT;
import static dev.koshin.issuer.gitlabrest.Setup.LIST;
import static dev.koshin.issuer.gitlabrest.Setup.MARKER;
import static dev.koshin.issuer.gitlabrest.Setup.USER;
import static dev.koshin.issuer.gitlabrest.Setup.USERS;
import static dev.koshin.issuer.gitlabrest.Setup.done;
import static dev.koshin.issuer.gitlabrest.Setup.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Reason;
import dev.koshin.model.Token;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class MarkedTest {
    private static final String NAME = "koshin x " + MARKER;

    @AutoClose
    private final Setup setup = new Setup();

    MarkedTest() throws IOException {}

    @Test
    void finds_live_tokens_of_this_user_and_this_renewal_in_the_order_of_their_ids() {
        setup.stub.on(
                LIST,
                list(
                        Bodies.token(9, 7, NAME),
                        Bodies.token(5, 7, NAME),
                        Bodies.token(6, 7, "koshin x other"),
                        Bodies.token(7, 7, NAME).replace("\"revoked\":false", "\"revoked\":true"),
                        Bodies.token(8, 7, NAME).replace("2027-06-17", "2026-07-01")));

        assertThat(ids()).containsExactly(5L, 9L);
        assertThat(setup.stub.seen(LIST))
                .extracting(Stub.Seen::query)
                .containsExactly("user_id=7&search=0123456789abcdef&per_page=100&page=1");
    }

    @Test
    void pages_by_the_next_page_that_gitlab_names() {
        setup.stub.on(
                LIST,
                json(
                        200,
                        "[" + Bodies.token(5, 7, NAME) + "]",
                        "X-Next-Page",
                        "2",
                        "Link",
                        "<http://inside.example/api>; rel=\"next\""),
                json(200, "[" + Bodies.token(6, 7, NAME) + "]", "X-Next-Page", ""));

        assertThat(ids()).containsExactly(5L, 6L);
        assertThat(setup.stub.seen(LIST)).hasSize(2);
    }

    @Test
    void a_server_that_did_not_filter_does_not_know_the_user() {
        setup.stub.on(LIST, json(200, "[" + Bodies.token(5, 8, NAME) + "]", "X-Next-Page", "2"));

        assertThat(ids()).isEmpty();
        assertThat(setup.stub.seen(LIST)).hasSize(1);
    }

    @Test
    void a_user_who_is_gone_has_no_tokens() {
        setup.stub.on(LIST, json(404, Bodies.NOT_FOUND)).on("GET /api/v4/users/7", json(404, Bodies.NOT_FOUND));

        assertThat(ids()).isEmpty();
    }

    @Test
    void a_404_about_a_user_who_is_there_hides_no_tokens() {
        setup.stub.on(LIST, json(404, Bodies.NOT_FOUND)).on("GET /api/v4/users/7", json(200, "{\"id\":7}"));

        assertThat(refused(setup.issuer().marked(ACCOUNT, MARKER))).isEqualTo(Reason.GITLAB_REFUSED);
    }

    @Test
    void a_row_that_cannot_be_read_is_not_passed_over() {
        setup.stub.on(LIST, list(Bodies.token(5, 7, NAME), "{\"id\":6}"));

        assertThat(refused(setup.issuer().marked(ACCOUNT, MARKER))).isEqualTo(Reason.GITLAB_NOT_JSON);
    }

    @Test
    void a_plain_401_under_admin_mode_does_not_blame_the_token() {
        setup.stub
                .on(LIST, json(401, Bodies.UNAUTHORIZED))
                .on(USER, json(200, Bodies.userForAdmin(1, "root", "active", true)))
                .on(USERS, json(200, "[" + Bodies.user(1, "root", "active") + "]"));

        assertThat(refused(setup.issuer().marked(ACCOUNT, MARKER))).isEqualTo(Reason.ADMIN_MODE_ON);
    }

    @Test
    void a_plain_401_of_a_dead_token_blames_the_token() {
        setup.stub.on(LIST, json(401, Bodies.UNAUTHORIZED)).on(USER, json(401, Bodies.UNAUTHORIZED));

        assertThat(refused(setup.issuer().marked(ACCOUNT, MARKER))).isEqualTo(Reason.ADMIN_TOKEN_UNKNOWN);
        assertThat(refused(setup.issuer().marked(ACCOUNT, MARKER))).isEqualTo(Reason.ADMIN_TOKEN_UNKNOWN);
        assertThat(setup.stub.seen(USER)).hasSize(1);
    }

    private List<Long> ids() {
        return done(setup.issuer().marked(ACCOUNT, MARKER)).stream()
                .map(Token::id)
                .map(id -> id.value())
                .toList();
    }

    private static Stub.Script list(String... tokens) {
        return json(200, "[" + String.join(",", tokens) + "]");
    }
}
