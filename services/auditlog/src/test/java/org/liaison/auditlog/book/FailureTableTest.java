package org.liaison.auditlog.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liaison.auditlog.book.FaultyDatabase.COMMITS;
import static org.liaison.auditlog.book.FaultyDatabase.EVERY_CALL;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.liaison.auditlog.book.FaultyDatabase.Connectivity;
import org.liaison.auditlog.book.FaultyDatabase.Effect;
import org.liaison.auditlog.check.Consistency.Consistent;
import org.liaison.auditlog.check.LogExaminer;
import org.liaison.auditlog.check.Proof.Recorded;
import org.liaison.database.Database;
import org.liaison.message.Bytes;
import org.liaison.message.Entry;
import org.liaison.message.MessageId;
import org.liaison.message.Wire;

/// Every write of the book × {failed and not persisted, failed but persisted} × {connection kept, connection cut}.
/// `DESIGN.md` prints this table.
class FailureTableTest {

    private static DatabaseServer server;

    private final LogExaminer examiner = TestLog.examiner();
    private Database database;
    private FaultyDatabase faulty;
    private BookInPostgres book;

    @BeforeAll
    static void startServer(@TempDir Path folder) {
        server = new DatabaseServer(folder);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void open() throws SQLException {
        database = server.freshDatabase();
        faulty = new FaultyDatabase(database.source());
        book = BookInPostgres.open(faulty, TestLog.SIGNER, TestLog.CLOCK);
        book.append(BookContract.notes("before", 254));
    }

    @AfterEach
    void close() {
        book.close();
        database.close();
    }

    /// `commit` counts the commits of an append, with the start before it where one is needed.
    enum Write {
        TAKE_OVER(2, true),
        ENTRIES(1, false),
        TREE_AND_CHECKPOINT(2, false);

        private final int commit;
        private final boolean atStart;

        Write(int commit, boolean atStart) {
            this.commit = commit;
            this.atStart = atStart;
        }
    }

    record Case(Write write, Effect effect, Connectivity connectivity, boolean recorded) {}

    static Stream<Case> table() {
        return Stream.of(Connectivity.values())
                .flatMap(connectivity -> Stream.of(
                        new Case(Write.TAKE_OVER, Effect.NOT_PERSISTED, connectivity, false),
                        new Case(Write.TAKE_OVER, Effect.PERSISTED, connectivity, false),
                        new Case(Write.ENTRIES, Effect.NOT_PERSISTED, connectivity, false),
                        new Case(Write.ENTRIES, Effect.PERSISTED, connectivity, true),
                        new Case(Write.TREE_AND_CHECKPOINT, Effect.NOT_PERSISTED, connectivity, true),
                        new Case(Write.TREE_AND_CHECKPOINT, Effect.PERSISTED, connectivity, true)));
    }

    @ParameterizedTest
    @MethodSource("table")
    void after_a_write_fails_the_caller_learns_whether_it_was_recorded(Case row) {
        MessageId message = TestLog.message();
        List<Entry> batch =
                List.of(TestLog.acceptance(message), TestLog.note("fills a tile"), TestLog.note("and more"));
        if (row.write.atStart) book.close();
        Bytes before = book.checkpoint();
        faulty.failAt(row.write.commit, COMMITS, row.effect, row.connectivity);

        assertThatThrownBy(() -> book.append(batch)).isInstanceOf(LogUnwritable.class);
        assertThat(faulty.hasFailed()).isTrue();
        assertThat(book.checkpoint())
                .as("nothing is shown that is not known to be durable")
                .isEqualTo(before);

        if (row.recorded) {
            assertThatThrownBy(() -> book.append(batch)).isInstanceOf(AlreadyRecorded.class);
        } else {
            assertThat(book.append(batch)).hasSize(3);
        }
        assertThat(book.head().size()).isEqualTo(254 + 3);
        assertAnsweredOnce(message);
        assertGrownFrom(before, 254);
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void a_first_start_that_fails_at_any_call_is_followed_by_one_that_succeeds(Effect effect) throws SQLException {
        try (Database empty = server.freshDatabase()) {
            FaultyDatabase source = new FaultyDatabase(empty.source());
            boolean failed = true;
            for (int call = 1; failed; call++) {
                source.failAt(call, EVERY_CALL, effect, Connectivity.CUT);
                try {
                    BookInPostgres.open(source, TestLog.SIGNER, TestLog.CLOCK).close();
                } catch (LogUnwritable expected) {
                    assertThat(source.hasFailed()).isTrue();
                }
                failed = source.hasFailed();
                source.work();
                try (BookInPostgres opened = BookInPostgres.open(source, TestLog.SIGNER, TestLog.CLOCK)) {
                    assertThat(examiner.consistent(opened.checkpoint(), opened.checkpoint(), List.of()))
                            .isEqualTo(new Consistent(0, 0));
                }
            }
        }
    }

    static Stream<Case> everyWay() {
        return Stream.of(Effect.values())
                .flatMap(effect -> Stream.of(Connectivity.values())
                        .map(connectivity -> new Case(Write.ENTRIES, effect, connectivity, false)));
    }

    /// A hub that repeats what it does not know to be recorded, as the broker makes it do, while call after call fails.
    @ParameterizedTest
    @MethodSource("everyWay")
    void whichever_call_fails_every_message_is_answered_exactly_once(Case way) {
        List<Bytes> shown = new ArrayList<>(List.of(book.checkpoint()));
        List<MessageId> all = new ArrayList<>();
        boolean failed = true;
        for (int call = 1; failed; call++) {
            List<MessageId> messages =
                    IntStream.range(0, 40).mapToObj(_ -> TestLog.message()).toList();
            all.addAll(messages);
            if (call % 2 == 0) book.close();
            faulty.failAt(call, EVERY_CALL, way.effect, way.connectivity);
            recordUntilAnswered(messages);
            failed = faulty.hasFailed();
            faulty.work();
            shown.add(book.checkpoint());
        }
        all.forEach(this::assertAnsweredOnce);
        assertThat(book.head().size()).isEqualTo(254 + all.size());
        for (Bytes older : shown) assertGrownFrom(older, sizeOf(older));
    }

    @Test
    void a_signature_that_fails_leaves_the_entries_for_the_next_attempt() throws SQLException {
        try (Database empty = server.freshDatabase()) {
            BrokenSigner signer = new BrokenSigner();
            try (BookInPostgres own = BookInPostgres.open(empty.source(), signer, TestLog.CLOCK)) {
                MessageId message = TestLog.message();
                signer.broken = true;
                assertThatThrownBy(() -> own.append(List.of(TestLog.acceptance(message))))
                        .isInstanceOf(LogUnwritable.class);
                assertThat(own.head().size()).isZero();
                signer.broken = false;
                assertThatThrownBy(() -> own.append(List.of(TestLog.acceptance(message))))
                        .isInstanceOf(AlreadyRecorded.class);
                assertThat(examiner.examine(own.submissions(List.of(message)).get(message)))
                        .isInstanceOf(Recorded.class);
            }
        }
    }

    private static final class BrokenSigner implements LogSigner {

        private boolean broken;

        @Override
        public String origin() {
            return TestLog.ORIGIN;
        }

        @Override
        public Bytes sign(Bytes noteText) {
            if (broken) throw new IllegalStateException("the key is out of reach");
            return TestLog.SIGNER.sign(noteText);
        }
    }

    private void recordUntilAnswered(List<MessageId> messages) {
        for (int attempt = 0; attempt < 5; attempt++) {
            try {
                Map<MessageId, Wire.Receipt> known = book.submissions(messages);
                List<Entry> missing = messages.stream()
                        .filter(message -> !known.containsKey(message))
                        .map(TestLog::acceptance)
                        .toList();
                book.append(missing);
                return;
            } catch (LogUnwritable | LogUnreadable | AlreadyRecorded e) {
                // What a broker does about this is deliver the messages again.
            }
        }
        throw new AssertionError("not recorded after five attempts");
    }

    private void assertAnsweredOnce(MessageId message) {
        List<Wire.Receipt> trace = book.trace(message);
        assertThat(trace).hasSize(1);
        assertThat(examiner.examine(trace.getFirst())).isInstanceOf(Recorded.class);
    }

    private void assertGrownFrom(Bytes older, long size) {
        assertThat(examiner.consistent(
                        older,
                        book.checkpoint(),
                        book.consistency(size, book.head().size())))
                .isInstanceOf(Consistent.class);
    }

    private static long sizeOf(Bytes checkpoint) {
        return Long.parseLong(checkpoint.utf8().split("\n")[1]);
    }
}
