package org.liaison.gateway;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.liaison.desk.Sending;
import org.liaison.desk.Sheet;
import org.liaison.desk.Sheets;
import org.liaison.desk.forms.Answers;
import org.liaison.gateway.Vault.CaseKey;
import org.liaison.message.Attachment;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.Digest;
import org.liaison.message.HandlingCode;
import org.liaison.message.MessageId;
import org.liaison.message.MessageKind;
import org.liaison.message.Priority;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Sheets as rows, each under a key of its own.
final class SheetsInPostgres implements Sheets {

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Vault vault;
    private final Clock clock;

    SheetsInPostgres(Records records, Vault vault, Clock clock) {
        this.database = records.database();
        this.transaction = records.transaction();
        this.vault = vault;
        this.clock = clock;
        forget();
    }

    @Override
    public void add(Sheet sheet) {
        CaseKey key = vault.newKey();
        database.sql("insert into sheets (id, author, authority, kind, case_id, recipients, priority, due, handling,"
                        + " wrapped, answers, handed_by, touched) values (:id, :author, :authority, :kind, :case,"
                        + " :recipients, :priority, :due, :handling, :wrapped, :answers, :handed, :touched)")
                .param("id", sheet.id())
                .param("author", sheet.author())
                .param("authority", sheet.from().toString())
                .param("kind", sheet.kind().code())
                .param("case", sheet.caseId().map(CaseId::toString).orElse(null))
                .param("recipients", Rows.texts(sheet.travel().to()))
                .param("priority", sheet.travel().priority().name())
                .param("due", sheet.travel().due().map(Rows::time).orElse(null))
                .param("handling", Rows.texts(sheet.travel().handling()))
                .param("wrapped", vault.wrap(key, place(sheet.id(), "key")).toArray())
                .param(
                        "answers",
                        key.close(sheet.answers().toBytes(), place(sheet.id(), "answers"))
                                .toArray())
                .param("handed", sheet.handedBy().orElse(null))
                .param("touched", Rows.time(sheet.touched()))
                .update();
    }

    @Override
    public Optional<Sheet> find(UUID id) {
        return sheets("id = ?", id).stream().findFirst();
    }

    @Override
    public Change change(UUID id, UnaryOperator<Sheet> change) {
        return onAuthorsDesk(id, (sheet, key) -> write(change.apply(sheet), key));
    }

    @Override
    public Change handOver(UUID id, Digest shown) {
        return onAuthorsDesk(id, (sheet, key) -> {
            if (!sheet.digest().equals(shown)) return new Change.NotAsShown();
            return handedBy(sheet, sheet.author());
        });
    }

    @Override
    public Change giveBack(UUID id) {
        return locked(
                id, (sheet, key) -> sheet.handedBy().isEmpty() ? new Change.OnAnotherDesk() : handedBy(sheet, null));
    }

    private Change handedBy(Sheet sheet, @Nullable UUID who) {
        database.sql("update sheets set handed_by = ?, touched = ? where id = ?")
                .params(Arrays.asList(who, Rows.time(clock.instant()), sheet.id()))
                .update();
        return made(sheet.id());
    }

    private Change write(Sheet changed, CaseKey key) {
        UUID id = changed.id();
        database.sql("update sheets set recipients = :recipients, priority = :priority, due = :due,"
                        + " handling = :handling, answers = :answers, touched = :touched where id = :id")
                .param("recipients", Rows.texts(changed.travel().to()))
                .param("priority", changed.travel().priority().name())
                .param("due", changed.travel().due().map(Rows::time).orElse(null))
                .param("handling", Rows.texts(changed.travel().handling()))
                .param(
                        "answers",
                        key.close(changed.answers().toBytes(), place(id, "answers"))
                                .toArray())
                .param("touched", Rows.time(clock.instant()))
                .param("id", id)
                .update();
        return made(id);
    }

    private Change made(UUID id) {
        return new Change.Made(find(id).orElseThrow());
    }

