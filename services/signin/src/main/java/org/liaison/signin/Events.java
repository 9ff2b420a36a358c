package org.liaison.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was changed about whom, by whom. Added in the transaction of the change; the database refuses anything
/// else.
final class Events {

    enum What {
        FIRST_LINK,
        INVITED,
        LINK_MADE,
        ENROLLED,
        GRANTS_CHANGED,
        WAYS_IN_CLOSED,
        DISABLED,
        ENABLED,
        UNLOCKED,
        SIGNED_IN,
        SIGNED_OUT,
        PASSKEY_ADDED,
        PASSKEY_REMOVED,
        PASSWORD_CHANGED,
        OPENID_LINKED,
        TOKEN_MADE,
        TOKEN_REVOKED,
        /// For something other than reading.
        TOKEN_USED
    }

    /// @param by whoever did it; absent when the program did
    record Event(Instant at, What what, Optional<String> by, String detail) {}

    /// An event and whom it is about; its number grows with each.
    record Entry(long number, Event event, Optional<String> name, Optional<String> login) {}

    private final JdbcClient database;
    private final Clock clock;

    Events(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// `detail` is a list of grants, a way of signing in or the id of a token, never what somebody typed.
    void record(What what, UUID person, @Nullable UUID by, String detail) {
        record(what, person, by, detail, Set.of());
    }

    /// The event stays readable where the person has roles now, or had the last ones, and in `before`: where a change
    /// took them away.
    void record(What what, UUID person, @Nullable UUID by, String detail, Set<String> before) {
        database.sql("""
                        insert into signin_events (at, what, person, by, detail, scopes)
                        values (:at, :what, :person, :by, :detail, array(
                            select unnest(:before::text[])
                            union select scope from signin_grants where person = :person
                            union select unnest(last_scopes) from signin_persons where id = :person
                                and not exists (select 1 from signin_grants where person = :person)))""")
                .param("at", Timestamp.from(clock.instant()))
                .param("what", what.name())
                .param("person", person)
                .param("by", by, Types.OTHER)
                .param("detail", detail)
                .param("before", before.toArray(String[]::new))
                .update();
    }

    /// The latest, newest first.
    List<Event> of(UUID person, int most) {
        return database.sql("""
                        select e.at, e.what, b.name, e.detail from signin_events e
                        left join signin_persons b on b.id = e.by where e.person = ? order by e.id desc limit ?""")
                .params(person, most)
                .query((row, n) -> event(row))
                .list();
    }

    /// Those before a number about persons who had a role in one of the scopes when it happened, or
    /// about nobody; newest first. With a login name only those about its person.
    List<Entry> in(Set<String> scopes, String login, long before, int most) {
        return database.sql("""
                        select e.at, e.what, b.name, e.detail, e.id, p.name, p.login from signin_events e
                        left join signin_persons p on p.id = e.person
                        left join signin_persons b on b.id = e.by
                        where e.id < :before and (:login = '' or p.login = :login)
                            and (e.person is null or e.scopes && :scopes::text[])
                        order by e.id desc limit :most""")
                .param("before", before)
                .param("login", login)
                .param("scopes", scopes.toArray(String[]::new))
                .param("most", most)
                .query((row, n) -> new Entry(
                        row.getLong(5),
                        event(row),
                        Optional.ofNullable(row.getString(6)),
                        Optional.ofNullable(row.getString(7))))
                .list();
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getTimestamp(1).toInstant(),
                What.valueOf(row.getString(2)),
                Optional.ofNullable(row.getString(3)),
                row.getString(4));
    }
}
