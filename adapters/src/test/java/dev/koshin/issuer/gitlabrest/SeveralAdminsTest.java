package dev.koshin.issuer.gitlabrest;

import static dev.koshin.issuer.gitlabrest.Scripts.json;
import static dev.koshin.issuer.gitlabrest.Setup.CREATE;
import static dev.koshin.issuer.gitlabrest.Setup.done;
import static dev.koshin.issuer.gitlabrest.Setup.problem;
import static dev.koshin.issuer.gitlabrest.Setup.unclear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.TokenId;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Issuer;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** With more than one administrator's token, a dead one is no obstacle. */
final class SeveralAdminsTest {
    private static final String SECOND = "glpat-admin-00000000000002";

    @AutoClose
    private final Setup setup = new Setup();

    SeveralAdminsTest() throws IOException {}

    private Issuer issuer(List<Supplier<Effect<Secret>>> admins) {
        return new GitLabRest(setup.options().withAdmins(admins)).issuer(Setup.ACCOUNT.name());
    }

    private static Effect<Secret> unreadable() {
        return new Effect.Refused<>(Problem.of(Reason.ADMIN_TOKEN_UNRESOLVED, "file", "does not exist"));
    }

    private static Supplier<Effect<Secret>> token(String value) {
        return () -> new Effect.Done<>(Secret.of(value));
    }

    private List<String> presented() {
        return setup.stub.seen(CREATE).stream().map(Stub.Seen::token).toList();
    }

    @Test
    void the_next_token_is_used_when_the_first_has_expired_and_from_then_on() {
        setup.stub.on(CREATE, json(401, Bodies.EXPIRED), json(201, Bodies.created(41, 7)));
        Issuer issuer = issuer(List.of(token(Setup.ADMIN), token(SECOND)));

        done(issuer.issue(Setup.request()));
        done(issuer.issue(Setup.request()));

        assertThat(presented()).containsExactly(Setup.ADMIN, SECOND, SECOND);
    }

    @Test
    void a_token_that_cannot_be_read_is_passed_over() {
        setup.stub.on(CREATE, json(201, Bodies.created(41, 7)));

        done(issuer(List.of(SeveralAdminsTest::unreadable, token(SECOND))).issue(Setup.request()));

        assertThat(presented()).containsExactly(SECOND);
    }

    @Test
    void an_answer_that_was_lost_is_not_asked_for_with_the_next_token() {
        setup.stub.on(CREATE, json(500, Bodies.CRASH));

        assertThat(unclear(issuer(List.of(token(Setup.ADMIN), token(SECOND))).issue(Setup.request())))
                .isEqualTo(Reason.GITLAB_FAILED);
        assertThat(presented()).containsExactly(Setup.ADMIN);
    }

    @Test
    void if_none_helps_the_first_one_is_to_be_mended() {
        setup.stub.on(CREATE, json(401, Bodies.EXPIRED), json(401, Bodies.REVOKED));

        assertThat(problem(issuer(List.of(token(Setup.ADMIN), token(SECOND))).issue(Setup.request()))
                        .reason())
                .isEqualTo(Reason.ADMIN_TOKEN_EXPIRED);
    }

    @Test
    void the_second_token_does_not_revoke_itself_either() {
        setup.stub
                .on(Setup.DELETE, Scripts.noContent())
                .on(Setup.SELF, json(401, Bodies.EXPIRED), json(200, Bodies.token(41, 7, "second")));
        Issuer issuer = issuer(List.of(token(Setup.ADMIN), token(SECOND)));

        done(issuer.revoke(new TokenId(41), Setup.OWN));

        assertThat(setup.stub.seen(Setup.DELETE)).extracting(Stub.Seen::token).containsExactly(Setup.OWN_VALUE);
    }
}
