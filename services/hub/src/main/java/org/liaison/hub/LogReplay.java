package org.liaison.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.liaison.auditlog.book.Book;
import org.liaison.console.port.Corridor;
import org.liaison.hub.Movement.Leg;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Entry;
import org.liaison.message.ErdsEvent;
import org.liaison.message.Evidence;
import org.liaison.message.GatewayCode;
import org.liaison.message.MessageId;
import org.liaison.message.Reading;
import org.liaison.message.Slip;
import org.liaison.message.Wire;
import org.liaison.routes.hub.Sighting;

/// Reads the log again after a start: what waits, and the minutes that were not written away. Portions in
/// the order of the log, by its index, so that the longest log costs what the asked part of it costs.
final class LogReplay {

    private static final int AT_ONCE = 500;
    private static final GatewayCode UNNAMED = new GatewayCode("replayed");
    private static final String PORTION =
            "select index, entry from log_entry where index >= ? and index < ? and event in"
                    + " ('SUBMISSION_ACCEPTANCE', 'SUBMISSION_REJECTION', 'RECIPIENT_EVIDENCE') order by index";

    private final DataSource database;
    private final Book book;

    LogReplay(DataSource database, Book book) {
        this.database = database;
        this.book = book;
    }

    private record Line(long index, Entry entry) {}

    /// Follows everything recorded from `from` on, up to the index `end`; what was recorded from
    /// `countFrom` on is also counted. Breaks off when `stopped`.
    void read(
            Instant from,
            long end,
            Instant countFrom,
            UnderWay underWay,
            Consumer<Movement> counted,
            BooleanSupplier stopped)
            throws SQLException {
        for (long next = firstSince(from, end); next < end && !stopped.getAsBoolean(); next += AT_ONCE)
            digest(portion(next, Math.min(end, next + AT_ONCE)), countFrom, underWay, counted);
    }

    private void digest(List<Line> lines, Instant countFrom, UnderWay underWay, Consumer<Movement> counted) {
        Set<MessageId> asked = new HashSet<>();
        for (Line line : lines)
            if (isEvidence(line) && !line.entry().recordedAt().isBefore(countFrom))
                line.entry().messageId().ifPresent(asked::add);
        Map<MessageId, Wire.Receipt> answers = book.submissions(asked);
        for (Line line : lines) {
            Instant at = line.entry().recordedAt();
            if (at.isBefore(countFrom) && isEvidence(line)) {
                LoggedEntries.evidence(line.entry()).ifPresent(evidence -> settle(evidence, underWay));
                continue;
            }
            for (Movement movement : movements(line, answers)) {
                underWay.follow(movement);
                if (!at.isBefore(countFrom)) counted.accept(movement);
            }
        }
    }

    private static boolean isEvidence(Line line) {
        return line.entry().event() == Entry.Event.RECIPIENT_EVIDENCE;
    }

    private static void settle(Evidence evidence, UnderWay underWay) {
        if (evidence.event() != ErdsEvent.CONTENT_HANDOVER && evidence.event() != ErdsEvent.CONTENT_HANDOVER_FAILURE)
            return;
        AuthorityCode by = AuthorityCode.parse(evidence.issuer());
        underWay.settle(new Corridor(evidence.sender().country(), by.country()), new Leg(evidence.messageId(), by));
    }

    private static List<Movement> movements(Line line, Map<MessageId, Wire.Receipt> answers) {
        Entry entry = line.entry();
        Optional<Slip> slip = LoggedEntries.slip(entry);
        return switch (entry.event()) {
            case SUBMISSION_ACCEPTANCE ->
                slip.map(known -> Movement.of(new Sighting.Accepted(line.index(), entry.recordedAt(), UNNAMED, known)))
                        .orElse(List.of());
            case SUBMISSION_REJECTION ->
                LoggedEntries.evidence(entry)
                        .flatMap(evidence -> evidence.reasons().stream().findFirst())
                        .map(why -> Movement.of(
                                new Sighting.Refused(line.index(), entry.recordedAt(), UNNAMED, slip, why.reason())))
                        .orElse(List.of());
            case RECIPIENT_EVIDENCE -> reported(line, answers);
            default -> List.of();
        };
    }

    private static List<Movement> reported(Line line, Map<MessageId, Wire.Receipt> answers) {
        Optional<Evidence> evidence = LoggedEntries.evidence(line.entry());
        Optional<Entry> about = line.entry()
                .messageId()
                .map(answers::get)
                .flatMap(receipt -> Entry.read(receipt.entry()) instanceof Reading.Clear<Entry>(Entry entry)
                        ? Optional.of(entry)
                        : Optional.empty());
        Optional<Slip> slip = about.flatMap(LoggedEntries::slip);
        if (evidence.isEmpty() || slip.isEmpty()) return List.of();
        return Movement.of(new Sighting.Reported(
                line.index(),
                line.entry().recordedAt(),
                UNNAMED,
                evidence.get(),
                slip.get(),
                about.get().recordedAt()));
    }

    private List<Line> portion(long from, long to) throws SQLException {
        List<Line> lines = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement question = connection.prepareStatement(PORTION)) {
            question.setLong(1, from);
            question.setLong(2, to);
            try (ResultSet rows = question.executeQuery()) {
                while (rows.next())
                    if (Entry.read(Bytes.owned(rows.getBytes(2))) instanceof Reading.Clear<Entry>(Entry entry))
                        lines.add(new Line(rows.getLong(1), entry));
            }
        }
        return lines;
    }

    /// The index of the first entry recorded at or after `from`: indexes and times grow together.
    private long firstSince(Instant from, long end) throws SQLException {
        long low = 0;
        long high = end;
        try (Connection connection = database.getConnection();
                PreparedStatement question =
                        connection.prepareStatement("select recorded_at from log_entry where index = ?")) {
            while (low < high) {
                long middle = (low + high) >>> 1;
                question.setLong(1, middle);
                try (ResultSet row = question.executeQuery()) {
                    if (!row.next()) throw new SQLException("the log lacks its entry " + middle);
                    if (row.getTimestamp(1).toInstant().isBefore(from)) low = middle + 1;
                    else high = middle;
                }
            }
        }
        return low;
    }
}
