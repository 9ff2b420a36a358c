package org.liaison.directory;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.liaison.message.Bytes;
import org.liaison.message.Reading;
import org.liaison.message.Reading.Clear;
import org.liaison.message.Reading.Garbled;

/// Reads and makes snapshot files: the signature of administrator 2 over the signature of administrator 1 over the
/// content. Two distinct administrators, so that nobody alone decides who is an authority and who may write to whom.
///
/// `examine` checks one layer: it answers only when the signature is genuine *and* made with an administrator's
/// certificate that is valid now; the name it gives is the one in that certificate.
public final class Snapshots {

    private final Function<Bytes, Optional<SignedLayer>> examine;

    public Snapshots(Function<Bytes, Optional<SignedLayer>> examine) {
        this.examine = examine;
    }

    /// `last` is the mark of the snapshot taken last, absent only for a reader that never took one.
    public Reading<Directory> directory(Bytes signed, Optional<Mark> last) {
        return open(signed, Directory.WHAT, Directory::read, last);
    }

    /// As [#directory], for the rulebook.
    public Reading<Rulebook> rulebook(Bytes signed, Optional<Mark> last) {
        return open(signed, Rulebook.WHAT, Rulebook::read, last);
    }

    /// The first administrator's step.
    public static Bytes sign(Snapshot content, UnaryOperator<Bytes> administrator) {
        return administrator.apply(content.toJson());
    }

    /// The second administrator's step. What the first one signed is checked and read before it is signed again, so
    /// that nobody countersigns what no reader would take.
    public Reading<Bytes> countersign(Bytes signedOnce, UnaryOperator<Bytes> administrator) {
        Optional<SignedLayer> layer = examine.apply(signedOnce);
        if (layer.isEmpty()) return new Garbled<>("The snapshot does not carry an administrator's genuine signature.");
        Bytes content = layer.get().content();
        if (Directory.read(content) instanceof Garbled<Directory>(String notDirectory)
                && Rulebook.read(content) instanceof Garbled<Rulebook>(String notRulebook))
            return new Garbled<>("What the first administrator signed is neither a directory (" + notDirectory
                    + ") nor a rulebook (" + notRulebook + ").");
        Bytes signedTwice = administrator.apply(signedOnce);
        return switch (layers(signedTwice)) {
            case Garbled<Bytes>(String problem) -> new Garbled<>(problem);
            case Clear<Bytes> _ -> new Clear<>(signedTwice);
        };
    }

    private <S extends Snapshot> Reading<S> open(
            Bytes signed, String what, Function<Bytes, Reading<S>> reader, Optional<Mark> last) {
        return switch (layers(signed)) {
            case Garbled<Bytes>(String problem) -> new Garbled<>(problem);
            case Clear<Bytes>(Bytes content) ->
                switch (reader.apply(content)) {
                    case Garbled<S> garbled -> garbled;
                    case Clear<S>(S snapshot) -> notOlder(snapshot, what, last);
                };
        };
    }

    private Reading<Bytes> layers(Bytes signed) {
        Optional<SignedLayer> outer = examine.apply(signed);
        if (outer.isEmpty())
            return new Garbled<>("The snapshot's outer signature is not an administrator's genuine signature.");
        Optional<SignedLayer> inner = examine.apply(outer.get().content());
        if (inner.isEmpty())
            return new Garbled<>("The snapshot's inner signature is not an administrator's genuine signature:"
                    + " two administrators must sign.");
        if (inner.get().administrator().equals(outer.get().administrator()))
            return new Garbled<>("The same administrator, " + outer.get().administrator()
                    + ", signed the snapshot twice: two distinct administrators must sign.");
        return new Clear<>(inner.get().content());
    }

    private static <S extends Snapshot> Reading<S> notOlder(S snapshot, String what, Optional<Mark> last) {
        if (last.isEmpty()) return new Clear<>(snapshot);
        Mark mark = last.get();
        if (snapshot.number() < mark.number())
            return new Garbled<>("This " + what + " has number " + snapshot.number() + ", but number " + mark.number()
                    + " was taken before: numbers never go backwards.");
        if (snapshot.number() == mark.number() && !Mark.of(snapshot).equals(mark))
            return new Garbled<>("Two different versions of the " + what + " have number " + mark.number()
                    + ": the administrators must say which one is meant by signing a higher number.");
        return new Clear<>(snapshot);
    }
}
