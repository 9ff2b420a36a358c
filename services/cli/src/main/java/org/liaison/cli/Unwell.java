package org.liaison.cli;

import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// Whether what a view of the console shows is not as it should be, so that a script need not read it. A view that is
/// not named here has nothing of the kind to show.
final class Unwell {

    private Unwell() {}

    static boolean is(String view, JsonNode shown) {
        return switch (view) {
            case "log" -> log(shown);
            case "alerts" -> any(shown, alert -> !alert.has("cleared") && !alert.has("acknowledged"));
            case "gateways" -> any(shown, gateway -> says(gateway, "standing", "SILENT"));
            case "quarantine" ->
                isUnread(shown.path("lying"))
                        || !shown.path("lying").path("groups").isEmpty();
            case "mailboxes" -> isUnread(shown);
            default -> false;
        };
    }

    /// An examination that was not finished proves nothing; one that is under way does not yet.
    private static boolean log(JsonNode log) {
        return says(log, "stage", "BROKEN")
                || says(log, "stage", "UNFINISHED")
                || any(
                        log.path("standing").path("witnesses"),
                        witness -> witness.path("disputes").asBoolean(false));
    }

    /// The gateway is not connected to the hub, or has no directory or rulebook that it may go by.
    static boolean isGateway(JsonNode status) {
        return !status.path("hub").path("connected").asBoolean(false)
                || says(status.path("directory"), "standing", "EXPIRED")
                || says(status.path("rulebook"), "standing", "EXPIRED");
    }

    /// The broker does not say: a sentence stands in its place.
    private static boolean isUnread(JsonNode reading) {
        return reading.has("sentence");
    }

    private static boolean says(JsonNode node, String field, String code) {
        return node.path(field).asString("").equals(code);
    }

    private static boolean any(JsonNode list, Predicate<JsonNode> ails) {
        return list.valueStream().anyMatch(ails);
    }
}
