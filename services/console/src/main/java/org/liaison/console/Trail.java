package org.liaison.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liaison.console.alert.Found;

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
        return switch (found.rule()) {
            case OLDEST_AGE, DEAD_LINK, BROKER_SILENT -> "/mailboxes";
            case REFUSALS -> "/charts?corridor=" + found.arguments().getFirst();
            case CERTIFICATE_DUE, CERTIFICATE_OVER -> "/certificates";
            case SNAPSHOT_DUE -> "/snapshots";
            case LOG_STILL, LOG_BROKEN, LOG_UNWITNESSED, LOG_DISPUTED -> "/log";
            case QUARANTINE -> "/quarantine";
            case PAUSED, GATEWAY_SILENT, GATEWAY_OUTBOX, GATEWAY_TROUBLE -> "/routes";
            case DISK, CLOCK -> "/alerts";
        };
    }
}
