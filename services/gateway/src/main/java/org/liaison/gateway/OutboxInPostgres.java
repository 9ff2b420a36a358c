package org.liaison.gateway;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.liaison.casework.course.CaseView;
import org.liaison.casework.course.Fact;
import org.liaison.casework.course.Step;
import org.liaison.gateway.Copies.NewCopy;
import org.liaison.gateway.Passages.Move;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.MessageId;
import org.liaison.message.Priority;
import org.liaison.message.Reason;
import org.liaison.message.Slip;
import org.liaison.message.Wire;
import org.liaison.routes.gateway.Closed;
import org.liaison.routes.gateway.Outbox;
import org.liaison.routes.gateway.Parcel;
import org.liaison.routes.gateway.Passage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The outbox as rows that one sender at a time leases. A row is found by its state, never by counting
/// upwards, so one that commits late is not overlooked.
final class OutboxInPostgres implements Outbox {

    /// How much sealed content is held in memory at once.
    private static final long MOST_BYTES = 6L * 1024 * 1024;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Copies copies;
    private final CasebookInPostgres cases;
    private final Passages passages;
    private final CaseKeys keys;
    private final Patience patience;

    /// How long to wait for evidence: `again` until a message is sent anew, doubling up to `longest`; `limit` and
    /// `urgentLimit` until its officer is told.
    record Patience(Duration again, Duration longest, Duration limit, Duration urgentLimit) {}

    OutboxInPostgres(Records records, Patience patience) {
        this.database = records.database();
        this.transaction = records.transaction();
        this.copies = records.copies();
        this.cases = records.cases();
        this.passages = new Passages(records.database());
        this.keys = records.keys();
        this.patience = patience;
    }

    @Override
    public Storing store(Closed closed, Instant now) {
        return transaction.execute(_ -> {
            Slip slip = closed.slip();
            CaseView view = cases.locked(slip.caseId(), slip.from(), now);
            Fact fact = Fact.of(slip, closed.meaning());
            if (view.next(fact) instanceof Step.NotAllowed) return new Storing.CaseHasMoved();
            NewCopy copy = new NewCopy(
                    slip.from(),
                    slip,
                    closed.signedSlip(),
                    closed.sealed(),
                    Optional.of(closed.letter()),
                    Optional.of(closed.signedLetter()),
                    Optional.of(closed.meaning()));
            copies.insert(List.of(copy), slip.from(), now);
            passages.insert(
                    slip.to().stream()
                            .map(to -> Move.begins(copy.place(), to, Passage.QUEUED))
                            .toList(),
                    now);
            insertEnvelope(slip, now);
            return new Storing.Stored();
        });
    }

    private void insertEnvelope(Slip slip, Instant now) {
        boolean urgent = slip.priority() == Priority.URGENT;
        Instant limit = now.plus(urgent ? patience.urgentLimit() : patience.limit());
        database.sql("insert into outbox (id, message_id, authority, size, urgent, next_at, leased_until, limit_at,"
                        + " give_up_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        slip.id().value(),
                        slip.id().value(),
                        slip.from().toString(),
                        slip.contentLength(),
                        urgent,
                        Rows.time(now),
                        Rows.time(now),
                        Rows.time(limit.isBefore(slip.expires()) ? limit : slip.expires()),
                        Rows.time(slip.expires()))
                .update();
    }

    @Override
    public List<Parcel> claim(int atMost, Instant now, Duration lease) {
        return transaction.execute(_ -> {
            List<UUID> leased = lease(atMost, now, lease);
            return leased.isEmpty() ? List.of() : load(leased);
        });
    }

    /// Leases what is due, then gives back what would not fit into memory.
    private List<UUID> lease(int atMost, Instant now, Duration lease) {
        record Due(UUID id, long size) {}
        List<Due> due = database.sql("select id, size from outbox"
                        + " where next_at <= :now and leased_until <= :now and give_up_at > :now"
                        + " order by urgent desc, next_at limit :most for update skip locked")
                .param("now", Rows.time(now))
                .param("most", atMost)
                .query((row, n) -> new Due(row.getObject("id", UUID.class), row.getLong("size")))
                .list();
        List<UUID> leased = new ArrayList<>();
        long bytes = 0;
        for (Due one : due) {
            bytes += one.size();
            if (!leased.isEmpty() && bytes > MOST_BYTES) break;
            leased.add(one.id());
        }
        if (!leased.isEmpty())
            database.sql("update outbox set leased_until = ? where id = any(?)")
                    .params(Rows.time(now.plus(lease)), leased.toArray(UUID[]::new))
                    .update();
        return leased;
    }

