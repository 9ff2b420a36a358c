package org.liaison.auditlog.book;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.Entry;
import org.liaison.message.MessageId;
import org.liaison.message.Wire;

/// The audit log as its writer sees it. Safe to call from many threads; batches are recorded one after the
/// other.
public interface Book {

    /// Records a batch, all of it or nothing, in the order given. When this returns, every entry is durable and
    /// stands under a signed checkpoint that is durable too; the receipts, in the order of the entries, all
    /// lead to that checkpoint. Nothing may leave the hub before.
    ///
    /// Throws [AlreadyRecorded], having recorded nothing, when a submission in the batch was answered before:
    /// at most one `SUBMISSION_ACCEPTANCE` or `SUBMISSION_REJECTION` of a message is ever recorded. Throws
    /// [LogUnwritable] when it is not known whether the batch was recorded. A later call finds out: what was
    /// written is then in the book, and repeating it says [AlreadyRecorded].
    List<Wire.Receipt> append(List<Entry> entries);

    /// The answers given before to these messages, proved under the newest checkpoint. Messages that were never
    /// answered are missing from the map.
    Map<MessageId, Wire.Receipt> submissions(Collection<MessageId> messages);

    /// Everything recorded about one message, oldest first, proved under the newest checkpoint.
    List<Wire.Receipt> trace(MessageId message);

    /// Every `RECIPIENT_EVIDENCE` recorded about these messages, oldest first, proved under the newest checkpoint.
    List<Wire.Receipt> statements(Collection<MessageId> messages);

    /// The tree that the newest checkpoint signs.
    Checkpoint head();

    /// The newest checkpoint as a signed note.
    Bytes checkpoint();

    /// The checkpoint that was published at this size, if one was: every checkpoint is kept.
    Optional<Bytes> checkpointAt(long size);

    /// A tile of the tree (C2SP tlog-tiles): the first `width` hashes of tile `index` at `level`, 32 bytes
    /// each.
    Optional<Bytes> tile(int level, long index, int width);

    /// The proof that the tree of `to` leaves grew out of the one of `from` (RFC 9162 §2.1.4), for any two
    /// sizes up to that of the head.
    List<Digest> consistency(long from, long to);

    /// Why nothing can be recorded now, in a sentence for the operator, as far as that shows
    /// before something is recorded; empty when nothing is in the way. Does not wait for a batch
    /// that is being written.
    Optional<String> hindrance();
}
