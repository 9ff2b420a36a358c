package org.liaison.casework.course;

/// What requests between central authorities have in common, whatever they ask for: receiving, questions, consultation,
/// postponement, progress, and what may still be said when a case is over. `@` stands for the letters of the family.
///
/// A refusal or postponement comes only out of a consultation (UNTOC 18(26), 16(16)). Use limitation outlives the
/// case and binds whoever was given something, so both sides may write about it, also when the case is over (18(5),
/// 18(19)).
final class Skeleton {

    static final String STATES = """
            SUBMITTED             the request has been sent
            RECEIVED              the request has reached the requested authority
            ACKNOWLEDGED          the request is acknowledged
            FORWARDED             the request was forwarded to the authority that is competent
            UNDER_ASSESSMENT      the requested authority considers the request
            INFO_REQUESTED~       the requested authority waits for additional information
            CONSULTING~           the authorities consult on whether and how help can be given
            CONDITIONS_OFFERED~   help is offered on conditions
            POSTPONED~            the execution is postponed
            REFUSED*              the request is refused
            RETURNED*             the request was returned because it cannot be processed
            WITHDRAWN*            help is no longer required
            CLOSED*               the case is closed
            """;

    static final String RECEIVING = """
            SUBMITTED                               @_ACK                asked   RECEIVED          ACKNOWLEDGED
            FORWARDED                               @_ACK                asked                     ACKNOWLEDGED
            DRAFT                                   @_FWD                asked                     FORWARDED
            SUBMITTED                               @_FWD                asked   RECEIVED          FORWARDED
            ACKNOWLEDGED|FORWARDED                  @_FWD                asked                     FORWARDED
            SUBMITTED                               @_RET                asked   RECEIVED          RETURNED
            ACKNOWLEDGED|FORWARDED                  @_RET                asked                     RETURNED
            """;

    /// Before the decision. Families that execute something add the rows for the time after it.
    static final String ASSESSING = """
            ACKNOWLEDGED                            @_RFI                asked   UNDER_ASSESSMENT  INFO_REQUESTED
            UNDER_ASSESSMENT                        @_RFI                asked                     INFO_REQUESTED
            INFO_REQUESTED                          @_INFO               asking                    BACK
            ACKNOWLEDGED                            @_CONSULT            asked   UNDER_ASSESSMENT  CONSULTING
            UNDER_ASSESSMENT                        @_CONSULT            asked                     CONSULTING
            CONSULTING                              @_CONSULT_RSP        asking                    SAME
            CONSULTING                              @_COND               asked                     CONDITIONS_OFFERED
            CONDITIONS_OFFERED                      @_COND_RSP_DECLINED  asking                    CONSULTING
            CONSULTING                              @_POST               asked                     POSTPONED
            POSTPONED|CONSULTING                    @_RESUME             asked                     BACK
            CONSULTING                              @_DEC_REFUSED        asked                     REFUSED
            """;

    static final String PROGRESS = """
            OPEN                                    @_DELAY              asked                     SAME
            OPEN                                    @_STATQ              asking                    SAME
            OPEN                                    @_STAT               asked                     SAME
            OPEN                                    @_COST               asked                     SAME
            OPEN                                    @_CONFID             asked                     SAME
            OPEN                                    @_WDR                asking                    WITHDRAWN
            """;

    static final String USE = """
            OPEN|OVER                               @_USEQ               either                    SAME
            OPEN|OVER                               @_USED_GRANTED       either                    SAME
            OPEN|OVER                               @_USED_REFUSED       either                    SAME
            OPEN|OVER                               @_EXCULP             either                    SAME
            """;

    /// A family with these states, and the messages that several things can be told by.
    static CourseTable family(String letters, String title) {
        return new CourseTable(letters, title)
                .states(STATES)
                .handsOn(letters + "-FWD")
                .told(letters + "-COND-RSP", "answer", "ACCEPTED", "DECLINED")
                .told(letters + "-USED", "decision", "GRANTED", "REFUSED")
                .marks(letters + "-RFI", "answerBy=/answerBy")
                .marks(letters + "-CONSULT", "answerBy=/answerBy")
                .marks(letters + "-COND", "answerBy=/answerBy")
                .marks(letters + "-STATQ", "answerBy=/answerBy")
                .marks(letters + "-DELAY", "estimate=/newEstimate")
                .marks(letters + "-POST", "review=/reviewOn")
                .marks(letters + "-USED", "passTo=/passTo");
    }

    private Skeleton() {}
}
