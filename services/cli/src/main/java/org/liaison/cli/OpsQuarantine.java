package org.liaison.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "quarantine",
        description = {
            "List what a fault of the hub set aside, and deal with it.",
            "",
            "More than one message at once, and discarding even one, waits for a second person to confirm it.",
            "",
            "Listing ends with 4 where something lies there, or the broker does not say."
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
            @Mixin Chosen chosen) {
        return ops().preview(ConsoleDoor.query("effect", effect, "id", chosen.ids));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Hand messages in again where they lay: they are judged like any other.")
    int release(@Mixin Chosen chosen, @Mixin Reason reason) {
        return apply(Effect.RELEASE, chosen, reason);
    }

    @Command(
            mixinStandardHelpOptions = true,
            name = "return",
            description = "Tell the gateway that brought them that the hub could not process them.")
    int giveBack(@Mixin Chosen chosen, @Mixin Reason reason) {
        return apply(Effect.RETURN, chosen, reason);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Forget messages; their senders are told by their own gateways when the time is up.")
    int discard(@Mixin Chosen chosen, @Mixin Reason reason) {
        return apply(Effect.DISCARD, chosen, reason);
    }

    @Command(mixinStandardHelpOptions = true, description = "Confirm what another person asked for.")
    int confirm(@Parameters(paramLabel = "PROPOSAL", description = "Its id.") UUID proposal) {
        return ops().act("/quarantine/proposals/" + proposal + "/confirm", Map.of());
    }

    @Command(mixinStandardHelpOptions = true, description = "Turn down what was asked for.")
    int decline(@Parameters(paramLabel = "PROPOSAL", description = "Its id.") UUID proposal, @Mixin Reason reason) {
        return ops().act("/quarantine/proposals/" + proposal + "/decline", Map.of("why", reason.why()));
    }

    enum Effect {
        RELEASE,
        RETURN,
        DISCARD
    }

    /// Which messages.
    static final class Chosen {

        @Parameters(arity = "1..*", paramLabel = "ID", description = "As `quarantine` lists them.")
        private List<String> ids = List.of();
    }

    private int apply(Effect effect, Chosen chosen, Reason reason) {
        return ops().act("/quarantine", Map.of("effect", effect, "ids", chosen.ids, "why", reason.why()));
    }

    private OpsCommand ops() {
        return Objects.requireNonNull(ops, "picocli sets the parent before it calls");
    }
}
