package org.liaison.casework.course;

import org.liaison.casework.course.Event.Standing;

/// Mutual legal assistance (UNTOC article 18). The asked side is the requested State.
///
/// That a request has arrived, is considered or is executed has no message of its own: the next message presupposes it.
/// A refusal or postponement comes only out of a consultation (18(26)). Use limitation outlives the case, so the
/// messages about it may still come when it is over (18(19)).
final class Assistance {

    // spotless:off
    static final Course COURSE = new CourseTable("MLA", "Mutual legal assistance")
            .states("""
                SUBMITTED             the request has been sent
                ORAL_PENDING          the request was made by word of mouth
                RECEIVED              the request has reached the requested authority
                ACKNOWLEDGED          the request is acknowledged
                FORWARDED             the request was forwarded to the authority that is competent
                UNDER_ASSESSMENT      the requested authority considers the request
                INFO_REQUESTED~       the requested authority waits for additional information
                CONSULTING~           the authorities consult on whether and how help can be given
                CONDITIONS_OFFERED~   help is offered on conditions
                POSTPONED~            the execution is postponed
                ACCEPTED              the request is accepted
                PARTIALLY_ACCEPTED    the request is accepted in part
                IN_EXECUTION          the request is being executed
                PARTIALLY_EXECUTED    a part of the result has been sent
                EXECUTED              the result has been sent
                NOT_EXECUTABLE        the request cannot be executed
                REFUSED*              the request is refused
                RETURNED*             the request was returned because it cannot be processed
                WITHDRAWN*            help is no longer required
                SUPERSEDED*           another request replaces this one
                CLOSED*               the case is closed
                """)
            .asks("MLA-REQ").asks("MLA-ORALCONF").asks("MLA-SUPP").handsOn("MLA-FWD")
            .told("MLA-COND-RSP", "answer", "ACCEPTED", "DECLINED")
            .told("MLA-DEC", "decision", "FULL", "PARTIAL", "REFUSED")
            .event(new Event("MLA_RES_PART", Event.plain("MLA-RES").kind(), "final", java.util.List.of("false"), Standing.PLAIN))
            .event(new Event("MLA_RES_FINAL", Event.plain("MLA-RES").kind(), "final", java.util.List.of("true"), Standing.PLAIN))
            .rows("""
                DRAFT                                        MLA_REQ                      asking                    SUBMITTED
                DRAFT                                        MLA_SUPP                     asking                    SUBMITTED
                DRAFT                                        MLA_ORALCONF                 asking  ORAL_PENDING      SUBMITTED
                DRAFT                                        MLA_FWD                      asked                     FORWARDED

                SUBMITTED                                    MLA_ACK                      asked   RECEIVED          ACKNOWLEDGED
                FORWARDED                                    MLA_ACK                      asked                     ACKNOWLEDGED
                SUBMITTED                                    MLA_FWD                      asked   RECEIVED          FORWARDED
                ACKNOWLEDGED|FORWARDED                       MLA_FWD                      asked                     FORWARDED
                SUBMITTED                                    MLA_RET                      asked   RECEIVED          RETURNED
                ACKNOWLEDGED|FORWARDED                       MLA_RET                      asked                     RETURNED

                ACKNOWLEDGED                                 MLA_RFI                      asked   UNDER_ASSESSMENT  INFO_REQUESTED
                ACCEPTED|PARTIALLY_ACCEPTED                  MLA_RFI                      asked   IN_EXECUTION      INFO_REQUESTED
                UNDER_ASSESSMENT|IN_EXECUTION|PARTIALLY_EXECUTED  MLA_RFI                 asked                     INFO_REQUESTED
                INFO_REQUESTED                               MLA_INFO                     asking                    BACK

                ACKNOWLEDGED                                 MLA_CONSULT                  asked   UNDER_ASSESSMENT  CONSULTING
                ACCEPTED|PARTIALLY_ACCEPTED                  MLA_CONSULT                  asked   IN_EXECUTION      CONSULTING
                UNDER_ASSESSMENT|IN_EXECUTION|PARTIALLY_EXECUTED  MLA_CONSULT             asked                     CONSULTING
                CONSULTING                                   MLA_CONSULT_RSP              asking                    SAME
                CONSULTING                                   MLA_COND                     asked                     CONDITIONS_OFFERED
                CONDITIONS_OFFERED                           MLA_COND_RSP_ACCEPTED        asking                    ACCEPTED
                CONDITIONS_OFFERED                           MLA_COND_RSP_DECLINED        asking                    CONSULTING
                CONSULTING                                   MLA_POST                     asked                     POSTPONED
                POSTPONED|CONSULTING                         MLA_RESUME                   asked                     BACK

                ACKNOWLEDGED                                 MLA_DEC_FULL                 asked   UNDER_ASSESSMENT  ACCEPTED
                UNDER_ASSESSMENT|CONSULTING                  MLA_DEC_FULL                 asked                     ACCEPTED
                ACKNOWLEDGED                                 MLA_DEC_PARTIAL              asked   UNDER_ASSESSMENT  PARTIALLY_ACCEPTED
                UNDER_ASSESSMENT|CONSULTING                  MLA_DEC_PARTIAL              asked                     PARTIALLY_ACCEPTED
                CONSULTING                                   MLA_DEC_REFUSED              asked                     REFUSED

                ACCEPTED|PARTIALLY_ACCEPTED                  MLA_RES_PART                 asked   IN_EXECUTION      PARTIALLY_EXECUTED
                IN_EXECUTION|PARTIALLY_EXECUTED              MLA_RES_PART                 asked                     PARTIALLY_EXECUTED
                ACCEPTED|PARTIALLY_ACCEPTED                  MLA_RES_FINAL                asked   IN_EXECUTION      EXECUTED
                IN_EXECUTION|PARTIALLY_EXECUTED              MLA_RES_FINAL                asked                     EXECUTED
                ACCEPTED|PARTIALLY_ACCEPTED                  MLA_IMPOSS                   asked   IN_EXECUTION      NOT_EXECUTABLE
                IN_EXECUTION|PARTIALLY_EXECUTED              MLA_IMPOSS                   asked                     NOT_EXECUTABLE
                EXECUTED|NOT_EXECUTABLE                      MLA_CLOSE                    asking                    CLOSED

                OPEN                                         MLA_DELAY                    asked                     SAME
                OPEN                                         MLA_STATQ                    asking                    SAME
                OPEN                                         MLA_STAT                     asked                     SAME
                OPEN                                         MLA_COST                     asked                     SAME
                OPEN                                         MLA_CONFID                   asked                     SAME
                OPEN                                         MLA_WDR                      asking                    WITHDRAWN
                OPEN                                         MLA_CHG                      asking                    SUPERSEDED
                OPEN|OVER                                    MLA_USEQ                     asking                    SAME
                OPEN|OVER                                    MLA_USED                     asked                     SAME
                OPEN|OVER                                    MLA_EXCULP                   asking                    SAME
                """)
            .marks("MLA-REQ", "wish=/deadline/date", "provisional=/provisionalMeasure")
            .marks("MLA-RFI", "answerBy=/answerBy")
            .marks("MLA-DELAY", "estimate=/newEstimate")
            .marks("MLA-POST", "review=/reviewOn")
            .clocks("""
                acknowledge  MLA_REQ|MLA_ORALCONF|MLA_SUPP|MLA_FWD  MLA_ACK|MLA_FWD                          asked   P7D    -                  -                         Dir 2014/41 16(1)
                decide       MLA_REQ|MLA_ORALCONF|MLA_SUPP|MLA_FWD  ACCEPTED|PARTIALLY_ACCEPTED|MLA_FWD      asked   P30D   MLA_DELAY.estimate INFO_REQUESTED|POSTPONED  Dir 2014/41 12(3)
                execute      ACCEPTED|PARTIALLY_ACCEPTED            EXECUTED|NOT_EXECUTABLE                  asked   P90D   MLA_DELAY.estimate INFO_REQUESTED|POSTPONED  Dir 2014/41 12(4)
                provisional  MLA_REQ.provisional                    ACCEPTED|PARTIALLY_ACCEPTED              asked   PT24H  -                  -                         Dir 2014/41 32(2)
                wish         MLA_REQ                                EXECUTED|NOT_EXECUTABLE                  asked   -      MLA_REQ.wish       -                         UNTOC 18(24)
                answer       MLA_RFI                                MLA_INFO                                 asking  -      MLA_RFI.answerBy   -                         UNTOC 18(16)
                review       MLA_POST                               MLA_RESUME                               asked   -      MLA_POST.review    -                         UNTOC 18(25)
                """)
            .made();
    // spotless:on

    private Assistance() {}
}
