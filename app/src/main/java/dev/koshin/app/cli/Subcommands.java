package dev.koshin.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** The commands by their names, in the order of the usage text. */
final class Subcommands {
    private static final Map<String, Class<?>> ALL = all();

    private Subcommands() {}

    private static Map<String, Class<?>> all() {
        Map<String, Class<?>> all = new LinkedHashMap<>();
        all.put("init", InitCommand.class);
        all.put("doctor", DoctorCommand.class);
        all.put("status", StatusCommand.class);
        all.put("plan", PlanCommand.class);
        all.put("renew", RenewCommand.class);
        all.put("resume", ResumeCommand.class);
        all.put("adopt", AdoptCommand.class);
        all.put("retire", RetireCommand.class);
        all.put("rollback", RollbackCommand.class);
        all.put("history", HistoryCommand.class);
        all.put("simulator", SimulatorCommand.class);
        all.put("demo", DemoCommand.class);
        all.put("completion", CompletionCommand.class);
        return all;
    }

    /**
     * Adds the commands that {@code args} name, as the parser reads the annotations of each one that it is given; all
     * of them if it names none, as for the usage text and for misspelled names.
     */
    static void addTo(CommandLine line, List<String> args) {
        boolean some = args.stream().anyMatch(ALL::containsKey);
        ALL.forEach((name, command) -> {
            if (!some || args.contains(name)) {
                line.addSubcommand(name, command);
            }
        });
    }
}
