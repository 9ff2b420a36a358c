package org.liaison.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "quarantine",
        description = {
            "List what a fault of the hub set aside, and deal with it.",
            "",
            "More than one message at once, and discarding even one, waits for a second person to confirm it."
        })
final class OpsQuarantine implements Callable<Integer> {

    @ParentCommand
    private @Nullable OpsCommand ops;

    @Override
    public Integer call() {
        return ops().show("quarantine", Map.of());
    }

    @Command(mixinStandardHelpOptions = true, description = "Say what would happen, and do nothing.")
    int preview(
            @Option(names = "--effect", required = true, description = "RELEASE, RETURN or DISCARD.") Effect effect,
            @Parameters(arity = "1..*", paramLabel = "ID", description = "As `quarantine` lists them.")
                    List<String> ids) {
        return ops().preview(ConsoleDoor.query("effect", effect, "id", ids));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Hand messages in again where they lay: they are judged like any other.")
    int release(
            @Parameters(arity = "1..*", paramLabel = "ID", description = "As `quarantine` lists them.")
                    List<String> ids,
            @Option(names = "--why", required = true, paramLabel = "REASON", description = "For the audit log.")
                    String why) {
        return apply(Effect.RELEASE, ids, why);
    }

    @Command(
            mixinStandardHelpOptions = true,
            name = "return",
            description = "Tell the gateway that brought them that the hub could not process them.")
    int giveBack(
            @Parameters(arity = "1..*", paramLabel = "ID", description = "As `quarantine` lists them.")
                    List<String> ids,
            @Option(names = "--why", required = true, paramLabel = "REASON", description = "For the audit log.")
                    String why) {
        return apply(Effect.RETURN, ids, why);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Forget messages; their senders are told by their own gateways when the time is up.")
    int discard(
            @Parameters(arity = "1..*", paramLabel = "ID", description = "As `quarantine` lists them.")
                    List<String> ids,
            @Option(names = "--why", required = true, paramLabel = "REASON", description = "For the audit log.")
                    String why) {
        return apply(Effect.DISCARD, ids, why);
    }

    @Command(mixinStandardHelpOptions = true, description = "Confirm what another person asked for.")
    int confirm(@Parameters(paramLabel = "PROPOSAL", description = "Its id.") UUID proposal) {
        return ops().act("/quarantine/proposals/" + proposal + "/confirm", Map.of());
    }

    @Command(mixinStandardHelpOptions = true, description = "Turn down what was asked for.")
    int decline(
            @Parameters(paramLabel = "PROPOSAL", description = "Its id.") UUID proposal,
            @Option(names = "--why", required = true, paramLabel = "REASON", description = "For the audit log.")
                    String why) {
        return ops().act("/quarantine/proposals/" + proposal + "/decline", Map.of("why", why));
    }

    enum Effect {
        RELEASE,
        RETURN,
        DISCARD
    }

    private int apply(Effect effect, List<String> ids, String why) {
        return ops().act("/quarantine", Map.of("effect", effect, "ids", ids, "why", why));
    }

    private OpsCommand ops() {
        return Objects.requireNonNull(ops, "picocli sets the parent before it calls");
    }
}
