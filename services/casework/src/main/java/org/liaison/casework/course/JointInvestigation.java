package org.liaison.casework.course;

/// A joint investigative body, by agreement or case by case (UNTOC article 19). The asked side is the State to
/// which it is proposed.
///
/// Either side proposes the text of the agreement, and only the other one can sign it. While it runs it can be changed
/// in the same way; until the change is signed, what was agreed before holds.
final class JointInvestigation {

    // spotless:off
    static final Course COURSE = Skeleton.family("JIT", "Joint investigation")
            .states("""
                AGREED                a joint investigation is agreed
                TEXT_FROM_ASKING      the asking authority has proposed a text of the agreement
                TEXT_FROM_ASKED       the asked authority has proposed a text of the agreement
                RUNNING               the joint investigation runs
                CHANGE_FROM_ASKING    the joint investigation runs, and the asking authority has proposed a change
                CHANGE_FROM_ASKED     the joint investigation runs, and the asked authority has proposed a change
                ENDED                 the joint investigation has ended
                """)
            .asks("JIT-REQ")
            .told("JIT-DEC", "decision", "AGREED", "REFUSED")
            .told("JIT-AGR-RSP", "answer", "SIGNED", "CHANGES_WANTED")
            .rows("DRAFT  JIT_REQ  asking  SUBMITTED")
            .rows(Skeleton.RECEIVING).rows(Skeleton.ASSESSING).rows(Skeleton.PROGRESS).rows(Skeleton.USE)
            .rows("""
                CONDITIONS_OFFERED            JIT_COND_RSP_ACCEPTED    asking                    AGREED
                ACKNOWLEDGED                  JIT_DEC_AGREED           asked   UNDER_ASSESSMENT  AGREED
                UNDER_ASSESSMENT|CONSULTING   JIT_DEC_AGREED           asked                     AGREED
                AGREED|TEXT_FROM_ASKING|TEXT_FROM_ASKED  JIT_AGR       asking                    TEXT_FROM_ASKING
                AGREED|TEXT_FROM_ASKING|TEXT_FROM_ASKED  JIT_AGR       asked                     TEXT_FROM_ASKED
                TEXT_FROM_ASKING              JIT_AGR_RSP_SIGNED       asked                     RUNNING
                TEXT_FROM_ASKED               JIT_AGR_RSP_SIGNED       asking                    RUNNING
                TEXT_FROM_ASKING              JIT_AGR_RSP_CHANGES_WANTED  asked                  SAME
                TEXT_FROM_ASKED               JIT_AGR_RSP_CHANGES_WANTED  asking                 SAME
                RUNNING|CHANGE_FROM_ASKING|CHANGE_FROM_ASKED  JIT_AGR  asking                    CHANGE_FROM_ASKING
                RUNNING|CHANGE_FROM_ASKING|CHANGE_FROM_ASKED  JIT_AGR  asked                     CHANGE_FROM_ASKED
                CHANGE_FROM_ASKING            JIT_AGR_RSP_SIGNED|JIT_AGR_RSP_CHANGES_WANTED  asked   RUNNING
                CHANGE_FROM_ASKED             JIT_AGR_RSP_SIGNED|JIT_AGR_RSP_CHANGES_WANTED  asking  RUNNING
                RUNNING|CHANGE_FROM_ASKING|CHANGE_FROM_ASKED  JIT_NOTE  either                   SAME
                TEXT_FROM_ASKING|TEXT_FROM_ASKED|RUNNING|CHANGE_FROM_ASKING|CHANGE_FROM_ASKED  JIT_END  either  ENDED
                ENDED                         JIT_CLOSE                asking                    CLOSED
                """)
            .marks("JIT-AGR-RSP", "ends=/runsUntil")
            .clocks("""
                answer      JIT_RFI             JIT_INFO    asking  -  JIT_RFI.answerBy          -  UNTOC 19
                consult     JIT_CONSULT         JIT_CONSULT_RSP|JIT_COND  asking  -  JIT_CONSULT.answerBy  -  UNTOC 19
                conditions  JIT_COND            JIT_COND_RSP_ACCEPTED|JIT_COND_RSP_DECLINED  asking  -  JIT_COND.answerBy  -  UNTOC 19
                end         JIT_AGR_RSP_SIGNED  ENDED       asking  -  JIT_AGR_RSP_SIGNED.ends   -  UNTOC 19
                review      JIT_POST            JIT_RESUME  asked   -  JIT_POST.review           -  UNTOC 19
                progress    JIT_STATQ           JIT_STAT    asked   -  JIT_STATQ.answerBy        -  UNTOC 19
                """)
            .made();
    // spotless:on

    private JointInvestigation() {}
}
