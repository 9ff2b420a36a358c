package org.liaison.desk;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.liaison.message.Attachment;
import org.liaison.message.AuthorityCode;

/// Port: what is being written. Everything is durable when a method returns, and closed to whoever reads the disk.
public interface Sheets {

    void add(Sheet sheet);

    Optional<Sheet> find(UUID id);

    /// Changes a sheet as it is now; two pages open at once do not undo each other's work. Absent when it is gone.
    Optional<Sheet> change(UUID id, UnaryOperator<Sheet> change);

    /// Those that a person is writing, the latest touched first.
    List<Sheet> of(UUID author);

    /// Those that wait for a supervisor of these authorities.
    List<Sheet> forRelease(Collection<AuthorityCode> owners);

    void enclose(UUID id, Attachment file);

    void remove(UUID id, int file);

    /// With everything in it.
    void discard(UUID id);
}
