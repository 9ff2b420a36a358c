package org.liaison.tracing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The stages of a message's way, in their order, and the steps that a stage is made of.
public enum Stage {
    COMPOSE("gateway.compose", null),
    EXAMINE_DRAFT("gateway.examine-draft", COMPOSE),
    SEAL("gateway.seal", COMPOSE),
    STORE("gateway.store", COMPOSE),

    DISPATCH("gateway.dispatch", COMPOSE),

    INTAKE("hub.intake", COMPOSE),
    READ("hub.read", INTAKE),
    JUDGE("hub.judge", INTAKE),
    RECORD("hub.record", INTAKE),
    CARRY("hub.carry", INTAKE),

    RECEIVE("gateway.receive", INTAKE),
    OPEN("gateway.open", RECEIVE),
    TAKE("gateway.take", RECEIVE),
    /// A person opens it.
    ACCESS("gateway.access", INTAKE),

    DISPATCH_EVIDENCE("gateway.dispatch-evidence", INTAKE),
    EVIDENCE("hub.evidence", INTAKE),
    HEAR("hub.hear", EVIDENCE),

    RECEIPT("gateway.receipt", INTAKE),
    PROVE("gateway.prove", RECEIPT),
    KEEP("gateway.keep", RECEIPT);

    private final String text;
    private final @Nullable Stage under;

    Stage(String text, @Nullable Stage under) {
        this.text = text;
        this.under = under;
    }

    /// The stage that this one follows from; empty for the first.
    public Optional<Stage> under() {
        return Optional.ofNullable(under);
    }

    /// The program and the stage, as the routes call it.
    @Override
    public String toString() {
        return text;
    }
}
