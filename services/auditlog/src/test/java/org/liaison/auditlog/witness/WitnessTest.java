package org.liaison.auditlog.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liaison.auditlog.book.TestLog.NOW;
import static org.liaison.auditlog.book.TestLog.ORIGIN;
import static org.liaison.auditlog.book.TestLog.SIGNER;
import static org.liaison.auditlog.book.TestLog.VKEYS;

import java.io.IOException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liaison.auditlog.book.BookInMemory;
import org.liaison.auditlog.book.Checkpoint;
import org.liaison.auditlog.book.LogSigner;
import org.liaison.auditlog.book.TestLog;
import org.liaison.auditlog.check.LogKeys;
import org.liaison.auditlog.check.WitnessExaminer;
import org.liaison.auditlog.check.WitnessKeys;
import org.liaison.auditlog.check.Witnessing;
import org.liaison.auditlog.check.Witnessing.Cosigned;
import org.liaison.auditlog.tree.ConsistencyCheck.Why;
import org.liaison.auditlog.tree.Hashing;
import org.liaison.auditlog.witness.Sighting.Good;
import org.liaison.auditlog.witness.Sighting.Rewritten;
import org.liaison.auditlog.witness.Sighting.Unread;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;

class WitnessTest {

    private static final KeyPair PAIR = TestLog.pair("Ed25519");
    private static final WitnessKeys PUBLISHED = WitnessKeys.parse(TestLog.witnessVkey("gateway-xa", PAIR));
    private static final WitnessKey KEY = WitnessKey.of("gateway-xa", PAIR, PUBLISHED);
    private static final WitnessExaminer EXAMINER = new WitnessExaminer(LogKeys.parse(VKEYS), PUBLISHED);

    private final BookInMemory log = new BookInMemory(SIGNER);
    private final MemoryForgetful memory = new MemoryForgetful();
    private final Witness witness = new Witness(LogKeys.parse(VKEYS), memory);

