package dev.koshin.e2e.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.e2e.Distribution;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Where a reader sits: a home, a folder to work in, a terminal at which every question is answered with y.
 *
 * @param instead what stands in the pages, and what it is here: ports and addresses that cannot be had in a test
 */
record Desk(Path home, Map<String, String> environment, Map<String, String> instead) {
    private static final int MINUTES = 5;
    private static final long MILLIS_BETWEEN_ANSWERS = 300;

    /** What functions the blocks of a page are put together with. */
    private static final String BEGINNING = """
            set -eu -o pipefail
            koshin() { # warnings of doctor keep no reader from going on
                command koshin "$@" || { code=$?; [ "$1" = doctor ] && [ $code = 3 ] || return $code; }
            }
            running=
            background() { # FILE: in place of what ran before
                [ -z "$running" ] || { kill -- "-$running"; wait "$running" 2>/dev/null || true; }
                setsid bash -eu "$1" >"$1.out" 2>&1 </dev/null &
                running=$!
                until grep -q 'http://' "$1.out"; do kill -0 "$running"; sleep 0.1; done
                cat "$1.out"
            }
            trap '[ -z "$running" ] || { kill -- "-$running"; wait "$running" 2>/dev/null || true; }' EXIT
            """;

    /** How a session ended, and everything that was printed. */
    record Session(int exit, String text) {}

    /** Does everything that {@code guide} says, in the folder {@code place} of the home. */
    Session follow(Guide guide, String place) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(home.resolve(place));
        Path script = Files.writeString(home.resolve("session.sh"), script(guide), UTF_8);
        // A terminal of its own; bash reads the script from a file, so that the answers are the programs' alone.
        ProcessBuilder builder = new ProcessBuilder("script", "-qec", "bash " + script, "/dev/null")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("session.out").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KOSHIN_") || name.startsWith("LC_"));
        builder.environment().putAll(all(guide.language()));
        Process process = builder.start();
        answer(process);
        return new Session(
                process.exitValue(),
                Files.readString(home.resolve("session.out")).replace("\r", ""));
    }

    private Map<String, String> all(String language) {
        Map<String, String> all = new TreeMap<>(environment);
        all.put("HOME", home.toString());
        all.put("LANG", language.equals("ja") ? "ja_JP.UTF-8" : "en_US.UTF-8");
        all.put("TZ", "Asia/Tokyo");
        all.put("COLUMNS", "400");
        all.put(
                "PATH",
                home.resolve("bin") + ":" + Distribution.built().home().resolve("bin") + ":" + System.getenv("PATH"));
        return all;
    }

    private static void answer(Process process) throws InterruptedException {
        try (OutputStream input = process.getOutputStream()) {
            for (long left = TimeUnit.MINUTES.toMillis(MINUTES);
                    !process.waitFor(MILLIS_BETWEEN_ANSWERS, TimeUnit.MILLISECONDS);
                    left -= MILLIS_BETWEEN_ANSWERS) {
                if (left < 0) {
                    process.destroyForcibly();
                    throw new IllegalStateException("the page is not done after " + MINUTES + " minutes");
                }
                input.write("y\n".getBytes(UTF_8));
                input.flush();
            }
        } catch (IOException _) {
            // Nobody reads any more: the session has ended.
            boolean _ = process.waitFor(MINUTES, TimeUnit.MINUTES);
        }
    }

    private String script(Guide guide) throws IOException {
        StringBuilder script = new StringBuilder(BEGINNING);
        List<Guide.Block> blocks = guide.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            script.append(step(blocks.get(i), home.resolve("block-" + i)));
        }
        return script.toString();
    }

    private String step(Guide.Block block, Path file) throws IOException {
        if (block.value("file").isPresent() || block.value("more").isPresent()) {
            Files.writeString(file, here(block.text()), UTF_8);
            return "cat " + file
                    + block.value("file").map(name -> " > " + name).orElse("")
                    + block.value("more").map(name -> " >> " + name).orElse("") + "\n";
        }
        if (!block.is("sh") || block.is("example")) {
            return "";
        }
        if (block.is("background")) {
            // In place of the shell, so that it is gone when it has been waited for.
            Files.writeString(file, "exec " + here(block.text()), UTF_8);
            return "background " + file + "\n";
        }
        return block.value("ends")
                .map(code -> "set +e; (set -e\n" + here(block.text()) + "); [ $? = " + code + " ] || exit 99; set -e\n")
                .orElse(here(block.text()));
    }

    private String here(String text) {
        String here = text;
        for (Map.Entry<String, String> one : instead.entrySet()) {
            here = here.replace(one.getKey(), one.getValue());
        }
        return here;
    }
}