    /// What is done to a sheet while nobody else can touch it.
    private interface Work {
        Change on(Sheet sheet, CaseKey key);
    }

    private Change onAuthorsDesk(UUID id, Work work) {
        return locked(
                id, (sheet, key) -> sheet.handedBy().isEmpty() ? work.on(sheet, key) : new Change.OnAnotherDesk());
    }

    /// The row is locked first and read then: what another connection did before is seen, and it
    /// waits for us.
    private Change locked(UUID id, Work work) {
        return transaction.execute(_ -> lock(id).flatMap(key -> find(id).map(sheet -> work.on(sheet, key)))
                .orElseGet(Change.Gone::new));
    }

    @Override
    public List<Sheet> of(UUID author) {
        return sheets("author = ? order by touched desc", author);
    }

    @Override
    public List<Sheet> forRelease(Collection<AuthorityCode> owners) {
        return sheets("handed_by is not null and authority = any(?) order by touched", Rows.texts(owners));
    }

    @Override
    public Change enclose(UUID id, Attachment file, UnaryOperator<Sheet> change) {
        return onAuthorsDesk(id, (sheet, key) -> {
            int n = database.sql("update sheets set last_file = last_file + 1 where id = ? returning last_file")
                    .param(id)
                    .query(Integer.class)
                    .single();
            keep(id, n, file, key);
            return write(change.apply(sheet), key);
        });
    }

    private void keep(UUID id, int n, Attachment file, CaseKey key) {
        database.sql("insert into sheet_files (sheet_id, n, name, media_type, size, digest, content)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        n,
                        key.close(Bytes.ofUtf8(file.name()), place(id, "name/" + n))
                                .toArray(),
                        file.mediaType(),
                        (long) file.content().size(),
                        file.content().sha256().value().toArray(),
                        key.close(file.content(), place(id, "file/" + n)).toArray())
                .update();
    }

    @Override
    public Change part(UUID id, UUID other, List<AuthorityCode> leaving) {
        return onAuthorsDesk(id, (sheet, key) -> {
            List<AuthorityCode> staying = new ArrayList<>(sheet.travel().to());
            staying.removeAll(leaving);
            if (staying.isEmpty()
                    || staying.size() + leaving.size() != sheet.travel().to().size()) return new Change.NotAsShown();
            add(sheet.twin(other, leaving));
            CaseKey otherKey = lock(other).orElseThrow();
            int n = 0;
            for (Attachment file : contents(id)) keep(other, ++n, file, otherKey);
            database.sql("update sheets set last_file = ? where id = ?")
                    .params(n, other)
                    .update();
            return write(sheet.with(sheet.travel().to(staying)), key);
        });
    }

    @Override
    public Change remove(UUID id, int file, UnaryOperator<Sheet> change) {
        return onAuthorsDesk(id, (sheet, key) -> {
            database.sql("delete from sheet_files where sheet_id = ? and n = ?")
                    .params(id, file)
                    .update();
            return write(change.apply(sheet), key);
        });
    }

    @Override
    public Change discard(UUID id) {
        return onAuthorsDesk(id, (sheet, _) -> {
            database.sql("delete from sheets where id = ?").param(id).update();
            return new Change.Made(sheet);
        });
    }

    @Override
    public Optional<Became> became(UUID id) {
        return database.sql("select message_id, authority from sent_sheets where sheet_id = ?")
                .param(id)
                .query((row, n) ->
                        new Became(new MessageId(row.getObject(1, UUID.class)), AuthorityCode.parse(row.getString(2))))
                .optional();
    }

    /// What makes a message of a sheet and its files, in the transaction of the thread that calls it.
    interface Composing {
        Sending.Outcome of(Sheet sheet, List<Attachment> files);
    }

