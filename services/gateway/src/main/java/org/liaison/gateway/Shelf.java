package org.liaison.gateway;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.liaison.desk.Cases;
import org.liaison.gateway.Vault.CaseKey;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.Digest;
import org.liaison.message.MessageId;
import org.liaison.message.Suite;
import org.liaison.routes.gateway.Passage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The copies as officers ask for them. Reads only, and only for the authorities that are asked for.
final class Shelf {

    private static final String COLUMNS = "m.message_id, m.authority, m.direction, m.case_id, m.kind, m.sender,"
            + " m.recipients, m.priority, m.due, m.handling, m.suite, m.created, m.expires, m.content_digest, m.slip,"
            + " m.key_id, m.attachments, m.stored_at, m.opened_at";

    private static final int SEARCHED_AT_ONCE = 100;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final CaseKeys keys;

    Shelf(Records records) {
        this.database = records.database();
        this.transaction = records.transaction();
        this.keys = records.keys();
    }

    /// One copy, without its content. `passages` are in the order of `to`.
    record Copy(
            MessageId id,
            AuthorityCode owner,
            boolean outgoing,
            CaseId caseId,
            String kind,
            AuthorityCode from,
            List<AuthorityCode> to,
            String priority,
            Optional<Instant> due,
            List<String> handling,
            Suite suite,
            Instant created,
            Instant expires,
            Digest contentDigest,
            Bytes slip,
            UUID keyId,
            int attachments,
            Instant storedAt,
            Optional<Instant> openedAt,
            List<Step> passages) {

        Passage state() {
            return Passage.overall(passages.stream().map(Step::state).toList());
        }
    }

    record Step(
            AuthorityCode recipient, Passage state, Instant since, Optional<String> reason, Optional<String> details) {}

    /// The content of a copy, opened. `letter` is absent where it could not be read when it arrived.
    record Content(Optional<Bytes> form, Optional<Bytes> letter, Bytes sealed, List<File> files) {}

    record File(int n, String name, String mediaType, long size, Digest digest) {}

    List<Copy> find(MessageId id, Collection<AuthorityCode> owners) {
        return withPassages(database.sql("select " + COLUMNS + " from messages m where m.message_id = ?"
                        + " and m.authority = any(?) order by m.authority")
                .params(id.value(), Rows.texts(owners))
                .query(Shelf::copy)
                .list());
    }

