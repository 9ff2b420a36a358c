package org.liaison.auditlog.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liaison.auditlog.book.TestLog.NOW;
import static org.liaison.auditlog.book.TestLog.ORIGIN;
import static org.liaison.auditlog.book.TestLog.SIGNER;
import static org.liaison.auditlog.book.TestLog.VKEYS;

import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liaison.auditlog.book.BookInMemory;
import org.liaison.auditlog.book.Checkpoint;
import org.liaison.auditlog.book.LogSigner;
import org.liaison.auditlog.book.TestLog;
import org.liaison.auditlog.check.Consistency.Inconsistent;
import org.liaison.auditlog.check.Proof.Recorded;
import org.liaison.auditlog.check.Proof.Unproven;
import org.liaison.auditlog.check.Proof.Why;
import org.liaison.auditlog.tree.Hashing;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.Entry;
import org.liaison.message.LogProof;
import org.liaison.message.Wire.Receipt;

class LogExaminerTest {

    private static final Entry ENTRY = Entry.ofNote(Entry.Event.OPERATOR_ACTION, NOW, "released from quarantine");
    private static final int INDEX = 4;

    private final BookInMemory book = new BookInMemory(SIGNER);
    private final LogExaminer examiner = TestLog.examiner();
    private Receipt receipt;

