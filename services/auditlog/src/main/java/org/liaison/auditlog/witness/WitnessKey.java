package org.liaison.auditlog.witness;

import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.time.Instant;
import java.util.stream.Collectors;
import org.liaison.auditlog.check.WitnessKeys;
import org.liaison.auditlog.note.NoteKey;
import org.liaison.message.Bytes;

/// The key by which a witness cosigns. Whoever holds those of two States, and the log's, can
/// make a log that was changed look watched.
public final class WitnessKey {

    private final NoteKey key;

    private WitnessKey(NoteKey key) {
        this.key = key;
    }

    /// Refuses a key that nobody would believe: one that is not published for this witness.
    public static WitnessKey of(String witness, KeyPair pair, WitnessKeys published) {
        NoteKey key = NoteKey.of(witness, NoteKey.Type.COSIGNATURE, pair);
        if (!published.contains(key.published()))
            throw new IllegalArgumentException("the witness key of " + witness + " is not among the published ones"
                    + " (witnesses.vkeys in the trust folder); publish it, or name its key file");
        return new WitnessKey(key);
    }

    /// The note as the log signed it, with one line more (C2SP tlog-cosignature, "Ed25519 signed
    /// message"). Lines of others are left out: they send their own, and many would not fit a
    /// report.
    Bytes cosign(Bytes note, Instant now) {
        String whole = note.utf8();
        int split = whole.lastIndexOf("\n\n") + 1;
        String body = whole.substring(0, split);
        String signedByLog = "\u2014 " + body.substring(0, body.indexOf('\n')) + " ";
        String lines = whole.substring(split + 1)
                .lines()
                .filter(line -> line.startsWith(signedByLog))
                .collect(Collectors.joining("\n", "", "\n"));
        long time = now.getEpochSecond();
        Bytes signature = key.signRaw(Bytes.ofUtf8("cosignature/v1\ntime " + time + "\n" + body));
        byte[] timestamped = ByteBuffer.allocate(Long.BYTES + signature.size())
                .putLong(time)
                .put(signature.buffer())
                .array();
        return Bytes.ofUtf8(body + "\n" + lines + key.line(Bytes.owned(timestamped)));
    }
}
