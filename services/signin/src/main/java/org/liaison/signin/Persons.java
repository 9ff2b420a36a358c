package org.liaison.signin;

import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liaison.message.Bytes;
import org.liaison.message.Language;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The book of persons. What a method changes is durable when it returns, or with the transaction around it.
public final class Persons {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int HANDLE_BYTES = 32;
    private static final String COLUMNS = "select p.*, array(select g.role || ':' || g.scope from signin_grants g"
            + " where g.person = p.id) as grants from signin_persons p ";
    private static final String COUNT = "select count(*) from signin_grants g join signin_persons p on p.id = g.person"
            + " where g.role = ? and g.scope = ? and p.enrolled is not null and p.disabled is null";

    private final JdbcClient database;
    private final Clock clock;

    Persons(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Whoever has this id, also when disabled: records name people for longer than they may come in.
    public Optional<Person> find(UUID id) {
        return account(id).map(Account::person);
    }

    /// Who may come in and has one of the roles in the scope, by name.
    public List<Person> with(String scope, Role... roles) {
        return database
                .sql(COLUMNS + """
                        where p.enrolled is not null and p.disabled is null and exists (select 1 from signin_grants h
                            where h.person = p.id and h.scope = ? and h.role = any(?))
                        order by p.name, p.id""")
                .params(scope, Arrays.stream(roles).map(Role::name).toArray(String[]::new))
                .query(Persons::account)
                .list()
                .stream()
                .map(Account::person)
                .toList();
    }

    Optional<Account> account(UUID id) {
        return database.sql(COLUMNS + "where p.id = ?")
                .param(id)
                .query(Persons::account)
                .optional();
    }

    /// As somebody typed it: capitals and space around do not count.
    Optional<Account> byLogin(String typed) {
        return database.sql(COLUMNS + "where p.login = ?")
                .param(login(typed))
                .query(Persons::account)
                .optional();
    }

    Optional<Account> byHandle(Bytes handle) {
        return database.sql(COLUMNS + "where p.handle = ?")
                .param(handle.toArray())
                .query(Persons::account)
                .optional();
    }

    Optional<Account> bySubject(String issuer, String subject) {
        return database.sql(COLUMNS + "where p.issuer = ? and p.subject = ?")
                .params(issuer, subject)
                .query(Persons::account)
                .optional();
    }

    /// Whom an administrator of these scopes looks after: who has a grant there, or has none anywhere and had
    /// one of the last there. By name, from the one after `last` on.
    List<Account> lookedAfter(Collection<String> scopes, Optional<UUID> last, int most) {
        return database.sql(COLUMNS + """
                        where (exists (select 1 from signin_grants h where h.person = p.id and h.scope = any(:scopes))
                            or (p.last_scopes && :scopes::text[]
                                and not exists (select 1 from signin_grants h where h.person = p.id)))
                            and (:last::uuid is null
                                or (p.name, p.id) > (select l.name, l.id from signin_persons l where l.id = :last::uuid))
                        order by p.name, p.id limit :most""")
                .param("scopes", scopes.toArray(String[]::new))
                .param("last", last.map(UUID::toString).orElse(null))
                .param("most", most)
                .query(Persons::account)
                .list();
    }

    boolean anybodyEnrolled() {
        return database.sql("select exists (select 1 from signin_persons where enrolled is not null)")
                .query(Boolean.class)
                .single();
    }

    /// How many may come in and have the role in the scope.
    int count(Role role, String scope) {
        return database.sql(COUNT)
                .params(role.name(), scope)
                .query(Integer.class)
                .single();
    }

    Person add(String login, String name, Language language, ZoneId zone, Set<Grant> grants) {
        Person person = new Person(UUID.randomUUID(), name, login, language, zone, grants);
        byte[] handle = new byte[HANDLE_BYTES];
        RANDOM.nextBytes(handle);
        database.sql("insert into signin_persons (id, handle, login, name, language, zone, created)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(person.id(), handle, login, name, language.tag(), zone.getId(), now())
                .update();
        grant(person.id(), grants);
        return person;
    }

    void describe(UUID id, String name, Language language, ZoneId zone) {
        database.sql("update signin_persons set name = ?, language = ?, zone = ? where id = ?")
                .params(name, language.tag(), zone.getId(), id)
                .update();
    }

    void rename(UUID id, String login) {
        database.sql("update signin_persons set login = ? where id = ?")
                .params(login, id)
                .update();
    }

    void regrant(UUID id, Set<Grant> grants) {
        if (grants.isEmpty())
            database.sql("update signin_persons set last_scopes = array(select distinct scope from signin_grants"
                            + " where person = ?) where id = ?")
                    .params(id, id)
                    .update();
        database.sql("delete from signin_grants where person = ?").param(id).update();
        grant(id, grants);
    }

    /// By the link with this digest.
    void enrolled(UUID id, byte[] link) {
        database.sql("update signin_persons set enrolled = coalesce(enrolled, ?),"
                        + " vouched = (select maker from signin_links where digest = ?) where id = ?")
                .params(now(), link, id)
                .update();
    }

    /// As before the first link was used.
    void unenrolled(UUID id) {
        database.sql("update signin_persons set enrolled = null, vouched = null where id = ?")
                .param(id)
                .update();
    }

    /// Who made the link that opened the person's ways in; absent when the program did.
    Optional<UUID> vouched(UUID id) {
        return database.sql("select vouched from signin_persons where id = ? and vouched is not null")
                .param(id)
                .query(UUID.class)
                .optional();
    }

    /// Where the person has roles, or had the last ones.
    Set<String> care(UUID id) {
        return Set.copyOf(database.sql("select scope from signin_grants where person = ?"
                        + " union select unnest(last_scopes) from signin_persons where id = ?"
                        + " and not exists (select 1 from signin_grants where person = ?)")
                .params(id, id, id)
                .query(String.class)
                .list());
    }

    void disable(UUID id) {
        database.sql("update signin_persons set disabled = ? where id = ?")
                .params(now(), id)
                .update();
    }

    void enable(UUID id) {
        database.sql("update signin_persons set disabled = null where id = ?")
                .param(id)
                .update();
    }

    void password(UUID id, @Nullable HashedPassword password) {
        database.sql("update signin_persons set password = ? where id = ?")
                .params(Arrays.asList(password == null ? null : password.encoded(), id))
                .update();
    }

    void link(UUID id, @Nullable String issuer, @Nullable String subject) {
        database.sql("update signin_persons set issuer = ?, subject = ? where id = ?")
                .params(Arrays.asList(issuer, subject, id))
                .update();
    }

    /// Answers the new epoch; a session of an earlier one is over at its next request.
    long endSessions(UUID id) {
        return database.sql("update signin_persons set epoch = epoch + 1 where id = ? returning epoch")
                .param(id)
                .query(Long.class)
                .single();
    }

    /// Makes whoever else wants to change this person, or the person's ways in, wait for the end of the
    /// transaction.
    void lock(UUID id) {
        database.sql("select 1 from signin_persons where id = ? for update")
                .param(id)
                .query(Integer.class)
                .optional();
    }

    static String login(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    private void grant(UUID id, Set<Grant> grants) {
        for (Grant grant : grants)
            database.sql("insert into signin_grants (person, role, scope) values (?, ?, ?)")
                    .params(id, grant.role().name(), grant.scope())
                    .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        Person person = new Person(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("login"),
                Language.of(row.getString("language")).orElse(Language.EN),
                ZoneId.of(row.getString("zone")),
                grants(row.getArray("grants")));
        return new Account(
                person,
                Bytes.owned(row.getBytes("handle")),
                Optional.ofNullable(row.getString("password")).map(HashedPassword::new),
                row.getString("subject") != null,
                row.getTimestamp("disabled") != null
                        ? Account.State.DISABLED
                        : row.getTimestamp("enrolled") == null ? Account.State.INVITED : Account.State.ENROLLED,
                row.getLong("epoch"));
    }

    private static Set<Grant> grants(Array column) throws SQLException {
        return Arrays.stream((String[]) column.getArray()).map(Grant::parse).collect(Collectors.toSet());
    }
}
