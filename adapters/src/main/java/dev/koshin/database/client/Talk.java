package dev.koshin.database.client;

import dev.koshin.model.Secret;
import dev.koshin.process.Dialogue;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A talk with one client, which the first error ends. */
final class Talk implements AutoCloseable {
    private static final Pattern ERROR = Pattern.compile("^ERROR (\\d+) \\(([0-9A-Z]{5})\\)", Pattern.MULTILINE);
    private static final int FIRST_OF_CLIENT = 2000;
    private static final int LAST_OF_CLIENT = 2999;

    /** The class of SQLState that says that the line is broken. */
    private static final String LOST = "08S01";

    private final Dialogue dialogue;
    private final Duration limit;
    private final String mark = "koshin-" + UUID.randomUUID();
    private long asked;
    private boolean over;

    /** @param limit how long one statement may take */
    Talk(Dialogue dialogue, Duration limit) {
        this.dialogue = dialogue;
        this.limit = limit;
    }

    /** Has {@code statement} run, and waits for the end of its answer. */
    Reply ask(String statement) throws SQLException {
        if (over) {
            throw lost();
        }
        say(statement);
        return answer();
    }

    /** Says {@code statement}, and asks for the mark that ends its answer. */
    private void say(String statement) throws SQLException {
        asked++;
        try {
            dialogue.say(Secret.of(statement + ";\nSELECT CONCAT('" + marked() + "', ROW_COUNT());\n"));
        } catch (IOException _) {
            throw ended();
        }
    }

    private String marked() {
        return mark + "-" + asked + ":";
    }

    /** The lines up to the mark. */
    private Reply answer() throws SQLException {
        List<String> lines = new ArrayList<>();
        while (true) {
            switch (dialogue.hear(limit)) {
                case Dialogue.Heard.Line(String text) -> {
                    if (text.startsWith(marked())) {
                        return new Reply(lines, Long.parseLong(text.substring(marked().length())));
                    }
                    lines.add(text);
                }
                case Dialogue.Heard.End _ -> throw ended();
                case Dialogue.Heard.Silence _ -> throw silent();
            }
        }
    }

    /** The text of an error may repeat values, and stays here. */
    private SQLException ended() {
        over = true;
        Matcher error = ERROR.matcher(dialogue.errors());
        dialogue.kill();
        if (!error.find()) {
            return lost();
        }
        int number = Integer.parseInt(error.group(1));
        boolean client = number >= FIRST_OF_CLIENT && number <= LAST_OF_CLIENT;
        return new SQLException("the client ended", client ? LOST : error.group(2), number);
    }

    private SQLException silent() {
        over = true;
        dialogue.kill();
        return lost();
    }

    private static SQLException lost() {
        return new SQLException("the client said nothing more", LOST);
    }

    boolean isOver() {
        return over;
    }

    /** Leaves at once. The server ends what the client had open as soon as the client is gone. */
    void abandon() {
        over = true;
        dialogue.kill();
    }

    /** Says that nothing more comes, and waits until the client has left. */
    @Override
    public void close() {
        over = true;
        dialogue.close();
    }

    /**
     * An answer.
     *
     * @param changed how many rows the statement changed; negative if it was none that could
     */
    record Reply(List<String> lines, long changed) {
        /** The lines hold values. */
        @Override
        public String toString() {
            return "Reply";
        }
    }
}
