package org.liaison.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liaison.casework.Schedule;
import org.liaison.message.MessageKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "calendar",
        description = {
            "Make the calendar file that goes with a schedule (BUL-SCHED).",
            "",
            "Attach it when you send the form: recipients check that both say the same."
        },
        mixinStandardHelpOptions = true)
final class CalendarCommand implements Callable<Integer> {

    private static final MessageKind SCHEDULE = new MessageKind("BUL-SCHED");

    @Parameters(paramLabel = "FORM.json", description = "The form of the schedule.")
    private @Nullable Path source;

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "The .ics file; must not exist.")
    private @Nullable Path target;

    @Override
    public Integer call() {
        if (source == null || target == null) throw new UsageError("Name the form and the file to write.");
        Sheaf form = Sheaf.form(source);
        if (!form.kind().equals(SCHEDULE))
            throw new Failed(
                    "Only a schedule (" + SCHEDULE + ") has a calendar file; this form is " + form.kind() + ".");
        Print.write(target, Schedule.calendar(form.bytes()));
        return Exit.OK;
    }
}
