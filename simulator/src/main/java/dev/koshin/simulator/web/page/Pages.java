package dev.koshin.simulator.web.page;

import dev.koshin.simulator.http.Reply;
import dev.koshin.simulator.web.answer.Replies;
import dev.koshin.simulator.web.answer.Visit;

/** The HTML, as little as a program needs that signs in. */
final class Pages {
    private Pages() {}

    /** {@code open}: people may sign in with a password. */
    static Reply signIn(int status, Browser browser, String message, boolean open, Visit visit) {
        String fields = """
                <input name="user[login]" type="text">
                <input name="user[password]" type="password">
                <input name="user[remember_me]" type="hidden" value="0">
                """;
        String body = open ? form("/users/sign_in", fields, browser) : "<p>Passwords are not accepted here.</p>\n";
        return of(status, "Sign in", browser, alert(message) + body, visit);
    }

    static Reply secondFactor(Browser browser, String message, Visit visit) {
        String fields = "<input name=\"user[otp_attempt]\" type=\"text\" autocomplete=\"one-time-code\">\n";
        return of(200, "Two-factor code", browser, alert(message) + form("/users/sign_in", fields, browser), visit);
    }

    static Reply adminSession(Browser browser, String message, Visit visit) {
        String fields = "<input name=\"user[password]\" type=\"password\">\n";
        return of(200, "Admin Mode", browser, alert(message) + form("/admin/session", fields, browser), visit);
    }

    /** A page with nothing to do on it. */
    static Reply plain(String title, Browser browser, Visit visit) {
        return of(200, title, browser, "", visit);
    }

    /** The form did not come from one of our own pages. */
    static Reply unverified(Visit visit) {
        return refusal(422, "The change you wanted was rejected", visit);
    }

    static Reply refusal(int status, String text, Visit visit) {
        String page = "<!DOCTYPE html>\n<html>\n<head><title>" + text + " (" + status + ")</title></head>\n<body><h1>"
                + status + "</h1><h3>" + text + "</h3></body>\n</html>\n";
        return Replies.html(status, page, visit.now());
    }

    private static Reply of(int status, String title, Browser browser, String body, Visit visit) {
        String page = "<!DOCTYPE html>\n<html>\n<head>\n<title>" + title + "</title>\n"
                + "<meta name=\"csrf-param\" content=\"authenticity_token\">\n"
                + "<meta name=\"csrf-token\" content=\"" + browser.session().csrf() + "\">\n"
                + "</head>\n<body>\n<h1>" + title + "</h1>\n" + body + "</body>\n</html>\n";
        return Replies.html(status, page, visit.now(), browser.setCookie());
    }

    private static String form(String action, String fields, Browser browser) {
        return "<form method=\"post\" action=\"" + action + "\">\n"
                + "<input type=\"hidden\" name=\"authenticity_token\" value=\""
                + browser.session().csrf() + "\">\n" + fields + "<button>Continue</button>\n</form>\n";
    }

    private static String alert(String message) {
        return message.isEmpty() ? "" : "<p role=\"alert\">" + message + "</p>\n";
    }
}
