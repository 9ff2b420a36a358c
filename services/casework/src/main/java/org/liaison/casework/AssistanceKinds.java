package org.liaison.casework;

import static org.liaison.casework.Kinds.JUSTICE;
import static org.liaison.casework.Kinds.TO_JUSTICE;
import static org.liaison.casework.Kinds.kind;

import java.util.List;

/// Mutual legal assistance.
final class AssistanceKinds {

    // spotless:off
    static final List<KindOfMessage> ALL = List.of(
            kind("MLA-REQ", "Request for mutual legal assistance", "UNTOC 18(15)", JUSTICE, TO_JUSTICE),
            kind("MLA-ACK", "Acknowledgement of a request", "UNTOC 18(13), 18(24)", JUSTICE, TO_JUSTICE),
            kind("MLA-RFI", "Request for additional information", "UNTOC 18(16)", JUSTICE, TO_JUSTICE),
            kind("MLA-INFO", "Additional information", "UNTOC 18(16)", JUSTICE, TO_JUSTICE),
            kind("MLA-DEC", "Decision on a request", "UNTOC 18(21)-(23), 18(26)", JUSTICE, TO_JUSTICE),
            kind("MLA-RES", "Result of execution", "UNTOC 18(17), 18(19)", JUSTICE, TO_JUSTICE),
            kind("MLA-CLOSE", "Closure of a request", "UNTOC 18(19), 18(24)", JUSTICE, TO_JUSTICE));
    // spotless:on

    private AssistanceKinds() {}
}
