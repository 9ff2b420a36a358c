package org.liaison.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.liaison.gateway.GatewayProgram;
import org.liaison.hub.HubProgram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `liaison hub` and `liaison gateway`: the programs that stay. They end on Ctrl-C or a termination signal, after the
/// work in hand.
final class ProgramCommands {

    private ProgramCommands() {}

    @Command(name = "hub", description = "Run the hub between the gateways.")
    static final class Hub implements Callable<Integer> {

        @Mixin
        private final Stay stay = new Stay();

        @Override
        public Integer call() {
            return stay.with(
                    file -> HubProgram.start(file, HubProgram.Logging.ITS_OWN), HubProgram.Running::announcements);
        }
    }

    @Command(name = "gateway", description = "Run the gateway at a national site.")
    static final class Gateway implements Callable<Integer> {

        @Mixin
        private final Stay stay = new Stay();

        @Override
        public Integer call() {
            return stay.with(
                    file -> GatewayProgram.start(file, GatewayProgram.Logging.ITS_OWN),
                    GatewayProgram.Running::announcements);
        }
    }

    /// Start from a configuration, say what there is to say, and stay.
    static final class Stay {

        @Spec(Spec.Target.MIXEE)
        private @Nullable CommandSpec spec;

        @Option(names = "--config", paramLabel = "FILE", required = true, description = "Its configuration, YAML.")
        private @Nullable Path config;

        private <T extends AutoCloseable> int with(Function<Path, T> start, Function<T, List<String>> announcements) {
            T program = start.apply(Objects.requireNonNull(config));
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            announcements.apply(program).forEach(out::println);
            out.flush();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Exit.OK;
        }
    }
}
