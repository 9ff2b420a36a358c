package org.liaison.casework;

import static org.liaison.casework.Kinds.kind;
import static org.liaison.casework.Kinds.whole;
import static org.liaison.message.AuthorityKind.CENTRAL;
import static org.liaison.message.AuthorityKind.NCB;
import static org.liaison.message.AuthorityKind.POLICE;
import static org.liaison.message.AuthorityKind.PROSECUTOR;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.liaison.message.AuthorityKind;

/// Police information on request, spontaneous information, and contact about protected witnesses.
final class PoliceKinds {

    private static final Set<AuthorityKind> POLICING = Set.of(POLICE, NCB);
    private static final Map<AuthorityKind, View> TO_POLICING = whole(POLICING);
    /// The competent authorities of UNTOC 18(4).
    private static final Set<AuthorityKind> COMPETENT = Set.of(POLICE, PROSECUTOR, CENTRAL, NCB);
    private static final Map<AuthorityKind, View> TO_COMPETENT = whole(COMPETENT);
    private static final Set<AuthorityKind> PROTECTORS = Set.of(POLICE, PROSECUTOR, CENTRAL);
    private static final Map<AuthorityKind, View> TO_PROTECTORS = whole(PROTECTORS);

    // spotless:off
    private static final List<KindOfMessage> INFORMATION = List.of(
            kind("INT-REQ", "Request for police information", "UNTOC 27(1), TIP 10(1)", POLICING, TO_POLICING),
            kind("INT-ACK", "Receipt of a request for police information", "UNTOC 27(1)", POLICING, TO_POLICING),
            kind("INT-RFI", "Request for additional information", "UNTOC 27(1)", POLICING, TO_POLICING).withFormOf("MLA-RFI"),
            kind("INT-INFO", "Additional information", "UNTOC 27(1)", POLICING, TO_POLICING).withFormOf("MLA-INFO"),
            kind("INT-ANS", "Answer with police information", "UNTOC 27(1), TIP 10", POLICING, TO_POLICING),
            kind("INT-DEC", "Refusal of police information", "UNTOC 27(1)", POLICING, TO_POLICING),
            kind("INT-USEQ", "Request to use it otherwise", "TIP 10(3)", POLICING, TO_POLICING).withFormOf("MLA-USEQ"),
            kind("INT-USED", "Decision on another use", "TIP 10(3)", POLICING, TO_POLICING).withFormOf("MLA-USED"),
            kind("INT-CLOSE", "Closure of a request for police information", "UNTOC 27(1)", POLICING, TO_POLICING));

    private static final List<KindOfMessage> SPONTANEOUS = List.of(
            kind("SPI-TERMS", "Terms for spontaneous information", "UNTOC 18(5), CoE 34(3)", COMPETENT, TO_COMPETENT),
            kind("SPI-TERMS-RSP", "Answer to terms", "UNTOC 18(5), CoE 34(3)", COMPETENT, TO_COMPETENT),
            kind("SPI-INFO", "Spontaneous information", "UNTOC 18(4), CoE 34(2)", COMPETENT, TO_COMPETENT),
            kind("SPI-WDR", "Offer withdrawn", "CoE 34(3)", COMPETENT, TO_COMPETENT),
            kind("SPI-EXCULP", "Notice of exculpatory disclosure", "UNTOC 18(5)", COMPETENT, TO_COMPETENT).withFormOf("MLA-EXCULP"),
            kind("SPI-USEQ", "Request to use it otherwise", "UNTOC 18(5)", COMPETENT, TO_COMPETENT).withFormOf("MLA-USEQ"),
            kind("SPI-USED", "Decision on another use", "UNTOC 18(5)", COMPETENT, TO_COMPETENT).withFormOf("MLA-USED"));

    private static final List<KindOfMessage> WITNESSES = List.of(
            kind("WIT-REQ", "Witness protection contact", "UNTOC 24", PROTECTORS, TO_PROTECTORS),
            kind("WIT-ACK", "Receipt of a witness protection contact", "UNTOC 24", PROTECTORS, TO_PROTECTORS).withFormOf("INT-ACK"),
            kind("WIT-ANS", "Answer on witness protection", "UNTOC 24", PROTECTORS, TO_PROTECTORS),
            kind("WIT-CLOSE", "End of a witness protection contact", "UNTOC 24", PROTECTORS, TO_PROTECTORS));
    // spotless:on

    static final List<KindOfMessage> ALL =
            Stream.of(INFORMATION, SPONTANEOUS, WITNESSES).flatMap(List::stream).toList();

    private PoliceKinds() {}
}
