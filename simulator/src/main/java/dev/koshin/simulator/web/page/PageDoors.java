package dev.koshin.simulator.web.page;

import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.http.Reply;
import dev.koshin.simulator.web.answer.Door;
import dev.koshin.simulator.web.answer.Handler;
import dev.koshin.simulator.web.answer.Replies;
import dev.koshin.simulator.web.answer.Told;
import dev.koshin.simulator.web.answer.Visit;
import java.util.List;

/** The list of pages: the place where a new one is added. */
public final class PageDoors {
    private PageDoors() {}

    /** The pages of this instance. */
    public static List<Door> of(Instance instance) {
        SignIn signIn = new SignIn(instance.profile());
        TokenPage tokens = new TokenPage(instance);
        Guard guard = new Guard();
        return List.of(
                Door.at("GET", "/users/sign_in", signIn::page),
                Door.at("POST", "/users/sign_in", guard.before(signIn::submit)),
                Door.at("POST", "/users/sign_out", signIn::signOut),
                Door.at("DELETE", "/users/sign_out", signIn::signOut),
                Door.at("GET", "/", signedIn((in, visit) -> Pages.plain("Projects", in.browser(), visit))),
                Door.at("GET", "/-/users/terms", owing("Terms of service")),
                Door.at("GET", "/-/user_settings/password/new", owing("New password")),
                Door.at("GET", tokens.path(), signedIn((in, visit) -> Pages.plain("Tokens", in.browser(), visit))),
                Door.at("POST", tokens.path(), submitted((in, visit) -> tokens.create(in.user(), visit))),
                Door.at("POST", "/admin/session", guard.before(submitted(PageDoors::adminSession))));
    }

    /** What a page shows to somebody. */
    private interface Page {
        Reply show(Standing.In in, Visit visit);
    }

    private static Handler signedIn(Page page) {
        return visit -> switch (Standing.of(visit)) {
            case Standing.Out _ -> Told.nobody(Replies.elsewhere(visit, "/users/sign_in"));
            case Standing.Owing owing -> Told.to(owing.user(), Replies.elsewhere(visit, owing.path()));
            case Standing.In in -> Told.to(in.user(), page.show(in, visit));
        };
    }

    private static Handler submitted(Page page) {
        return signedIn((in, visit) -> in.browser().trusts(visit) ? page.show(in, visit) : Pages.unverified(visit));
    }

    /** A page for those who must see it first. */
    private static Handler owing(String title) {
        return visit -> switch (Standing.of(visit)) {
            case Standing.Out _ -> Told.nobody(Replies.elsewhere(visit, "/users/sign_in"));
            case Standing.Owing owing -> Told.to(owing.user(), Pages.plain(title, owing.browser(), visit));
            case Standing.In in -> Told.to(in.user(), Replies.elsewhere(visit, "/"));
        };
    }

    /** Admin Mode for a browser; none of the pages here asks for it. */
    private static Reply adminSession(Standing.In in, Visit visit) {
        if (!in.user().admin()) {
            return Pages.refusal(404, "Page not found", visit);
        }
        return SignIn.passwordOf(in.user(), visit)
                ? Replies.elsewhere(visit, "/admin")
                : Pages.adminSession(in.browser(), "Invalid login or password", visit);
    }
}
