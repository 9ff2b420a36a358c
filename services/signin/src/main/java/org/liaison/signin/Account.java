package org.liaison.signin;

import java.util.Optional;
import org.liaison.message.Bytes;

/// A person with what this room alone needs to know. `epoch` goes up when all sessions of the person must end.
record Account(
        Person person, Bytes handle, Optional<HashedPassword> password, boolean linked, State state, long epoch) {

    enum State {
        INVITED,
        ENROLLED,
        DISABLED
    }

    boolean welcome() {
        return state == State.ENROLLED;
    }
}
