package dev.koshin.bench;

import dev.koshin.bench.Bench.Row;
import dev.koshin.bench.FleetRun.Timed;
import dev.koshin.e2e.Distribution;
import dev.koshin.e2e.Lab;
import dev.koshin.simulator.seed.Seed;
import dev.koshin.simulator.seed.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What it costs to look at 10,000 tokens, the first time and the second. */
final class BigInventory {
    private static final int ORGANIZATIONS = 10_000;

    private final Distribution distribution;

    BigInventory(Distribution distribution) {
        this.distribution = distribution;
    }

    List<Row> measure() throws IOException, SQLException, InterruptedException {
        Seed seed = Seeds.fleet(ORGANIZATIONS, LocalDate.now(ZoneOffset.UTC));
        Path folder = Files.createTempDirectory("koshin-bench-");
        try (Lab lab = Lab.start(distribution, folder, seed, Lab.rows(seed), 0)) {
            lab.configure(32, "24h", "{ url: \"jdbc:sqlite:koshin.db\" }", "");
            int journal = lab.koshin("doctor").exit();
            List<Row> rows = new ArrayList<>();
            rows.addAll(look(lab, "first look at 10,000 tokens (doctor before: exit " + journal + ")"));
            rows.addAll(look(lab, "second look at 10,000 tokens"));
            return rows;
        }
    }

    private static List<Row> look(Lab lab, String what) throws InterruptedException {
        lab.control().send("DELETE", "requests", "");
        Timed timed = Timed.of(lab, "status", "-o", "json");
        JsonNode counters = lab.control().get("counters");
        long lists = counters.get("byRoute").path("GET /personal_access_tokens").asLong();
        return List.of(
                new Row(what + ", wall", timed.text()),
                new Row(what + ", calls: all, lists", counters.get("total").asLong() + ", " + lists));
    }
}
