package org.liaison.console.alert;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/// What alerts are about. Each names its page in `RUNBOOK.md`, and how urgent it is: what can wait, waits for the end
/// of
/// quiet hours.
///
/// The sentence's arguments begin with what it is about.
public enum Rule {
    OLDEST_AGE(Urgency.NOW, "The oldest message in the {0} lane has waited for {1} minutes to be handed over."),
    DEAD_LINK(Urgency.NOW, "{0} does not fetch its post; {1} messages wait for it."),
    REFUSALS(Urgency.CAN_WAIT, "On {0}, {1} of {2} messages were refused in the last hour, most often: {3}."),
    CERTIFICATE_DUE(Urgency.CAN_WAIT, "{0} runs out on {1}."),
    CERTIFICATE_OVER(Urgency.NOW, "{0} ran out on {1}."),
    SNAPSHOT_DUE(Urgency.CAN_WAIT, "The {0} in force, number {1}, runs out on {2}."),
    DISK(Urgency.NOW, "The disk under {0} has {1} % free."),
    CLOCK(Urgency.NOW, "The clock of {0} is off by {1} seconds."),
    LOG_STILL(Urgency.NOW, "Post waits in {0}, and the audit log has not grown for {1} minutes."),
    LOG_BROKEN(Urgency.NOW, "The audit log of {0} does not hold together: do not go on."),
    QUARANTINE(Urgency.CAN_WAIT, "{1} messages lie in {0} since {2}."),
    PAUSED(Urgency.CAN_WAIT, "The route {0} is paused until {1}."),
    BROKER_SILENT(Urgency.NOW, "The {0} does not say what waits.");

    /// Whether somebody must get up at night.
    public enum Urgency {
        NOW,
        CAN_WAIT
    }

    private static final String RUNBOOK = "RUNBOOK.md#";

    private final Urgency urgency;
    private final String pattern;

    Rule(Urgency urgency, String pattern) {
        this.urgency = urgency;
        this.pattern = pattern;
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

    String sentence(List<String> arguments) {
        return new MessageFormat(pattern, Locale.ROOT).format(arguments.toArray());
    }
}
