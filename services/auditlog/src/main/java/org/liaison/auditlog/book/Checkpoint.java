package org.liaison.auditlog.book;

import org.liaison.message.Bytes;
import org.liaison.message.Digest;

/// The head of a tree: which log, how many leaves, which root. Its note text (C2SP tlog-checkpoint) is what is
/// signed.
public record Checkpoint(String origin, long size, Digest root) {

    public Checkpoint {
        if (size < 0) throw new IllegalArgumentException("a tree has no fewer than 0 leaves");
    }

    /// Three lines: origin, size, root in base64.
    public Bytes noteText() {
        return Bytes.ofUtf8(origin + "\n" + size + "\n" + root.value().toBase64() + "\n");
    }

    static Checkpoint ofNoteText(Bytes text) {
        String[] lines = text.utf8().split("\n", -1);
        if (lines.length != 4 || !lines[3].isEmpty())
            throw new IllegalArgumentException("the text of a checkpoint has three lines");
        Checkpoint read = new Checkpoint(lines[0], Long.parseLong(lines[1]), new Digest(Bytes.ofBase64(lines[2])));
        if (!read.noteText().equals(text))
            throw new IllegalArgumentException("the text of a checkpoint is not in its one form");
        return read;
    }
}
