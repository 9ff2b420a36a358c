package org.liaison.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liaison.statistics.Population;
import org.liaison.statistics.Publication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "dictionary", description = "Every variable and code of what is counted, as CSV.")
final class StatisticsDictionary implements Callable<Integer> {

    @Parameters(paramLabel = "WHAT", description = "referral, assistance, refusal or message.")
    private String of = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try {
            Publication.dictionary(Population.named(of)).lines().forEach(Figures.paper(spec)::line);
            return Exit.OK;
        } catch (IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }
}
