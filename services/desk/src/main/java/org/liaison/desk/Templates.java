package org.liaison.desk;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liaison.message.AuthorityCode;

/// Port: what is kept to begin sheets with. Everything is durable when a method returns, and
/// closed to whoever reads the disk.
public interface Templates {

    void keep(Template template);

    /// A person's own, and what is shared within these authorities.
    List<Template> of(UUID person, Collection<AuthorityCode> owners);

    Optional<Template> find(UUID id);

    void discard(UUID id);
}
