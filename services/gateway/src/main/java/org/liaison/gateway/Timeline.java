package org.liaison.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.liaison.auditlog.check.LogExaminer;
import org.liaison.auditlog.check.Proof;
import org.liaison.desk.Post.Exhibit;
import org.liaison.desk.Post.Happening;
import org.liaison.desk.Post.Step;
import org.liaison.desk.Post.Why;
import org.liaison.message.AuthorityCode;
import org.liaison.message.ErdsEvent;
import org.liaison.message.Reason;
import org.liaison.message.StrictJson;
import org.liaison.routes.gateway.Passage;
import org.liaison.seal.Finding;
import org.liaison.seal.SealExaminer;
import org.liaison.seal.Strength;
import tools.jackson.databind.JsonNode;

/// What happened to a message, by its evidence. Signatures and proofs are checked each time
/// somebody looks, as of the time in the log (or, for what the log does not prove here, when it
/// was stored): a certificate that is over or revoked since takes nothing back.
final class Timeline {

    private final EvidenceFile evidence;
    private final SealExaminer seals;
    private final LogExaminer log;
    private final Witnesses witnesses;

    Timeline(EvidenceFile evidence, SealExaminer seals, LogExaminer log, Witnesses witnesses) {
        this.evidence = evidence;
        this.seals = seals;
        this.log = log;
        this.witnesses = witnesses;
    }

    List<Happening> of(Shelf.Copy copy) {
        List<Happening> happenings = new ArrayList<>();
        if (copy.outgoing()) happenings.add(step(copy.storedAt(), Step.COMPOSED, Optional.empty()));
        evidence.of(copy).forEach(item -> happenings.add(event(item)));
        for (Shelf.Step passage : copy.passages())
            if (copy.outgoing() && passage.state() == Passage.NOT_HANDED_OVER_IN_TIME)
                happenings.add(step(passage.since(), Step.OVERDUE, Optional.of(passage.recipient())));
        happenings.sort(Comparator.comparing(Happening::at));
        return happenings;
    }

    Optional<Exhibit> exhibit(Shelf.Copy copy, String id) {
        return evidence.of(copy).stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .map(item -> new Exhibit(event(item), item.signed(), item.receiptJson()));
    }

    private Happening event(EvidenceFile.Item item) {
        Optional<Proof.Recorded> entry = item.recorded(log);
        Instant then = entry.map(found -> found.entry().recordedAt()).orElse(item.storedAt());
        boolean genuine = seals.examine(item.signed(), Strength.ECDSA, then) instanceof Finding.Genuine;
        Optional<Boolean> recorded = item.receiptJson().map(_ -> entry.isPresent());
        return new Happening(
                item.eventTime(),
                Optional.of(item.event()),
                Optional.empty(),
                Optional.of(item.id()),
                Optional.of(item.issuer()),
                item.recipient().map(AuthorityCode::parse),
                reasons(item.reasons()),
                Optional.of(genuine),
                item.logIndex(),
                recorded,
                item.receipt()
                        .filter(_ -> recorded.orElse(false))
                        .flatMap(witnesses::of)
                        .map(Witnesses.Vouching::states),
                Optional.of(item.storedAt()));
    }

    private static Happening step(Instant at, Step step, Optional<AuthorityCode> recipient) {
        return new Happening(
                at,
                Optional.empty(),
                Optional.of(step),
                Optional.empty(),
                Optional.empty(),
                recipient,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<Why> reasons(String json) {
        List<Why> reasons = new ArrayList<>();
        for (JsonNode one : StrictJson.MAPPER.readTree(json))
            reasons.add(new Why(
                    Reason.valueOf(one.path("reason").stringValue("")),
                    one.path("details").stringValue("")));
        return reasons;
    }

    /// The same in the words of the API.
    Views.MessageTrace trace(Shelf.Copy copy) {
        return new Views.MessageTrace(
                copy.id().toString(),
                copy.caseId().toString(),
                copy.owner().toString(),
                copy.kind(),
                Telling.direction(copy),
                copy.from().toString(),
                copy.to().stream().map(AuthorityCode::toString).toList(),
                copy.state().name(),
                of(copy).stream().map(one -> told(one, copy)).toList());
    }

    private static Views.TraceEvent told(Happening one, Shelf.Copy copy) {
        return new Views.TraceEvent(
                one.at(),
                one.event()
                        .map(ErdsEvent::code)
                        .orElseGet(() -> one.step().map(Timeline::name).orElseThrow()),
                one.event()
                        .map(event -> sentence(
                                event,
                                one.recipient()
                                        .map(AuthorityCode::toString)
                                        .orElse(one.issuer().orElse(""))))
                        .orElseGet(() -> sentence(one, copy)),
                one.event().isPresent() ? "EVIDENCE" : "GATEWAY",
                one.evidenceId(),
                one.issuer(),
                one.recipient().map(AuthorityCode::toString),
                one.reasons().stream()
                        .map(why -> Telling.reason(why.reason().name(), why.details()))
                        .toList(),
                one.genuine(),
                one.logIndex(),
                one.recorded(),
                one.witnessedBy(),
                one.receivedAt());
    }

    private static String name(Step step) {
        return switch (step) {
            case COMPOSED -> "Composed";
            case OVERDUE -> "Overdue";
        };
    }

    private static String sentence(Happening one, Shelf.Copy copy) {
        return switch (one.step().orElseThrow()) {
            case COMPOSED -> "Checked, sealed and put into the outbox.";
            case OVERDUE ->
                "Not confirmed in time by " + one.recipient().orElseThrow() + ". "
                        + copy.passages().stream()
                                .filter(passage -> passage.recipient()
                                        .equals(one.recipient().orElseThrow()))
                                .flatMap(passage -> passage.details().stream())
                                .findFirst()
                                .orElse("");
        };
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