    /// These copies, in the order in which they are named.
    List<Copy> find(List<Searched> wanted) {
        List<Copy> found = database.sql("select " + COLUMNS + " from messages m where (m.message_id, m.authority) in"
                        + " (select * from unnest(:ids::uuid[], :owners::text[]))")
                .param("ids", wanted.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .param("owners", Rows.texts(wanted.stream().map(Searched::owner).toList()))
                .query(Shelf::copy)
                .list();
        Map<String, Copy> byPlace = new HashMap<>();
        withPassages(found).forEach(copy -> byPlace.put(copy.id() + copy.owner().toString(), copy));
        return wanted.stream()
                .flatMap(one ->
                        Stream.ofNullable(byPlace.get(one.id() + one.owner().toString())))
                .toList();
    }

    enum Box {
        RECEIVED("m.direction = 'IN'"),
        UNREAD("m.direction = 'IN' and m.opened_at is null"),
        URGENT("m.direction = 'IN' and m.priority = 'URGENT'"),
        SENT("m.direction = 'OUT'");

        private final String condition;

        Box(String condition) {
            this.condition = condition;
        }
    }

    /// Newest first; `before` is the last of the page before.
    List<Copy> box(Box box, Collection<AuthorityCode> owners, Optional<MessageId> before, int limit) {
        return withPassages(database.sql("select " + COLUMNS + " from messages m where " + box.condition
                        + " and m.authority = any(:owners)"
                        + " and (:before::uuid is null or m.message_id < :before::uuid)"
                        + " order by m.message_id desc, m.authority limit :limit")
                .param("owners", Rows.texts(owners))
                .param("before", before.map(id -> id.value().toString()).orElse(null))
                .param("limit", limit)
                .query(Shelf::copy)
                .list());
    }

    List<Copy> ofCase(CaseId id, AuthorityCode owner) {
        return withPassages(database.sql("select " + COLUMNS + " from messages m where m.case_id = ?"
                        + " and m.authority = ? order by m.created, m.message_id")
                .params(id.toString(), owner.toString())
                .query(Shelf::copy)
                .list());
    }

    record CaseRow(
            CaseId id,
            AuthorityCode owner,
            Instant openedAt,
            Instant updatedAt,
            int messages,
            int unread,
            boolean erased) {}

    /// The latest touched first.
    List<CaseRow> cases(Collection<AuthorityCode> owners, Optional<CaseId> only, int limit) {
        return cases(owners, only, Optional.empty(), limit);
    }

    /// As [#cases], from behind `after`.
    List<CaseRow> cases(
            Collection<AuthorityCode> owners, Optional<CaseId> only, Optional<Cases.Mark> after, int limit) {
        return database.sql("select m.case_id, m.authority, min(m.created) as opened, max(m.stored_at) as updated,"
                        + " count(*) as messages, bool_and(k.id is null) as erased,"
                        + " count(*) filter (where m.direction = 'IN' and m.opened_at is null) as unread"
                        + " from messages m left join case_keys k on k.id = m.key_id"
                        + " where m.authority = any(:owners) and (:only::text is null or m.case_id = :only)"
                        + " group by m.case_id, m.authority"
                        + " having :touched::timestamptz is null"
                        + " or (max(m.stored_at), m.case_id, m.authority) < (:touched, :case, :owner)"
                        + " order by max(m.stored_at) desc, m.case_id desc, m.authority desc limit :limit")
                .param("owners", Rows.texts(owners))
                .param("only", only.map(CaseId::toString).orElse(null))
                .param("touched", after.map(mark -> Rows.time(mark.touched())).orElse(null))
                .param("case", after.map(mark -> mark.id().toString()).orElse(null))
                .param("owner", after.map(mark -> mark.owner().toString()).orElse(null))
                .param("limit", limit)
                .query((row, n) -> new CaseRow(
                        new CaseId(row.getString("case_id")),
                        AuthorityCode.parse(row.getString("authority")),
                        Rows.instant(row, "opened"),
                        Rows.instant(row, "updated"),
                        row.getInt("messages"),
                        row.getInt("unread"),
                        row.getBoolean("erased")))
                .list();
    }

    /// What of one copy can be searched, opened. `names` are those of its files.
    record Searched(MessageId id, AuthorityCode owner, CaseId caseId, String form, List<String> names) {}

    /// The newest first, one by one, as long as `more` says so. Erased cases are not among them. In a transaction, for
    /// without one the driver fetches all of them at once.
    void search(Collection<AuthorityCode> owners, int atMost, Predicate<Searched> more) {
        transaction.executeWithoutResult(_ -> database.sql(
                        "select m.message_id, m.authority, m.case_id, m.form, k.id as key_id, k.wrapped,"
                                + " array(select a.name from attachments a where a.message_id = m.message_id"
                                + " and a.authority = m.authority order by a.n) as names"
                                + " from messages m join case_keys k on k.id = m.key_id where m.authority = any(:owners)"
                                // What nobody opened is closed to a search, too: finding something would be reading it.
                                + " and (m.direction = 'OUT' or m.opened_at is not null)"
                                + " order by m.message_id desc, m.authority limit :limit")
                .param("owners", Rows.texts(owners))
                .param("limit", atMost)
                .withFetchSize(SEARCHED_AT_ONCE)
                .query((ResultSet rows) -> {
                    while (rows.next() && more.test(searched(rows))) {}
                    return true;
                }));
    }

    private Searched searched(ResultSet row) throws SQLException {
        UUID keyId = row.getObject("key_id", UUID.class);
        CaseKey key = keys.unwrap(keyId, Rows.bytes(row, "wrapped"));
        MessageId id = new MessageId(row.getObject("message_id", UUID.class));
        AuthorityCode owner = AuthorityCode.parse(row.getString("authority"));
        Copies.Place place = new Copies.Place(id, owner);
        List<String> names = new ArrayList<>();
        for (byte[] name : (byte[][]) row.getArray("names").getArray())
            names.add(key.open(Bytes.owned(name), place.of("attachment/" + (names.size() + 1)))
                    .utf8());
        return new Searched(
                id,
                owner,
                new CaseId(row.getString("case_id")),
                Rows.optionalBytes(row, "form")
                        .map(form -> key.open(form, place.of("form")).utf8())
                        .orElse(""),
                names);
    }

    /// Absent when the case was erased.
    Optional<Content> content(Copy copy) {
        return keys.find(copy.keyId()).map(key -> content(copy, key));
    }

    private Content content(Copy copy, CaseKey key) {
        Copies.Place place = new Copies.Place(copy.id(), copy.owner());
        List<File> files = database.sql("select n, name, media_type, size, digest from attachments"
                        + " where message_id = ? and authority = ? order by n")
                .params(copy.id().value(), copy.owner().toString())
                .query((row, n) -> new File(
                        row.getInt("n"),
                        key.open(Rows.bytes(row, "name"), place.of("attachment/" + row.getInt("n")))
                                .utf8(),
                        row.getString("media_type"),
                        row.getLong("size"),
                        new Digest(Rows.bytes(row, "digest"))))
                .list();
        return database.sql("select form, letter, sealed from messages where message_id = ? and authority = ?")
                .params(copy.id().value(), copy.owner().toString())
                .query((row, n) -> new Content(
                        Rows.optionalBytes(row, "form").map(form -> key.open(form, place.of("form"))),
                        Rows.optionalBytes(row, "letter").map(letter -> key.open(letter, place.of("letter"))),
                        key.open(Rows.bytes(row, "sealed"), place.of("sealed")),
                        files))
                .single();
    }

    private List<Copy> withPassages(List<Copy> copies) {
        if (copies.isEmpty()) return copies;
        Map<String, List<Step>> steps = new LinkedHashMap<>();
        Set<UUID> ids = new java.util.HashSet<>();
        copies.forEach(copy -> ids.add(copy.id().value()));
        database.sql("select message_id, authority, recipient, state, since, reason, details from passages"
                        + " where message_id = any(?)")
                .param(ids.toArray(UUID[]::new))
                .query((row, n) -> steps.computeIfAbsent(
                                row.getString("message_id") + row.getString("authority"), _ -> new ArrayList<>())
                        .add(new Step(
                                AuthorityCode.parse(row.getString("recipient")),
                                Passage.valueOf(row.getString("state")),
                                Rows.instant(row, "since"),
                                Optional.ofNullable(row.getString("reason")),
                                Optional.ofNullable(row.getString("details")))))
                .list();
        return copies.stream()
                .map(copy ->
                        with(copy, steps.getOrDefault(copy.id() + copy.owner().toString(), List.of())))
                .toList();
    }

    private static Copy with(Copy copy, List<Step> steps) {
        List<Step> ordered = steps.stream()
                .sorted(java.util.Comparator.comparingInt(step -> copy.to().indexOf(step.recipient())))
                .toList();
        return new Copy(
                copy.id,
                copy.owner,
                copy.outgoing,
                copy.caseId,
                copy.kind,
                copy.from,
                copy.to,
                copy.priority,
                copy.due,
                copy.handling,
                copy.suite,
                copy.created,
                copy.expires,
                copy.contentDigest,
                copy.slip,
                copy.keyId,
                copy.attachments,
                copy.storedAt,
                copy.openedAt,
                ordered);
    }

    private static Copy copy(ResultSet row, int n) throws SQLException {
        return new Copy(
                new MessageId(row.getObject("message_id", UUID.class)),
                AuthorityCode.parse(row.getString("authority")),
                row.getString("direction").equals("OUT"),
                new CaseId(row.getString("case_id")),
                row.getString("kind"),
                AuthorityCode.parse(row.getString("sender")),
                Rows.authorities(row.getArray("recipients")),
                row.getString("priority"),
                Rows.optionalInstant(row, "due"),
                Rows.texts(row.getArray("handling")),
                Suite.ofCode(row.getString("suite")),
                Rows.instant(row, "created"),
                Rows.instant(row, "expires"),
                new Digest(Rows.bytes(row, "content_digest")),
                Rows.bytes(row, "slip"),
                row.getObject("key_id", UUID.class),
                row.getInt("attachments"),
                Rows.instant(row, "stored_at"),
                Rows.optionalInstant(row, "opened_at"),
                List.of());
    }
}
