package org.liaison.console.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.liaison.console.alert.Survey.View;

/// What alerts are about. Each names its page at the console, and how urgent it is: what can wait, waits for the end of
/// quiet hours.
///
/// In every language its words stand under `console.told`, see [Wording], and those of its page under
/// `console.means`, `console.look` and `console.act`.
public enum Rule {
    OLDEST_AGE(Urgency.NOW),
    DEAD_LINK(Urgency.NOW),
    REFUSALS(Urgency.CAN_WAIT),
    CERTIFICATE_DUE(Urgency.CAN_WAIT),
    CERTIFICATE_OVER(Urgency.NOW),
    SNAPSHOT_DUE(Urgency.CAN_WAIT),
    DISK(Urgency.NOW),
    CLOCK(Urgency.NOW),
    LOG_STILL(Urgency.NOW),
    LOG_BROKEN(Urgency.NOW),
    LOG_UNWITNESSED(Urgency.NOW),
    LOG_DISPUTED(Urgency.NOW),
    LOG_CHANGED(Urgency.NOW),
    QUARANTINE(Urgency.CAN_WAIT),
    PAUSED(Urgency.CAN_WAIT),
    BROKER_SILENT(Urgency.NOW),
    GATEWAY_SILENT(Urgency.NOW),
    GATEWAY_OUTBOX(Urgency.NOW),
    GATEWAY_TROUBLE(Urgency.CAN_WAIT),
    /// A view failed when it was asked, so the rules about it could not be.
    UNASKED(Urgency.NOW);

    /// Whether somebody must get up at night.
    public enum Urgency {
        NOW,
        CAN_WAIT
    }

    /// What [#CLOCK] is about where it is not a gateway's.
    public static final String HUB = "HUB";

    private static final String RUNBOOK = "/runbook/";

    private final Urgency urgency;

    Rule(Urgency urgency) {
        this.urgency = urgency;
    }

    /// What must have been seen for it to be asked.
    Set<View> views() {
        return switch (this) {
            case OLDEST_AGE, REFUSALS -> Set.of(View.TRAFFIC);
            case DEAD_LINK, BROKER_SILENT -> Set.of(View.MAILBOXES);
            case CERTIFICATE_DUE, CERTIFICATE_OVER -> Set.of(View.CERTIFICATES);
            case SNAPSHOT_DUE -> Set.of(View.SNAPSHOTS);
            case DISK -> Set.of(View.DISK);
            case CLOCK -> Set.of(View.CLOCK, View.GATEWAYS);
            case LOG_STILL -> Set.of(View.LOG, View.MAILBOXES);
            case LOG_BROKEN, LOG_UNWITNESSED, LOG_DISPUTED, LOG_CHANGED -> Set.of(View.LOG);
            case QUARANTINE -> Set.of(View.QUARANTINE);
            case PAUSED -> Set.of(View.ROUTES);
            case GATEWAY_SILENT -> Set.of(View.GATEWAYS, View.MAILBOXES);
            case GATEWAY_OUTBOX, GATEWAY_TROUBLE -> Set.of(View.GATEWAYS);
            case UNASKED -> Set.of();
        };
    }

    public Urgency urgency() {
        return urgency;
    }

    /// The rule of this [#anchor].
    public static Optional<Rule> called(String anchor) {
        return Arrays.stream(values())
                .filter(rule -> rule.anchor().equals(anchor))
                .findFirst();
    }

    /// The page of the console that says what to do.
    public String runbook() {
        return RUNBOOK + anchor();
    }

    /// As the page is called, `oldest-age`.
    public String anchor() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
