package dev.koshin.app.cli;

import dev.koshin.app.Doctor;
import dev.koshin.app.view.Check;
import dev.koshin.app.view.DoctorView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
    @ParentCommand
    private Koshin koshin = Koshin.NONE;

    @Override
    public Integer call() {
        List<Check> checks = new Doctor(koshin.screen()).examine(koshin.config());
        DoctorView.print(koshin.screen(), checks);
        if (checks.stream().anyMatch(Check::serious)) {
            return Exit.FAILED.code();
        }
        boolean wellEnough = checks.stream().allMatch(check -> check.problems().isEmpty());
        return (wellEnough ? Exit.OK : Exit.DUE).code();
    }
}
