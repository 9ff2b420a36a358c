package org.liaison.auditlog.check;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;

/// A checkpoint (C2SP tlog-checkpoint) taken apart, whether or not anybody signed it validly.
record SignedCheckpoint(Bytes text, String origin, long size, Digest root, List<Line> lines) {

    record Line(String name, Bytes keyId, Bytes signature) {

        /// As it stands in the note, with its end.
        String written() {
            byte[] both = ByteBuffer.allocate(keyId.size() + signature.size())
                    .put(keyId.buffer())
                    .put(signature.buffer())
                    .array();
            return "\u2014 " + name + " " + Bytes.owned(both).toBase64() + "\n";
        }
    }

    private static final int MAX_LENGTH = 128 * 1024;

    /// The log's own, and one for each witness.
    private static final int MAX_LINES = 256;

    private static final Pattern SIGNATURE = Pattern.compile("\u2014 ([^ +]+) ([A-Za-z0-9+/]+={0,2})");
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final byte[] LABEL = {'s', 'u', 'b', 't', 'r', 'e', 'e', '/', 'v', '1', '\n', 0};

    SignedCheckpoint {
        lines = List.copyOf(lines);
    }

    static Optional<SignedCheckpoint> read(Bytes note) {
        if (note.size() > MAX_LENGTH) return Optional.empty();
        try {
            // "The text is separated from the signatures by the last empty line in the note."
            String all =
                    StandardCharsets.UTF_8.newDecoder().decode(note.buffer()).toString();
            if (all.chars().anyMatch(character -> character < 0x20 && character != '\n')) return Optional.empty();
            int split = all.lastIndexOf("\n\n");
            if (split < 0 || !all.endsWith("\n")) return Optional.empty();
            return read(all.substring(0, split + 1), all.substring(split + 2));
        } catch (CharacterCodingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<SignedCheckpoint> read(String text, String signatures) {
        String[] body = text.split("\n", -1);
        if (body.length < 4 || body[0].isEmpty() || !SIZE.matcher(body[1]).matches()) return Optional.empty();
        List<Line> lines = new ArrayList<>();
        for (String line : signatures.lines().toList()) {
            Matcher matcher = SIGNATURE.matcher(line);
            if (!matcher.matches() || lines.size() == MAX_LINES) return Optional.empty();
            Bytes signature = Bytes.ofBase64(matcher.group(2));
            if (signature.size() <= 4) return Optional.empty();
            lines.add(new Line(matcher.group(1), signature.slice(0, 4), signature.slice(4, signature.size())));
        }
        Digest root = new Digest(Bytes.ofBase64(body[2]));
        return Optional.of(new SignedCheckpoint(Bytes.ofUtf8(text), body[0], Long.parseLong(body[1]), root, lines));
    }

    /// "If the key name and ID match a known key, verifiers MUST verify the signature. If a signature from a
    /// known key fails to verify, clients SHOULD reject the whole note." Stricter than that: each type of key
    /// that the log has must have signed.
    boolean isSignedBy(LogKeys keys) {
        List<VerifierKey.Type> signed = new ArrayList<>();
        for (Line line : lines) {
            for (VerifierKey key : keys.keys()) {
                if (!key.isNamedBy(line)) continue;
                if (!key.verifies(this, line.signature())) return false;
                signed.add(key.type());
            }
        }
        return signed.containsAll(LogKeys.NEEDED);
    }

    /// What a witness signs (C2SP tlog-cosignature, "Ed25519 signed message"): "two newline
    /// (U+000A) terminated lines (one header line and one timestamp line) followed by the whole
    /// note body of the cosigned checkpoint".
    Bytes witnessed(long timestamp) {
        return Bytes.ofUtf8("cosignature/v1\ntime " + timestamp + "\n" + text.utf8());
    }

    /// The structure `cosigned_message` of C2SP tlog-cosignature, for a whole tree.
    Bytes cosigned(String cosigner, long timestamp) {
        byte[] name = cosigner.getBytes(StandardCharsets.UTF_8);
        byte[] log = origin.getBytes(StandardCharsets.UTF_8);
        return Bytes.owned(ByteBuffer.allocate(LABEL.length + 2 + name.length + log.length + 3 * Long.BYTES + 32)
                .put(LABEL)
                .put((byte) name.length)
                .put(name)
                .putLong(timestamp)
                .put((byte) log.length)
                .put(log)
                .putLong(0)
                .putLong(size)
                .put(root.value().buffer())
                .array());
    }
}
