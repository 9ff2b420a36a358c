package org.liaison.auditlog.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.liaison.auditlog.check.Consistency.Consistent;
import org.liaison.auditlog.check.LogExaminer;
import org.liaison.auditlog.check.Proof;
import org.liaison.auditlog.check.Proof.Recorded;
import org.liaison.auditlog.tree.Hashing;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.Entry;
import org.liaison.message.Entry.Event;
import org.liaison.message.MessageId;
import org.liaison.message.Wire;

/// What every book must do. Each store runs this kit.
abstract class BookContract {

    final LogExaminer examiner = TestLog.examiner();

    /// A book with nothing in it.
    abstract Book emptyBook();

    @Test
    void an_empty_book_has_a_signed_checkpoint_of_size_0() {
        Book book = emptyBook();
        assertThat(book.head()).isEqualTo(new Checkpoint(TestLog.ORIGIN, 0, Hashing.emptyRoot()));
        assertThat(examiner.consistent(book.checkpoint(), book.checkpoint(), List.of()))
                .isEqualTo(new Consistent(0, 0));
    }

    @Test
    void every_entry_of_a_batch_is_proved_in_its_order_under_one_checkpoint() {
        Book book = emptyBook();
        List<Entry> batch = notes("first", 5);
        List<Wire.Receipt> receipts = book.append(batch);
        assertThat(receipts).hasSize(5);
        for (int i = 0; i < 5; i++) {
            assertThat(receipts.get(i).proof().checkpoint()).isEqualTo(book.checkpoint());
            assertThat(examiner.examine(receipts.get(i)))
                    .isEqualTo(new Recorded(batch.get(i), i, 5, book.head().root()));
        }
    }

    @Test
    void an_empty_batch_leaves_the_book_as_it_is() {
        Book book = emptyBook();
        assertThat(book.append(List.of())).isEmpty();
        assertThat(book.head().size()).isZero();
    }

    @Test
    void batches_of_many_sizes_over_several_tiles_are_proved_then_and_later() {
        Book book = emptyBook();
        MessageId followed = TestLog.message();
        book.append(List.of(TestLog.acceptance(followed)));
        for (int size : new int[] {1, 254, 1, 255, 300, 17, 513, 2}) {
            List<Wire.Receipt> receipts = book.append(notes("batch", size));
            for (Wire.Receipt receipt : receipts) assertRecorded(receipt);
            assertRecorded(book.submissions(List.of(followed)).get(followed));
        }
        assertThat(book.head().size()).isEqualTo(1 + 1 + 254 + 1 + 255 + 300 + 17 + 513 + 2);
    }

