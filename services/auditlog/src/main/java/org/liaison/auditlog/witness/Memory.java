package org.liaison.auditlog.witness;

import java.util.List;
import java.util.Optional;
import org.liaison.message.Bytes;

/// What a witness remembers of a log, for as long as it is a witness. Whoever can set it back
/// can have it cosign a log that was changed in between.
public interface Memory {

    /// The last head, however long ago and by whichever process it was noted.
    Optional<Head> last();

    /// Other heads that the log has shown us over its signatures and must stand by as well, as
    /// far as it was not yet found to. The largest may be larger than the last head.
    List<Head> promised();

    /// The log stands by these: they need not be held against it again.
    void kept(List<Head> promises);

    /// Durable on return. False, with nothing changed, when the last head is no longer `from`.
    boolean advance(Optional<Head> from, Head to);

    /// The note of the last head with our line, if we have cosigned it. The line is kept so that
    /// it can be shown again.
    Optional<Bytes> cosigned();

    /// Durable on return. Does nothing when the last head is no longer this one.
    void keep(Head head, Bytes cosigned);
}
