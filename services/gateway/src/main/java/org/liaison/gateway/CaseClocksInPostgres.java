package org.liaison.gateway;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.liaison.message.AuthorityCode;
import org.liaison.message.CaseId;
import org.liaison.routes.gateway.CaseClocks;
import org.liaison.routes.gateway.Notice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The clocks of cases as rows. Nothing is written on the way of a message: a case that got one is found by the number
/// of its messages, so one that commits late is not overlooked either.
final class CaseClocksInPostgres implements CaseClocks {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final CasebookInPostgres cases;

    CaseClocksInPostgres(Records records) {
        this.database = records.database();
        this.transaction = records.transaction();
        this.cases = records.cases();
    }

    @Override
    public List<Watched> toLookAt(Instant now, int atMost) {
        record Found(CaseId id, AuthorityCode owner, int messages) {}
        return database
                .sql("select m.case_id, m.authority, m.messages from (select case_id, authority, count(*) as messages"
                        + " from messages group by case_id, authority) m"
                        + " left join case_clocks c using (case_id, authority)"
                        + " where c.messages is distinct from m.messages or c.next_at <= ?"
                        + " order by c.next_at nulls first limit ?")
                .params(Rows.time(now), atMost)
                .query((row, n) -> new Found(
                        new CaseId(row.getString("case_id")),
                        AuthorityCode.parse(row.getString("authority")),
                        row.getInt("messages")))
                .list()
                .stream()
                .map(found -> new Watched(cases.view(found.id(), found.owner(), now), found.owner(), found.messages()))
                .toList();
    }

    @Override
    public List<Notice> told(Watched watched, List<Notice> notices, Optional<Instant> next, Instant now) {
        return transaction.execute(_ -> {
            List<Notice> fresh = new ArrayList<>();
            for (Notice notice : notices) if (insert(notice, now)) fresh.add(notice);
            database.sql("insert into case_clocks (case_id, authority, messages, next_at) values (?, ?, ?, ?)"
                            + " on conflict (case_id, authority) do update set messages = excluded.messages,"
                            + " next_at = excluded.next_at")
                    .param(watched.view().id().toString())
                    .param(watched.owner().toString())
                    .param(watched.messages())
                    .param(next.map(Rows::time).orElse(null))
                    .update();
            return fresh;
        });
    }

    private boolean insert(Notice notice, Instant now) {
        return database.sql("insert into notices (case_id, authority, clock, urgency, moment, sentence, told_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                        .params(
                                notice.caseId().toString(),
                                notice.owner().toString(),
                                notice.clock(),
                                notice.urgency().name(),
                                Rows.time(notice.moment()),
                                notice.sentence(),
                                Rows.time(now))
                        .update()
                > 0;
    }

    record Told(Notice notice, Instant at) {}

    /// The latest told first.
    List<Told> notices(Collection<AuthorityCode> owners, Optional<CaseId> only, int limit) {
        return database.sql(
                        "select * from notices where authority = any(:owners)"
                                + " and (:only::text is null or case_id = :only) order by told_at desc, moment desc limit :limit")
                .param("owners", Rows.texts(owners))
                .param("only", only.map(CaseId::toString).orElse(null))
                .param("limit", limit)
                .query((row, n) -> told(row))
                .list();
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                new Notice(
                        new CaseId(row.getString("case_id")),
                        AuthorityCode.parse(row.getString("authority")),
                        row.getString("clock"),
                        Notice.Urgency.valueOf(row.getString("urgency")),
                        Rows.instant(row, "moment"),
                        row.getString("sentence")),
                Rows.instant(row, "told_at"));
    }
}
