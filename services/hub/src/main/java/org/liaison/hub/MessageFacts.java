package org.liaison.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Entry;
import org.liaison.message.ErdsEvent;
import org.liaison.message.Evidence;
import org.liaison.message.MessageId;
import org.liaison.message.Reading;
import org.liaison.message.Slip;
import org.liaison.seal.Unproven;
import org.liaison.statistics.CodedFact;
import org.liaison.statistics.HubCoding;
import org.liaison.statistics.Variable;

/// What the log tells about messages, as coded facts: one for each message and recipient. Slips and evidence are all
/// the
/// hub ever sees, so there is nothing else to count.
final class MessageFacts {

    private static final int AT_ONCE = 500;
    private static final String ENTRIES =
            "select entry from log_entry where event in ('SUBMISSION_ACCEPTANCE', 'SUBMISSION_REJECTION',"
                    + " 'RECIPIENT_EVIDENCE') and recorded_at >= ? and recorded_at < ? order by index";

    private final DataSource database;

    MessageFacts(DataSource database) {
        this.database = database;
    }

    /// The messages submitted from the first of these months to the last, and what became of them until now.
    List<CodedFact> of(YearMonth from, YearMonth to) {
        Instant begin = from.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant end = to.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Map<Leg, Told> told = new LinkedHashMap<>();
        read(begin, Instant.parse("9999-01-01T00:00:00Z"), entry -> tell(entry, end, told));
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
                evidence(entry)
                        .ifPresent(evidence -> begin(
                                entry, evidence.reasons().getFirst().reason().name(), end, told));
            case RECIPIENT_EVIDENCE ->
                evidence(entry)
                        .filter(evidence -> evidence.event() == ErdsEvent.CONTENT_HANDOVER)
                        .ifPresent(evidence -> handOver(entry, evidence, told));
            default -> {}
        }
    }

    private static void begin(Entry entry, String answer, Instant end, Map<Leg, Told> told) {
        if (!entry.recordedAt().isBefore(end)) return;
        Optional<Slip> slip = entry.slip().flatMap(Unproven::content).flatMap(MessageFacts::slip);
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

    private static Optional<Slip> slip(Bytes json) {
        return Slip.read(json) instanceof Reading.Clear<Slip>(Slip slip) ? Optional.of(slip) : Optional.empty();
    }

    private static Optional<Evidence> evidence(Entry entry) {
        return entry.evidence()
                .flatMap(Unproven::content)
                .flatMap(json -> Evidence.read(json) instanceof Reading.Clear<Evidence>(Evidence evidence)
                        ? Optional.of(evidence)
                        : Optional.empty());
    }

    private interface Reader {
        void read(Entry entry);
    }

    /// In portions, for a log may be long.
    private void read(Instant from, Instant until, Reader reader) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement question = connection.prepareStatement(ENTRIES)) {
                question.setFetchSize(AT_ONCE);
                question.setTimestamp(1, Timestamp.from(from));
                question.setTimestamp(2, Timestamp.from(until));
                try (ResultSet rows = question.executeQuery()) {
                    while (rows.next())
                        if (Entry.read(Bytes.owned(rows.getBytes(1))) instanceof Reading.Clear<Entry>(Entry entry))
                            reader.read(entry);
                }
            }
            connection.rollback();
        } catch (SQLException e) {
            throw new CountsUnreadable("The log cannot be read for counting.", e);
        }
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