    @BeforeEach
    void record() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 7; i++) entries.add(i == INDEX ? ENTRY : TestLog.note("other " + i));
        receipt = book.append(entries).get(INDEX);
    }

    @Test
    void a_genuine_receipt_proves_the_entry_its_place_and_the_root() {
        assertThat(examiner.examine(receipt))
                .isEqualTo(new Recorded(ENTRY, INDEX, 7, book.head().root()));
    }

    @Test
    void a_changed_entry_is_unproven() {
        Bytes changed = Entry.ofNote(Entry.Event.OPERATOR_ACTION, NOW, "nothing happened")
                .toJson();
        assertUnproven(new Receipt(changed, receipt.proof()), Why.NOT_IN_TREE);
    }

    @Test
    void another_salt_place_or_path_is_unproven() {
        LogProof proof = receipt.proof();
        Bytes zero = Bytes.owned(new byte[32]);
        assertUnproven(with(proof.index(), zero, 7, proof.path(), proof.checkpoint()), Why.NOT_IN_TREE);
        assertUnproven(with(5, proof.salt(), 7, proof.path(), proof.checkpoint()), Why.NOT_IN_TREE);
        List<Digest> shorter = proof.path().subList(1, proof.path().size());
        assertUnproven(with(proof.index(), proof.salt(), 7, shorter, proof.checkpoint()), Why.NOT_IN_TREE);
    }

    @Test
    void another_tree_size_than_the_checkpoints_is_unproven() {
        LogProof proof = receipt.proof();
        assertUnproven(
                with(proof.index(), proof.salt(), 8, proof.path(), proof.checkpoint()),
                Why.TREE_SIZE_NOT_OF_CHECKPOINT);
    }

    @Test
    void a_checkpoint_with_a_changed_root_is_unproven() {
        Bytes forged = Bytes.ofUtf8(receipt.proof()
                .checkpoint()
                .utf8()
                .replace(
                        book.head().root().value().toBase64(),
                        Hashing.emptyRoot().value().toBase64()));
        assertUnproven(under(forged), Why.CHECKPOINT_NOT_SIGNED);
    }

    @Test
    void a_checkpoint_needs_both_signatures_and_stands_no_spoilt_one() {
        String note = receipt.proof().checkpoint().utf8();
        String text = note.substring(0, note.indexOf("\n\n") + 2);
        String[] lines = note.substring(text.length()).split("(?<=\n)");
        assertThat(lines).hasSize(2);
        assertUnproven(under(Bytes.ofUtf8(text + lines[0])), Why.CHECKPOINT_NOT_SIGNED);
        assertUnproven(under(Bytes.ofUtf8(text + lines[1])), Why.CHECKPOINT_NOT_SIGNED);
        for (int i = 0; i < 2; i++) {
            String spoilt =
                    lines[i].substring(0, lines[i].length() - 8) + "AAAA" + lines[i].substring(lines[i].length() - 4);
            String[] both = lines.clone();
            both[i] = spoilt;
            assertUnproven(under(Bytes.ofUtf8(text + both[0] + both[1])), Why.CHECKPOINT_NOT_SIGNED);
            assertUnproven(under(Bytes.ofUtf8(text + lines[0] + lines[1] + spoilt)), Why.CHECKPOINT_NOT_SIGNED);
        }
    }

    @Test
    void lines_of_unknown_keys_are_ignored_so_that_witnesses_can_sign_too() {
        Bytes cosigned = Bytes.ofUtf8(receipt.proof().checkpoint().utf8() + "\u2014 witness.example/w1 "
                + Bytes.owned(new byte[80]).toBase64() + "\n");
        assertThat(examiner.examine(under(cosigned))).isInstanceOf(Recorded.class);
    }

    @Test
    void a_checkpoint_of_the_same_name_by_other_keys_is_unproven() {
        LogSigner impostor = LogSigner.ofKeys(ORIGIN, TestLog.pair("Ed25519"), TestLog.pair("ML-DSA-44"));
        assertUnproven(under(impostor.sign(book.head().noteText())), Why.CHECKPOINT_NOT_SIGNED);
    }

    @Test
    void a_checkpoint_of_another_log_is_unproven() {
        LogSigner other = LogSigner.ofKeys("log.other.example", TestLog.pair("Ed25519"), TestLog.pair("ML-DSA-44"));
        Checkpoint head = new Checkpoint("log.other.example", 7, book.head().root());
        assertUnproven(under(other.sign(head.noteText())), Why.CHECKPOINT_OF_ANOTHER_LOG);
    }

    @Test
    void what_is_no_signed_note_is_unproven() {
        String note = receipt.proof().checkpoint().utf8();
        for (String malformed : List.of(
                "",
                "\n\n",
                "one line",
                note.substring(0, note.indexOf("\n\n") + 1),
                note.replaceFirst("\n7\n", "\n07\n"),
                note.replaceFirst("\n7\n", "\n-7\n"),
                note.replaceFirst("\n7\n", "\n7\r\n"),
                note.replaceFirst("\n7\n", "\n99999999999999999999\n"),
                note.replace("\u2014 ", "- "),
                note.strip())) assertUnproven(under(Bytes.ofUtf8(malformed)), Why.CHECKPOINT_MALFORMED);
        assertUnproven(under(Bytes.of((byte) 0xff, (byte) 0xfe)), Why.CHECKPOINT_MALFORMED);
        assertUnproven(under(Bytes.owned(new byte[1 << 20])), Why.CHECKPOINT_MALFORMED);
    }

    @Test
    void what_is_recorded_but_no_entry_is_unproven() {
        Bytes junk = Bytes.ofUtf8("{}");
        Bytes salt = Bytes.owned(new byte[32]);
        byte[] opening = new byte[34];
        opening[32] = '{';
        opening[33] = '}';
        Digest leaf = Hashing.leaf(Bytes.of(opening).sha256().value());
        Bytes checkpoint = SIGNER.sign(new Checkpoint(ORIGIN, 1, leaf).noteText());
        assertUnproven(new Receipt(junk, new LogProof(0, salt, 1, List.of(), checkpoint)), Why.ENTRY_MALFORMED);
    }

    @Test
    void a_log_that_shows_two_trees_of_one_size_is_found_out() {
        BookInMemory other = new BookInMemory(SIGNER);
        other.append(List.of(TestLog.note("another story")));
        book.append(List.of(TestLog.note("grown")));
        assertThat(examiner.consistent(other.checkpoint(), book.checkpoint(), book.consistency(1, 8)))
                .isEqualTo(new Inconsistent(Consistency.Why.NOT_AN_EXTENSION));
        assertThat(examiner.consistent(book.checkpoint(), other.checkpoint(), List.of()))
                .isEqualTo(new Inconsistent(Consistency.Why.SHRUNK));
        assertThat(examiner.consistent(Bytes.ofUtf8("x"), book.checkpoint(), List.of()))
                .isEqualTo(new Inconsistent(Consistency.Why.OLDER_NOT_GENUINE));
        assertThat(examiner.consistent(book.checkpoint(), Bytes.ofUtf8("x"), List.of()))
                .isEqualTo(new Inconsistent(Consistency.Why.NEWER_NOT_GENUINE));
    }

    @Test
    void after_a_renewal_checkpoints_by_the_old_and_by_the_new_keys_hold() {
        KeyPair ed25519 = TestLog.pair("Ed25519");
        KeyPair mlDsa = TestLog.pair("ML-DSA-44");
        String both = "# renewed\n\n" + VKEYS + TestLog.vkeys(ORIGIN, ed25519, mlDsa);
        LogExaminer afterRenewal = new LogExaminer(LogKeys.parse(both));
        Bytes renewed =
                LogSigner.ofKeys(ORIGIN, ed25519, mlDsa).sign(book.head().noteText());
        assertThat(afterRenewal.examine(receipt)).isInstanceOf(Recorded.class);
        assertThat(afterRenewal.examine(under(renewed))).isInstanceOf(Recorded.class);
    }

    @Test
    void keys_that_are_not_those_of_one_log_are_refused() {
        String[] lines = VKEYS.split("\n");
        String other = TestLog.vkeys("log.other.example", TestLog.pair("Ed25519"), TestLog.pair("ML-DSA-44"));
        char digit = lines[0].charAt(ORIGIN.length() + 1);
        String otherId = lines[0].replace(ORIGIN + "+" + digit, ORIGIN + "+" + (digit == '0' ? '1' : '0'));
        for (String bad : List.of(
                "",
                lines[0],
                lines[1],
                VKEYS + other,
                VKEYS + "nonsense",
                otherId + "\n" + lines[1],
                lines[0].replace(ORIGIN, "other") + "\n" + lines[1]))
            assertThatThrownBy(() -> LogKeys.parse(bad)).as(bad).isInstanceOf(IllegalArgumentException.class);
        assertThat(LogKeys.parse(VKEYS).origin()).isEqualTo(ORIGIN);
    }

    @Test
    void a_signer_refuses_keys_that_do_not_belong_together_and_texts_of_other_logs() {
        KeyPair one = TestLog.pair("Ed25519");
        KeyPair mixed = new KeyPair(one.getPublic(), TestLog.pair("Ed25519").getPrivate());
        KeyPair mlDsa = TestLog.pair("ML-DSA-44");
        assertThatThrownBy(() -> LogSigner.ofKeys(ORIGIN, mixed, mlDsa)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> LogSigner.ofKeys(ORIGIN, mlDsa, one)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LogSigner.ofKeys("has space", one, mlDsa))
                .isInstanceOf(IllegalArgumentException.class);
        for (String text :
                List.of("log.other.example\n1\n" + Hashing.emptyRoot().value().toBase64() + "\n", "x"))
            assertThatThrownBy(() -> SIGNER.sign(Bytes.ofUtf8(text))).isInstanceOf(IllegalArgumentException.class);
    }

    private Receipt with(long index, Bytes salt, long size, List<Digest> path, Bytes checkpoint) {
        return new Receipt(receipt.entry(), new LogProof(index, salt, size, path, checkpoint));
    }

    private Receipt under(Bytes checkpoint) {
        LogProof proof = receipt.proof();
        return with(proof.index(), proof.salt(), proof.treeSize(), proof.path(), checkpoint);
    }

    private void assertUnproven(Receipt claimed, Why why) {
        assertThat(examiner.examine(claimed)).isEqualTo(new Unproven(why));
    }
}
