package org.liaison.casework.course;

/// Mutual legal assistance (UNTOC article 18). The asked side is the requested State.
///
/// That a request has arrived, is considered or is executed has no message of its own: the next message presupposes it.
/// What was accepted can be postponed without a consultation message: the form records the consultation then.
final class Assistance {

    // spotless:off
    static final Course COURSE = Skeleton.family("MLA", "Mutual legal assistance")
            .states("""
                ORAL_PENDING          the request was made by word of mouth
                ACCEPTED              the request is accepted
                PARTIALLY_ACCEPTED    the request is accepted in part
                IN_EXECUTION          the request is being executed
                PARTIALLY_EXECUTED    a part of the result has been sent
                EXECUTED              the result has been sent
                NOT_EXECUTABLE        the request cannot be executed
                SUPERSEDED*           another request replaces this one
                """)
            .asks("MLA-REQ").asks("MLA-ORALCONF").asks("MLA-SUPP")
            .told("MLA-DEC", "decision", "FULL", "PARTIAL", "REFUSED")
            .named("MLA_RES_PART", "MLA-RES", "final", "false").named("MLA_RES_FINAL", "MLA-RES", "final", "true")
            .rows("""
                DRAFT                               MLA_REQ                  asking                    SUBMITTED
                DRAFT                               MLA_SUPP                 asking                    SUBMITTED
                DRAFT                               MLA_ORALCONF             asking  ORAL_PENDING      SUBMITTED
                """)
            .rows(Skeleton.RECEIVING).rows(Skeleton.ASSESSING).rows(Skeleton.PROGRESS).rows(Skeleton.USE)
            .rows("""
                CONDITIONS_OFFERED                  MLA_COND_RSP_ACCEPTED    asking                    ACCEPTED
                ACKNOWLEDGED                        MLA_DEC_FULL             asked   UNDER_ASSESSMENT  ACCEPTED
                UNDER_ASSESSMENT|CONSULTING         MLA_DEC_FULL             asked                     ACCEPTED
                ACKNOWLEDGED                        MLA_DEC_PARTIAL          asked   UNDER_ASSESSMENT  PARTIALLY_ACCEPTED
                UNDER_ASSESSMENT|CONSULTING         MLA_DEC_PARTIAL          asked                     PARTIALLY_ACCEPTED

                ACCEPTED|PARTIALLY_ACCEPTED         MLA_RFI                  asked   IN_EXECUTION      INFO_REQUESTED
                IN_EXECUTION|PARTIALLY_EXECUTED     MLA_RFI                  asked                     INFO_REQUESTED
                ACCEPTED|PARTIALLY_ACCEPTED         MLA_POST                 asked   IN_EXECUTION      POSTPONED
                ACCEPTED|PARTIALLY_ACCEPTED         MLA_CONSULT              asked   IN_EXECUTION      CONSULTING
                IN_EXECUTION|PARTIALLY_EXECUTED     MLA_CONSULT              asked                     CONSULTING

                ACCEPTED|PARTIALLY_ACCEPTED         MLA_RES_PART             asked   IN_EXECUTION      PARTIALLY_EXECUTED
                IN_EXECUTION|PARTIALLY_EXECUTED     MLA_RES_PART             asked                     PARTIALLY_EXECUTED
                ACCEPTED|PARTIALLY_ACCEPTED         MLA_RES_FINAL            asked   IN_EXECUTION      EXECUTED
                IN_EXECUTION|PARTIALLY_EXECUTED     MLA_RES_FINAL            asked                     EXECUTED
                ACCEPTED|PARTIALLY_ACCEPTED         MLA_IMPOSS               asked   IN_EXECUTION      NOT_EXECUTABLE
                IN_EXECUTION|PARTIALLY_EXECUTED     MLA_IMPOSS               asked                     NOT_EXECUTABLE
                EXECUTED|NOT_EXECUTABLE             MLA_CLOSE                asking                    CLOSED
                OPEN                                MLA_CHG                  asking                    SUPERSEDED
                """)
            .marks("MLA-REQ", "wish=/deadline/date", "provisional=/provisionalMeasure")
            .marks("MLA-ORALCONF", "wish=/deadline/date", "provisional=/provisionalMeasure")
            .marks("MLA-SUPP", "wish=/deadline/date", "provisional=/provisionalMeasure")
            .clocks("""
                acknowledge  MLA_REQ|MLA_ORALCONF|MLA_SUPP|MLA_FWD  MLA_ACK|MLA_FWD                          asked   P7D    -                  -                         Dir 2014/41 16(1)
                decide       MLA_REQ|MLA_ORALCONF|MLA_SUPP|MLA_FWD  ACCEPTED|PARTIALLY_ACCEPTED|MLA_FWD      asked   P30D   MLA_DELAY.estimate INFO_REQUESTED|POSTPONED  Dir 2014/41 12(3)
                execute      ACCEPTED|PARTIALLY_ACCEPTED            EXECUTED|NOT_EXECUTABLE                  asked   P90D   MLA_DELAY.estimate INFO_REQUESTED|POSTPONED  Dir 2014/41 12(4)
                provisional  MLA_REQ.provisional|MLA_ORALCONF.provisional|MLA_SUPP.provisional  ACCEPTED|PARTIALLY_ACCEPTED  asked  PT24H  -  -                  Dir 2014/41 32(2)
                wish         MLA_REQ|MLA_ORALCONF|MLA_SUPP          EXECUTED|NOT_EXECUTABLE                  asked   -      MLA_REQ.wish|MLA_ORALCONF.wish|MLA_SUPP.wish  -  UNTOC 18(24)
                answer       MLA_RFI                                MLA_INFO                                 asking  -      MLA_RFI.answerBy   -                         UNTOC 18(16)
                consult      MLA_CONSULT                            MLA_CONSULT_RSP|MLA_COND                 asking  -      MLA_CONSULT.answerBy  -                      UNTOC 18(26)
                conditions   MLA_COND                               MLA_COND_RSP_ACCEPTED|MLA_COND_RSP_DECLINED  asking  -  MLA_COND.answerBy  -                         UNTOC 18(26)
                review       MLA_POST                               MLA_RESUME                               asked   -      MLA_POST.review    -                         UNTOC 18(25)
                progress     MLA_STATQ                              MLA_STAT                                 asked   -      MLA_STATQ.answerBy -                         UNTOC 18(24)
                """)
            .made();
    // spotless:on

    private Assistance() {}
}
