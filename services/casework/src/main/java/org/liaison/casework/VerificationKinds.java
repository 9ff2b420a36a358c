package org.liaison.casework;

import static org.liaison.casework.Kinds.kind;
import static org.liaison.casework.Kinds.whole;
import static org.liaison.message.AuthorityKind.*;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liaison.message.AuthorityKind;

/// What is checked beside a referral without ever holding up help: nationality or residence, travel documents, the
/// validity of a document. Each is a case of its own that shares with the referral nothing but the pseudonym.
final class VerificationKinds {

    private static final Set<AuthorityKind> ASKS = Set.of(SOCIAL, POLICE, CENTRAL);
    private static final Set<AuthorityKind> CHECKS_DOCUMENTS = Set.of(SOCIAL, POLICE, PROSECUTOR, CENTRAL, NCB);
    private static final Set<AuthorityKind> ISSUES_DOCUMENTS = Set.of(POLICE, CENTRAL, NCB);
    private static final Map<AuthorityKind, View> TO_THOSE_WHO_ASK = whole(ASKS);

    // spotless:off
    static final List<KindOfMessage> ALL = List.of(
            kind("NAT-VER", "Request to verify nationality or residence", "TIP 8(3), CoE 16(3)", ASKS, TO_THOSE_WHO_ASK),
            kind("NAT-VER-RSP", "Answer on nationality or residence", "TIP 8(3), CoE 16(3)", ASKS, TO_THOSE_WHO_ASK),
            kind("TRV-DOC", "Request for travel documents", "TIP 8(4), CoE 16(4)", ASKS, TO_THOSE_WHO_ASK),
            kind("TRV-DOC-RSP", "Answer on travel documents", "TIP 8(4), CoE 16(4)", ASKS, TO_THOSE_WHO_ASK),
            kind("DOC-VER", "Request to verify a document", "TIP 13, CoE 9", CHECKS_DOCUMENTS, whole(ISSUES_DOCUMENTS)),
            kind("DOC-VER-RSP", "Answer on a document", "TIP 13, CoE 9", ISSUES_DOCUMENTS, whole(CHECKS_DOCUMENTS)));
    // spotless:on

    private VerificationKinds() {}
}
