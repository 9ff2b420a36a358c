package org.liaison.rehearsal;

import java.util.List;
import org.liaison.message.AuthorityCode;

/// One message of the play: who writes what to whom, in which thread. `thread` names a case within the script; the
/// first scene of a thread opens the case. `form` and `files` are resources under `demo/`.
record Scene(String sentence, String thread, AuthorityCode from, AuthorityCode to, String form, List<String> files) {

    Scene {
        files = List.copyOf(files);
    }
}
