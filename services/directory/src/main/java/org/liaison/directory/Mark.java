package org.liaison.directory;

import org.liaison.message.Digest;

/// What a reader of snapshots remembers, durably, of the last one it took: without it an old snapshot, genuine and
/// signed, could bring back a revoked authority or a withdrawn rule.
public record Mark(long number, Digest content) {

    public static Mark of(Snapshot snapshot) {
        return new Mark(snapshot.number(), snapshot.toJson().sha256());
    }

    /// Reads what [#toString] wrote.
    public static Mark parse(String text) {
        int space = text.indexOf(' ');
        if (space < 1) throw new IllegalArgumentException("a mark is a number, a space and a digest");
        return new Mark(Long.parseLong(text.substring(0, space)), Digest.ofHex(text.substring(space + 1)));
    }

    @Override
    public String toString() {
        return number + " " + content.toHex();
    }
}
