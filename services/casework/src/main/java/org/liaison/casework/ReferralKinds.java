package org.liaison.casework;

import static org.liaison.casework.Kinds.CARERS;
import static org.liaison.casework.Kinds.TO_CARERS;
import static org.liaison.casework.Kinds.kind;
import static org.liaison.message.AuthorityKind.NGO;
import static org.liaison.message.AuthorityKind.POLICE;
import static org.liaison.message.AuthorityKind.PROSECUTOR;
import static org.liaison.message.AuthorityKind.SOCIAL;

import java.util.List;
import java.util.Map;
import org.liaison.message.AuthorityKind;

/// Referral of a victim.
final class ReferralKinds {

    /// Police and prosecutors learn of a referral only through a notice (domain rule: separate documents that share
    /// nothing but the pseudonym of the case).
    private static final Map<AuthorityKind, View> REFERRAL =
            Map.of(SOCIAL, View.WHOLE, NGO, View.WHOLE, POLICE, View.POLICE, PROSECUTOR, View.PROSECUTOR);

    // spotless:off
    static final List<KindOfMessage> ALL = List.of(
            kind("REF-REQ", "Referral of a victim", "CoE 12(7), 16; TIP 6(3), 8", CARERS, REFERRAL),
            kind("REF-ACK", "Acknowledgement of a referral", "CoE 32", CARERS, TO_CARERS),
            kind("REF-DEC", "Decision on a referral", "CoE 12, 34(1)", CARERS, TO_CARERS));
    // spotless:on

    private ReferralKinds() {}
}
