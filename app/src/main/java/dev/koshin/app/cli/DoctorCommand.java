package dev.koshin.app.cli;

import dev.koshin.app.doctor.Doctor;
import dev.koshin.app.doctor.Doctor.Diagnosis;
import dev.koshin.app.view.Check;
import dev.koshin.app.view.DoctorView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
    @ParentCommand
    private Koshin koshin = Koshin.NONE;

    @Override
    public Integer call() {
        Diagnosis diagnosis = new Doctor(koshin.screen()).examine(koshin.config());
        DoctorView.print(koshin.screen(), diagnosis.forecast(), diagnosis.checks());
        if (diagnosis.any(Check.Result.FAILED)) {
            return Exit.FAILED.code();
        }
        return (diagnosis.any(Check.Result.WARN) ? Exit.DUE : Exit.OK).code();
    }
}
