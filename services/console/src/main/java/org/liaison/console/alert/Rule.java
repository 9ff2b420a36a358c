package org.liaison.console.alert;

import java.util.Locale;

/// What alerts are about. Each names its page in `RUNBOOK.md`, and how urgent it is: what can wait, waits for the end
/// of
/// quiet hours.
///
/// Its words stand under `console.told` in every language, see [Wording].
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
    QUARANTINE(Urgency.CAN_WAIT),
    PAUSED(Urgency.CAN_WAIT),
    BROKER_SILENT(Urgency.NOW),
    GATEWAY_SILENT(Urgency.NOW),
    GATEWAY_OUTBOX(Urgency.NOW),
    GATEWAY_TROUBLE(Urgency.CAN_WAIT);

    /// Whether somebody must get up at night.
    public enum Urgency {
        NOW,
        CAN_WAIT
    }

    private static final String RUNBOOK = "RUNBOOK.md#";

    private final Urgency urgency;

    Rule(Urgency urgency) {
        this.urgency = urgency;
    }

    public Urgency urgency() {
        return urgency;
    }

    /// Where it stands what to do.
    public String runbook() {
        return RUNBOOK + anchor();
    }

    /// As the page is called, `oldest-age`.
    public String anchor() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
