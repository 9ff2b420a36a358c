package org.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liaison.gateway.Network.SOCIAL_XA;
import static org.liaison.gateway.Network.SOCIAL_XC;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.database.Database;
import org.liaison.database.DatabaseSettings;
import org.liaison.desk.Sending;
import org.liaison.desk.Sheet;
import org.liaison.desk.Sheets.Change;
import org.liaison.desk.forms.Answers;
import org.liaison.message.Attachment;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.Digest;
import org.liaison.message.MessageId;
import org.liaison.message.MessageKind;
import org.liaison.message.Priority;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two people at one sheet. What counts is what is so when the row is locked, not what a page saw before.
class SheetsTest {

    private static final UUID AUTHOR = UUID.randomUUID();
    private static final UUID SUPERVISOR = UUID.randomUUID();
    private static final Attachment FILE = new Attachment("late.pdf", "application/pdf", Bytes.ofUtf8("late"));
    private static final Sending.Outcome.Sent SENT =
            new Sending.Outcome.Sent(MessageId.next(Instant.now()), new CaseId("XC-REF-2026-000001"));
    /// The pool that all share has one thread where there are two cores.
    private static final Executor AT_ONCE = task -> Thread.ofVirtual().start(task);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    static Database database;
    static JdbcClient sql;
    static SheetsInPostgres sheets;