    @Test
    void the_log_is_consistent_between_any_two_sizes_and_every_checkpoint_is_kept() {
        Book book = emptyBook();
        List<Bytes> checkpoints = new ArrayList<>(List.of(book.checkpoint()));
        List<Long> sizes = new ArrayList<>(List.of(0L));
        for (int size : new int[] {1, 2, 4, 250, 3, 300}) {
            book.append(notes("batch", size));
            checkpoints.add(book.checkpoint());
            sizes.add(book.head().size());
        }
        for (int newer = 0; newer < sizes.size(); newer++) {
            assertThat(book.checkpointAt(sizes.get(newer))).contains(checkpoints.get(newer));
            for (int older = 0; older <= newer; older++)
                assertThat(examiner.consistent(
                                checkpoints.get(older),
                                checkpoints.get(newer),
                                book.consistency(sizes.get(older), sizes.get(newer))))
                        .isEqualTo(new Consistent(sizes.get(older), sizes.get(newer)));
        }
        assertThat(book.checkpointAt(5)).isEmpty();
        assertThatThrownBy(() -> book.consistency(1, book.head().size() + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_tiles_lead_to_the_signed_root() {
        Book book = emptyBook();
        book.append(notes("batch", 256 * 2 + 3));
        Bytes first = book.tile(0, 0, 256).orElseThrow();
        Bytes second = book.tile(0, 1, 256).orElseThrow();
        Bytes partial = book.tile(0, 2, 3).orElseThrow();
        Bytes above = book.tile(1, 0, 2).orElseThrow();
        assertThat(above).isEqualTo(joined(root(hashes(first)), root(hashes(second))));
        Digest left = Hashing.node(hashes(above).get(0), hashes(above).get(1));
        assertThat(Hashing.node(left, root(hashes(partial))))
                .isEqualTo(book.head().root());
    }

    @Test
    void a_tile_is_served_as_far_as_it_is_filled_and_its_beginning_stays_the_same() {
        Book book = emptyBook();
        book.append(notes("batch", 10));
        Bytes ten = book.tile(0, 0, 10).orElseThrow();
        assertThat(book.tile(0, 0, 4)).contains(ten.slice(0, 4 * 32));
        assertThat(book.tile(0, 0, 11)).isEmpty();
        assertThat(book.tile(0, 0, 0)).isEmpty();
        assertThat(book.tile(0, 1, 1)).isEmpty();
        assertThat(book.tile(1, 0, 1)).isEmpty();
        assertThat(book.tile(-1, 0, 1)).isEmpty();
        assertThat(book.tile(0, -1, 1)).isEmpty();
        assertThat(book.tile(0, Long.MAX_VALUE, 256)).isEmpty();
        assertThat(book.tile(63, 0, 1)).isEmpty();
        book.append(notes("more", 300));
        assertThat(book.tile(0, 0, 10)).contains(ten);
    }

    @Test
    void a_message_is_answered_once() {
        Book book = emptyBook();
        MessageId message = TestLog.message();
        Wire.Receipt answer = book.append(List.of(TestLog.acceptance(message))).getFirst();
        for (Event event : Draft.SUBMISSIONS)
            assertThatThrownBy(() -> book.append(
                            List.of(TestLog.note("beside it"), TestLog.entry(event, message), TestLog.note("after"))))
                    .isInstanceOfSatisfying(
                            AlreadyRecorded.class,
                            refusal -> assertThat(refusal.messages()).containsExactly(message));
        assertThat(book.head().size()).as("nothing of the batch is recorded").isEqualTo(1);
        assertThat(book.submissions(List.of(message, TestLog.message()))).isEqualTo(Map.of(message, answer));
        assertThat(book.append(notes("the book goes on", 2))).hasSize(2);
    }

    @Test
    void a_batch_that_answers_a_message_twice_is_refused() {
        Book book = emptyBook();
        MessageId message = TestLog.message();
        assertThatThrownBy(() -> book.append(
                        List.of(TestLog.acceptance(message), TestLog.entry(Event.SUBMISSION_REJECTION, message))))
                .isInstanceOf(AlreadyRecorded.class);
        assertThat(book.head().size()).isZero();
    }

    @Test
    void the_trace_of_a_message_is_everything_about_it_oldest_first() {
        Book book = emptyBook();
        MessageId message = TestLog.message();
        book.append(List.of(TestLog.acceptance(message), TestLog.acceptance(TestLog.message())));
        book.append(notes("between", 3));
        book.append(List.of(TestLog.entry(Event.RECIPIENT_EVIDENCE, message)));
        book.append(List.of(TestLog.entry(Event.RECIPIENT_EVIDENCE, message)));
        List<Wire.Receipt> trace = book.trace(message);
        assertThat(trace.stream().map(receipt -> receipt.proof().index())).containsExactly(0L, 5L, 6L);
        trace.forEach(this::assertRecorded);
        assertThat(trace)
                .allSatisfy(receipt -> assertThat(receipt.proof().checkpoint()).isEqualTo(book.checkpoint()));
        assertThat(book.trace(TestLog.message())).isEmpty();
    }

    @Test
    void the_statements_about_several_messages_come_together_and_nothing_else_does() {
        Book book = emptyBook();
        MessageId one = TestLog.message();
        MessageId other = TestLog.message();
        MessageId silent = TestLog.message();
        book.append(List.of(TestLog.acceptance(one), TestLog.acceptance(other), TestLog.acceptance(silent)));
        book.append(
                List.of(TestLog.entry(Event.RECIPIENT_EVIDENCE, other), TestLog.entry(Event.RECIPIENT_EVIDENCE, one)));
        book.append(List.of(TestLog.entry(Event.RECIPIENT_EVIDENCE, one)));
        List<Wire.Receipt> statements = book.statements(List.of(one, other, silent));
        assertThat(statements.stream().map(receipt -> receipt.proof().index())).containsExactly(3L, 4L, 5L);
        statements.forEach(this::assertRecorded);
        assertThat(book.statements(List.of(one)).stream()
                        .map(receipt -> receipt.proof().index()))
                .containsExactly(4L, 5L);
        assertThat(book.statements(List.of())).isEmpty();
    }

    @Test
    void equal_entries_have_different_leaves() {
        Book book = emptyBook();
        Entry same = TestLog.note("same");
        book.append(List.of(same, same));
        Bytes tile = book.tile(0, 0, 2).orElseThrow();
        assertThat(tile.slice(0, 32)).isNotEqualTo(tile.slice(32, 64));
    }

    @Test
    void an_entry_without_message_and_one_of_largest_size_are_kept_whole() {
        Book book = emptyBook();
        Entry large = new Entry(
                Event.RECIPIENT_EVIDENCE,
                TestLog.NOW,
                Optional.of(TestLog.message()),
                Optional.of(Bytes.owned(new byte[100_000])),
                Optional.empty(),
                "\u0000 'quoted' \\ \uD83D\uDD4A");
        List<Wire.Receipt> receipts = book.append(List.of(TestLog.note(""), large));
        assertThat(examiner.examine(receipts.get(1)))
                .isInstanceOfSatisfying(
                        Recorded.class, recorded -> assertThat(recorded.entry()).isEqualTo(large));
    }

    @Test
    void many_threads_append_and_read_and_every_receipt_holds() throws Exception {
        Book book = emptyBook();
        int threads = 4;
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Callable<List<Wire.Receipt>>> tasks = IntStream.range(0, threads)
                    .<Callable<List<Wire.Receipt>>>mapToObj(t -> () -> {
                        List<Wire.Receipt> all = new ArrayList<>();
                        for (int i = 0; i < 10; i++) {
                            MessageId message = TestLog.message();
                            all.addAll(book.append(List.of(TestLog.acceptance(message), TestLog.note("with it"))));
                            all.addAll(book.trace(message));
                        }
                        return all;
                    })
                    .toList();
            for (Future<List<Wire.Receipt>> result : executor.invokeAll(tasks))
                for (Wire.Receipt receipt : result.get()) assertRecorded(receipt);
        }
        assertThat(book.head().size()).isEqualTo(threads * 10 * 2);
    }

    void assertRecorded(Wire.Receipt receipt) {
        Proof proof = examiner.examine(receipt);
        assertThat(proof).isInstanceOf(Recorded.class);
    }

    static List<Entry> notes(String text, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> TestLog.note(text + " " + i))
                .toList();
    }

    private static List<Digest> hashes(Bytes tile) {
        return IntStream.range(0, tile.size() / 32)
                .mapToObj(i -> new Digest(tile.slice(32 * i, 32 * i + 32)))
                .toList();
    }

    private static Digest root(List<Digest> hashes) {
        if (hashes.size() == 1) return hashes.getFirst();
        int k = Integer.highestOneBit(hashes.size() - 1);
        return Hashing.node(root(hashes.subList(0, k)), root(hashes.subList(k, hashes.size())));
    }

    private static Bytes joined(Digest left, Digest right) {
        return Bytes.owned(ByteBuffer.allocate(64)
                .put(left.value().buffer())
                .put(right.value().buffer())
                .array());
    }
}
