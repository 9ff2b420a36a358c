package org.liaison.signin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.liaison.message.Bytes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// How often a password may be tried. A try is in the book before the password is looked at, so that neither a
/// restart nor many tries at once gain any. Names that exist and names that do not are treated alike.
final class Attempts {

    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 20;
    private static final int IPV6 = 16;
    private static final int IPV6_NETWORK = 8;

    /// Whether a try is let through, and if not, until when none is.
    sealed interface Leave {
        record Given() implements Leave {}

        record Refused(Instant until) implements Leave {}
    }

    private enum Kind {
        NAME,
        ADDRESS,
        /// As an address, of programs: theirs must not keep people from their passwords.
        TOKEN;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final SignInSettings.Attempts terms;
    private final Clock clock;

    Attempts(JdbcClient database, TransactionTemplate transaction, SignInSettings.Attempts terms, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.terms = terms;
        this.clock = clock;
    }

    /// Asks leave for one try, and counts it as failed until [#succeeded] takes it back. Whoever asks for the
    /// same name or from the same address at that moment waits, and then sees the count as it has become.
    Leave ask(String login, String address) {
        Instant now = now();
        return transaction.execute(_ -> {
            Tally name = tally(Kind.NAME, login, now);
            Tally from = tally(Kind.ADDRESS, network(address), now);
            Instant until = name.until.isAfter(from.until) ? name.until : from.until;
            if (until.isAfter(now)) return new Leave.Refused(until);
            keep(Kind.NAME, login, name.tried(terms, terms.name(), now));
            keep(Kind.ADDRESS, network(address), from.tried(terms, terms.address(), now));
            return new Leave.Given();
        });
    }

    /// The name starts afresh; the address only gets this try back, or one password known would allow any
    /// number of guesses at others.
    void succeeded(String login, String address) {
        unlock(login);
        takenBack(Kind.ADDRESS, network(address));
    }

    /// The password of this try was never looked at: it has told nothing.
    void takenBack(String login, String address) {
        takenBack(Kind.NAME, login);
        takenBack(Kind.ADDRESS, network(address));
    }

    private void takenBack(Kind kind, String text) {
        database.sql(
                        "update signin_attempts set tries = greatest(tries - 1, 0), until = last where kind = ? and key = ?")
                .params(kind.code(), key(text))
                .update();
    }

    /// Until when no token is looked at that comes from this address.
    Optional<Instant> tokensLocked(String address) {
        return lockedUntil(Kind.TOKEN, network(address), now());
    }

    /// Counted afterwards and not before, as with passwords: of 2^256 tokens nobody guesses one, so this only
    /// keeps those out who try.
    void tokenFailed(String address) {
        Instant now = now();
        transaction.executeWithoutResult(_ -> keep(
                Kind.TOKEN,
                network(address),
                tally(Kind.TOKEN, network(address), now).tried(terms, terms.address(), now)));
    }

    void unlock(String login) {
        database.sql("delete from signin_attempts where kind = ? and key = ?")
                .params(Kind.NAME.code(), key(login))
                .update();
    }

    boolean locked(String login) {
        return lockedUntil(Kind.NAME, login, now()).isPresent();
    }

    /// What is older than a day counts no more.
    void forget() {
        Instant now = now();
        database.sql("delete from signin_attempts where last < ? and until < ?")
                .params(Timestamp.from(now.minus(FORGOTTEN)), Timestamp.from(now))
                .update();
    }

    private Optional<Instant> lockedUntil(Kind kind, String text, Instant now) {
        return database.sql("select until from signin_attempts where kind = ? and key = ? and until > ?")
                .params(kind.code(), key(text), Timestamp.from(now))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /// How often it was tried, when last, and until when it may not be.
    record Tally(int tries, Instant last, Instant until) {

        /// After one try more, which is the first when the last one is long ago.
        Tally tried(SignInSettings.Attempts terms, int free, Instant now) {
            int more = last.isBefore(now.minus(FORGOTTEN)) ? 1 : tries + 1;
            return new Tally(more, now, more < free ? now : now.plus(lock(terms, more - free)));
        }

        private static Duration lock(SignInSettings.Attempts terms, int doublings) {
            Duration lock = terms.lock().multipliedBy(1L << Math.min(doublings, MOST_DOUBLINGS));
            return lock.compareTo(terms.longest()) > 0 ? terms.longest() : lock;
        }
    }

    /// Reads the row and holds it to the end of the transaction; names always before addresses.
    private Tally tally(Kind kind, String text, Instant now) {
        database.sql("insert into signin_attempts (kind, key, tries, last, until) values (?, ?, 0, ?, ?)"
                        + " on conflict do nothing")
                .params(kind.code(), key(text), Timestamp.from(now), Timestamp.from(now))
                .update();
        return database.sql("select tries, last, until from signin_attempts where kind = ? and key = ? for update")
                .params(kind.code(), key(text))
                .query((row, n) -> new Tally(
                        row.getInt(1),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant()))
                .single();
    }

    private void keep(Kind kind, String text, Tally tally) {
        database.sql("update signin_attempts set tries = ?, last = ?, until = ? where kind = ? and key = ?")
                .params(tally.tries, Timestamp.from(tally.last), Timestamp.from(tally.until), kind.code(), key(text))
                .update();
    }

    /// Whoever has one IPv6 address has 2^64 of them.
    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == IPV6
                    ? Bytes.of(Arrays.copyOf(bytes, IPV6_NETWORK)).toHex()
                    : InetAddress.getByAddress(bytes).getHostAddress();
        } catch (IllegalArgumentException | UnknownHostException e) {
            return address;
        }
    }

    /// As the database keeps it, or a moment would come back later than it was.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static byte[] key(String text) {
        return Bytes.ofUtf8(text).sha256().value().toArray();
    }
}
