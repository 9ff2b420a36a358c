package org.liaison.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liaison.rehearsal.Demo;
import org.liaison.rehearsal.DemoFailed;
import org.liaison.rehearsal.DemoFolder;
import org.liaison.rehearsal.LogFile;
import org.liaison.rehearsal.OneMachine;
import org.liaison.rehearsal.Processes;
import org.liaison.rehearsal.client.GatewayUnreachable;
import org.liaison.rehearsal.client.RequestRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = {
            "Show the main job: hub, three gateways, a referral and a request for assistance.",
            "",
            "Makes keys, a directory and a rulebook, starts a hub and the gateways of three States that do not exist,"
                    + " and plays two exchanges from files that look like what officers write. Everything is kept in one"
                    + " folder; a second run goes on from there. Afterwards the programs stay up to be tried."
        })
final class DemoCommand implements Callable<Integer> {

    @Option(names = "--once", description = "End after the play.")
    private boolean once;

    @Option(names = "--processes", description = "Run each program as a process of its own, as in service.")
    private boolean processes;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Folder for keys, cases, log and tokens; else .liaison/demo beside the launcher.")
    private @Nullable Path dir;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec == null) throw new IllegalStateException("picocli sets the spec before it calls");
        DemoFolder folder = new DemoFolder(dir == null ? Folders.demo() : dir);
        LogFile.to(folder.logs().resolve("demo.log"));
        try {
            Demo.run(
                    folder.root(),
                    once,
                    processes ? Processes::start : OneMachine::start,
                    spec.commandLine().getOut());
            return Exit.OK;
        } catch (DemoFailed | RequestRefused | GatewayUnreachable e) {
            throw new Failed("The demo stopped: " + e.getMessage() + "\nWhat the programs logged is in "
                    + folder.logs().resolve("demo.log"));
        }
    }
}
