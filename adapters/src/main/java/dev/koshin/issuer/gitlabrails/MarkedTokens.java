package dev.koshin.issuer.gitlabrails;

import dev.koshin.model.Expiry;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.model.UserId;
import dev.koshin.spi.Effect;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the second script which tokens carry a marker. A lost answer is a clear no, as nothing was changed. */
final class MarkedTokens {
    private static final Pattern ROW = Pattern.compile("([1-9]\\d{0,17}) ([1-9]\\d{0,17}) (\\S+) (\\S*) (\\S*) (.*)");
    private static final String END = "end";

    private MarkedTokens() {}

    static Effect<List<Token>> ask(Rails rails, String user, RenewalId marker) {
        Effect<List<Token>> answer =
                rails.run(Scripts.MARKED, List.of(user, marker.value())).flatMap(marks -> read(rails, marks, marker));
        return answer instanceof Effect.Unclear<List<Token>>(var problem) ? new Effect.Refused<>(problem) : answer;
    }

    private static Effect<List<Token>> read(Rails rails, List<String> marks, RenewalId marker) {
        List<Token> tokens = new ArrayList<>();
        for (String mark : marks.subList(0, marks.size() - 1)) {
            Optional<Token> token = token(mark);
            if (token.isEmpty()) {
                return rails.refused(Reason.RAILS_FAILED, "an answer that cannot be read");
            }
            token.filter(one -> marker.marks(one.name())).ifPresent(tokens::add);
        }
        tokens.sort(Comparator.comparing(Token::id));
        return marks.getLast().equals(END)
                ? new Effect.Done<>(List.copyOf(tokens))
                : rails.refused(Reason.RAILS_FAILED, "an answer without its end");
    }

    private static Optional<Token> token(String mark) {
        Matcher row = ROW.matcher(mark);
        if (!row.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Token(
                    new TokenId(Long.parseLong(row.group(1))),
                    new UserId(Long.parseLong(row.group(2))),
                    row.group(6),
                    new TreeSet<>(List.of(row.group(5).split(",", -1))),
                    OffsetDateTime.parse(row.group(3)).toInstant(),
                    Optional.empty(),
                    Optional.of(row.group(4))
                            .filter(day -> !day.isEmpty())
                            .map(LocalDate::parse)
                            .map(Expiry::new),
                    false));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
