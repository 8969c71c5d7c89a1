package dev.koshin.issuer.gitlabrest;

import static dev.koshin.issuer.gitlabrest.Scripts.html;
import static dev.koshin.issuer.gitlabrest.Scripts.json;
import static dev.koshin.issuer.gitlabrest.Setup.LIST;
import static dev.koshin.issuer.gitlabrest.Setup.USER;
import static dev.koshin.issuer.gitlabrest.Setup.USERS;
import static dev.koshin.issuer.gitlabrest.Setup.done;
import static dev.koshin.issuer.gitlabrest.Setup.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Reason;
import dev.koshin.model.UserId;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class CatalogTest {
    @AutoClose
    private final Setup setup = new Setup();

    CatalogTest() throws IOException {}

    @Test
    void nobody_costs_nothing() {
        assertThat(ids(0)).isEmpty();
        assertThat(setup.gitlab.calls()).isZero();
    }

    @Test
    void a_short_list_is_read_whole() {
        setup.stub.on(LIST, json(200, Bodies.tokens(1, 3), "X-Total", "3", "X-Total-Pages", "1", "X-Next-Page", ""));

        assertThat(ids(3)).containsExactly(1L, 2L, 3L);
        assertThat(setup.stub.seen())
                .containsExactly(
                        new Stub.Seen(LIST, "revoked=false&sort=created_asc&per_page=100&page=1", Setup.ADMIN, ""));
    }

    @Test
    void ten_further_pages_are_read_even_for_few_users_and_a_row_on_two_pages_counts_once() {
        setup.stub.on(LIST, page(1, 2, 11), page(2, 3, 11));

        assertThat(ids(2)).containsExactly(1L, 2L, 3L);
        assertThat(setup.stub.seen()).hasSize(11);
        assertThat(setup.stub.seen().stream().map(Stub.Seen::query).distinct()).hasSize(11);
    }

    @Test
    void a_list_longer_than_the_users_are_many_is_asked_for_each_user() {
        setup.stub.on(LIST, page(1, 2, 12), json(200, Bodies.tokens(1, 1)), json(200, Bodies.tokens(1, 1)));

        assertThat(ids(1)).containsExactly(1L);
        assertThat(setup.stub.seen())
                .extracting(Stub.Seen::query)
                .last()
                .asString()
                .isEqualTo("user_id=1&revoked=false&per_page=100&page=1");
        assertThat(setup.stub.seen()).hasSize(2);
    }

    @Test
    void the_number_of_pages_is_told_from_the_number_of_rows_if_need_be() {
        setup.stub.on(LIST, json(200, Bodies.tokens(1, 2), "X-Total", "1101", "X-Next-Page", "2"), json(200, "[]"));

        assertThat(ids(2)).isEmpty();
        assertThat(setup.stub.seen()).hasSize(3);
    }

    @Test
    void a_list_of_untold_length_is_asked_for_each_of_few_users() {
        setup.stub.on(LIST, json(200, Bodies.tokens(1, 2), "X-Next-Page", "2"), json(404, Bodies.NOT_FOUND));

        assertThat(ids(20)).isEmpty();
        assertThat(setup.stub.seen()).hasSize(21);
    }

    @Test
    void a_list_of_untold_length_is_paged_through_for_many_users() {
        setup.stub.on(
                LIST,
                json(200, Bodies.tokens(1, 100), "X-Next-Page", "2"),
                json(200, Bodies.tokens(101, 200), "X-Next-Page", "3"),
                json(200, Bodies.tokens(201, 210), "X-Next-Page", ""));

        assertThat(ids(120)).hasSize(210);
        assertThat(setup.stub.seen()).hasSize(3);
    }

    @Test
    void a_list_that_does_not_end_is_given_up_for_a_list_of_each_user() {
        setup.stub.on(LIST, json(200, Bodies.tokens(1, 2), "X-Next-Page", "2"));

        done(setup.gitlab.catalog().tokensOf(users(100)));

        assertThat(setup.stub.seen().stream().filter(seen -> !seen.query().contains("user_id=")))
                .hasSize(101);
    }

    @Test
    void a_list_of_ones_own_tokens_only_is_not_taken_for_the_whole() {
        setup.stub
                .on(LIST, json(200, Bodies.tokens(1, 1)), json(401, Bodies.UNAUTHORIZED))
                .on(USER, json(200, Bodies.userForAdmin(1, "root", "active", true)))
                .on(USERS, json(200, "[" + Bodies.user(1, "root", "active") + "]"));

        assertThat(refused(setup.gitlab.catalog().tokensOf(users(3)))).isEqualTo(Reason.ADMIN_MODE_ON);
    }

    @Test
    void an_instance_whose_only_tokens_are_the_administrators_is_believed_after_a_second_look() {
        setup.stub.on(LIST, json(200, Bodies.tokens(1, 1)), json(200, "[]"));

        assertThat(ids(3)).containsExactly(1L);
        assertThat(setup.stub.seen()).hasSize(2);
    }

    @Test
    void pages_that_came_to_be_meanwhile_are_read_too() {
        setup.stub.on(
                LIST,
                json(200, Bodies.tokens(1, 2), "X-Total-Pages", "2", "X-Next-Page", "2"),
                json(200, Bodies.tokens(3, 4), "X-Next-Page", "3"),
                json(200, Bodies.tokens(5, 5), "X-Next-Page", ""));

        assertThat(ids(5)).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(setup.stub.seen()).hasSize(3);
    }

    @Test
    void a_page_that_follows_is_read_whatever_the_number_of_pages_says() {
        setup.stub.on(
                LIST,
                json(200, Bodies.tokens(1, 2), "X-Total-Pages", "1", "X-Next-Page", "2"),
                json(200, Bodies.tokens(3, 3), "X-Total-Pages", "1", "X-Next-Page", ""));

        assertThat(ids(3)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_plain_401_to_the_list_of_all_needs_no_second_look() {
        setup.stub.on(LIST, json(401, Bodies.UNAUTHORIZED));

        assertThat(refused(setup.gitlab.catalog().tokensOf(users(3)))).isEqualTo(Reason.ADMIN_TOKEN_UNKNOWN);
        assertThat(refused(setup.gitlab.catalog().tokensOf(users(3)))).isEqualTo(Reason.ADMIN_TOKEN_UNKNOWN);
        assertThat(setup.gitlab.calls()).isEqualTo(1);
    }

    @Test
    void one_page_that_fails_fails_the_list() {
        setup.stub.on(LIST, page(1, 2, 3), page(3, 4, 3), json(401, Bodies.EXPIRED));

        assertThat(refused(setup.gitlab.catalog().tokensOf(users(2)))).isEqualTo(Reason.ADMIN_TOKEN_EXPIRED);
    }

    @Test
    void a_dead_admin_token_is_presented_to_no_more_users() {
        setup.stub.on(LIST, page(1, 2, 5000), json(401, Bodies.REVOKED));

        assertThat(refused(setup.gitlab.catalog().tokensOf(users(2000)))).isEqualTo(Reason.ADMIN_TOKEN_REVOKED);
        assertThat(setup.gitlab.calls()).isLessThan(100);
    }

    @Test
    void a_page_that_is_no_list_is_refused() {
        setup.stub.on(LIST, html(200));

        assertThat(refused(setup.gitlab.catalog().tokensOf(users(1)))).isEqualTo(Reason.GITLAB_NOT_JSON);
    }

    private List<Long> ids(int users) {
        return done(setup.gitlab.catalog().tokensOf(users(users))).stream()
                .map(token -> token.id().value())
                .toList();
    }

    private static Set<UserId> users(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(UserId::new).collect(Collectors.toSet());
    }

    private static Stub.Script page(int from, int to, int pages) {
        return json(200, Bodies.tokens(from, to), "X-Total-Pages", Integer.toString(pages), "X-Next-Page", "2");
    }
}