    /// Judges the order and has the message made under the sheet's lock. The message and that the sheet has gone
    /// become durable in one transaction: together, or not at all. Whoever comes meanwhile waits, and finds what
    /// became of it. Empty where there is no such sheet any more.
    Optional<Sending.Outcome> send(Sending.Order order, Composing composing) {
        return transaction.execute(_ -> lock(order.sheet())
                .flatMap(_ -> find(order.sheet()))
                .map(sheet -> order.against(sheet).orElseGet(() -> send(sheet, composing))));
    }

    private Sending.Outcome send(Sheet sheet, Composing composing) {
        Sending.Outcome outcome = composing.of(sheet, contents(sheet.id()));
        if (outcome instanceof Sending.Outcome.Sent(MessageId message, var _)) {
            database.sql("delete from sheets where id = ?").param(sheet.id()).update();
            database.sql("insert into sent_sheets (sheet_id, authority, message_id, sent) values (?, ?, ?, ?)")
                    .params(sheet.id(), sheet.from().toString(), message.value(), Rows.time(clock.instant()))
                    .update();
        }
        return outcome;
    }

    private void forget() {
        database.sql("delete from sent_sheets where sent < ?")
                .param(Rows.time(clock.instant().minus(REMEMBERED)))
                .update();
    }

    List<Attachment> contents(UUID id) {
        CaseKey key = key(id, "").orElseThrow(() -> new IllegalStateException("a sheet has gone"));
        return database.sql("select n, name, media_type, content from sheet_files where sheet_id = ? order by n")
                .param(id)
                .query((row, n) -> new Attachment(
                        key.open(Rows.bytes(row, "name"), place(id, "name/" + row.getInt("n")))
                                .utf8(),
                        row.getString("media_type"),
                        key.open(Rows.bytes(row, "content"), place(id, "file/" + row.getInt("n")))))
                .list();
    }

    private Optional<CaseKey> lock(UUID id) {
        return key(id, " for update");
    }

    private Optional<CaseKey> key(UUID id, String how) {
        return database.sql("select wrapped from sheets where id = ?" + how)
                .param(id)
                .query((row, n) -> vault.unwrap(Rows.bytes(row, "wrapped"), place(id, "key")))
                .optional();
    }

    private List<Sheet> sheets(String condition, Object parameter) {
        return database.sql("select * from sheets where " + condition + " limit 200")
                .param(parameter)
                .query(this::sheet)
                .list();
    }

    private Sheet sheet(ResultSet row, int n) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        CaseKey key = vault.unwrap(Rows.bytes(row, "wrapped"), place(id, "key"));
        return new Sheet(
                id,
                row.getObject("author", UUID.class),
                AuthorityCode.parse(row.getString("authority")),
                new MessageKind(row.getString("kind")),
                Optional.ofNullable(row.getString("case_id")).map(CaseId::new),
                new Sheet.Travel(
                        Rows.authorities(row.getArray("recipients")),
                        Priority.valueOf(row.getString("priority")),
                        Rows.optionalInstant(row, "due"),
                        Rows.texts(row.getArray("handling")).stream()
                                .map(HandlingCode::valueOf)
                                .toList()),
                Answers.ofBytes(key.open(Rows.bytes(row, "answers"), place(id, "answers"))),
                files(id, key),
                Optional.ofNullable(row.getObject("handed_by", UUID.class)),
                Rows.instant(row, "touched"));
    }

    private List<Sheet.Enclosed> files(UUID id, CaseKey key) {
        List<Sheet.Enclosed> files = new ArrayList<>();
        database.sql("select n, name, media_type, size, digest from sheet_files where sheet_id = ? order by n")
                .param(id)
                .query(row -> {
                    files.add(new Sheet.Enclosed(
                            row.getInt("n"),
                            key.open(Rows.bytes(row, "name"), place(id, "name/" + row.getInt("n")))
                                    .utf8(),
                            row.getString("media_type"),
                            row.getLong("size"),
                            new Digest(Rows.bytes(row, "digest"))));
                });
        return files;
    }

    private static String place(UUID id, String what) {
        return "sheets/" + id + "/" + what;
    }
}
