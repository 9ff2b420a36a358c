package org.liaison.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.directory.Sample.directory;
import static org.liaison.directory.Sample.rulebook;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.liaison.message.Bytes;
import org.liaison.message.Reading;
import org.liaison.message.Reading.Clear;
import org.liaison.message.Reading.Garbled;

class SnapshotsTest {

    private static final UnaryOperator<Bytes> ANNA = signature("anna");
    private static final UnaryOperator<Bytes> BORIS = signature("boris");
    private static final Optional<Mark> NOTHING_TAKEN_YET = Optional.empty();

    private final Snapshots snapshots = new Snapshots(SnapshotsTest::examine);

    @Test
    void a_snapshot_signed_by_two_administrators_is_read() {
        Bytes signed = countersigned(Snapshots.sign(directory(3), ANNA), BORIS);
        assertThat(snapshots.directory(signed, NOTHING_TAKEN_YET)).isEqualTo(new Clear<>(directory(3)));
        Bytes rules = countersigned(Snapshots.sign(rulebook(4), BORIS), ANNA);
        assertThat(snapshots.rulebook(rules, NOTHING_TAKEN_YET)).isEqualTo(new Clear<>(rulebook(4)));
    }

    @Test
    void one_administrator_is_not_enough_even_when_signing_twice() {
        assertThat(problem(snapshots.directory(Snapshots.sign(directory(3), ANNA), NOTHING_TAKEN_YET)))
                .contains("two administrators must sign");
        Bytes twice = ANNA.apply(ANNA.apply(directory(3).toJson()));
        assertThat(problem(snapshots.directory(twice, NOTHING_TAKEN_YET))).contains("two distinct administrators");
        assertThat(problem(snapshots.countersign(Snapshots.sign(directory(3), ANNA), ANNA)))
                .contains("two distinct administrators");
    }

    @Test
    void an_unsigned_snapshot_is_refused() {
        assertThat(problem(snapshots.directory(directory(3).toJson(), NOTHING_TAKEN_YET)))
                .contains("outer signature");
        Bytes halfForged = BORIS.apply(directory(3).toJson());
        assertThat(problem(snapshots.directory(halfForged, NOTHING_TAKEN_YET))).contains("inner signature");
    }

    @Test
    void an_older_snapshot_never_replaces_a_newer_one() {
        Optional<Mark> last = Optional.of(Mark.of(directory(5)));
        assertThat(problem(snapshots.directory(signed(directory(4)), last))).contains("never go backwards");
        assertThat(snapshots.directory(signed(directory(5)), last)).isInstanceOf(Clear.class);
        assertThat(snapshots.directory(signed(directory(6)), last)).isInstanceOf(Clear.class);
    }

    @Test
    void two_snapshots_of_one_number_are_refused() {
        Directory other =
                new Directory(5, Sample.ISSUED, Sample.EXPIRES, java.util.List.of(Sample.authority(Sample.POLICE_XA)));
        assertThat(problem(snapshots.directory(signed(other), Optional.of(Mark.of(directory(5))))))
                .contains("Two different versions");
    }

    @Test
    void a_rulebook_is_not_read_as_a_directory() {
        assertThat(problem(snapshots.directory(signed(rulebook(1)), NOTHING_TAKEN_YET)))
                .contains("not a directory");
    }

    @Test
    void nobody_countersigns_what_no_reader_would_take() {
        Bytes nonsense = ANNA.apply(Bytes.ofUtf8("{\"snapshot\":\"directory\"}"));
        assertThat(problem(snapshots.countersign(nonsense, BORIS))).contains("neither a directory");
        assertThat(problem(snapshots.countersign(directory(1).toJson(), BORIS))).contains("genuine signature");
    }

    @Test
    void a_mark_survives_being_written_down() {
        Mark mark = Mark.of(rulebook(12));
        assertThat(Mark.parse(mark.toString())).isEqualTo(mark);
    }

    private static Bytes signed(Snapshot snapshot) {
        return BORIS.apply(ANNA.apply(snapshot.toJson()));
    }

    private Bytes countersigned(Bytes once, UnaryOperator<Bytes> administrator) {
        return switch (snapshots.countersign(once, administrator)) {
            case Clear<Bytes>(Bytes twice) -> twice;
            case Garbled<Bytes>(String problem) -> throw new AssertionError(problem);
        };
    }

    private static String problem(Reading<?> reading) {
        return switch (reading) {
            case Garbled<?>(String problem) -> problem;
            case Clear<?> clear -> throw new AssertionError("was read: " + clear);
        };
    }

    /// A signature of this test: a line with the name before the content.
    private static UnaryOperator<Bytes> signature(String name) {
        return content -> Bytes.ofUtf8("signed by " + name + "\n" + content.utf8());
    }

    private static Optional<SignedLayer> examine(Bytes signed) {
        String text = signed.utf8();
        int end = text.indexOf('\n');
        if (!text.startsWith("signed by ") || end < 0) return Optional.empty();
        return Optional.of(
                new SignedLayer(Bytes.ofUtf8(text.substring(end + 1)), text.substring("signed by ".length(), end)));
    }
}
