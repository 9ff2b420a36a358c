package org.liaison.casework;

import java.util.Set;
import org.liaison.message.AuthorityCode;
import org.liaison.message.CaseId;
import org.liaison.message.HandlingCode;

/// What binds a file that came with an earlier message: who gave it, in which case, under which handling codes, and to
/// whom the giver has allowed that it be passed on. It follows the file's content, whatever its name.
public record Restriction(
        AuthorityCode giver, CaseId caseId, Set<HandlingCode> handling, Set<AuthorityCode> permitted) {

    public Restriction {
        handling = Set.copyOf(handling);
        permitted = Set.copyOf(permitted);
    }
}
