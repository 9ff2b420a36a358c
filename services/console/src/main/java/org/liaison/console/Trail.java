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

    /// A gateway's trouble shows on its card.
    static String to(Found found) {
        String page = of(found.rule());
        String about = found.arguments().getFirst();
        return switch (found.rule()) {
            case REFUSALS -> page + "?corridor=" + about;
            case DEAD_LINK, GATEWAY_SILENT, GATEWAY_OUTBOX, GATEWAY_TROUBLE -> page + card(about);
            // No page shows the hub's own clock.
            case CLOCK -> about.equals(Rule.HUB) ? found.rule().runbook() : page + card(about);
            case OLDEST_AGE,
                    CERTIFICATE_DUE,
                    CERTIFICATE_OVER,
                    SNAPSHOT_DUE,
                    DISK,
                    LOG_STILL,
                    LOG_BROKEN,
                    LOG_UNWITNESSED,
                    LOG_DISPUTED,
                    LOG_CHANGED,
                    QUARANTINE,
                    PAUSED,
                    BROKER_SILENT,
                    UNASKED -> page;
        };
    }

    private static String card(String gateway) {
        return "#at-" + gateway;
    }

    /// The page for whatever the rule is about.
    static String of(Rule rule) {
        return switch (rule) {
            case OLDEST_AGE, BROKER_SILENT, DISK -> "/mailboxes";
            case REFUSALS -> "/charts";
            case CERTIFICATE_DUE, CERTIFICATE_OVER -> "/certificates";
            case SNAPSHOT_DUE -> "/snapshots";
            case LOG_BROKEN, LOG_UNWITNESSED, LOG_DISPUTED, LOG_CHANGED -> "/log";
            case QUARANTINE -> "/quarantine";
            case DEAD_LINK, CLOCK, LOG_STILL, PAUSED, GATEWAY_SILENT, GATEWAY_OUTBOX, GATEWAY_TROUBLE -> "/routes";
            case UNASKED -> "/diagnostics";
        };
    }
}
