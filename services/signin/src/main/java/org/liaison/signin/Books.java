package org.liaison.signin;

import java.util.UUID;

/// The books of this room, which are written together.
record Books(Persons persons, PasskeysInPostgres passkeys, Events events, Attempts attempts) {

    /// Nothing that opened for this person opens any more, until a new link is used.
    void closeWaysIn(UUID person) {
        persons.password(person, null);
        passkeys.deleteAll(person);
        persons.link(person, null, null);
        persons.unenrolled(person);
    }
}
