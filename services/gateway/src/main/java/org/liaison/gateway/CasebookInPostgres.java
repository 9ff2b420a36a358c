package org.liaison.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.liaison.casework.Restriction;
import org.liaison.casework.course.CaseView;
import org.liaison.casework.course.Courses;
import org.liaison.casework.course.Fact;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.Country;
import org.liaison.message.Digest;
import org.liaison.message.HandlingCode;
import org.liaison.message.MessageId;
import org.liaison.message.Priority;
import org.liaison.routes.gateway.Casebook;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The cases as their messages tell them. A message that the hub or its recipient refused tells
/// nothing, so a case goes back by itself to where it was.
final class CasebookInPostgres implements Casebook {

    private final JdbcClient database;
    private final CaseKeys keys;

    CasebookInPostgres(JdbcClient database, CaseKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public CaseView view(CaseId id, AuthorityCode owner, Instant now) {
        return CaseView.of(id, facts(List.of(id), owner).getOrDefault(id, List.of()), now);
    }

    /// As [#view], with the case locked until the transaction ends: nobody else moves it in the meantime.
    CaseView locked(CaseId id, AuthorityCode owner, Instant now) {
        return Objects.requireNonNull(locked(List.of(id), owner, now).get(id));
    }

    /// As [#locked] for several cases; they are locked in the same order by everyone.
    Map<CaseId, CaseView> locked(Collection<CaseId> ids, AuthorityCode owner, Instant now) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(one.name, 0))"
                        + " from unnest(cast(? as text[])) as one (name)")
                .param(ids.stream()
                        .map(id -> "case " + id + " " + owner)
                        .sorted()
                        .toArray(String[]::new))
                .query((row, n) -> 0)
                .list();
        return views(ids, owner, now);
    }

    /// As [#view] for several cases.
    Map<CaseId, CaseView> views(Collection<CaseId> ids, AuthorityCode owner, Instant now) {
        Map<CaseId, List<Fact>> facts = facts(ids, owner);
        Map<CaseId, CaseView> views = new HashMap<>();
        for (CaseId id : ids) views.put(id, CaseView.of(id, facts.getOrDefault(id, List.of()), now));
        return views;
    }

    @Override
    public Optional<Bytes> form(MessageId id, AuthorityCode owner) {
        record ClosedForm(UUID keyId, Bytes form) {}
        return database.sql("select key_id, form from messages where message_id = ? and authority = ?"
                        + " and form is not null")
                .params(id.value(), owner.toString())
                .query((row, n) -> new ClosedForm(row.getObject("key_id", UUID.class), Rows.bytes(row, "form")))
                .optional()
                .flatMap(closed -> keys.find(closed.keyId())
                        .map(key -> key.open(closed.form(), new Copies.Place(id, owner).of("form"))));
    }

    /// Bound is what came under handling codes, and what came as the result of a request (UNTOC 18(19)). Permissions
    /// are the events `..._USED_GRANTED`; each names in its marks to whom the giver allows it.
    @Override
    public Map<String, List<Restriction>> bound(Map<String, Digest> files, AuthorityCode owner) {
        Map<String, List<Restriction>> bound = new HashMap<>();
        files.forEach((name, digest) -> {
            List<Restriction> restrictions = restrictions(digest, owner);
            if (!restrictions.isEmpty()) bound.put(name, restrictions);
        });
        return bound;
    }

    private List<Restriction> restrictions(Digest digest, AuthorityCode owner) {
        return database.sql("select m.sender, m.case_id, m.handling, array(select distinct mark from messages p,"
                        + " unnest(p.marks) mark where p.case_id = m.case_id and p.authority = m.authority"
                        + " and p.sender = m.sender and p.event like '%\\_USED\\_GRANTED'"
                        + " and mark like 'passTo=%') as permitted"
                        + " from attachments a join messages m using (message_id, authority)"
                        + " where a.digest = ? and a.authority = ? and m.direction = 'IN'"
                        + " and (cardinality(m.handling) > 0 or m.kind like '%-RES')"
                        // What this authority gave away itself does not become another's by coming back.
                        + " and not exists (select 1 from attachments b join messages o using (message_id, authority)"
                        + " where b.digest = a.digest and b.authority = a.authority and o.direction = 'OUT'"
                        + " and o.stored_at < m.stored_at)")
                .params(digest.value().toArray(), owner.toString())
                .query((row, n) -> new Restriction(
                        AuthorityCode.parse(row.getString("sender")),
                        new CaseId(row.getString("case_id")),
                        Rows.texts(row.getArray("handling")).stream()
                                .map(HandlingCode::valueOf)
                                .collect(Collectors.toSet()),
                        Rows.texts(row.getArray("permitted")).stream()
                                .flatMap(mark -> Arrays.stream(
                                        mark.substring("passTo=".length()).split(",", -1)))
                                .map(AuthorityCode::parse)
                                .collect(Collectors.toSet())))
                .list();
    }

    @Override
    public CaseId number(Country country, String family, int year) {
        long sequence = database.sql("insert into case_numbers (country, family, year, last) values (?, ?, ?, 1)"
                        + " on conflict (country, family, year) do update set last = case_numbers.last + 1"
                        + " returning last")
                .params(country.code(), family, year)
                .query(Long.class)
                .single();
        return CaseId.of(country, family, year, sequence);
    }

    private Map<CaseId, List<Fact>> facts(Collection<CaseId> ids, AuthorityCode owner) {
        Map<CaseId, List<Fact>> facts = new HashMap<>();
        database.sql("select m.case_id, m.message_id, m.created, m.sender, m.recipients, m.event,"
                        + " m.priority, m.due, m.marks from messages m"
                        + " where m.case_id = any(?) and m.authority = ? and m.event is not null"
                        + " and exists (select 1 from passages p where p.message_id = m.message_id"
                        + "   and p.authority = m.authority and p.state not in ('REJECTED', 'FAILED'))")
                .params(Rows.texts(ids), owner.toString())
                .query(row -> {
                    CaseId id = new CaseId(row.getString("case_id"));
                    facts.computeIfAbsent(id, _ -> new ArrayList<>())
                            .add(new Fact(
                                    new MessageId(row.getObject("message_id", UUID.class)),
                                    Rows.instant(row, "created"),
                                    AuthorityCode.parse(row.getString("sender")),
                                    Rows.authorities(row.getArray("recipients")),
                                    Courses.event(id, row.getString("event")).orElseThrow(),
                                    Priority.valueOf(row.getString("priority")),
                                    Rows.optionalInstant(row, "due"),
                                    Rows.marks(row.getArray("marks"))));
                });
        return facts;
    }
}