    private List<Parcel> load(List<UUID> ids) {
        List<Parcel> parcels = new ArrayList<>();
        List<UUID> erased = new ArrayList<>();
        database.sql(
                        "select o.id, o.message_id, o.authority, o.statement, o.urgent, o.round, m.slip, m.sealed, k.id as key_id,"
                                + " k.wrapped from outbox o left join messages m on o.statement is null"
                                + " and m.message_id = o.message_id and m.authority = o.authority"
                                + " left join case_keys k on k.id = m.key_id where o.id = any(?)")
                .param(ids.toArray(UUID[]::new))
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    wire(id, row).ifPresentOrElse(wire -> parcels.add(parcel(id, row, wire)), () -> erased.add(id));
                    return n;
                })
                .list();
        if (!erased.isEmpty())
            database.sql("delete from outbox where id = any(?)")
                    .param(erased.toArray(UUID[]::new))
                    .update();
        parcels.sort(Comparator.comparing(Parcel::urgent).reversed());
        return parcels;
    }

    private static Parcel parcel(UUID id, ResultSet row, Wire wire) {
        try {
            MessageId about = new MessageId(row.getObject("message_id", UUID.class));
            return new Parcel(id, about, row.getBoolean("urgent"), row.getInt("round"), wire);
        } catch (SQLException e) {
            throw new IllegalStateException("a column that was selected is there", e);
        }
    }

    /// Absent when the case was erased before the message could go.
    private Optional<Wire> wire(UUID id, ResultSet row) throws SQLException {
        Optional<Bytes> statement = Rows.optionalBytes(row, "statement");
        if (statement.isPresent()) return Optional.of(new Wire.Statement(statement.get()));
        UUID keyId = row.getObject("key_id", UUID.class);
        if (keyId == null) return Optional.empty();
        Copies.Place place = new Copies.Place(new MessageId(id), AuthorityCode.parse(row.getString("authority")));
        Bytes sealed =
                keys.unwrap(keyId, Rows.bytes(row, "wrapped")).open(Rows.bytes(row, "sealed"), place.of("sealed"));
        return Optional.of(new Wire.Envelope(Rows.bytes(row, "slip"), sealed));
    }

    @Override
    public void carried(List<Parcel> parcels, Instant now) {
        if (parcels.isEmpty()) return;
        transaction.executeWithoutResult(_ -> {
            UUID[] ids = parcels.stream().map(Parcel::id).toArray(UUID[]::new);
            database.sql("delete from outbox where id = any(?) and statement is not null")
                    .param(ids)
                    .update();
            database.sql("update outbox set round = round + 1, leased_until = :now,"
                            + " next_at = cast(:now as timestamptz) + interval '1 second'"
                            + " * least(cast(:longest as float8), cast(:again as float8) * power(2, least(round, 20)))"
                            + " where id = any(:ids)")
                    .param("now", Rows.time(now))
                    .param("again", patience.again().toMillis() / 1000.0)
                    .param("longest", patience.longest().toMillis() / 1000.0)
                    .param("ids", ids)
                    .update();
        });
    }

    @Override
    public void returned(List<Parcel> parcels) {
        if (parcels.isEmpty()) return;
        database.sql("update outbox set leased_until = next_at where id = any(?)")
                .param(parcels.stream().map(Parcel::id).toArray(UUID[]::new))
                .update();
    }

    @Override
    public List<Overdue> passLimits(Instant now, Function<AuthorityCode, String> whomToCall) {
        return transaction.execute(_ -> {
            List<Overdue> overdue = database.sql("with passed as (update outbox set overdue = true"
                            + " where statement is null and not overdue and limit_at <= ?"
                            + " returning message_id, authority)"
                            + " select p.message_id, p.authority, p.recipient from passages p join passed"
                            + " using (message_id, authority) where p.state in ('QUEUED', 'ACCEPTED_BY_HUB')")
                    .param(Rows.time(now))
                    .query((row, n) -> new Overdue(
                            new MessageId(row.getObject("message_id", UUID.class)),
                            AuthorityCode.parse(row.getString("authority")),
                            AuthorityCode.parse(row.getString("recipient"))))
                    .list();
            for (Overdue one : overdue)
                database.sql("update passages set state = ?, since = ?, reason = ?, details = ?"
                                + " where message_id = ? and authority = ? and recipient = ?")
                        .params(
                                Passage.NOT_HANDED_OVER_IN_TIME.name(),
                                Rows.time(now),
                                Reason.NOT_HANDED_OVER_IN_TIME.name(),
                                whomToCall.apply(one.recipient()),
                                one.id().value(),
                                one.from().toString(),
                                one.recipient().toString())
                        .update();
            database.sql("delete from outbox where overdue and give_up_at <= ?")
                    .param(Rows.time(now))
                    .update();
            return overdue;
        });
    }

    @Override
    public void refused(AuthorityCode from, String kind, Reason reason, int problems, Instant now) {
        database.sql("insert into refusals (id, refused_at, authority, kind, reason, problems)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), Rows.time(now), from.toString(), kind, reason.name(), problems)
                .update();
    }
}
