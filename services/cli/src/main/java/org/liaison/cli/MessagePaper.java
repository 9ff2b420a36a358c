package org.liaison.cli;

import tools.jackson.databind.JsonNode;

/// How a message, a case and their timelines look on paper.
final class MessagePaper {

    private final Paper paper;

    MessagePaper(Paper paper) {
        this.paper = paper;
    }

    /// Two lines in a list of messages.
    void summary(JsonNode message) {
        boolean incoming = message.path("direction").asString("").equals("IN");
        String state = incoming && !message.has("openedAt") ? "new" : Paper.plain(message.path("state"));
        String other = incoming ? "from " + message.path("from").asString() : "to " + Paper.list(message.path("to"));
        paper.line("%s  %-8s  %-15s %s"
                .formatted(
                        message.path("messageId").asString(),
                        message.path("kind").asString(),
                        state,
                        day(message)));
        paper.prose(
                "  ",
                2,
                message.path("title").asString() + ", " + other + ", case "
                        + message.path("caseId").asString() + urgent(message));
    }

    private static String day(JsonNode message) {
        return Paper.day(message.has("receivedAt") ? message.path("receivedAt") : message.path("created"));
    }

    private static String urgent(JsonNode message) {
        return message.path("priority").asString("").equals("URGENT") ? ", URGENT" : "";
    }

    void full(JsonNode message) {
        field("message", message.path("messageId").asString());
        field(
                "kind",
                message.path("kind").asString() + ", " + message.path("title").asString());
        field("case", message.path("caseId").asString());
        field("from", message.path("from").asString());
        field("to", Paper.list(message.path("to")));
        field("written", Paper.day(message.path("created")) + urgent(message));
        if (message.has("due")) field("answer by", Paper.day(message.path("due")));
        if (!message.path("handling").isEmpty()) field("handling", Paper.list(message.path("handling")));
        field("state", Paper.plain(message.path("state")));
        if (message.path("to").size() > 1)
            for (JsonNode recipient : message.path("recipients"))
                field(
                        "",
                        recipient.path("authority").asString() + ": " + Paper.plain(recipient.path("state")) + " since "
                                + Paper.day(recipient.path("since")));
        reason(message.path("reason"));
        field("sealed in", message.path("suite").asString());
        field("signature", signature(message.path("signature")));
        if (message.path("erased").asBoolean(false)) field("content", "erased; only the evidence is left");
        if (message.path("form").isObject()) {
            paper.line("");
            paper.form(message.path("form"), 0);
        }
        if (!message.path("files").isEmpty()) paper.line("");
        for (JsonNode file : message.path("files"))
            paper.line("attachment %d: %s (%s, %,d bytes)"
                    .formatted(
                            file.path("n").asInt(),
                            file.path("name").asString(),
                            file.path("mediaType").asString(),
                            file.path("size").asLong()));
    }

    private static String signature(JsonNode signature) {
        if (signature.isMissingNode()) return "not readable";
        String strength =
                signature.path("strength").asString("").equals("ECDSA_AND_ML_DSA") ? "ECDSA and ML-DSA" : "ECDSA";
        return (signature.path("verified").asBoolean(false) ? "verified: " : "NOT VERIFIED: ")
                + signature.path("signer").asString("") + ", " + strength + ", "
                + Paper.day(signature.path("signedAt"));
    }

    private void reason(JsonNode reason) {
        if (reason.isMissingNode()) return;
        String sentence = reason.path("sentence").asString("");
        String details = reason.path("details").asString("");
        field("reason", reason.path("code").asString("") + ": " + sentence);
        if (!details.isEmpty() && !details.equals(sentence)) field("", details);
        field("", reason.path("remedy").asString(""));
    }

    void trace(JsonNode trace) {
        paper.line("%s %s, %s"
                .formatted(
                        trace.path("kind").asString(),
                        trace.path("messageId").asString(),
                        Paper.plain(trace.path("state"))));
        paper.line("  from %s to %s".formatted(trace.path("from").asString(), Paper.list(trace.path("to"))));
        paper.line("  case %s".formatted(trace.path("caseId").asString()));
        for (JsonNode event : trace.path("events")) {
            paper.line("  %s  %-23s %s"
                    .formatted(
                            Paper.moment(event.path("at")), event.path("event").asString(), proof(event)));
            paper.prose("", 16, event.path("sentence").asString(""));
            for (JsonNode reason : event.path("reasons"))
                paper.prose(
                        "",
                        16,
                        reason.path("code").asString("") + ": "
                                + reason.path("details").asString(""));
        }
    }

    private static String proof(JsonNode event) {
        if (!event.path("source").asString("").equals("EVIDENCE")) return "";
        String signature = event.path("signatureVerified").asBoolean(false) ? "signature ok" : "SIGNATURE BROKEN";
        String log = !event.has("logIndex")
                ? ", not in the log yet"
                : event.path("logProofVerified").asBoolean(false)
                        ? ", log entry " + event.path("logIndex").asLong() + " ok" + witnesses(event)
                        : ", LOG PROOF BROKEN";
        return signature + log;
    }

    private static String witnesses(JsonNode event) {
        if (!event.has("witnessedBy")) return "";
        return event.path("witnessedBy").isEmpty()
                ? ", not witnessed yet"
                : ", witnessed by " + Paper.list(event.path("witnessedBy"));
    }

    void caseSummary(JsonNode theCase) {
        paper.line("%s  opened %s by %s, %d messages"
                .formatted(
                        theCase.path("caseId").asString(),
                        Paper.day(theCase.path("openedAt")),
                        theCase.path("asking").asString("somebody not known yet"),
                        theCase.path("messageCount").asInt()));
        String next = Paper.list(theCase.path("next"));
        paper.prose(
                "  ",
                4,
                "with " + Paper.list(theCase.path("asked")) + ": " + Paper.plain(theCase.path("state"))
                        + (next.isEmpty() ? "" : "; you may send " + next));
    }

    private void field(String name, String value) {
        paper.prose(Paper.pad(name, 11), 11, value);
    }
}
