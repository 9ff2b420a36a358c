package org.liaison.console.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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
    GATEWAY_TROUBLE(Urgency.CAN_WAIT);

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
