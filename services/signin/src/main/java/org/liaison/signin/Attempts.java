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

/// How often a password may be tried. A try is in the book before the password is looked at, so that neither a restart
/// nor many tries at once gain any. Names that exist and names that do not are treated alike.
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
        ADDRESS;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final JdbcClient database;
    private final SignInSettings.Attempts terms;
    private final Clock clock;

    Attempts(JdbcClient database, SignInSettings.Attempts terms, Clock clock) {
        this.database = database;
        this.terms = terms;
        this.clock = clock;
    }

    /// Asks leave for one try, and counts it as failed until [#succeeded] takes it back.
    Leave ask(String login, String address) {
        Instant now = now();
        Optional<Instant> until = lockedUntil(Kind.NAME, login, now);
        if (until.isEmpty()) until = lockedUntil(Kind.ADDRESS, network(address), now);
        if (until.isPresent()) return new Leave.Refused(until.get());
        Optional<Instant> lost = count(Kind.NAME, login, terms.name(), now);
        if (lost.isEmpty()) lost = count(Kind.ADDRESS, network(address), terms.address(), now);
        return lost.<Leave>map(Leave.Refused::new).orElseGet(Leave.Given::new);
    }

    /// The name starts afresh; the address only gets this try back, or one password known would allow any number of
    /// guesses at others.
    void succeeded(String login, String address) {
        unlock(login);
        database.sql(
                        "update signin_attempts set tries = greatest(tries - 1, 0), until = last where kind = ? and key = ?")
                .params(Kind.ADDRESS.code(), key(network(address)))
                .update();
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

    /// Counts one try. The row is locked from the first look to the commit; whoever comes second sees the lock that the
    /// first one set, which is what it answers.
    private Optional<Instant> count(Kind kind, String text, int free, Instant now) {
        byte[] key = key(text);
        Counted counted = database.sql("""
                        insert into signin_attempts as a (kind, key, tries, last, until) values (?, ?, 1, ?, ?)
                        on conflict (kind, key) do update set
                            tries = case when a.until > excluded.last then a.tries
                                when a.last < ? then 1 else a.tries + 1 end,
                            last = excluded.last
                        returning tries, until""")
                .params(Arrays.asList(
                        kind.code(),
                        key,
                        Timestamp.from(now),
                        Timestamp.from(now),
                        Timestamp.from(now.minus(FORGOTTEN))))
                .query((row, n) ->
                        new Counted(row.getInt(1), row.getTimestamp(2).toInstant()))
                .single();
        if (counted.until.isAfter(now)) return Optional.of(counted.until);
        if (counted.tries < free) return Optional.empty();
        database.sql("update signin_attempts set until = ? where kind = ? and key = ?")
                .params(Timestamp.from(now.plus(lock(counted.tries - free))), kind.code(), key)
                .update();
        return Optional.empty();
    }

    private record Counted(int tries, Instant until) {}

    private Duration lock(int doublings) {
        Duration lock = terms.lock().multipliedBy(1L << Math.min(doublings, MOST_DOUBLINGS));
        return lock.compareTo(terms.longest()) > 0 ? terms.longest() : lock;
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
