package org.liaison.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liaison.console.alert.Found;
import org.liaison.console.alert.Rule;

/// Where the cause of an alert shows: one click from where it is told.
final class Trail {

    private Trail() {}

    /// By the cause of the alert.
    static Map<String, String> of(List<Alarms.Told> alerts) {
        Map<String, String> leads = new HashMap<>();
        for (Alarms.Told told : alerts)
            leads.put(told.alert().cause(), to(told.alert().found()));
        return leads;
    }

    private static String to(Found found) {
        String page = of(found.rule());
        return found.rule() == Rule.REFUSALS
                ? page + "?corridor=" + found.arguments().getFirst()
                : page;
    }

    /// The page for whatever the rule is about.
    static String of(Rule rule) {
        return switch (rule) {
            case OLDEST_AGE, DEAD_LINK, BROKER_SILENT -> "/mailboxes";
            case REFUSALS -> "/charts";
            case CERTIFICATE_DUE, CERTIFICATE_OVER -> "/certificates";
            case SNAPSHOT_DUE -> "/snapshots";
            case LOG_STILL, LOG_BROKEN, LOG_UNWITNESSED, LOG_DISPUTED, LOG_CHANGED -> "/log";
            case QUARANTINE -> "/quarantine";
            case PAUSED, GATEWAY_SILENT, GATEWAY_OUTBOX, GATEWAY_TROUBLE -> "/routes";
            case DISK, CLOCK -> "/alerts";
        };
    }
}