    @BeforeAll
    static void open() {
        database = Database.open(
                DatabaseSettings.embedded(folder.resolve("database")), "classpath:org/liaison/gateway/schema");
        sql = JdbcClient.create(database.source());
        sheets = new SheetsInPostgres(
                Records.of(database.source(), Vault.open(folder.resolve("vault.key"))),
                Vault.open(folder.resolve("vault.key")),
                Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void a_post_that_was_under_way_does_not_change_what_is_handed_over_meanwhile() throws Exception {
        Sheet sheet = begun();
        assertThat(overtaken(sheet, () -> sheets.change(sheet.id(), now -> now.with(typed("changed")))))
                .isEqualTo(new Change.OnAnotherDesk());
        assertThat(now(sheet).digest()).isEqualTo(sheet.digest());
    }

    @Test
    void a_file_that_was_on_its_way_does_not_join_what_is_handed_over_meanwhile() throws Exception {
        Sheet sheet = begun();
        assertThat(overtaken(sheet, () -> sheets.enclose(sheet.id(), FILE, now -> now)))
                .isEqualTo(new Change.OnAnotherDesk());
        assertThat(now(sheet).files()).isEmpty();
    }

    @Test
    void a_file_is_not_taken_out_of_what_is_handed_over_meanwhile() throws Exception {
        Sheet sheet = begun();
        sheets.enclose(sheet.id(), FILE, now -> now);
        int n = now(sheet).files().getFirst().n();
        assertThat(overtaken(sheet, () -> sheets.remove(sheet.id(), n, now -> now)))
                .isEqualTo(new Change.OnAnotherDesk());
        assertThat(now(sheet).files()).hasSize(1);
    }

    @Test
    void what_is_handed_over_meanwhile_is_not_thrown_away() throws Exception {
        Sheet sheet = begun();
        assertThat(overtaken(sheet, () -> sheets.discard(sheet.id()))).isEqualTo(new Change.OnAnotherDesk());
        assertThat(sheets.find(sheet.id())).isPresent();
    }

    @Test
    void an_author_hands_over_what_was_shown_and_nothing_else() {
        Sheet sheet = begun();
        sheets.change(sheet.id(), now -> now.with(typed("changed")));
        assertThat(sheets.handOver(sheet.id(), sheet.digest())).isEqualTo(new Change.NotAsShown());
        assertThat(sheets.handOver(sheet.id(), now(sheet).digest())).isInstanceOf(Change.Made.class);
        assertThat(sheets.handOver(sheet.id(), now(sheet).digest())).isEqualTo(new Change.OnAnotherDesk());
    }

    @Test
    void a_supervisor_releases_what_was_shown_and_nothing_else() {
        Sheet sheet = begun();
        sheets.handOver(sheet.id(), sheet.digest());
        Digest shown = now(sheet).digest();
        sheets.giveBack(sheet.id());
        sheets.change(sheet.id(), now -> now.with(typed("changed")));
        sheets.handOver(sheet.id(), now(sheet).digest());
        assertThat(sheets.send(order(sheet, SUPERVISOR, true, shown), SheetsTest::compose))
                .contains(new Sending.Outcome.NotAsShown());
        assertThat(sheets.send(order(sheet, SUPERVISOR, true, now(sheet).digest()), SheetsTest::compose))
                .contains(SENT);
    }

    @Test
    void a_release_waits_for_a_change_under_way_and_sees_it() throws Exception {
        Sheet sheet = begun();
        sheets.handOver(sheet.id(), sheet.digest());
        try (Connection other = database.source().getConnection()) {
            other.setAutoCommit(false);
            update(other, "update sheets set handed_by = null where id = ?", sheet.id());
            var release = CompletableFuture.supplyAsync(
                    () -> sheets.send(order(sheet, SUPERVISOR, true, sheet.digest()), SheetsTest::compose), AT_ONCE);
            awaitWaiting();
            other.commit();
            assertThat(release.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).contains(new Sending.Outcome.NotTheirs());
        }
    }

    @Test
    void of_two_who_send_at_once_one_makes_the_message_and_the_other_finds_what_became_of_the_sheet() throws Exception {
        Sheet sheet = begun();
        var second = whileSending(sheet, () -> sheets.send(order(sheet), SheetsTest::composeTwice));
        assertThat(second).isEmpty();
        assertThat(sheets.became(sheet.id()).orElseThrow().message()).isEqualTo(SENT.id());
    }

    @Test
    void what_is_being_sent_cannot_be_given_back_changed_or_thrown_away() throws Exception {
        Sheet handed = begun();
        sheets.handOver(handed.id(), handed.digest());
        assertThat(whileSending(handed, () -> sheets.giveBack(handed.id()))).isEqualTo(new Change.Gone());
        Sheet changed = begun();
        assertThat(whileSending(changed, () -> sheets.change(changed.id(), now -> now.with(typed("late")))))
                .isEqualTo(new Change.Gone());
        Sheet discarded = begun();
        assertThat(whileSending(discarded, () -> sheets.discard(discarded.id())))
                .isEqualTo(new Change.Gone());
        assertThat(sheets.became(discarded.id())).isPresent();
    }

    @Test
    void a_sheet_whose_message_could_not_be_stored_is_there_as_it_was() {
        Sheet sheet = begun();
        assertThatThrownBy(() -> sheets.send(order(sheet), (_, _) -> {
                    throw new IllegalStateException("the disk is full");
                }))
                .hasMessage("the disk is full");
        assertThat(now(sheet).digest()).isEqualTo(sheet.digest());
        assertThat(sheets.became(sheet.id())).isEmpty();
    }

    /// What comes of it when somebody does this while the sheet is being sent.
    private static <T> T whileSending(Sheet sheet, Supplier<T> late) throws Exception {
        CompletableFuture<Void> sealed = new CompletableFuture<>();
        CompletableFuture<Void> composing = new CompletableFuture<>();
        var first = CompletableFuture.supplyAsync(
                () -> sheets.send(order(sheet), (_, _) -> {
                    composing.complete(null);
                    sealed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
                    return SENT;
                }),
                AT_ONCE);
        composing.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        var second = CompletableFuture.supplyAsync(late, AT_ONCE);
        awaitWaiting();
        sealed.complete(null);
        assertThat(first.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).contains(SENT);
        return second.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static Sending.Outcome compose(Sheet sheet, List<Attachment> files) {
        return SENT;
    }

    private static Sending.Outcome composeTwice(Sheet sheet, List<Attachment> files) {
        throw new AssertionError("this was sent before");
    }

    @Test
    void nobody_releases_what_was_not_handed_over_or_is_their_own() {
        Sheet sheet = begun();
        assertThat(sheets.send(order(sheet, SUPERVISOR, true, sheet.digest()), SheetsTest::compose))
                .contains(new Sending.Outcome.NotTheirs());
        sheets.handOver(sheet.id(), sheet.digest());
        assertThat(sheets.send(order(sheet, AUTHOR, true, sheet.digest()), SheetsTest::compose))
                .contains(new Sending.Outcome.NotTheirs());
        assertThat(sheets.send(order(sheet, AUTHOR, false, sheet.digest()), SheetsTest::compose))
                .contains(new Sending.Outcome.NotTheirs());
    }

    @Test
    void whoever_sends_the_own_sheet_is_its_author() {
        Sheet sheet = begun();
        assertThat(sheets.send(order(sheet, SUPERVISOR, false, sheet.digest()), SheetsTest::compose))
                .contains(new Sending.Outcome.NotTheirs());
        assertThat(sheets.send(order(sheet, AUTHOR, false, sheet.digest()), SheetsTest::compose))
                .contains(SENT);
    }

    @Test
    void recipients_who_leave_a_sheet_get_one_with_the_same_answers_and_files() {
        Sheet sheet = begun();
        sheets.change(
                sheet.id(),
                now -> now.with(now.travel().to(List.of(SOCIAL_XA, Network.POLICE_XA, Network.CENTRAL_XA))));
        sheets.enclose(sheet.id(), FILE, now -> now);
        UUID other = UUID.randomUUID();
        assertThat(sheets.part(sheet.id(), other, List.of(Network.POLICE_XA))).isInstanceOf(Change.Made.class);
        Sheet twin = sheets.find(other).orElseThrow();
        assertThat(now(sheet).travel().to()).containsExactly(SOCIAL_XA, Network.CENTRAL_XA);
        assertThat(twin.travel().to()).containsExactly(Network.POLICE_XA);
        assertThat(twin.answers()).isEqualTo(now(sheet).answers());
        assertThat(twin.author()).isEqualTo(AUTHOR);
        assertThat(twin.attached()).isEqualTo(now(sheet).attached());
        assertThat(sheets.contents(other)).containsExactly(FILE);
        sheets.enclose(other, new Attachment("one-more.pdf", "application/pdf", Bytes.ofUtf8("more")), now -> now);
        assertThat(sheets.contents(other)).hasSize(2);
        assertThat(sheets.contents(sheet.id())).containsExactly(FILE);
    }

    @Test
    void a_second_press_makes_no_second_sheet_and_nobody_is_left_without() {
        Sheet sheet = begun();
        sheets.change(sheet.id(), now -> now.with(now.travel().to(List.of(SOCIAL_XA, Network.POLICE_XA))));
        sheets.part(sheet.id(), UUID.randomUUID(), List.of(Network.POLICE_XA));
        UUID again = UUID.randomUUID();
        assertThat(sheets.part(sheet.id(), again, List.of(Network.POLICE_XA))).isEqualTo(new Change.NotAsShown());
        assertThat(sheets.part(sheet.id(), again, List.of(SOCIAL_XA))).isEqualTo(new Change.NotAsShown());
        assertThat(sheets.find(again)).isEmpty();
        assertThat(now(sheet).travel().to()).containsExactly(SOCIAL_XA);
    }

    @Test
    void no_recipient_leaves_what_is_handed_over_meanwhile() throws Exception {
        Sheet sheet = begun();
        sheets.change(sheet.id(), now -> now.with(now.travel().to(List.of(SOCIAL_XA, Network.POLICE_XA))));
        UUID other = UUID.randomUUID();
        assertThat(overtaken(sheet, () -> sheets.part(sheet.id(), other, List.of(Network.POLICE_XA))))
                .isEqualTo(new Change.OnAnotherDesk());
        assertThat(sheets.find(other)).isEmpty();
    }

    /// What a change comes to that was begun while another connection hands the sheet over.
    private static Change overtaken(Sheet sheet, Supplier<Change> change) throws Exception {
        try (Connection other = database.source().getConnection()) {
            other.setAutoCommit(false);
            update(other, "update sheets set handed_by = author where id = ?", sheet.id());
            CompletableFuture<Change> late = CompletableFuture.supplyAsync(change, AT_ONCE);
            awaitWaiting();
            other.commit();
            return late.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static void update(Connection connection, String statement, UUID id) throws Exception {
        try (PreparedStatement update = connection.prepareStatement(statement)) {
            update.setObject(1, id);
            update.executeUpdate();
        }
    }

    private static void awaitWaiting() {
        Instant end = Instant.now().plus(PATIENCE);
        while (sql.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and datname = current_database()")
                        .query(Long.class)
                        .single()
                == 0) if (Instant.now().isAfter(end)) throw new AssertionError("nobody waits for the lock");
    }

    private static Sending.Order order(Sheet sheet, UUID person, boolean fourEyes, Digest shown) {
        return new Sending.Order(sheet.id(), person, fourEyes, shown);
    }

    /// By whoever may, of what is there.
    private static Sending.Order order(Sheet sheet) {
        boolean handed = now(sheet).handedBy().isPresent();
        return order(sheet, handed ? SUPERVISOR : AUTHOR, handed, sheet.digest());
    }

    private static Sheet now(Sheet sheet) {
        return sheets.find(sheet.id()).orElseThrow();
    }

    private static Answers typed(String text) {
        return Answers.EMPTY.with("/pseudonym", text);
    }

    private static Sheet begun() {
        Sheet sheet = new Sheet(
                UUID.randomUUID(),
                AUTHOR,
                SOCIAL_XC,
                new MessageKind("REF-REQ"),
                Optional.empty(),
                new Sheet.Travel(List.of(SOCIAL_XA), Priority.ROUTINE, Optional.empty(), List.of()),
                typed("K7Q2M9XD"),
                List.of(),
                Optional.empty(),
                Instant.now());
        sheets.add(sheet);
        return now(sheet);
    }
}