    @Test
    void the_first_checkpoint_is_believed_and_cosigned() throws IOException {
        append(3);
        assertThat(look(log)).isInstanceOf(Good.class);
        assertCosigned(3);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 4", "255, 2", "256, 300", "7, 500"})
    void a_log_that_only_grew_is_cosigned_at_its_new_size(int before, int more) throws IOException {
        append(before);
        look(log);
        append(more);
        assertThat(look(log)).isInstanceOf(Good.class);
        assertCosigned(before + more);
    }

    @Test
    void a_rewritten_log_is_never_cosigned_and_both_checkpoints_are_the_evidence() throws IOException {
        append(5);
        look(log);
        Bytes cosigned = witness.cosign(KEY, NOW).orElseThrow();
        BookInMemory rewritten = new BookInMemory(SIGNER);
        for (int i = 0; i < 9; i++) rewritten.append(List.of(TestLog.note("another " + i)));

        assertThat(look(rewritten)).isInstanceOfSatisfying(Rewritten.class, found -> {
            assertThat(found.older().note()).isEqualTo(log.checkpoint());
            assertThat(found.newer().note()).isEqualTo(rewritten.checkpoint());
            assertThat(found.why()).isEqualTo(Why.OTHER_FIRST_ROOT);
        });
        assertThat(witness.cosign(KEY, NOW)).contains(cosigned);
        append(1);
        assertThat(look(log)).as("the true log goes on").isInstanceOf(Good.class);
    }

    @Test
    void two_roots_of_one_size_are_a_rewritten_log() throws IOException {
        append(4);
        look(log);
        BookInMemory other = new BookInMemory(SIGNER);
        for (int i = 0; i < 4; i++) other.append(List.of(TestLog.note("another " + i)));
        assertThat(look(other))
                .isInstanceOfSatisfying(
                        Rewritten.class, found -> assertThat(found.why()).isEqualTo(Why.OTHER_SECOND_ROOT));
    }

    @Test
    void a_log_that_went_back_is_never_cosigned() throws IOException {
        append(4);
        Bytes early = log.checkpoint();
        append(4);
        look(log);
        assertThat(look(early))
                .isInstanceOfSatisfying(
                        Rewritten.class, found -> assertThat(found.why()).isEqualTo(Why.SHRUNK));
        assertCosigned(8);
    }

    @Test
    void what_the_log_did_not_sign_is_not_looked_at() throws IOException {
        append(2);
        look(log);
        LogSigner impostor = LogSigner.ofKeys(ORIGIN, TestLog.pair("Ed25519"), TestLog.pair("ML-DSA-44"));
        Bytes forged = impostor.sign(new Checkpoint(ORIGIN, 9, Hashing.emptyRoot()).noteText());
        assertThat(look(forged)).isEqualTo(new Unread(Witnessing.Why.NOT_SIGNED));
        assertThat(look(Bytes.ofUtf8("<html>"))).isEqualTo(new Unread(Witnessing.Why.MALFORMED));
        assertThat(memory.last().orElseThrow().size()).isEqualTo(2);
    }

    @Test
    void a_path_that_cannot_be_had_leaves_everything_as_it_was() throws IOException {
        append(2);
        look(log);
        append(2);
        assertThatThrownBy(() -> witness.look(
                        shown(log::checkpoint, (from, to) -> {
                            throw new IOException("no tile");
                        }),
                        NOW))
                .isInstanceOf(IOException.class);
        assertThat(memory.last().orElseThrow().size()).isEqualTo(2);
    }

    @Test
    void a_head_that_was_noted_before_a_crash_is_cosigned_after_it() throws IOException {
        append(3);
        look(log);
        assertThat(memory.cosigned()).as("noted first").isEmpty();
        assertThat(new Witness(LogKeys.parse(VKEYS), memory).cosign(KEY, NOW)).isPresent();
    }

    @Test
    void a_head_is_cosigned_once_and_the_line_shown_again() throws IOException {
        append(3);
        look(log);
        Bytes first = witness.cosign(KEY, NOW).orElseThrow();
        look(log);
        assertThat(witness.cosign(KEY, NOW.plus(Duration.ofHours(1)))).contains(first);
    }

    @Test
    void a_witness_that_saw_nothing_says_nothing() {
        assertThat(witness.cosign(KEY, NOW)).isEmpty();
    }

    @Test
    void a_head_that_another_process_noted_meanwhile_is_the_one_to_grow_out_of() throws IOException {
        append(2);
        look(log);
        append(2);
        Bytes four = log.checkpoint();
        append(2);
        Head six = new Head(6, log.head().root(), log.checkpoint());
        Iterator<Bytes> answers = List.of(four, log.checkpoint()).iterator();
        Supplier<Bytes> answering = () -> {
            Bytes note = answers.next();
            if (answers.hasNext()) memory.advance(memory.last(), six);
            return note;
        };
        assertThat(witness.look(shown(answering, log::consistency), NOW)).isInstanceOf(Good.class);
        assertThat(memory.last()).contains(six);
        assertThat(answers).as("it asked again").isExhausted();
    }

    @Test
    void the_log_must_stand_by_what_it_showed_us_elsewhere() throws IOException {
        append(5);
        look(log);
        BookInMemory shownInReceipts = new BookInMemory(SIGNER);
        for (int i = 0; i < 3; i++) shownInReceipts.append(List.of(TestLog.note("another " + i)));
        Head promise = new Head(3, shownInReceipts.head().root(), shownInReceipts.checkpoint());
        memory.promise(promise);
        append(1);
        assertThat(look(log))
                .isInstanceOfSatisfying(
                        Rewritten.class, found -> assertThat(found.older()).isEqualTo(promise));
        assertThat(memory.last().orElseThrow().size()).isEqualTo(5);
        assertThat(memory.promised()).containsExactly(promise);
    }

    @Test
    void what_it_stands_by_is_not_asked_again() throws IOException {
        append(3);
        memory.promise(new Head(3, log.head().root(), log.checkpoint()));
        append(3);
        assertThat(look(log)).isInstanceOf(Good.class);
        assertThat(memory.promised()).isEmpty();
    }

    @Test
    void a_key_that_is_not_published_for_this_witness_is_refused() {
        assertThatThrownBy(() -> WitnessKey.of("gateway-xb", PAIR, PUBLISHED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("witnesses.vkeys");
        assertThatThrownBy(() -> WitnessKey.of("gateway-xa", TestLog.pair("Ed25519"), PUBLISHED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void append(int entries) {
        for (int i = 0; i < entries; i++) log.append(List.of(TestLog.note("entry")));
    }

    private Sighting look(BookInMemory at) throws IOException {
        return witness.look(shown(at::checkpoint, at::consistency), NOW);
    }

    private Sighting look(Bytes note) throws IOException {
        return witness.look(shown(() -> note, log::consistency), NOW);
    }

    private interface Path {
        List<Digest> between(long from, long to) throws IOException;
    }

    private static Witness.Published shown(Supplier<Bytes> checkpoint, Path path) {
        return new Witness.Published() {
            @Override
            public Bytes checkpoint() {
                return checkpoint.get();
            }

            @Override
            public List<Digest> path(long from, long to) throws IOException {
                return path.between(from, to);
            }
        };
    }

    private void assertCosigned(long size) {
        Bytes note = witness.cosign(KEY, NOW).orElseThrow();
        assertThat(EXAMINER.examine(note, NOW)).isInstanceOfSatisfying(Cosigned.class, cosigned -> {
            assertThat(cosigned.size()).isEqualTo(size);
            assertThat(cosigned.by()).singleElement().satisfies(one -> {
                assertThat(one.witness()).isEqualTo("gateway-xa");
                assertThat(one.at()).isEqualTo(NOW);
            });
        });
    }
}
