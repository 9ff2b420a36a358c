package org.liaison.casework;

import static org.liaison.casework.Kinds.JUSTICE;
import static org.liaison.casework.Kinds.kind;
import static org.liaison.casework.Kinds.whole;
import static org.liaison.message.AuthorityKind.CENTRAL;
import static org.liaison.message.AuthorityKind.POLICE;
import static org.liaison.message.AuthorityKind.PROSECUTOR;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.liaison.message.AuthorityKind;
import org.liaison.message.MessageKind;

/// Extradition, joint investigation and asset recovery. What they proceed by in the same way as mutual legal assistance
/// has the same form; forms of their own are for what is different.
final class JusticeKinds {

    private static final Map<AuthorityKind, View> TO = whole(JUSTICE);
    private static final Set<AuthorityKind> INVESTIGATORS = Set.of(CENTRAL, PROSECUTOR, POLICE);
    private static final Map<AuthorityKind, View> TO_INVESTIGATORS = whole(INVESTIGATORS);

    private static final Map<String, String> SHARED = Map.ofEntries(
            Map.entry("ACK", "Acknowledgement of a request"),
            Map.entry("FWD", "Forwarding of a request"),
            Map.entry("RET", "Return of a request"),
            Map.entry("RFI", "Request for additional information"),
            Map.entry("INFO", "Additional information"),
            Map.entry("CONSULT", "Consultation"),
            Map.entry("CONSULT-RSP", "Answer to a consultation"),
            Map.entry("COND", "Conditions offered"),
            Map.entry("COND-RSP", "Answer to conditions"),
            Map.entry("POST", "Postponement"),
            Map.entry("RESUME", "Resumption"),
            Map.entry("DELAY", "Delay"),
            Map.entry("STATQ", "Question about progress"),
            Map.entry("STAT", "Report on progress"),
            Map.entry("COST", "Notice of costs"),
            Map.entry("CONFID", "Confidentiality cannot be kept"),
            Map.entry("WDR", "Help no longer required"),
            Map.entry("USEQ", "Request to use it otherwise"),
            Map.entry("USED", "Decision on another use"),
            Map.entry("EXCULP", "Notice of exculpatory disclosure"),
            Map.entry("CLOSE", "Closure of a request"));

    // spotless:off
    private static final List<KindOfMessage> EXTRADITION = List.of(
            kind("EXT-REQ", "Request for extradition", "UNTOC 16", JUSTICE, TO),
            kind("EXT-ARRQ", "Request for provisional arrest", "UNTOC 16(9)", JUSTICE, TO),
            kind("EXT-ARR", "Report on arrest", "UNTOC 16(9)", JUSTICE, TO),
            kind("EXT-DEC", "Decision on extradition", "UNTOC 16(10)-(16)", JUSTICE, TO),
            kind("EXT-SURR", "Surrender", "UNTOC 16", JUSTICE, TO),
            kind("EXT-OUTCOME", "Outcome of the own prosecution", "UNTOC 16(10), 16(12)", JUSTICE, TO));

    private static final List<KindOfMessage> JOINT_INVESTIGATION = List.of(
            kind("JIT-REQ", "Proposal of a joint investigation", "UNTOC 19", INVESTIGATORS, TO_INVESTIGATORS),
            kind("JIT-DEC", "Answer to the proposal", "UNTOC 19", INVESTIGATORS, TO_INVESTIGATORS),
            kind("JIT-AGR", "Text of the agreement", "UNTOC 19", INVESTIGATORS, TO_INVESTIGATORS),
            kind("JIT-AGR-RSP", "Answer to the text", "UNTOC 19", INVESTIGATORS, TO_INVESTIGATORS),
            kind("JIT-NOTE", "Note among the joint body", "UNTOC 19", INVESTIGATORS, TO_INVESTIGATORS),
            kind("JIT-END", "End of the joint investigation", "UNTOC 19", INVESTIGATORS, TO_INVESTIGATORS));

    private static final List<KindOfMessage> ASSET_RECOVERY = List.of(
            kind("AST-REQ", "Request for recovery of assets", "UNTOC 12, 13, 14", JUSTICE, TO),
            kind("AST-DEC", "Decision on a request", "UNTOC 13(3), 13(7)", JUSTICE, TO).withFormOf("MLA-DEC"),
            kind("AST-RES", "Result in asset recovery", "UNTOC 13, 18(19)", JUSTICE, TO),
            kind("AST-IMPOSS", "Execution impossible", "UNTOC 13(3), 18(24)", JUSTICE, TO).withFormOf("MLA-IMPOSS"),
            kind("AST-RTN", "Proposal of return", "UNTOC 14(2)", JUSTICE, TO),
            kind("AST-RTN-RSP", "Answer to the proposal of return", "UNTOC 14(2)", JUSTICE, TO),
            kind("AST-RTN-DONE", "Return done", "UNTOC 14(2)", JUSTICE, TO));
    // spotless:on

    static final List<KindOfMessage> ALL = Stream.of(
                    EXTRADITION.stream(),
                    shared("EXT", "UNTOC 16", JUSTICE),
                    JOINT_INVESTIGATION.stream(),
                    shared("JIT", "UNTOC 19", INVESTIGATORS),
                    ASSET_RECOVERY.stream(),
                    shared("AST", "UNTOC 13(3), 18", JUSTICE))
            .flatMap(kinds -> kinds)
            .toList();

    private static Stream<KindOfMessage> shared(String family, String article, Set<AuthorityKind> authorities) {
        return SHARED.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new KindOfMessage(
                        new MessageKind(family + "-" + entry.getKey()),
                        new MessageKind("MLA-" + entry.getKey()),
                        entry.getValue(),
                        article,
                        authorities,
                        whole(authorities),
                        List.of("1")));
    }

    private JusticeKinds() {}
}
