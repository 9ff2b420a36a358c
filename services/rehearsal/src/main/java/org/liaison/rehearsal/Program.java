package org.liaison.rehearsal;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.liaison.gateway.GatewayProgram;
import org.liaison.hub.HubProgram;

/// The main class of a process that is one program: `hub FILE` or `gateway FILE`. What `liaison hub --config` and
/// `liaison gateway --config` do, without the command line, which lies outside this leaf.
final class Program {

    private Program() {}

    public static void main(String... arguments) throws InterruptedException {
        Path configuration = Path.of(arguments[1]);
        AutoCloseable _ = switch (arguments[0]) {
            case "hub" -> HubProgram.start(configuration, HubProgram.Logging.ITS_OWN);
            case "gateway" -> GatewayProgram.start(configuration, GatewayProgram.Logging.ITS_OWN);
            default -> throw new IllegalArgumentException("there is no program " + arguments[0]);
        };
        new CountDownLatch(1).await();
    }
}
