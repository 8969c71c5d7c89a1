package dev.koshin.issuer.gitlabrest;

import dev.koshin.model.Problem;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Inspection;

/** The words of the table of answers, in one language. */
record Words(
        String language,
        String done,
        String live,
        String expired,
        String revoked,
        String unknown,
        String unclear,
        String tries) {
    static final Words ENGLISH =
            new Words("en", "done", "live", "expired", "revoked", "unknown", "unclear: %s", "%s, after %d tries");
    static final Words JAPANESE = new Words("ja", "完了", "有効", "期限切れ", "失効済み", "不明な値", "結果不明: %s", "%s、%d 回試した後");

    String cell(Effect<?> ending, int requests) {
        String text = switch (ending) {
            case Effect.Done<?>(Object value) -> done(value);
            case Effect.Refused<?>(Problem problem) -> code(problem);
            case Effect.Unclear<?>(Problem problem) -> unclear.formatted(code(problem));
        };
        return requests > 1 ? tries.formatted(text, requests) : text;
    }

    /** The one of two texts that is in this language. */
    String of(String english, String japanese) {
        return language.equals("en") ? english : japanese;
    }

    static String code(Problem problem) {
        return "`" + problem.reason().code() + "`";
    }

    private String done(Object value) {
        return switch (value) {
            case Inspection.Live _ -> live;
            case Inspection.Expired _ -> expired;
            case Inspection.Revoked _ -> revoked;
            case Inspection.Unknown _ -> unknown;
            default -> done;
        };
    }
}
