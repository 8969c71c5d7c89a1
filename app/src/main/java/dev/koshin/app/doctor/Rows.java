package dev.koshin.app.doctor;

import dev.koshin.app.view.Check;
import dev.koshin.app.view.Screen;
import dev.koshin.exastro.Found;
import dev.koshin.exastro.Skipped;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Judges the rows of ITA's table. Pure. */
final class Rows {
    private final Screen screen;

    Rows(Screen screen) {
        this.screen = screen;
    }

    List<Check> judge(Found found) {
        List<String> incomplete = Stream.of(Skipped.Why.NO_GITLAB, Skipped.Why.NO_ORGANIZATION)
                .flatMap(why -> found.skipped(why).stream())
                .toList();
        int deleted = found.skipped(Skipped.Why.DELETED).size();
        return List.of(
                Check.ok(
                        Keys.ORGANIZATIONS,
                        text(
                                "doctor.organizations",
                                found.live().size(),
                                found.skipped().size())),
                check(Keys.ROWS_WITHOUT_TOKEN, incomplete, Reason.ROWS_WITHOUT_TOKEN),
                check(Keys.ROWS_REPEATED, new ArrayList<>(found.repeated()), Reason.ROWS_REPEATED),
                check(Keys.ROWS_SHARED, found.sharing(), Reason.ROWS_SHARED),
                Check.ok(Keys.ROWS_DELETED, text("doctor.rows.deleted", deleted)));
    }

    private Check check(String key, List<String> names, Reason reason) {
        return Check.warned(
                key,
                text("doctor.rows", names.size()),
                names.isEmpty()
                        ? List.of()
                        : List.of(Problem.of(reason, Integer.toString(names.size()), Judgement.few(names))));
    }

    private String text(String key, Object... details) {
        return screen.messages().text(key, details);
    }
}
