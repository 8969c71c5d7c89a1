package dev.koshin.app.wiring;

import dev.koshin.app.view.PasteView;
import dev.koshin.issuer.manual.Instructions;
import dev.koshin.issuer.manual.Prompt;
import dev.koshin.model.Problem;
import dev.koshin.model.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Asks whoever looks on for a token. */
record Asking(Operator operator, URI gitlab) implements Prompt {
    @Override
    public boolean available() {
        return operator.answers();
    }

    @Override
    public void show(Instructions what) {
        PasteView.show(
                operator.screen(),
                gitlab,
                what.user(),
                new PasteView.Wanted(what.name(), what.expiry(), what.scopes()));
    }

    @Override
    public Optional<Secret> read(Duration time) {
        return operator.secret(time);
    }

    @Override
    public void wrong(Problem problem, int left) {
        PasteView.wrong(operator.screen(), problem, left);
    }
}
