package org.liaison.auditlog.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.liaison.auditlog.book.TestLog.NOW;
import static org.liaison.auditlog.book.TestLog.SIGNER;
import static org.liaison.auditlog.book.TestLog.VKEYS;

import java.io.IOException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liaison.auditlog.book.BookInMemory;
import org.liaison.auditlog.book.TestLog;
import org.liaison.auditlog.check.Attestation.Attested;
import org.liaison.auditlog.check.Attestation.Refuted;
import org.liaison.auditlog.check.Witnessing.Why;
import org.liaison.auditlog.witness.MemoryForgetful;
import org.liaison.auditlog.witness.Witness;
import org.liaison.auditlog.witness.WitnessKey;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.LogProof;
import org.liaison.message.MessageId;
import org.liaison.message.Reading;
import org.liaison.message.StrictJson;
import org.liaison.message.Wire;
import tools.jackson.databind.node.ObjectNode;

/// Who watched the log when an entry stood in it, by what an export holds and by public keys.
class AttestationTest {

    private static final KeyPair OF_XA = TestLog.pair("Ed25519");
    private static final KeyPair OF_XB = TestLog.pair("Ed25519");
    private static final WitnessKeys WITNESSES =
            WitnessKeys.parse(TestLog.witnessVkey("gateway-xa", OF_XA) + TestLog.witnessVkey("gateway-xb", OF_XB));

    private final WitnessExaminer examiner = new WitnessExaminer(LogKeys.parse(VKEYS), WITNESSES);
    private final BookInMemory book = new BookInMemory(SIGNER);
    private final MessageId message = TestLog.message();
    private Wire.Receipt receipt;

    @BeforeEach
    void record() {
        append(book, 4);
        receipt = book.append(List.of(TestLog.acceptance(message))).getFirst();
    }

    @Test
    void an_entry_is_vouched_for_by_whoever_cosigned_a_larger_tree() throws IOException {
        append(book, 300);
        CosignedPath byXa = path(cosigned("gateway-xa", OF_XA, book));
        append(book, 60);
        CosignedPath byXb = path(cosigned("gateway-xb", OF_XB, book));
        Attested attested = attested(List.of(byXb, byXa));
        assertThat(attested.by())
                .extracting(
                        one -> one.line().witness(),
                        Attestation.Vouch::treeSize,
                        one -> one.line().at())
                .containsExactly(tuple("gateway-xa", 305L, NOW), tuple("gateway-xb", 365L, NOW));
        assertThat(attested.states()).hasSize(2);
        assertThat(attested.strangers()).isEmpty();
    }

    @Test
    void each_witness_counts_once_with_its_largest_tree() throws IOException {
        CosignedPath early = path(cosigned("gateway-xa", OF_XA, book));
        append(book, 2);
        CosignedPath late = path(cosigned("gateway-xa", OF_XA, book));
        assertThat(attested(List.of(early, late)).by())
                .singleElement()
                .satisfies(one -> assertThat(one.treeSize()).isEqualTo(7));
    }

    @Test
    void nobody_vouches_where_nobody_cosigned_or_the_key_is_not_known() throws IOException {
        assertThat(attested(List.of()).by()).isEmpty();
        assertThat(attested(List.of(path(book.checkpoint()))).by()).isEmpty();
        KeyPair foreign = TestLog.pair("Ed25519");
        Attested attested = attested(List.of(path(cosigned("gateway-xa", foreign, book))));
        assertThat(attested.by()).isEmpty();
        assertThat(attested.strangers()).as("told, and not counted").containsExactly("gateway-xa");
    }

    @Test
    void a_cosignature_taken_from_another_checkpoint_is_refused() throws IOException {
        String early = cosigned("gateway-xa", OF_XA, book).utf8();
        append(book, 1);
        Bytes replayed = Bytes.ofUtf8(book.checkpoint().utf8() + lastLine(early));
        assertRefuted(path(replayed), Why.COSIGNATURE_SPOILT);
    }

    @Test
    void a_cosigned_checkpoint_from_before_the_entry_proves_nothing_about_it() throws IOException {
        BookInMemory before = new BookInMemory(SIGNER);
        append(before, 3);
        Bytes note = cosigned("gateway-xa", OF_XA, before);
        assertRefuted(new CosignedPath(3, List.of(), note), Why.NOT_COVERED);
    }

