package org.liaison.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.liaison.message.Attachment;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.MessageId;
import org.liaison.rehearsal.client.Desk;
import org.liaison.rehearsal.client.Draft;
import tools.jackson.databind.JsonNode;

/// Plays scenes at the desks, over the REST interface only: sends, opens as the recipient, follows the evidence back
/// to the sender and has both desks check everything afresh.
final class Performance {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Set<String> FAILED = Set.of("REJECTED", "FAILED");

    private final Function<AuthorityCode, Desk> desks;
    private final Narrator narrator;
    private final Map<String, CaseId> threads = new HashMap<>();
    private Tally tally = new Tally(0, 0, 0);

    Performance(Function<AuthorityCode, Desk> desks, Narrator narrator) {
        this.desks = desks;
        this.narrator = narrator;
    }

    /// What came of all scenes so far.
    record Tally(int sent, int handedOver, int evidence) {
        int lost() {
            return sent - handedOver;
        }
    }

    /// A message that is safe in its sender's outbox.
    record Sent(MessageId id, CaseId caseId, String kind, String suite, boolean projected) {}

    /// Something that happened to a message, and what proves it.
    record Step(String what, Duration after, long logIndex, String proof) {}

    Tally tally() {
        return tally;
    }

    Optional<CaseId> caseOf(String thread) {
        return Optional.ofNullable(threads.get(thread));
    }

    Sent play(Scene scene) {
        Sent sent = send(scene);
        threads.putIfAbsent(scene.thread(), sent.caseId());
        narrator.scene(scene, sent);
        Set<String> told = new HashSet<>();
        await(scene, sent, told, "HANDED_OVER");
        desks.apply(scene.to()).open(sent.id(), scene.to()).json();
        JsonNode trace = await(scene, sent, told, "OPENED");
        verify(sent, scene.from());
        verify(sent, scene.to());
        tally = new Tally(tally.sent() + 1, tally.handedOver() + 1, tally.evidence() + proven(trace));
        return sent;
    }

    /// Returns when it is safe in the outbox.
    Sent send(Scene scene) {
        List<Attachment> files = new ArrayList<>();
        for (String name : scene.files()) files.add(new Attachment(name, "application/pdf", resource(name)));
        Draft draft = Draft.of(
                scene.from(),
                scene.to(),
                resource(scene.form()),
                files,
                Optional.ofNullable(threads.get(scene.thread())));
        JsonNode sent = desks.apply(scene.from()).send(draft).json();
        return new Sent(
                MessageId.parse(sent.path("messageId").asString()),
                new CaseId(sent.path("caseId").asString()),
                sent.path("kind").asString(),
                sent.path("suite").asString(),
                sent.path("projected").asBoolean(false));
    }

    /// Follows the sender's trace until the message is as far as `state`, telling each new step once.
    private JsonNode await(Scene scene, Sent sent, Set<String> told, String state) {
        return Patience.await(scene.form() + " to be " + state, LIMIT, () -> {
            JsonNode trace =
                    desks.apply(scene.from()).trace(sent.id(), scene.from()).json();
            tell(trace, told);
            String now = trace.path("state").asString();
            if (FAILED.contains(now))
                throw new DemoFailed("Message " + sent.id() + " was not taken; see the lines above.");
            boolean arrived = now.equals(state) || now.equals("OPENED");
            return arrived ? Optional.of(trace) : Optional.empty();
        });
    }

    private void tell(JsonNode trace, Set<String> told) {
        Instant start = Instant.parse(trace.path("events").path(0).path("at").asString());
        for (JsonNode event : trace.path("events")) {
            String name = event.path("event").asString();
            if (!event.path("source").asString().equals("EVIDENCE")
                    || !told.add(name + event.path("evidenceId").asString(""))) continue;
            Duration after =
                    Duration.between(start, Instant.parse(event.path("at").asString()));
            narrator.step(new Step(
                    words(name),
                    after,
                    event.path("logIndex").asLong(-1),
                    isProven(event) ? "verified" : "NOT VERIFIED"));
            for (JsonNode reason : event.path("reasons"))
                narrator.lines(List.of("             " + reason.path("details").asString("")));
        }
    }

    private void verify(Sent sent, AuthorityCode desk) {
        JsonNode verification = desks.apply(desk).verification(sent.id(), desk).json();
        String verdict = verification.path("verdict").asString();
        narrator.verified(desk.toString(), verdict, verification.path("checks").size());
        if (!verdict.equals("GENUINE"))
            throw new DemoFailed("Message " + sent.id() + " is " + verdict + " at " + desk + ": liaison verify "
                    + sent.id() + " --as " + desk + " says more.");
    }

    private static int proven(JsonNode trace) {
        int proven = 0;
        for (JsonNode event : trace.path("events")) if (isProven(event)) proven++;
        return proven;
    }

    private static boolean isProven(JsonNode event) {
        return event.path("source").asString().equals("EVIDENCE")
                && event.path("signatureVerified").asBoolean(false)
                && event.path("logProofVerified").asBoolean(false);
    }

    private static String words(String event) {
        return switch (event) {
            case "SubmissionAcceptance" -> "accepted by the hub";
            case "SubmissionRejection" -> "REFUSED BY THE HUB";
            case "ContentHandover" -> "handed over";
            case "ContentHandoverFailure" -> "NOT HANDED OVER";
            case "ContentAccessTracking" -> "opened by a person";
            default -> event;
        };
    }

    private static Bytes resource(String name) {
        try (InputStream in = Performance.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) throw new DemoFailed("The sample file demo/" + name + " is missing from the program.");
            return Bytes.owned(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
