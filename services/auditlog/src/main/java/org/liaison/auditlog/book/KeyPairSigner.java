package org.liaison.auditlog.book;

import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.util.regex.Pattern;
import org.liaison.auditlog.note.NoteKey;
import org.liaison.message.Bytes;

/// Signs checkpoints with an Ed25519 and an ML-DSA-44 key.
final class KeyPairSigner implements LogSigner {

    private static final Pattern ORIGIN = Pattern.compile("[\\x21-\\x7e&&[^+]]{1,128}");
    private static final byte[] LABEL = {'s', 'u', 'b', 't', 'r', 'e', 'e', '/', 'v', '1', '\n', 0};

    /// "These two values MAY be zero if the cosigner doesn't make any statement as to the tree being the
    /// largest observed at time of signing." Times are stated by the log's entries and by time stamps, not
    /// here.
    private static final long NO_TIME = 0;

    private final String origin;
    private final NoteKey ed25519;
    private final NoteKey mlDsa;

    KeyPairSigner(String origin, KeyPair ed25519, KeyPair mlDsa) {
        if (!ORIGIN.matcher(origin).matches())
            throw new IllegalArgumentException("a log's name has 1 to 128 printable characters, no space and no plus");
        this.origin = origin;
        this.ed25519 = NoteKey.of(origin, NoteKey.Type.ED25519, ed25519);
        this.mlDsa = NoteKey.of(origin, NoteKey.Type.ML_DSA_44, mlDsa);
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public Bytes sign(Bytes noteText) {
        Checkpoint checkpoint = Checkpoint.ofNoteText(noteText);
        if (!checkpoint.origin().equals(origin))
            throw new IllegalArgumentException("this key signs the log " + origin + " and no other");
        String first = ed25519.line(ed25519.signRaw(noteText));
        String second = mlDsa.line(timestamped(mlDsa.signRaw(cosignedMessage(checkpoint))));
        return Bytes.ofUtf8(noteText.utf8() + "\n" + first + second);
    }

    /// The structure `timestamped_signature` of C2SP tlog-cosignature.
    private static Bytes timestamped(Bytes signature) {
        return Bytes.owned(ByteBuffer.allocate(Long.BYTES + signature.size())
                .putLong(NO_TIME)
                .put(signature.buffer())
                .array());
    }

    /// The structure `cosigned_message` of C2SP tlog-cosignature: label, cosigner_name, timestamp, log_origin,
    /// start, end, hash. The log is its own cosigner.
    private Bytes cosignedMessage(Checkpoint checkpoint) {
        Bytes name = Bytes.ofUtf8(origin);
        return Bytes.owned(ByteBuffer.allocate(LABEL.length + 2 * (1 + name.size()) + 3 * Long.BYTES + 32)
                .put(LABEL)
                .put((byte) name.size())
                .put(name.buffer())
                .putLong(NO_TIME)
                .put((byte) name.size())
                .put(name.buffer())
                .putLong(0)
                .putLong(checkpoint.size())
                .put(checkpoint.root().value().buffer())
                .array());
    }
}
