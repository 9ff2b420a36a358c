package org.liaison.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.liaison.message.MessageId;
import org.liaison.rehearsal.client.Desk;
import org.liaison.rehearsal.client.Draft;
import tools.jackson.databind.JsonNode;

/// Hands a draft to the gateway and says what became of it, as far as the officer waits.
final class Sending {

    private static final Set<String> UNDER_WAY = Set.of("QUEUED", "ACCEPTED_BY_HUB", "NOT_HANDED_OVER_IN_TIME");
    private static final Set<String> FAILED = Set.of("REJECTED", "FAILED");

    private final Paper paper;
    private final Desk desk;
    private final Enclosure enclosure;
    private final boolean asJson;

    Sending(Paper paper, Desk desk, Enclosure enclosure, boolean asJson) {
        this.paper = paper;
        this.desk = desk;
        this.enclosure = enclosure;
        this.asJson = asJson;
    }

    int send(Draft draft) {
        JsonNode sent = desk.send(draft).json();
        String id = sent.path("messageId").asString();
        if (!asJson) {
            paper.line("Queued %s %s".formatted(sent.path("kind").asString(), id));
            paper.line("  case  %s".formatted(sent.path("caseId").asString()));
            paper.line("  from  %s".formatted(sent.path("as").asString()));
            paper.line("  to    %s".formatted(Paper.list(sent.path("to"))));
            paper.line("  suite %s".formatted(sent.path("suite").asString()));
            if (sent.path("projected").asBoolean(false))
                paper.prose("", 2, "The form was cut down to what this recipient may see.");
            if (enclosure.patience().isEmpty()) paper.line("Follow it with: liaison trace %s".formatted(id));
        }
        if (enclosure.patience().isEmpty()) {
            if (asJson) paper.json(sent);
            return Exit.OK;
        }
        return follow(MessageId.parse(id), draft, enclosure.patience().get());
    }

    private int follow(MessageId id, Draft draft, Duration patience) {
        Instant end = Instant.now().plus(patience);
        JsonNode message = desk.message(id, draft.as()).json();
        while (UNDER_WAY.contains(message.path("state").asString())
                && Instant.now().isBefore(end)) {
            pause();
            message = desk.message(id, draft.as()).json();
        }
        String state = message.path("state").asString();
        if (asJson) paper.json(message);
        else paper.line("  state %s".formatted(Paper.plain(message.path("state"))));
        if (FAILED.contains(state) && !asJson)
            paper.prose(
                    "",
                    2,
                    message.path("reason").path("sentence").asString("") + " "
                            + message.path("reason").path("details").asString(""));
        return UNDER_WAY.contains(state) || FAILED.contains(state) ? Exit.REFUSED : Exit.OK;
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(200));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UsageError("Broken off while waiting; the message is on its way all the same.");
        }
    }
}
