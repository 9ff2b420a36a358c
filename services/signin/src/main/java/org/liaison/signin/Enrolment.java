package org.liaison.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liaison.message.Bytes;
import org.liaison.message.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Links that open once. A link holds 256 random bits, of which the database keeps the SHA-256; a slow hash
/// would add nothing. It is durable before anybody sees it, and it is used up in the transaction that stores
/// the person's way in.
public final class Enrolment {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;
    private static final int LONGEST_TOKEN = 60;
    private static final String FIRST_LOGIN = "administrator";

    /// Where to enrol, and until when. Whoever has it is the person. Prints as nothing.
    public record Link(URI address, Instant expires) {

        /// Writes the address to a file that only this user can read.
        public void write(Path file) {
            try {
                Path folder = file.toAbsolutePath().getParent();
                if (folder != null) Files.createDirectories(folder);
                Files.deleteIfExists(file);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, address + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException("The enrolment link cannot be written to " + file + ".", e);
            }
        }

        @Override
        public String toString() {
            return "[REDACTED]";
        }
    }

    /// What a link that is still good opens. `first`: nobody is enrolled yet, and the person may choose a
    /// login name.
    record Invitation(Account account, boolean first, Instant expires) {}

    /// What came of using a link.
    sealed interface Outcome {
        record Enrolled(Account account) implements Outcome {}

        /// It was used, has expired, or never was one; which of these is nobody's business.
        record Closed() implements Outcome {}
    }

    private final Books books;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final SignInSettings settings;
    private final Clock clock;

    Enrolment(Books books, JdbcClient database, TransactionTemplate transaction, SignInSettings settings, Clock clock) {
        this.books = books;
        this.database = database;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /// A link for the first administrator, of all the scopes given; absent when somebody has enrolled. Each
    /// call makes a new one and closes the one before.
    public Optional<Link> firstLink(Collection<String> scopes) {
        return transaction.execute(_ -> {
            if (books.persons().anybodyEnrolled()) return Optional.empty();
            Set<Grant> grants = scopes.stream()
                    .map(scope -> new Grant(Role.ADMINISTRATOR, scope))
                    .collect(Collectors.toSet());
            UUID person = first().orElseGet(() -> books.persons()
                    .add(FIRST_LOGIN, "Administrator", Language.EN, Zones.UTC, grants)
                    .id());
            books.persons().regrant(person, grants);
            books.events().record(Events.What.FIRST_LINK, person, null, "");
            return Optional.of(make(person, null, true));
        });
    }

    /// A new link for a person; those before are closed.
    Link link(UUID person, UUID by) {
        return transaction.execute(_ -> {
            books.events().record(Events.What.LINK_MADE, person, by, "");
            return make(person, by, false);
        });
    }

    Optional<Invitation> open(String token) {
        if (token.length() > LONGEST_TOKEN) return Optional.empty();
        return database.sql("select person, first, expires from signin_links"
                        + " where digest = ? and used is null and expires > ?")
                .params(digest(token), now())
                .query((row, n) -> new Row(
                        row.getObject(1, UUID.class),
                        row.getBoolean(2),
                        row.getTimestamp(3).toInstant()))
                .optional()
                .flatMap(row -> books.persons()
                        .account(row.person)
                        .map(account -> new Invitation(account, row.first, row.expires)))
                .filter(found -> found.account().state() != Account.State.DISABLED);
    }

    private record Row(UUID person, boolean first, Instant expires) {}

    /// What the invited person says. The login name is taken only with the first link.
    void describe(Invitation invitation, String name, String login, Language language, ZoneId zone) {
        transaction.executeWithoutResult(_ -> {
            UUID id = invitation.account().person().id();
            books.persons().describe(id, name, language, zone);
            if (invitation.first()) books.persons().rename(id, login);
        });
    }

    /// Uses the link up and stores the way in, both or neither. Ways in from before are gone: whoever asks
    /// for a new link has lost a device, and somebody has found it.
    ///
    /// Absent when there was no way in to store, as when a passkey could not be made; then the link is
    /// still good.
    Optional<Outcome> use(String token, BooleanSupplier wayIn) {
        return transaction.execute(status -> {
            Optional<Invitation> invitation = open(token);
            boolean ours = invitation.isPresent()
                    && database.sql("update signin_links set used = ? where digest = ? and used is null")
                                    .params(now(), digest(token))
                                    .update()
                            == 1;
            if (!ours) return Optional.of(new Outcome.Closed());
            UUID person = invitation.get().account().person().id();
            books.closeWaysIn(person);
            if (!wayIn.getAsBoolean()) {
                status.setRollbackOnly();
                return Optional.empty();
            }
            books.persons().enrolled(person, digest(token));
            books.persons().endSessions(person);
            books.events().record(Events.What.ENROLLED, person, person, "");
            return Optional.of(
                    new Outcome.Enrolled(books.persons().account(person).orElseThrow()));
        });
    }

    /// Links of a person that still open, when the last of them expires.
    Optional<Instant> pending(UUID person) {
        return database.sql("select max(expires) from signin_links where person = ? and used is null and expires > ?")
                .params(person, now())
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    void close(UUID person) {
        database.sql("update signin_links set used = ? where person = ? and used is null")
                .params(now(), person)
                .update();
    }

    private Link make(UUID person, @Nullable UUID maker, boolean first) {
        close(person);
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Instant now = clock.instant();
        Instant expires = now.plus(settings.link());
        database.sql(
                        "insert into signin_links (digest, person, maker, first, created, expires) values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        digest(token), person, maker, first, Timestamp.from(now), Timestamp.from(expires)))
                .update();
        return new Link(URI.create(settings.origin() + "/enrol/" + token), expires);
    }

    /// The person of an earlier first link that nobody used.
    private Optional<UUID> first() {
        return database.sql("select person from signin_links where first limit 1")
                .query(UUID.class)
                .optional();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static byte[] digest(String token) {
        return Bytes.ofUtf8(token).sha256().value().toArray();
    }
}
