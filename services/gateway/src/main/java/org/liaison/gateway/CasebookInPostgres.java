package org.liaison.gateway;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liaison.casework.CaseView;
import org.liaison.casework.Event;
import org.liaison.casework.Fact;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.Country;
import org.liaison.message.MessageId;
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
    public CaseView view(CaseId id, AuthorityCode owner) {
        return CaseView.of(id, facts(id, owner));
    }

    /// As [#view], with the case locked until the transaction ends: nobody else moves it in the meantime.
    CaseView locked(CaseId id, AuthorityCode owner) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("case " + id + " " + owner)
                .query((row, n) -> 0)
                .single();
        return view(id, owner);
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

    private List<Fact> facts(CaseId id, AuthorityCode owner) {
        return database.sql("select m.message_id, m.created, m.sender, m.recipients, m.event from messages m"
                        + " where m.case_id = ? and m.authority = ? and m.event is not null"
                        + " and exists (select 1 from passages p where p.message_id = m.message_id"
                        + "   and p.authority = m.authority and p.state not in ('REJECTED', 'FAILED'))")
                .params(id.toString(), owner.toString())
                .query((row, n) -> new Fact(
                        new MessageId(row.getObject("message_id", UUID.class)),
                        Rows.instant(row, "created"),
                        AuthorityCode.parse(row.getString("sender")),
                        Rows.authorities(row.getArray("recipients")),
                        Event.valueOf(row.getString("event"))))
                .list();
    }
}
