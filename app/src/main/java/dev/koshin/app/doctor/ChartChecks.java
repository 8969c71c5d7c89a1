package dev.koshin.app.doctor;

import dev.koshin.app.config.RootConfig;
import dev.koshin.app.view.Check;
import dev.koshin.app.wiring.Roots;
import dev.koshin.apply.kubernetes.HelmLook;
import dev.koshin.apply.kubernetes.HelmOptions;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;
import java.util.List;
import java.util.SortedSet;

/** The release in a cluster: its chart, and the values file that the next upgrade would take. */
final class ChartChecks implements Subject {
    /** As the manual's 10.4.2 calls them. */
    private static final RootConfig.Helm USUAL = new RootConfig.Helm("exastro", "exastro/exastro");

    private final Facts facts;

    ChartChecks(Facts facts) {
        this.facts = facts;
    }

    @Override
    public List<Check> examine() {
        return facts.kubernetes().map(this::examine).orElseGet(List::of);
    }

    private List<Check> examine(RootConfig.Kubernetes kubernetes) {
        HelmOptions options = Roots.helm(kubernetes, kubernetes.helm().orElse(USUAL));
        HelmLook look = HelmLook.of(facts.runner(), options);
        Effect<String> deployed = look.deployed();
        String release = options.release().toString();
        if (!(deployed instanceof Effect.Done<String>(String version))) {
            Problem why = Judgement.notMade(release, deployed.why().orElseThrow());
            return Judgement.unseen(why, Keys.CHART, Keys.VALUES);
        }
        return List.of(chart(release, version, look.newest()), values(release, options, look.differences()));
    }

    private Check chart(String release, String deployed, Effect<String> answer) {
        return answer instanceof Effect.Done<String>(String newest)
                ? Check.warned(
                        Keys.CHART, facts.text("doctor.chart", deployed, newest), judge(release, deployed, newest))
                : Check.unseen(
                        Keys.CHART,
                        Judgement.notMade(release + " " + deployed, answer.why().orElseThrow()));
    }

    /** The documented upgrade takes the newest chart. */
    static List<Problem> judge(String release, String deployed, String newest) {
        return deployed.equals(newest)
                ? List.of()
                : List.of(Problem.of(Reason.CHART_OUTDATED, release, deployed, newest));
    }

    private Check values(String release, HelmOptions options, Effect<SortedSet<String>> answer) {
        return answer instanceof Effect.Done<SortedSet<String>>(SortedSet<String> paths)
                ? Check.warned(
                        Keys.VALUES,
                        facts.text("doctor.values", options.values()),
                        paths.isEmpty()
                                ? List.of()
                                : List.of(Problem.of(
                                        Reason.VALUES_DIFFER,
                                        options.values().toString(),
                                        Judgement.few(List.copyOf(paths)))))
                : Check.unseen(
                        Keys.VALUES, Judgement.notMade(release, answer.why().orElseThrow()));
    }
}
