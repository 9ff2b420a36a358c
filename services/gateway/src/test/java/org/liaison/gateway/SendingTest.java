package org.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liaison.gateway.Network.SOCIAL_XA;
import static org.liaison.gateway.Network.SOCIAL_XC;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.casework.Forms;
import org.liaison.desk.Sending;
import org.liaison.desk.Sheet;
import org.liaison.desk.forms.Answers;
import org.liaison.message.Attachment;
import org.liaison.message.Bytes;
import org.liaison.message.MessageKind;
import org.liaison.message.Priority;
import org.liaison.message.StrictJson;
import org.liaison.routes.gateway.Register;
import org.slf4j.LoggerFactory;

/// What officers send from the desk, over the real routes.
class SendingTest {

    private static final UUID AUTHOR = UUID.randomUUID();
    /// The pool that all share has one thread where there are two cores.
    private static final Executor AT_ONCE = task -> Thread.ofVirtual().start(task);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long MOST_BYTES = 5_000_000;
    private static final Counter COUNTER = new Counter(MOST_BYTES, Duration.ofMillis(1));

    @TempDir
    static Path folder;

    static Bench bench;
    static SheetsInPostgres sheets;
    static SendingByRoutes sending;

    @BeforeAll
    static void open() {
        bench = new Bench(folder);
        sheets = new SheetsInPostgres(bench.records, Vault.open(folder.resolve("vault.key")), bench.clock);
        sending = new SendingByRoutes(
                bench.routes,
                sheets,
                new SendingByRoutes.Sources(
                        bench.shelf,
                        Forms.shipped(),
                        _ -> Optional.of(new Register.InForce(bench.network.directory, bench.network.rulebook)),
                        MOST_BYTES,
                        COUNTER),
                () -> {},
                bench.clock);
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @Test
    void a_first_message_that_is_sent_from_two_pages_at_once_is_one_message_for_both_and_no_fault_of_ours()
            throws Exception {
        Sheet sheet = referral();
        long messages = bench.count("select count(*) from messages");
        ListAppender<ILoggingEvent> told = listen();
        CompletableFuture<Sending.Outcome> one;
        CompletableFuture<Sending.Outcome> other;
        try (Connection held = bench.database.source().getConnection()) {
            held.setAutoCommit(false);
            try (var lock = held.prepareStatement("select 1 from sheets where id = ? for update")) {
                lock.setObject(1, sheet.id());
                lock.executeQuery();
            }
            one = CompletableFuture.supplyAsync(() -> sending.send(order(sheet)), AT_ONCE);
            other = CompletableFuture.supplyAsync(() -> sending.send(order(sheet)), AT_ONCE);
            awaitWaiting(2);
            held.commit();
        }
        Sending.Outcome first = one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(first).isInstanceOf(Sending.Outcome.Sent.class);
        assertThat(other.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(first);
        assertThat(bench.count("select count(*) from messages")).isEqualTo(messages + 1);
        assertThat(bench.count("select count(*) from outbox")).isEqualTo(messages + 1);
        assertThat(told.list).isEmpty();
    }

    @Test
    void what_was_not_persisted_is_a_sheet_as_before_and_is_sent_by_the_next_try() {
        Sheet sheet = referral();
        long messages = bench.count("select count(*) from messages");
        bench.shaky.failNextCommit(Shaky.Fault.NOT_PERSISTED);
        assertThatThrownBy(() -> sending.send(order(sheet))).isInstanceOf(RuntimeException.class);
        assertThat(sheets.find(sheet.id())).contains(sheet);
        assertThat(bench.count("select count(*) from messages")).isEqualTo(messages);
        assertThat(sending.send(order(sheet))).isInstanceOf(Sending.Outcome.Sent.class);
        assertThat(bench.count("select count(*) from messages")).isEqualTo(messages + 1);
    }

    @Test
    void what_was_persisted_though_nobody_heard_of_it_is_one_message_that_the_next_try_finds() {
        Sheet sheet = referral();
        long messages = bench.count("select count(*) from messages");
        bench.shaky.failNextCommit(Shaky.Fault.PERSISTED);
        assertThatThrownBy(() -> sending.send(order(sheet))).isInstanceOf(RuntimeException.class);
        assertThat(sheets.find(sheet.id())).isEmpty();
        assertThat(sending.send(order(sheet))).isInstanceOf(Sending.Outcome.Sent.class);
        assertThat(bench.count("select count(*) from messages")).isEqualTo(messages + 1);
    }

    @Test
    void while_the_api_takes_all_the_room_at_the_counter_the_desk_is_told_to_wait_and_nothing_is_sent() {
        Sheet sheet = referral();
        long messages = bench.count("select count(*) from messages");
        try (Counter.Place _ = COUNTER.take(-1)) {
            assertThat(sending.send(order(sheet))).isInstanceOf(Sending.Outcome.Busy.class);
        }
        assertThat(sheets.find(sheet.id())).contains(sheet);
        assertThat(bench.count("select count(*) from messages")).isEqualTo(messages);
        assertThat(sending.send(order(sheet))).isInstanceOf(Sending.Outcome.Sent.class);
        assertThat(COUNTER.await(MOST_BYTES).map(place -> {
                    place.close();
                    return true;
                }))
                .as("its place is free again")
                .contains(true);
    }

    private static ListAppender<ILoggingEvent> listen() {
        ListAppender<ILoggingEvent> told = new ListAppender<>();
        told.start();
        ((Logger) LoggerFactory.getLogger("org.liaison.gateway.failures")).addAppender(told);
        return told;
    }

    private static void awaitWaiting(int number) {
        Instant end = Instant.now().plus(PATIENCE);
        while (bench.count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and datname = current_database()")
                < number) if (Instant.now().isAfter(end)) throw new AssertionError("nobody waits for the lock");
    }

    private static Sending.Order order(Sheet sheet) {
        return new Sending.Order(sheet.id(), AUTHOR, false, sheet.digest());
    }

    private static Sheet referral() {
        Sheet sheet = new Sheet(
                UUID.randomUUID(),
                AUTHOR,
                SOCIAL_XC,
                new MessageKind("REF-REQ"),
                Optional.empty(),
                new Sheet.Travel(List.of(SOCIAL_XA), Priority.ROUTINE, Optional.empty(), List.of()),
                Answers.of(StrictJson.MAPPER.readTree(Office.file("referral.json"))),
                List.of(),
                Optional.empty(),
                bench.clock.instant());
        sheets.add(sheet);
        sheets.enclose(
                sheet.id(),
                new Attachment("identity-sheet.pdf", "application/pdf", Bytes.owned(Office.file("identity-sheet.pdf"))),
                now -> now);
        return sheets.find(sheet.id()).orElseThrow();
    }
}
