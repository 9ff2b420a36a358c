package org.liaison.signin;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liaison.message.Bytes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Tokens with which a person's programs come in as that person. Only their digests are kept, so a token is
/// shown when it is made and never again. What a method changes is durable when it returns.
final class AccessTokens {

    static final Duration SHORTEST = Duration.ofHours(1);
    static final Duration USUAL = Duration.ofHours(8);
    static final Duration LONGEST = Duration.ofDays(90);
    static final int LONGEST_LABEL = 60;

    /// So many may be good at the same time: who needs more has forgotten some.
    static final int MOST = 20;

    private static final int LISTED = 50;
    private static final int RANDOM_BYTES = 32;
    private static final int LONGEST_TEXT = 100;

    /// So that a token that was published by mistake is known for what it is.
    private static final String PREFIX = "liaison_";

    private static final SecureRandom RANDOM = new SecureRandom();

    /// What a person sees of a token.
    ///
    /// @param over why it opens nothing any more; absent while it does
    record Token(
            UUID id, String label, Instant created, Instant expires, Optional<Instant> lastUsed, Optional<Over> over) {}

    /// Why a token opens nothing any more.
    enum Over {
        REVOKED,
        /// What ended the person's sessions: disabled, other roles, a new password, enrolled anew.
        ENDED,
        EXPIRED
    }

    /// What came of asking for one.
    sealed interface Made {
        /// `text` is the token itself. Printing this shows nothing of it.
        record Fresh(String text, Token token) implements Made {
            @Override
            public String toString() {
                return "[REDACTED]";
            }
        }

        record Refused(Reason reason) implements Made {}
    }

    enum Reason {
        LABEL_UNREADABLE,
        TIME_UNREADABLE,
        TOO_MANY
    }

    /// What a text is worth that somebody brings as a token.
    sealed interface Worth {
        record Good(Account account, UUID token) implements Worth {}

        record Stale(Over over) implements Worth {}

        record Unknown() implements Worth {}
    }

    private final Books books;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AccessTokens(Books books, JdbcClient database, TransactionTemplate transaction, Clock clock) {
        this.books = books;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    Made make(Account account, String typedLabel, Duration holds) {
        String label = typedLabel.strip();
        UUID person = account.person().id();
        if (!Person.isName(label) || label.length() > LONGEST_LABEL) return new Made.Refused(Reason.LABEL_UNREADABLE);
        if (holds.compareTo(SHORTEST) < 0 || holds.compareTo(LONGEST) > 0)
            return new Made.Refused(Reason.TIME_UNREADABLE);
        return transaction.execute(_ -> {
            books.persons().lock(person);
            if (of(account).stream().filter(token -> token.over().isEmpty()).count() >= MOST)
                return new Made.Refused(Reason.TOO_MANY);
            String text = PREFIX + random();
            Instant now = clock.instant();
            Token token = new Token(UUID.randomUUID(), label, now, now.plus(holds), Optional.empty(), Optional.empty());
            database.sql("insert into signin_tokens (id, digest, person, label, epoch, created, expires)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            token.id(),
                            digest(text),
                            person,
                            label,
                            account.epoch(),
                            Timestamp.from(now),
                            Timestamp.from(token.expires()))
                    .update();
            books.events()
                    .record(Events.What.TOKEN_MADE, person, person, token.id().toString());
            return new Made.Fresh(text, token);
        });
    }

    /// Those that open first, then the newest of those that did: none that opens is ever out of sight.
    List<Token> of(Account account) {
        return database.sql("select id, label, created, expires, last_used, revoked, epoch from signin_tokens"
                        + " where person = ? order by (revoked is null and epoch = ? and expires > ?) desc,"
                        + " created desc, id limit ?")
                .params(account.person().id(), account.epoch(), Timestamp.from(clock.instant()), LISTED)
                .query((row, _) -> new Token(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getTimestamp(3).toInstant(),
                        row.getTimestamp(4).toInstant(),
                        Optional.ofNullable(row.getTimestamp(5)).map(Timestamp::toInstant),
                        over(row, account)))
                .list();
    }

    /// False when the person has no such token, or it was revoked before.
    boolean revoke(UUID person, UUID token, UUID by) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            int changed = database.sql(
                            "update signin_tokens set revoked = ? where id = ? and person = ? and revoked is null")
                    .params(Timestamp.from(clock.instant()), token, person)
                    .update();
            if (changed == 1) books.events().record(Events.What.TOKEN_REVOKED, person, by, token.toString());
            return changed == 1;
        }));
    }

    /// The person is read anew, so the token may what its person may now. Notes that the token was used.
    Worth worth(String text) {
        if (text.length() > LONGEST_TEXT) return new Worth.Unknown();
        return database.sql("select id, person, expires, revoked, epoch from signin_tokens where digest = ?")
                .param(digest(text))
                .query((row, _) -> worth(row))
                .optional()
                .orElseGet(Worth.Unknown::new);
    }

    private Worth worth(ResultSet row) throws SQLException {
        Account account =
                books.persons().account(row.getObject("person", UUID.class)).orElseThrow();
        Over over = over(row, account).orElse(null);
        if (over != null) return new Worth.Stale(over);
        UUID token = row.getObject("id", UUID.class);
        database.sql("update signin_tokens set last_used = ? where id = ?")
                .params(Timestamp.from(clock.instant()), token)
                .update();
        return new Worth.Good(account, token);
    }

    private Optional<Over> over(ResultSet row, Account account) throws SQLException {
        @Nullable Over over = null;
        if (row.getTimestamp("revoked") != null) over = Over.REVOKED;
        else if (!account.welcome() || row.getLong("epoch") != account.epoch()) over = Over.ENDED;
        else if (!clock.instant().isBefore(row.getTimestamp("expires").toInstant())) over = Over.EXPIRED;
        return Optional.ofNullable(over);
    }

    private static String random() {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static byte[] digest(String text) {
        return Bytes.ofUtf8(text).sha256().value().toArray();
    }
}
