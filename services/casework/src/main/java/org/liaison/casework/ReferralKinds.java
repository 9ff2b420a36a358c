package org.liaison.casework;

import static org.liaison.casework.Kinds.CARERS;
import static org.liaison.casework.Kinds.TO_CARERS;
import static org.liaison.casework.Kinds.kind;
import static org.liaison.casework.Kinds.whole;
import static org.liaison.message.AuthorityKind.*;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liaison.message.AuthorityKind;

/// Referral of a victim.
final class ReferralKinds {

    /// Police and prosecutors learn of a referral only through a notice (separate documents that share
    /// nothing but the pseudonym of the case).
    private static final Map<AuthorityKind, View> REFERRAL =
            Map.of(SOCIAL, View.WHOLE, NGO, View.WHOLE, POLICE, View.POLICE, PROSECUTOR, View.PROSECUTOR);
    /// An alarm to police is a document and a case of its own, too.
    private static final Map<AuthorityKind, View> ALARM =
            Map.of(SOCIAL, View.WHOLE, NGO, View.WHOLE, POLICE, View.POLICE);
    /// Who may raise an alarm, and so answer one and see it closed.
    private static final Set<AuthorityKind> CARERS_AND_POLICE = Set.of(SOCIAL, NGO, POLICE);
    private static final Map<AuthorityKind, View> TO_CARERS_AND_POLICE = whole(CARERS_AND_POLICE);

    // spotless:off
    static final List<KindOfMessage> ALL = List.of(
            kind("REF-REQ", "Referral of a victim", "CoE 12(7), 16; TIP 6(3), 8", CARERS, REFERRAL),
            kind("REF-ACK", "Acknowledgement of a referral", "CoE 32", CARERS_AND_POLICE, TO_CARERS_AND_POLICE),
            kind("REF-RFI", "Request for more information on a referral", "CoE 11, 12(7)", CARERS, TO_CARERS),
            kind("REF-INFO", "More information on a referral", "CoE 11, 12(7)", CARERS, TO_CARERS),
            kind("REF-DEC", "Decision on a referral", "CoE 12, 34(1)", CARERS, TO_CARERS),
            kind("REF-PLAN", "Plan for handover and travel", "CoE 16, TIP 8(2)", CARERS, TO_CARERS),
            kind("REF-PLAN-OK", "Answer to a plan", "CoE 16(2)", CARERS, TO_CARERS),
            kind("REF-DEPART", "Departure", "CoE 16(2)", CARERS, TO_CARERS),
            kind("REF-ARRIVED", "Arrival", "CoE 16(2), 12", CARERS, TO_CARERS),
            kind("REF-NOTARRIVED", "Person has not arrived", "CoE 33(1)", CARERS, ALARM),
            kind("REF-FU", "Follow-up report", "CoE 16(5), 11", CARERS, TO_CARERS),
            kind("REF-CONSENT", "Change of consent", "CoE 12(6)-(7), Dir 2011/36 11(5)", CARERS, TO_CARERS),
            kind("REF-CANCEL", "Cancellation of a referral", "CoE 11, 12(7)", CARERS_AND_POLICE, TO_CARERS_AND_POLICE),
            kind("REF-CLOSE", "Closure of a referral", "CoE 34(1), 16(5)", CARERS_AND_POLICE, TO_CARERS_AND_POLICE),
            kind("REF-EMERG", "Alarm: immediate danger", "CoE 33(1)", CARERS_AND_POLICE, ALARM),
            kind("REF-RES-STATUS", "Residence and reflection status", "CoE 13, 14, 16, 34(4)", CARERS, whole(Set.of(SOCIAL))),
            kind("REF-ERASED", "Confirmation of erasure", "CoE 11, Convention 108", CARERS_AND_POLICE, TO_CARERS_AND_POLICE));
    // spotless:on

    private ReferralKinds() {}
}
