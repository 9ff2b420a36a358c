package org.liaison.casework;

import static org.liaison.casework.Kinds.kind;
import static org.liaison.casework.Kinds.whole;
import static org.liaison.message.AuthorityKind.CENTRAL;
import static org.liaison.message.AuthorityKind.COORDINATOR;
import static org.liaison.message.AuthorityKind.NGO;
import static org.liaison.message.AuthorityKind.POLICE;
import static org.liaison.message.AuthorityKind.PROSECUTOR;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.liaison.message.AuthorityKind;

/// Complaints and incident reports, technical assistance, bulletins of the inter-agency group, and contact between
/// contact points.
final class CoordinationKinds {

    private static final Set<AuthorityKind> EVERYBODY = EnumSet.allOf(AuthorityKind.class);
    private static final Map<AuthorityKind, View> TO_EVERYBODY = whole(EVERYBODY);
    private static final Set<AuthorityKind> INVESTIGATORS = Set.of(POLICE, PROSECUTOR, CENTRAL);
    private static final Map<AuthorityKind, View> TO_INVESTIGATORS = whole(INVESTIGATORS);
    private static final Set<AuthorityKind> REPORTERS = EnumSet.complementOf(EnumSet.of(COORDINATOR));
    private static final Set<AuthorityKind> THE_GROUP = Set.of(COORDINATOR);
    private static final Set<AuthorityKind> STATES = EnumSet.complementOf(EnumSet.of(COORDINATOR, NGO));

    /// An incident report is voluntary: the paragraph that asked for it never became part of the resolution.
    static final String VOLUNTARY = "voluntary: draft of October 2006, not A/RES/61/180";

    // spotless:off
    private static final List<KindOfMessage> INCIDENTS = List.of(
            kind("INC-VICTIM-COMPLAINT", "Complaint of a victim", "CoE 27(2)", INVESTIGATORS, TO_INVESTIGATORS),
            kind("INC-RPT", "Incident report", VOLUNTARY, REPORTERS, TO_EVERYBODY),
            kind("INC-ACK", "Receipt of a complaint or report", "CoE 27(2)", EVERYBODY, whole(REPORTERS)).withFormOf("INT-ACK"),
            kind("INC-ANS", "Answer to a complaint", "CoE 27(2), 34(1)", INVESTIGATORS, TO_INVESTIGATORS));

    private static final List<KindOfMessage> TECHNICAL = List.of(
            kind("TA-REQ", "Request for technical assistance", "ECOSOC 2006/27 6(a), 9, 16", STATES, TO_EVERYBODY),
            kind("TA-ACK", "Receipt of a request for technical assistance", "ECOSOC 2006/27 9", EVERYBODY, whole(STATES)).withFormOf("INT-ACK"),
            kind("TA-ANS", "Answer on technical assistance", "ECOSOC 2006/27 6(a), 9, 16", EVERYBODY, whole(STATES)));

    private static final List<KindOfMessage> BULLETINS = List.of(
            kind("BUL-SCHED", "Schedule of the inter-agency group", "A/RES/61/180 14", THE_GROUP, TO_EVERYBODY),
            kind("BUL-PROG", "Progress of the inter-agency group", "A/RES/61/180 14", THE_GROUP, TO_EVERYBODY),
            kind("GPR-PUB", "Good practice", "A/RES/61/180 15", THE_GROUP, TO_EVERYBODY),
            kind("BUL-MO", "Notice of a modus operandi", "ECOSOC 2006/27 6(b), TIP 10(1)(c)", THE_GROUP, TO_EVERYBODY));

    private static final List<KindOfMessage> CONTACTS = List.of(
            kind("CON-ASK", "Question to a contact point", "A/RES/61/180 10", EVERYBODY, TO_EVERYBODY),
            kind("CON-ANS", "Answer of a contact point", "A/RES/61/180 10", EVERYBODY, TO_EVERYBODY),
            kind("CON-CLOSE", "End of a contact", "A/RES/61/180 10", EVERYBODY, TO_EVERYBODY));
    // spotless:on

    static final List<KindOfMessage> ALL = Stream.of(INCIDENTS, TECHNICAL, BULLETINS, CONTACTS)
            .flatMap(List::stream)
            .toList();

    private CoordinationKinds() {}
}
