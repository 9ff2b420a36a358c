package org.liaison.signin;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What administrators do. Each change and its record are one transaction; whoever is changed is out at the
/// next request.
///
/// An administrator has the say over grants in the scopes of the role, and over a whole person (disable, new
/// link) only when all of the person's grants are in these: a link is a way into everything that its person may
/// see. Whoever made the link may have come in by it, so ways in that one administrator opened never lead to what
/// another has the say over: who gets a role there comes in anew. Who loses the last role does, too, and stays with
/// those who looked after them.
final class Administration {

    /// One change at a time, so that two administrators cannot each remove the other.
    private static final long TURN = 0x6c69_6169_736f_6eL;

    sealed interface Change {
        record Done() implements Change {}

        record Linked(Person person, Enrolment.Link link) implements Change {}

        record Refused(Reason reason) implements Change {}
    }

    enum Reason {
        /// No such person, or none that this administrator looks after.
        NOT_YOURS,
        LOGIN_UNREADABLE,
        LOGIN_TAKEN,
        NAME_UNREADABLE,
        NO_GRANT,
        ELSEWHERE_TOO,
        LAST_ADMINISTRATOR
    }

    private final Books books;
    private final Enrolment enrolment;
    private final AccessTokens tokens;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    Administration(
            Books books,
            Enrolment enrolment,
            AccessTokens tokens,
            JdbcClient database,
            TransactionTemplate transaction) {
        this.books = books;
        this.enrolment = enrolment;
        this.tokens = tokens;
        this.database = database;
        this.transaction = transaction;
    }

    List<Account> persons(Person by, Optional<UUID> last, int most) {
        return books.persons().lookedAfter(by.scopes(Role.ADMINISTRATOR), last, most);
    }

    Optional<Account> person(Person by, UUID id) {
        return books.persons()
                .account(id)
                .filter(_ -> !Collections.disjoint(books.persons().care(id), by.scopes(Role.ADMINISTRATOR)));
    }

    boolean wholly(Person by, Person person) {
        return by.scopes(Role.ADMINISTRATOR).containsAll(books.persons().care(person.id()));
    }

    Change invite(Person asking, String typedLogin, String typedName, Set<Grant> grants) {
        String login = Persons.login(typedLogin);
        String name = typedName.strip();
        if (!Person.isLogin(login)) return new Change.Refused(Reason.LOGIN_UNREADABLE);
        if (!Person.isName(name)) return new Change.Refused(Reason.NAME_UNREADABLE);
        return inTurn(asking, by -> {
            if (grants.isEmpty() || !theirs(by, grants)) return new Change.Refused(Reason.NO_GRANT);
            if (books.persons().byLogin(login).isPresent()) return new Change.Refused(Reason.LOGIN_TAKEN);
            Person person = books.persons().add(login, name, by.language(), by.zone(), grants);
            books.events().record(Events.What.INVITED, person.id(), by.id(), text(grants));
            return new Change.Linked(person, enrolment.link(person.id(), by.id()));
        });
    }

    /// Sets the grants within the administrator's scopes; those elsewhere stay. A link that is still open was made
    /// for what the person was allowed before, and closes.
    Change regrant(Person asking, UUID id, Set<Grant> grants) {
        return changing(asking, id, (by, account) -> {
            if (!theirs(by, grants)) return new Change.Refused(Reason.NO_GRANT);
            Set<String> mine = by.scopes(Role.ADMINISTRATOR);
            Set<Grant> all = account.person().grants().stream()
                    .filter(grant -> !mine.contains(grant.scope()))
                    .collect(Collectors.toCollection(TreeSet::new));
            all.addAll(grants);
            if (all.equals(account.person().grants())) return new Change.Done();
            if (all.isEmpty() || !vouchedFor(account.person(), all)) {
                books.closeWaysIn(id);
                books.events().record(Events.What.WAYS_IN_CLOSED, id, by.id(), "");
            }
            books.persons().regrant(id, all);
            if (orphaned(account.person())) return new Change.Refused(Reason.LAST_ADMINISTRATOR);
            return shutOut(
                    id,
                    by,
                    Events.What.GRANTS_CHANGED,
                    text(all),
                    account.person().scopes(Role.values()));
        });
    }

