package org.liaison.desk;

import java.util.Optional;
import org.liaison.directory.Authority;
import org.liaison.directory.ContactPoint;
import org.liaison.directory.Directory;
import org.liaison.message.AuthorityCode;

/// Port: who exists, as the directory in force says.
@FunctionalInterface
public interface Addresses {

    /// Absent when the directory has run out.
    Optional<Directory> directory();

    /// Whom to call there.
    default Optional<ContactPoint> contact(AuthorityCode code) {
        return directory().flatMap(directory -> directory.authority(code)).map(Authority::contact);
    }

    /// The authority's name, or its code where the directory does not know it any more.
    default String name(AuthorityCode code) {
        return directory()
                .flatMap(directory -> directory.authority(code))
                .map(Authority::name)
                .orElse(code.toString());
    }
}