    @Test
    void a_way_that_does_not_lead_to_what_was_cosigned_is_refused() throws IOException {
        append(book, 3);
        CosignedPath good = path(cosigned("gateway-xa", OF_XA, book));
        assertRefuted(new CosignedPath(good.treeSize() + 1, good.path(), good.checkpoint()), Why.OTHER_SIZE);
        assertRefuted(
                new CosignedPath(
                        good.treeSize(), good.path().subList(1, good.path().size()), good.checkpoint()),
                Why.NOT_IN_TREE);
        BookInMemory other = new BookInMemory(SIGNER);
        append(other, 9);
        assertRefuted(new CosignedPath(9, good.path(), cosigned("gateway-xa", OF_XA, other)), Why.NOT_IN_TREE);
    }

    /// The log signed the entry into two trees of one size.
    @Test
    void two_roots_of_one_size_are_the_proof_of_a_fork() throws IOException {
        append(book, 3);
        BookInMemory fork = new BookInMemory(SIGNER);
        append(fork, 5);
        append(fork, 3);
        Wire.Receipt grown = new Wire.Receipt(
                receipt.entry(),
                new LogProof(
                        receipt.proof().index(),
                        receipt.proof().salt(),
                        fork.head().size(),
                        List.of(),
                        fork.checkpoint()));
        assertThat(examiner.attest(grown, List.of(path(cosigned("gateway-xa", OF_XA, book))), NOW))
                .isEqualTo(new Refuted(8, Why.FORKED));
    }

    @Test
    void what_the_log_did_not_sign_and_a_time_ahead_are_refused() throws IOException {
        String note = cosigned("gateway-xa", OF_XA, book).utf8();
        String unsigned = note.substring(0, note.indexOf("\n\n") + 2) + lastLine(note);
        assertRefuted(path(Bytes.ofUtf8(unsigned)), Why.NOT_SIGNED);
        CosignedPath path = path(Bytes.ofUtf8(note));
        assertThat(examiner.attest(receipt, List.of(path), NOW.minus(Duration.ofHours(1))))
                .isEqualTo(new Refuted(5, Why.TIME_AHEAD));
    }

    @Test
    void a_way_is_written_and_read_again_and_bounded() throws IOException {
        append(book, 3);
        CosignedPath path = path(cosigned("gateway-xa", OF_XA, book));
        var json = StrictJson.MAPPER.createObjectNode();
        path.write(json);
        assertThat(read(json)).isEqualTo(new Reading.Clear<>(path));
        assertThat(read(json.deepCopy().put("note", "x"))).isInstanceOf(Reading.Garbled.class);
        assertThat(read(json.deepCopy().put("treeSize", 0))).isInstanceOf(Reading.Garbled.class);
    }

    private static Reading<CosignedPath> read(ObjectNode path) {
        var outer = StrictJson.MAPPER.createObjectNode();
        outer.set("path", path);
        return StrictJson.read(StrictJson.write(outer), "a way", json -> CosignedPath.of(json.object("path")));
    }

    private void assertRefuted(CosignedPath path, Why why) {
        assertThat(examiner.attest(receipt, List.of(path), NOW)).isEqualTo(new Refuted(path.treeSize(), why));
    }

    private Attested attested(List<CosignedPath> paths) {
        return (Attested) examiner.attest(receipt, paths, NOW);
    }

    /// The way from the entry up to the book's tree.
    private CosignedPath path(Bytes note) {
        return new CosignedPath(
                book.head().size(), book.trace(message).getFirst().proof().path(), note);
    }

    private static Bytes cosigned(String witness, KeyPair pair, BookInMemory shown) throws IOException {
        WitnessKey key = WitnessKey.of(witness, pair, WitnessKeys.parse(TestLog.witnessVkey(witness, pair)));
        Witness eyes = new Witness(LogKeys.parse(VKEYS), new MemoryForgetful());
        eyes.look(
                new Witness.Published() {
                    @Override
                    public Bytes checkpoint() {
                        return shown.checkpoint();
                    }

                    @Override
                    public List<Digest> path(long from, long to) {
                        return shown.consistency(from, to);
                    }
                },
                NOW);
        return eyes.cosign(key, NOW).orElseThrow();
    }

    private static String lastLine(String note) {
        return note.lines().toList().getLast() + "\n";
    }

    private static void append(BookInMemory book, int entries) {
        for (int i = 0; i < entries; i++) book.append(List.of(TestLog.note("entry " + i)));
    }
}
