package org.liaison.desk;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.liaison.message.Attachment;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Digest;
import org.liaison.message.MessageId;

/// Port: what is being written. Everything is durable when a method returns, and closed to
/// whoever reads the disk.
///
/// What changes a sheet looks at it under its lock: whether it still lies on its author's desk
/// is asked there and nowhere before, so a page that was posted earlier and arrives late changes
/// nothing that was handed over meanwhile.
public interface Sheets {

    /// What came of a change.
    sealed interface Change {
        record Made(Sheet sheet) implements Change {}

        /// It lies with a supervisor, or (for what a supervisor does) no longer there. Nothing
        /// was changed.
        record OnAnotherDesk() implements Change {}

        /// It is not what the person was shown any more. Nothing was changed.
        record NotAsShown() implements Change {}

        /// It was thrown away, or sent: see [#became].
        record Gone() implements Change {}
    }

    void add(Sheet sheet);

    Optional<Sheet> find(UUID id);

    /// Changes what lies on its author's desk, as it is now; two pages open at once do not undo
    /// each other's work.
    Change change(UUID id, UnaryOperator<Sheet> change);

    /// As [#change], with one more file.
    Change enclose(UUID id, Attachment file, UnaryOperator<Sheet> change);

    /// As [#change], with one file less.
    Change remove(UUID id, int file, UnaryOperator<Sheet> change);

    /// Takes some of its recipients off a sheet, and makes another one, of the same answers and
    /// files, for them: both or neither. Changes nothing where the sheet is not addressed to all of
    /// them, or to nobody else.
    Change part(UUID id, UUID other, List<AuthorityCode> leaving);

    /// From its author to a supervisor, exactly as it was shown to the author.
    Change handOver(UUID id, Digest shown);

    /// From the supervisor back to its author.
    Change giveBack(UUID id);

    /// Takes what lies on its author's desk away, with everything in it.
    Change discard(UUID id);

    /// The message that a sheet became, for some weeks after it was sent.
    Optional<Became> became(UUID id);

    record Became(MessageId message, AuthorityCode from) {}

    /// Those that a person is writing, the latest touched first.
    List<Sheet> of(UUID author);

    /// Those that wait for a supervisor of these authorities, the longest waiting first.
    List<Sheet> forRelease(Collection<AuthorityCode> owners);
}
