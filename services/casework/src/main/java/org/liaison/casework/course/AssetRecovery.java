package org.liaison.casework.course;

/// Tracing, freezing, confiscating and returning what came out of the crime (UNTOC articles 12 to 14). The asked side
/// is the State where the property is.
///
/// Priority consideration goes to returning it, so that victims can be compensated (14(2)). Either side proposes how,
/// and only the other one can agree. Property that was frozen ends frozen, released, confiscated or enforced against.
final class AssetRecovery {

    // spotless:off
    static final Course COURSE = Skeleton.family("AST", "Asset recovery")
            .states("""
                ACCEPTED              the request is accepted
                PARTIALLY_ACCEPTED    the request is accepted in part
                IN_EXECUTION          the request is being executed
                PARTIALLY_EXECUTED    a part of the result has been sent
                FROZEN                property is frozen
                EXECUTED              the request is executed
                NOT_EXECUTABLE        the request cannot be executed
                RETURN_FROM_ASKING    the asking authority has proposed a return or sharing of the property
                RETURN_FROM_ASKED     the asked authority has proposed a return or sharing of the property
                RETURN_AGREED         the return or sharing of the property is agreed
                RETURN_DECLINED       the return or sharing that was proposed was declined
                PROPERTY_RETURNED     the property has been returned
                """)
            .asks("AST-REQ")
            .told("AST-DEC", "decision", "FULL", "PARTIAL", "REFUSED")
            .told("AST-RES", "outcome", "TRACED", "FROZEN", "CONFISCATED", "ENFORCED", "RELEASED")
            .told("AST-RTN-RSP", "answer", "AGREED", "DECLINED")
            .rows("DRAFT  AST_REQ  asking  SUBMITTED")
            .rows(Skeleton.RECEIVING).rows(Skeleton.ASSESSING).rows(Skeleton.PROGRESS).rows(Skeleton.USE)
            .rows("""
                CONDITIONS_OFFERED                  AST_COND_RSP_ACCEPTED    asking                    ACCEPTED
                ACKNOWLEDGED                        AST_DEC_FULL             asked   UNDER_ASSESSMENT  ACCEPTED
                UNDER_ASSESSMENT|CONSULTING         AST_DEC_FULL             asked                     ACCEPTED
                ACKNOWLEDGED                        AST_DEC_PARTIAL          asked   UNDER_ASSESSMENT  PARTIALLY_ACCEPTED
                UNDER_ASSESSMENT|CONSULTING         AST_DEC_PARTIAL          asked                     PARTIALLY_ACCEPTED
                ACCEPTED|PARTIALLY_ACCEPTED         AST_RFI                  asked   IN_EXECUTION      INFO_REQUESTED
                IN_EXECUTION|PARTIALLY_EXECUTED|FROZEN  AST_RFI              asked                     INFO_REQUESTED
                ACCEPTED|PARTIALLY_ACCEPTED         AST_CONSULT              asked   IN_EXECUTION      CONSULTING
                IN_EXECUTION|PARTIALLY_EXECUTED|FROZEN  AST_CONSULT          asked                     CONSULTING
                ACCEPTED|PARTIALLY_ACCEPTED         AST_POST                 asked   IN_EXECUTION      POSTPONED
                IN_EXECUTION|PARTIALLY_EXECUTED     AST_POST                 asked                     POSTPONED

                ACCEPTED|PARTIALLY_ACCEPTED         AST_RES_TRACED           asked   IN_EXECUTION      PARTIALLY_EXECUTED
                IN_EXECUTION|PARTIALLY_EXECUTED     AST_RES_TRACED           asked                     PARTIALLY_EXECUTED
                FROZEN                              AST_RES_TRACED           asked                     FROZEN
                ACCEPTED|PARTIALLY_ACCEPTED         AST_RES_FROZEN           asked   IN_EXECUTION      FROZEN
                IN_EXECUTION|PARTIALLY_EXECUTED|FROZEN  AST_RES_FROZEN       asked                     FROZEN
                FROZEN                              AST_RES_RELEASED         asked                     PARTIALLY_EXECUTED
                ACCEPTED|PARTIALLY_ACCEPTED         AST_RES_CONFISCATED|AST_RES_ENFORCED  asked  IN_EXECUTION  EXECUTED
                IN_EXECUTION|PARTIALLY_EXECUTED|FROZEN|EXECUTED  AST_RES_CONFISCATED|AST_RES_ENFORCED  asked   EXECUTED
                ACCEPTED|PARTIALLY_ACCEPTED         AST_IMPOSS               asked   IN_EXECUTION      NOT_EXECUTABLE
                IN_EXECUTION|PARTIALLY_EXECUTED|FROZEN  AST_IMPOSS           asked                     NOT_EXECUTABLE

                ACCEPTED|PARTIALLY_ACCEPTED         AST_RTN                  asking  IN_EXECUTION      RETURN_FROM_ASKING
                ACCEPTED|PARTIALLY_ACCEPTED         AST_RTN                  asked   IN_EXECUTION      RETURN_FROM_ASKED
                IN_EXECUTION|EXECUTED|RETURN_FROM_ASKING|RETURN_FROM_ASKED|RETURN_DECLINED  AST_RTN  asking  RETURN_FROM_ASKING
                IN_EXECUTION|EXECUTED|RETURN_FROM_ASKING|RETURN_FROM_ASKED|RETURN_DECLINED  AST_RTN  asked   RETURN_FROM_ASKED
                RETURN_FROM_ASKING                  AST_RTN_RSP_AGREED       asked                     RETURN_AGREED
                RETURN_FROM_ASKED                   AST_RTN_RSP_AGREED       asking                    RETURN_AGREED
                RETURN_FROM_ASKING                  AST_RTN_RSP_DECLINED     asked                     RETURN_DECLINED
                RETURN_FROM_ASKED                   AST_RTN_RSP_DECLINED     asking                    RETURN_DECLINED
                RETURN_AGREED                       AST_RTN_DONE             asked                     PROPERTY_RETURNED
                PARTIALLY_EXECUTED|EXECUTED|NOT_EXECUTABLE|RETURN_DECLINED|PROPERTY_RETURNED  AST_CLOSE  asking  CLOSED
                """)
            .marks("AST-RES", "frozenUntil=/frozenUntil")
            .marks("AST-RTN", "answerBy=/answerBy")
            .clocks("""
                answer         AST_RFI             AST_INFO                     asking  -  AST_RFI.answerBy            -  UNTOC 18(16)
                consult        AST_CONSULT         AST_CONSULT_RSP|AST_COND     asking  -  AST_CONSULT.answerBy        -  UNTOC 18(26)
                conditions     AST_COND            AST_COND_RSP_ACCEPTED|AST_COND_RSP_DECLINED  asking  -  AST_COND.answerBy  -  UNTOC 18(26)
                execute        AST_DELAY           EXECUTED|NOT_EXECUTABLE      asked   -  AST_DELAY.estimate          -  UNTOC 18(24)
                renew          FROZEN              EXECUTED|PARTIALLY_EXECUTED|NOT_EXECUTABLE  asking  -  AST_RES_FROZEN.frozenUntil  -  UNTOC 13(2)
                return         RETURN_FROM_ASKING  RETURN_AGREED|RETURN_DECLINED|RETURN_FROM_ASKED   asked   -  AST_RTN.answerBy  -  UNTOC 14(2)
                return-answer  RETURN_FROM_ASKED   RETURN_AGREED|RETURN_DECLINED|RETURN_FROM_ASKING  asking  -  AST_RTN.answerBy  -  UNTOC 14(2)
                review         AST_POST            AST_RESUME                   asked   -  AST_POST.review             -  UNTOC 18(25)
                progress       AST_STATQ           AST_STAT                     asked   -  AST_STATQ.answerBy          -  UNTOC 18(24)
                """)
            .made();
    // spotless:on

    private AssetRecovery() {}
}
