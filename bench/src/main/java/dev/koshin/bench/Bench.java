package dev.koshin.bench;

import dev.koshin.e2e.Distribution;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * {@code Bench HOME [startup] [fleet] [inventory] [simulator]}: measures the distribution at {@code HOME}; all of it,
 * or parts.
 */
public final class Bench {
    private Bench() {}

    /** Prints one row per number of the performance page, as soon as it is measured. */
    @SuppressWarnings("SystemOut") // a program whose only output is a table
    public static void main(String[] args) throws IOException, SQLException, InterruptedException {
        // The database server's threads must not keep a program that failed alive.
        Thread.setDefaultUncaughtExceptionHandler((_, thrown) -> {
            thrown.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        Distribution distribution = new Distribution(Path.of(args[0])).warm();
        PrintStream out = System.out;
        out.println("| What | Measured |");
        out.println("| --- | --- |");
        List<String> parts = List.of(args).subList(1, args.length);
        if (asked(parts, "startup")) {
            print(out, new Startup(distribution).measure());
        }
        if (asked(parts, "fleet")) {
            print(out, new FleetRun(distribution).measure());
        }
        if (asked(parts, "inventory")) {
            print(out, new BigInventory(distribution).measure());
        }
        if (asked(parts, "simulator")) {
            print(out, new SimulatorLoad(distribution).measure());
        }
        System.exit(0);
    }

    private static boolean asked(List<String> parts, String part) {
        return parts.isEmpty() || parts.contains(part);
    }

    private static void print(PrintStream out, List<Row> rows) {
        rows.forEach(row -> out.println("| " + row.what() + " | " + row.measured() + " |"));
        out.flush();
    }

    /** One line of the table. */
    record Row(String what, String measured) {}
}
