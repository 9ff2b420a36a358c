package org.liaison.casework;

import static org.liaison.message.AuthorityKind.CENTRAL;
import static org.liaison.message.AuthorityKind.NGO;
import static org.liaison.message.AuthorityKind.POLICE;
import static org.liaison.message.AuthorityKind.PROSECUTOR;
import static org.liaison.message.AuthorityKind.SOCIAL;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liaison.message.AuthorityKind;
import org.liaison.message.MessageKind;

/// The kinds of message there are. A new kind is a row here, a schema in `forms/` and its rows in [Cases].
final class Kinds {

    private static final List<String> FIRST = List.of("1");
    private static final Set<AuthorityKind> HELPERS = Set.of(SOCIAL, NGO);
    private static final Map<AuthorityKind, View> TO_HELPERS = Map.of(SOCIAL, View.WHOLE, NGO, View.WHOLE);
    /// Police and prosecutors learn of a referral only through a notice (domain rule: separate documents that share
    /// nothing but the pseudonym of the case).
    private static final Map<AuthorityKind, View> REFERRAL =
            Map.of(SOCIAL, View.WHOLE, NGO, View.WHOLE, POLICE, View.POLICE, PROSECUTOR, View.PROSECUTOR);
    /// Central authorities by default; prosecutors where a treaty lets them write directly, which the rulebook knows.
    private static final Set<AuthorityKind> JUSTICE = Set.of(CENTRAL, PROSECUTOR);
    private static final Map<AuthorityKind, View> TO_JUSTICE = Map.of(CENTRAL, View.WHOLE, PROSECUTOR, View.WHOLE);

    // spotless:off
    static final List<KindOfMessage> ALL = List.of(
            kind("REF-REQ", "Referral of a victim", "CoE 12(7), 16; TIP 6(3), 8", HELPERS, REFERRAL),
            kind("REF-ACK", "Acknowledgement of a referral", "CoE 32", HELPERS, TO_HELPERS),
            kind("REF-DEC", "Decision on a referral", "CoE 12, 34(1)", HELPERS, TO_HELPERS),
            kind("MLA-REQ", "Request for mutual legal assistance", "UNTOC 18(15)", JUSTICE, TO_JUSTICE),
            kind("MLA-ACK", "Acknowledgement of a request", "UNTOC 18(13), 18(24)", JUSTICE, TO_JUSTICE),
            kind("MLA-RFI", "Request for additional information", "UNTOC 18(16)", JUSTICE, TO_JUSTICE),
            kind("MLA-INFO", "Additional information", "UNTOC 18(16)", JUSTICE, TO_JUSTICE),
            kind("MLA-DEC", "Decision on a request", "UNTOC 18(21)-(23), 18(26)", JUSTICE, TO_JUSTICE),
            kind("MLA-RES", "Result of execution", "UNTOC 18(17), 18(19)", JUSTICE, TO_JUSTICE),
            kind("MLA-CLOSE", "Closure of a request", "UNTOC 18(19), 18(24)", JUSTICE, TO_JUSTICE));
    // spotless:on

    private static KindOfMessage kind(
            String code, String title, String article, Set<AuthorityKind> senders, Map<AuthorityKind, View> views) {
        return new KindOfMessage(new MessageKind(code), title, article, senders, views, FIRST);
    }

    private Kinds() {}
}
