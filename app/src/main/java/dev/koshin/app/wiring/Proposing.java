package dev.koshin.app.wiring;

import dev.koshin.app.messages.Messages;
import dev.koshin.app.view.Located;
import dev.koshin.app.view.Proposal;
import dev.koshin.app.view.Proposal.Told;
import dev.koshin.exastro.discovery.Discovered;
import dev.koshin.exastro.discovery.Draft;
import dev.koshin.exastro.discovery.ExastroDiscovery;
import dev.koshin.exastro.discovery.Note;
import dev.koshin.exastro.discovery.Remark;
import dev.koshin.exastro.discovery.Wish;
import dev.koshin.file.NewFile;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks for an installation, and proposes a configuration for it. */
public final class Proposing {
    private static final String NAME = "koshin.yaml";
    private static final String PERMISSIONS = "rw-r-----";

    private final Messages messages;

    /** Speaks the language of {@code messages}, in the comments too. */
    public Proposing(Messages messages) {
        this.messages = messages;
    }

    /**
     * A configuration for the installation that is meant, which is any if nothing is named. Writes nothing.
     *
     * @param file where it is to be written; {@code koshin.yaml} here if nothing is said
     */
    public Proposal look(
            Optional<Path> file, Optional<Path> compose, Optional<String> namespace, Optional<Path> values) {
        ExastroDiscovery discovery = ExastroDiscovery.in(ThisHost.surroundings(), Wiring.programs(), Wiring::pause);
        return switch (discovery.look(new Wish(compose, namespace, values))) {
            case Discovered.Drafted(Draft draft) -> proposal(draft, named(file));
            case Discovered.WithoutGitLab(String place, String where) ->
                throw Failure.of(Problem.of(Reason.INSTALLATION_WITHOUT_GITLAB, place, where));
            case Discovered.Several(List<String> options) ->
                throw Failure.usage(List.of(
                        new Located("", Problem.of(Reason.INSTALLATION_AMBIGUOUS, String.join(", ", options)))));
            case Discovered.Nowhere(List<Remark> looked) ->
                throw Failure.of(Problem.of(
                        Reason.INSTALLATION_NOT_FOUND,
                        looked.stream()
                                .map(remark -> told(remark).text(messages))
                                .collect(Collectors.joining("; "))));
        };
    }

    /** As every command would find it. */
    private static Path named(Optional<Path> given) {
        return given.or(ThisHost::namedConfiguration)
                .map(file -> ThisHost.home().expand(file))
                .orElse(Path.of(NAME))
                .toAbsolutePath()
                .normalize();
    }

    private Proposal proposal(Draft draft, Path file) {
        return new Proposal(
                file,
                draft.place(),
                text(draft, messages),
                draft.remarks().stream().map(Proposing::told).toList());
    }

    /** All of the file, with its comments in the language of {@code messages}. */
    static String text(Draft draft, Messages messages) {
        return draft.lines().stream()
                .map(line -> switch (line) {
                    case Draft.Text(String text) -> text;
                    case Draft.Comment(String before, Note note, List<String> details) ->
                        before + "# " + messages.text("init.comment." + note.code(), details.toArray());
                })
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static Told told(Remark remark) {
        Proposal.Kind kind = switch (remark.point().kind()) {
            case FOUND -> Proposal.Kind.FOUND;
            case ASSUMED -> Proposal.Kind.ASSUMED;
            case UNSEEN -> Proposal.Kind.UNSEEN;
        };
        return new Told(kind, remark.point().code(), remark.details());
    }

    /** Whether a file is in the way. */
    public static boolean isThere(Proposal proposal) {
        return Files.exists(proposal.file());
    }

    /** Writes the file, complete or not at all. One that exists is replaced only if {@code replace} says so. */
    public static void write(Proposal proposal, boolean replace) {
        switch (NewFile.write(proposal.file(), proposal.text(), PERMISSIONS, replace)) {
            case NewFile.Written _ -> {}
            case NewFile.InTheWay _ -> throw inTheWay(proposal);
            case NewFile.Failed(String why) ->
                throw Failure.of(
                        Problem.of(Reason.CONFIG_NOT_WRITTEN, proposal.file().toString(), why));
        }
    }

    /** What is said where nobody may replace the file. */
    public static Failure inTheWay(Proposal proposal) {
        return Failure.of(Problem.of(Reason.CONFIG_EXISTS, proposal.file().toString()));
    }
}
