package org.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.liaison.message.Digest;
import org.liaison.message.MessageKind;
import org.liaison.message.Priority;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two people at one sheet. What counts is what is so when the row is locked, not what a page saw before.
class SheetsTest {

    private static final UUID AUTHOR = UUID.randomUUID();
    private static final UUID SUPERVISOR = UUID.randomUUID();
    private static final Attachment FILE = new Attachment("late.pdf", "application/pdf", Bytes.ofUtf8("late"));
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
        assertThat(sheets.claim(order(sheet, SUPERVISOR, true, shown)))
                .isEqualTo(unmet(new Sending.Outcome.NotAsShown()));
        assertThat(sheets.claim(order(sheet, SUPERVISOR, true, now(sheet).digest())))
                .isInstanceOf(SheetsInPostgres.Claim.Claimed.class);
    }

    @Test
    void a_release_waits_for_a_change_under_way_and_sees_it() throws Exception {
        Sheet sheet = begun();
        sheets.handOver(sheet.id(), sheet.digest());
        try (Connection other = database.source().getConnection()) {
            other.setAutoCommit(false);
            update(other, "update sheets set handed_by = null where id = ?", sheet.id());
            var release =
                    CompletableFuture.supplyAsync(() -> sheets.claim(order(sheet, SUPERVISOR, true, sheet.digest())));
            awaitWaiting();
            other.commit();
            assertThat(release.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isEqualTo(unmet(new Sending.Outcome.NotTheirs()));
        }
    }

    @Test
    void nobody_releases_what_was_not_handed_over_or_is_their_own() {
        Sheet sheet = begun();
        assertThat(sheets.claim(order(sheet, SUPERVISOR, true, sheet.digest())))
                .isEqualTo(unmet(new Sending.Outcome.NotTheirs()));
        sheets.handOver(sheet.id(), sheet.digest());
        assertThat(sheets.claim(order(sheet, AUTHOR, true, sheet.digest())))
                .isEqualTo(unmet(new Sending.Outcome.NotTheirs()));
        assertThat(sheets.claim(order(sheet, AUTHOR, false, sheet.digest())))
                .isEqualTo(unmet(new Sending.Outcome.NotTheirs()));
    }

    @Test
    void whoever_sends_the_own_sheet_is_its_author() {
        Sheet sheet = begun();
        assertThat(sheets.claim(order(sheet, SUPERVISOR, false, sheet.digest())))
                .isEqualTo(unmet(new Sending.Outcome.NotTheirs()));
        assertThat(sheets.claim(order(sheet, AUTHOR, false, sheet.digest())))
                .isInstanceOf(SheetsInPostgres.Claim.Claimed.class);
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
            CompletableFuture<Change> late = CompletableFuture.supplyAsync(change);
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

    private static SheetsInPostgres.Claim unmet(Sending.Outcome why) {
        return new SheetsInPostgres.Claim.Unmet(why);
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
