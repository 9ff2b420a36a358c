package org.liaison.casework;

import static org.liaison.casework.Actor.ASKED;
import static org.liaison.casework.Actor.ASKING;
import static org.liaison.casework.CaseState.*;
import static org.liaison.casework.Event.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.liaison.message.MessageKind;

/// The two state tables. A row reads: in this state this message, sent by this side, leads there. States in between
/// that nobody announces (`through`) are presupposed by the message: who decides has considered, who sends a result has
/// executed. What has no row is not allowed.
public final class Cases {

    record Row(CaseState from, Event event, Actor actor, List<CaseState> through, CaseState to) {}

    // spotless:off
    static final List<Row> TABLE = List.of(
            // Referral of a victim. Notices to police and prosecutors run beside it and never hold it up.
            row(DRAFT,                REF_REQ_NOTICE,           ASKING, REF_NOTIFIED),
            row(DRAFT,                REF_REQ,                  ASKING, REF_SENT),
            row(REF_NOTIFIED,         REF_REQ_NOTICE,           ASKING, REF_NOTIFIED),
            row(REF_NOTIFIED,         REF_REQ,                  ASKING, REF_SENT),
            row(REF_SENT,             REF_REQ_NOTICE,           ASKING, REF_SENT),
            row(REF_SENT,             REF_ACK,                  ASKED,  REF_RECEIVED, REF_UNDER_ASSESSMENT),
            row(REF_UNDER_ASSESSMENT, REF_REQ_NOTICE,           ASKING, REF_UNDER_ASSESSMENT),
            row(REF_UNDER_ASSESSMENT, REF_DEC_ACCEPTED,         ASKED,  REF_ACCEPTED),
            row(REF_UNDER_ASSESSMENT, REF_DEC_ACCEPTED_PARTIAL, ASKED,  REF_ACCEPTED),
            row(REF_UNDER_ASSESSMENT, REF_DEC_DECLINED,         ASKED,  REF_DECLINED),
            row(REF_ACCEPTED,         REF_REQ_NOTICE,           ASKING, REF_ACCEPTED),

            // Mutual legal assistance.
            row(DRAFT,                           MLA_REQ,         ASKING, MLA_SUBMITTED),
            row(MLA_SUBMITTED,                   MLA_ACK,         ASKED,  MLA_RECEIVED, MLA_ACKNOWLEDGED),
            row(MLA_ACKNOWLEDGED,                MLA_RFI,         ASKED,  MLA_UNDER_ASSESSMENT, MLA_INFO_REQUESTED),
            row(MLA_ACKNOWLEDGED,                MLA_DEC_FULL,    ASKED,  MLA_UNDER_ASSESSMENT, MLA_ACCEPTED),
            row(MLA_ACKNOWLEDGED,                MLA_DEC_PARTIAL, ASKED,  MLA_UNDER_ASSESSMENT, MLA_PARTIALLY_ACCEPTED),
            row(MLA_ACKNOWLEDGED,                MLA_DEC_REFUSED, ASKED,  MLA_UNDER_ASSESSMENT, MLA_CONSULTING, MLA_REFUSED),
            row(MLA_INFO_REQUESTED,              MLA_INFO,        ASKING, MLA_UNDER_ASSESSMENT),
            row(MLA_UNDER_ASSESSMENT,            MLA_RFI,         ASKED,  MLA_INFO_REQUESTED),
            row(MLA_UNDER_ASSESSMENT,            MLA_DEC_FULL,    ASKED,  MLA_ACCEPTED),
            row(MLA_UNDER_ASSESSMENT,            MLA_DEC_PARTIAL, ASKED,  MLA_PARTIALLY_ACCEPTED),
            row(MLA_UNDER_ASSESSMENT,            MLA_DEC_REFUSED, ASKED,  MLA_CONSULTING, MLA_REFUSED),
            row(MLA_ACCEPTED,                    MLA_RFI,         ASKED,  MLA_IN_EXECUTION, MLA_INFO_REQUESTED_IN_EXECUTION),
            row(MLA_ACCEPTED,                    MLA_RES_PART,    ASKED,  MLA_IN_EXECUTION, MLA_PARTIALLY_EXECUTED),
            row(MLA_ACCEPTED,                    MLA_RES_FINAL,   ASKED,  MLA_IN_EXECUTION, MLA_EXECUTED),
            row(MLA_PARTIALLY_ACCEPTED,          MLA_RFI,         ASKED,  MLA_IN_EXECUTION, MLA_INFO_REQUESTED_IN_EXECUTION),
            row(MLA_PARTIALLY_ACCEPTED,          MLA_RES_PART,    ASKED,  MLA_IN_EXECUTION, MLA_PARTIALLY_EXECUTED),
            row(MLA_PARTIALLY_ACCEPTED,          MLA_RES_FINAL,   ASKED,  MLA_IN_EXECUTION, MLA_EXECUTED),
            row(MLA_INFO_REQUESTED_IN_EXECUTION, MLA_INFO,        ASKING, MLA_IN_EXECUTION),
            row(MLA_IN_EXECUTION,                MLA_RFI,         ASKED,  MLA_INFO_REQUESTED_IN_EXECUTION),
            row(MLA_IN_EXECUTION,                MLA_RES_PART,    ASKED,  MLA_PARTIALLY_EXECUTED),
            row(MLA_IN_EXECUTION,                MLA_RES_FINAL,   ASKED,  MLA_EXECUTED),
            row(MLA_PARTIALLY_EXECUTED,          MLA_RES_PART,    ASKED,  MLA_PARTIALLY_EXECUTED),
            row(MLA_PARTIALLY_EXECUTED,          MLA_RES_FINAL,   ASKED,  MLA_EXECUTED),
            row(MLA_EXECUTED,                    MLA_CLOSE,       ASKING, MLA_CLOSED));
    // spotless:on

    public static Step next(CaseState state, Event event, Actor actor) {
        Optional<Row> row = TABLE.stream()
                .filter(r -> r.from == state && r.event == event && r.actor == actor)
                .findFirst();
        if (row.isPresent()) return new Step.Moved(row.get().to, row.get().through);
        return new Step.NotAllowed(why(state, event, actor));
    }

    /// The kinds of message that this side may send now.
    public static Set<MessageKind> allowed(CaseState state, Actor actor) {
        return TABLE.stream()
                .filter(row -> row.from == state && row.actor == actor)
                .map(row -> row.event.kind())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String why(CaseState state, Event event, Actor actor) {
        Set<MessageKind> instead = allowed(state, actor);
        return event.kind() + " from the " + (actor == ASKING ? "asking" : "asked") + " authority cannot come now: "
                + state.sentence() + ". "
                + (instead.isEmpty()
                        ? "It is not this authority's turn."
                        : "This authority may send " + list(instead) + ".");
    }

    private static String list(Set<MessageKind> kinds) {
        return kinds.stream().map(MessageKind::code).collect(Collectors.joining(" or "));
    }

    /// The states after the actor: none or more that are passed through, then the one that is reached.
    private static Row row(CaseState from, Event event, Actor actor, CaseState... states) {
        List<CaseState> path = List.of(states);
        return new Row(from, event, actor, path.subList(0, path.size() - 1), path.getLast());
    }

    private Cases() {}
}
