package org.liaison.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.liaison.gateway.GatewayProgram;
import org.liaison.hub.HubProgram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `liaison hub` and `liaison gateway`: the programs that stay. They end on Ctrl-C or a termination signal, after the
/// work in hand.
final class ProgramCommands {

    private ProgramCommands() {}

    @Command(name = "hub", description = "Run the hub between the gateways.")
    static final class Hub implements Callable<Integer> {

        @Spec
        private @Nullable CommandSpec spec;

        @Option(names = "--config", paramLabel = "FILE", required = true, description = "Its configuration, YAML.")
        private @Nullable Path config;

        @Override
        public Integer call() {
            return stay(config, file -> {
                HubProgram.Running hub = HubProgram.start(file, HubProgram.Logging.ITS_OWN);
                PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
                hub.announcements().forEach(out::println);
                out.flush();
                return hub;
            });
        }
    }

    @Command(name = "gateway", description = "Run the gateway at a national site.")
    static final class Gateway implements Callable<Integer> {

        @Spec
        private @Nullable CommandSpec spec;

        @Option(names = "--config", paramLabel = "FILE", required = true, description = "Its configuration, YAML.")
        private @Nullable Path config;

        @Override
        public Integer call() {
            return stay(config, file -> {
                GatewayProgram.Running gateway = GatewayProgram.start(file, GatewayProgram.Logging.ITS_OWN);
                PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
                gateway.announcements().forEach(out::println);
                out.flush();
                return gateway;
            });
        }
    }

    private static int stay(@Nullable Path config, Function<Path, AutoCloseable> start) {
        if (config == null) throw new UsageError("Name the configuration: --config FILE");
        AutoCloseable _ = start.apply(config);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Exit.OK;
    }
}
