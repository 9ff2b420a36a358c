package org.liaison.casework;

import static org.liaison.casework.Kinds.JUSTICE;
import static org.liaison.casework.Kinds.kind;
import static org.liaison.casework.Kinds.whole;
import static org.liaison.message.AuthorityKind.CENTRAL;
import static org.liaison.message.AuthorityKind.NCB;
import static org.liaison.message.AuthorityKind.PROSECUTOR;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liaison.message.AuthorityKind;

/// Mutual legal assistance.
final class AssistanceKinds {

    /// Where two States agreed on it, an urgent request takes the way of their national bureaus (UNTOC 18(13)). A
    /// bureau relays; it decides nothing.
    private static final Set<AuthorityKind> ALSO_BUREAUS = Set.of(CENTRAL, PROSECUTOR, NCB);
    private static final Map<AuthorityKind, View> TO = whole(ALSO_BUREAUS);

    // spotless:off
    static final List<KindOfMessage> ALL = List.of(
            kind("MLA-REQ", "Request for mutual legal assistance", "UNTOC 18(15)", ALSO_BUREAUS, TO),
            kind("MLA-ORALCONF", "Written confirmation of an oral request", "UNTOC 18(14)", ALSO_BUREAUS, TO).withFormOf("MLA-REQ"),
            kind("MLA-SUPP", "Supplementary request", "UNTOC 18(15)", ALSO_BUREAUS, TO).withFormOf("MLA-REQ"),
            kind("MLA-ACK", "Acknowledgement of a request", "UNTOC 18(13), 18(24)", ALSO_BUREAUS, TO),
            kind("MLA-FWD", "Forwarding of a request", "UNTOC 18(13)", ALSO_BUREAUS, TO),
            kind("MLA-RET", "Return of a request", "UNTOC 18(13)-(15)", ALSO_BUREAUS, TO),
            kind("MLA-RFI", "Request for additional information", "UNTOC 18(16)", JUSTICE, TO),
            kind("MLA-INFO", "Additional information", "UNTOC 18(16)", ALSO_BUREAUS, TO),
            kind("MLA-CONSULT", "Consultation", "UNTOC 18(26), 18(28)", JUSTICE, TO),
            kind("MLA-CONSULT-RSP", "Answer to a consultation", "UNTOC 18(26), 18(28)", ALSO_BUREAUS, TO),
            kind("MLA-COND", "Conditions offered", "UNTOC 18(26)", JUSTICE, TO),
            kind("MLA-COND-RSP", "Answer to conditions", "UNTOC 18(26)", ALSO_BUREAUS, TO),
            kind("MLA-DEC", "Decision on a request", "UNTOC 18(21)-(23), 18(26)", JUSTICE, TO),
            kind("MLA-POST", "Postponement", "UNTOC 18(25), 18(26)", JUSTICE, TO),
            kind("MLA-RESUME", "Resumption", "UNTOC 18(24)-(26)", JUSTICE, TO),
            kind("MLA-DELAY", "Delay", "UNTOC 18(24)", JUSTICE, TO),
            kind("MLA-STATQ", "Question about progress", "UNTOC 18(24)", ALSO_BUREAUS, TO),
            kind("MLA-STAT", "Report on progress", "UNTOC 18(24)", ALSO_BUREAUS, TO),
            kind("MLA-RES", "Result of execution", "UNTOC 18(17), 18(19)", JUSTICE, TO),
            kind("MLA-IMPOSS", "Execution impossible", "UNTOC 18(17), 18(24)", JUSTICE, TO),
            kind("MLA-CONFID", "Confidentiality cannot be kept", "UNTOC 18(20)", JUSTICE, TO),
            kind("MLA-COST", "Notice of costs", "UNTOC 18(28)", JUSTICE, TO),
            kind("MLA-WDR", "Help no longer required", "UNTOC 18(24)", ALSO_BUREAUS, TO),
            kind("MLA-CHG", "Change of a request", "UNTOC 18(15)", ALSO_BUREAUS, TO),
            kind("MLA-CLOSE", "Closure of a request", "UNTOC 18(19), 18(24)", ALSO_BUREAUS, TO),
            kind("MLA-USEQ", "Request to use it otherwise", "UNTOC 18(5), 18(19)", JUSTICE, TO),
            kind("MLA-USED", "Decision on another use", "UNTOC 18(5), 18(19)", JUSTICE, TO),
            kind("MLA-EXCULP", "Notice of exculpatory disclosure", "UNTOC 18(5), 18(19)", JUSTICE, TO));
    // spotless:on

    private AssistanceKinds() {}
}
