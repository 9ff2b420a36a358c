package org.liaison.hub;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Entry;
import org.liaison.message.ErdsEvent;
import org.liaison.message.Evidence;
import org.liaison.message.MessageId;
import org.liaison.message.Slip;
import org.liaison.statistics.CodedFact;
import org.liaison.statistics.HubCoding;
import org.liaison.statistics.Variable;

/// What the log tells about messages, as coded facts: one for each message and recipient. Slips and evidence are all
/// the hub ever sees, so there is nothing else to count.
final class MessageFacts {

    private static final Set<Entry.Event> COUNTED = EnumSet.of(
            Entry.Event.SUBMISSION_ACCEPTANCE, Entry.Event.SUBMISSION_REJECTION, Entry.Event.RECIPIENT_EVIDENCE);

    private final LoggedEntries log;

    MessageFacts(LoggedEntries log) {
        this.log = log;
    }

    /// The messages submitted from the first of these months to the last, and what became of them until now.
    List<CodedFact> of(YearMonth from, YearMonth to) {
        Instant begin = from.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant end = to.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Map<Leg, Told> told = new LinkedHashMap<>();
        log.read(COUNTED, begin, entry -> tell(entry, end, told));
        List<CodedFact> facts = new ArrayList<>();
        told.forEach((leg, one) -> facts.add(one.fact(leg)));
        return facts;
    }

    /// A message on its way to one of its recipients.
    private record Leg(MessageId message, AuthorityCode to) {}

    private record Told(Slip slip, String answer, Instant at, Optional<Duration> handover) {
        CodedFact fact(Leg leg) {
            return HubCoding.fact(slip, leg.to(), answer, handover, YearMonth.from(at.atOffset(ZoneOffset.UTC)));
        }
    }

    private static void tell(Entry entry, Instant end, Map<Leg, Told> told) {
        switch (entry.event()) {
            case SUBMISSION_ACCEPTANCE -> begin(entry, HubCoding.ACCEPTED, end, told);
            case SUBMISSION_REJECTION ->
                LoggedEntries.evidence(entry)
                        .ifPresent(evidence -> begin(
                                entry, evidence.reasons().getFirst().reason().name(), end, told));
            case RECIPIENT_EVIDENCE ->
                LoggedEntries.evidence(entry)
                        .filter(evidence -> evidence.event() == ErdsEvent.CONTENT_HANDOVER)
                        .ifPresent(evidence -> handOver(entry, evidence, told));
            default -> {}
        }
    }

    private static void begin(Entry entry, String answer, Instant end, Map<Leg, Told> told) {
        if (!entry.recordedAt().isBefore(end)) return;
        Optional<Slip> slip = LoggedEntries.slip(entry);
        if (slip.isEmpty()) return;
        for (AuthorityCode to : slip.get().to())
            told.put(new Leg(slip.get().id(), to), new Told(slip.get(), answer, entry.recordedAt(), Optional.empty()));
    }

    private static void handOver(Entry entry, Evidence evidence, Map<Leg, Told> told) {
        AuthorityCode by = AuthorityCode.parse(evidence.issuer());
        told.computeIfPresent(
                new Leg(evidence.messageId(), by),
                (_, one) -> one.handover().isPresent()
                        ? one
                        : new Told(
                                one.slip(),
                                one.answer(),
                                one.at(),
                                Optional.of(Duration.between(one.at(), entry.recordedAt()))));
    }

    /// For the operator of this hub, and nobody else: how often each code occurs, unrounded.
    static Map<String, Object> counts(List<CodedFact> facts) {
        Map<String, Long> corridors = new HashMap<>();
        Map<Variable, Map<String, Long>> single = new EnumMap<>(Variable.class);
        for (CodedFact fact : facts) {
            corridors.merge(
                    fact.values().get(Variable.SENT_FROM) + "-" + fact.values().get(Variable.SENT_TO), 1L, Long::sum);
            fact.values()
                    .forEach((variable, code) -> single.computeIfAbsent(variable, _ -> new HashMap<>())
                            .merge(code, 1L, Long::sum));
        }
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("messages", facts.size());
        counts.put("corridors", corridors);
        single.forEach((variable, codes) -> counts.put(variable.title(), codes));
        return counts;
    }
}