    Change disable(Person asking, UUID id) {
        return changing(asking, id, (by, account) -> {
            if (!wholly(by, account.person())) return new Change.Refused(Reason.ELSEWHERE_TOO);
            books.persons().disable(id);
            if (orphaned(account.person())) return new Change.Refused(Reason.LAST_ADMINISTRATOR);
            return shutOut(id, by, Events.What.DISABLED, "", Set.of());
        });
    }

    Change enable(Person asking, UUID id) {
        return changing(asking, id, (by, account) -> {
            if (!wholly(by, account.person())) return new Change.Refused(Reason.ELSEWHERE_TOO);
            books.persons().enable(id);
            return shutOut(id, by, Events.What.ENABLED, "", Set.of());
        });
    }

    /// A new way in for somebody who lost the old one.
    Change link(Person asking, UUID id) {
        return changing(asking, id, (by, account) -> {
            if (!wholly(by, account.person()) || account.state() == Account.State.DISABLED)
                return new Change.Refused(Reason.ELSEWHERE_TOO);
            if (account.person().grants().isEmpty()) return new Change.Refused(Reason.NO_GRANT);
            return new Change.Linked(account.person(), enrolment.link(id, by.id()));
        });
    }

    Change unlock(Person asking, UUID id) {
        return changing(asking, id, (by, account) -> {
            books.attempts().unlock(account.person().login());
            books.events().record(Events.What.UNLOCKED, id, by.id(), "");
            return new Change.Done();
        });
    }

    /// Takes a person's program its way in. The person's other tokens and sessions stay.
    Change revoke(Person asking, UUID id, UUID token) {
        return changing(
                asking,
                id,
                (by, _) ->
                        tokens.revoke(id, token, by.id()) ? new Change.Done() : new Change.Refused(Reason.NOT_YOURS));
    }

    /// `before`: where the person had roles that may be gone now.
    private Change shutOut(UUID id, Person by, Events.What what, String detail, Set<String> before) {
        enrolment.close(id);
        books.persons().endSessions(id);
        books.events().record(what, id, by.id(), detail, before);
        return new Change.Done();
    }

    private Change changing(Person asking, UUID id, BiFunction<Person, Account, Change> change) {
        return inTurn(
                asking,
                by -> person(by, id)
                        .map(account -> change.apply(by, account))
                        .orElseGet(() -> new Change.Refused(Reason.NOT_YOURS)));
    }

    /// Whoever asks is looked at again when the turn has come: the turn before may have changed that, too.
    private Change inTurn(Person asking, Function<Person, Change> change) {
        return transaction.execute(status -> {
            database.sql("select pg_advisory_xact_lock(?)")
                    .param(TURN)
                    .query((row, n) -> true)
                    .list();
            Change changed = books.persons()
                    .account(asking.id())
                    .filter(Account::welcome)
                    .map(Account::person)
                    .map(change)
                    .orElseGet(() -> new Change.Refused(Reason.NOT_YOURS));
            if (changed instanceof Change.Refused) status.setRollbackOnly();
            return changed;
        });
    }

    /// Whether whoever opened this person's ways in has the say over all that the person gets in addition.
    private boolean vouchedFor(Person before, Set<Grant> after) {
        Set<String> gained = after.stream().map(Grant::scope).collect(Collectors.toSet());
        gained.removeAll(before.scopes(Role.values()));
        return gained.isEmpty()
                || books.persons()
                        .vouched(before.id())
                        .map(maker -> books.persons()
                                .account(maker)
                                .filter(Account::welcome)
                                .map(account -> account.person()
                                        .scopes(Role.ADMINISTRATOR)
                                        .containsAll(gained))
                                .orElse(false))
                        .orElse(true);
    }

    /// Whether a scope that this person administered has nobody left who does.
    private boolean orphaned(Person before) {
        return before.scopes(Role.ADMINISTRATOR).stream()
                .anyMatch(scope -> books.persons().count(Role.ADMINISTRATOR, scope) == 0);
    }

    private static boolean theirs(Person by, Set<Grant> grants) {
        return grants.stream().allMatch(grant -> by.may(Role.ADMINISTRATOR, grant.scope()));
    }

    private static String text(Set<Grant> grants) {
        return new TreeSet<>(grants).stream().map(Grant::toString).collect(Collectors.joining(" "));
    }
}
