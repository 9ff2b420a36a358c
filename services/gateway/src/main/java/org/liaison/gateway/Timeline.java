package org.liaison.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.liaison.auditlog.check.LogExaminer;
import org.liaison.auditlog.check.Proof;
import org.liaison.message.AuthorityCode;
import org.liaison.message.ErdsEvent;
import org.liaison.message.StrictJson;
import org.liaison.routes.gateway.Passage;
import org.liaison.seal.Finding;
import org.liaison.seal.SealExaminer;
import org.liaison.seal.Strength;
import tools.jackson.databind.JsonNode;

/// What happened to a message, by its evidence. Signatures and proofs are checked each time somebody looks.
final class Timeline {

    private final EvidenceFile evidence;
    private final SealExaminer seals;
    private final LogExaminer log;

    Timeline(EvidenceFile evidence, SealExaminer seals, LogExaminer log) {
        this.evidence = evidence;
        this.seals = seals;
        this.log = log;
    }

    Views.MessageTrace of(Shelf.Copy copy, Instant now) {
        List<Views.TraceEvent> events = new ArrayList<>();
        if (copy.outgoing())
            events.add(step(copy.storedAt(), "Composed", "Checked, sealed and put into the outbox.", Optional.empty()));
        evidence.of(copy).forEach(item -> events.add(event(item, now)));
        for (Shelf.Step passage : copy.passages())
            if (copy.outgoing() && passage.state() == Passage.NOT_HANDED_OVER_IN_TIME)
                events.add(step(
                        passage.since(),
                        "Overdue",
                        "Not confirmed in time by " + passage.recipient() + ". "
                                + passage.details().orElse(""),
                        Optional.of(passage.recipient())));
        events.sort(Comparator.comparing(Views.TraceEvent::at));
        return new Views.MessageTrace(
                copy.id().toString(),
                copy.caseId().toString(),
                copy.owner().toString(),
                copy.kind(),
                Telling.direction(copy),
                copy.from().toString(),
                copy.to().stream().map(AuthorityCode::toString).toList(),
                copy.state().name(),
                events);
    }

    private Views.TraceEvent event(EvidenceFile.Item item, Instant now) {
        boolean genuine = seals.examine(item.signed(), Strength.ECDSA, now) instanceof Finding.Genuine;
        Optional<Boolean> recorded = item.receipt().map(receipt -> log.examine(receipt) instanceof Proof.Recorded);
        return new Views.TraceEvent(
                item.eventTime(),
                item.event().code(),
                sentence(item.event(), item.recipient().orElse(item.issuer())),
                "EVIDENCE",
                Optional.of(item.id()),
                Optional.of(item.issuer()),
                item.recipient(),
                reasons(item.reasons()),
                Optional.of(genuine),
                item.logIndex(),
                recorded,
                Optional.of(item.storedAt()));
    }

    private static Views.TraceEvent step(Instant at, String event, String sentence, Optional<AuthorityCode> recipient) {
        return new Views.TraceEvent(
                at,
                event,
                sentence,
                "GATEWAY",
                Optional.empty(),
                Optional.empty(),
                recipient.map(AuthorityCode::toString),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<Views.ReasonView> reasons(String json) {
        List<Views.ReasonView> reasons = new ArrayList<>();
        for (JsonNode one : StrictJson.MAPPER.readTree(json))
            reasons.add(Telling.reason(
                    one.path("reason").stringValue(""), one.path("details").stringValue("")));
        return reasons;
    }

    private static String sentence(ErdsEvent event, String who) {
        return switch (event) {
            case SUBMISSION_ACCEPTANCE -> "The hub accepted the message and recorded it.";
            case SUBMISSION_REJECTION -> "The hub refused the message.";
            case CONTENT_HANDOVER -> who + " has the message, could read it and signed for it.";
            case CONTENT_HANDOVER_FAILURE -> who + " could not take the message.";
            case CONTENT_ACCESS_TRACKING -> "A person at " + who + " opened the message.";
            default -> event.code();
        };
    }
}
