package org.liaison.casework.course;

/// Extradition (UNTOC article 16). The asked side is the requested State.
///
/// In urgency a provisional arrest may be asked for before the request itself (16(9)). A State that does not extradite
/// its own national submits the case to its own prosecution without undue delay (16(10)), or enforces the sentence
/// itself (16(12)), and reports how that ended. An arrest, or the end of one, may also be told while the request is
/// considered. A surrender that was granted can be postponed; the form records the consultation then.
final class Extradition {

    // spotless:off
    static final Course COURSE = Skeleton.family("EXT", "Extradition")
            .states("""
                ARREST_REQUESTED      provisional arrest has been asked for
                ARRESTED              the person is provisionally arrested
                NOT_ARRESTED*         provisional arrest was not possible, or has ended
                GRANTED               extradition is granted
                SURRENDER_ARRANGED    time and place of the surrender are arranged
                SURRENDERED           the person has been surrendered
                OWN_PROSECUTION       the requested State prosecutes its own national, or enforces the sentence itself
                """)
            .asks("EXT-REQ").asks("EXT-ARRQ")
            .told("EXT-ARR", "outcome", "ARRESTED", "NOT_FOUND", "RELEASED")
            .told("EXT-DEC", "decision", "GRANTED", "CONDITIONAL", "OWN_NATIONAL", "REFUSED")
            .told("EXT-SURR", "step", "ARRANGED", "DONE", "FAILED")
            .rows("""
                DRAFT                         EXT_ARRQ                 asking                    ARREST_REQUESTED
                ARREST_REQUESTED              EXT_ARR_ARRESTED         asked                     ARRESTED
                ARREST_REQUESTED              EXT_ARR_NOT_FOUND        asked                     NOT_ARRESTED
                ARRESTED                      EXT_ARR_RELEASED         asked                     NOT_ARRESTED
                DRAFT|ARREST_REQUESTED|ARRESTED  EXT_REQ               asking                    SUBMITTED
                """)
            .rows(Skeleton.RECEIVING).rows(Skeleton.ASSESSING).rows(Skeleton.PROGRESS).rows(Skeleton.USE)
            .rows("""
                CONDITIONS_OFFERED            EXT_COND_RSP_ACCEPTED    asking                    GRANTED
                ACKNOWLEDGED                  EXT_DEC_GRANTED          asked   UNDER_ASSESSMENT  GRANTED
                UNDER_ASSESSMENT|CONSULTING   EXT_DEC_GRANTED          asked                     GRANTED
                CONSULTING                    EXT_DEC_CONDITIONAL      asked                     CONDITIONS_OFFERED
                CONSULTING                    EXT_DEC_OWN_NATIONAL     asked                     OWN_PROSECUTION
                ACKNOWLEDGED|UNDER_ASSESSMENT|CONSULTING|GRANTED|SURRENDER_ARRANGED  EXT_ARR_ARRESTED|EXT_ARR_RELEASED  asked  SAME
                GRANTED|SURRENDER_ARRANGED    EXT_POST                 asked                     POSTPONED
                GRANTED|SURRENDER_ARRANGED    EXT_SURR_ARRANGED        asked                     SURRENDER_ARRANGED
                SURRENDER_ARRANGED            EXT_SURR_DONE            asked                     SURRENDERED
                SURRENDER_ARRANGED            EXT_SURR_FAILED          either                    GRANTED
                OWN_PROSECUTION               EXT_OUTCOME              asked                     CLOSED
                SURRENDERED                   EXT_CLOSE                asking                    CLOSED
                """)
            .marks("EXT-ARR", "until=/arrestedUntil")
            .marks("EXT-SURR", "at=/at")
            .clocks("""
                request     ARRESTED            SUBMITTED|NOT_ARRESTED   asking  -  EXT_ARR_ARRESTED.until   -  UNTOC 16(9)
                answer      EXT_RFI             EXT_INFO                 asking  -  EXT_RFI.answerBy         -  UNTOC 16(16)
                consult     EXT_CONSULT         EXT_CONSULT_RSP|EXT_COND|EXT_DEC_CONDITIONAL  asking  -  EXT_CONSULT.answerBy  -  UNTOC 16(16)
                conditions  EXT_COND            EXT_COND_RSP_ACCEPTED|EXT_COND_RSP_DECLINED   asking  -  EXT_COND.answerBy     -  UNTOC 16(11)
                decide      EXT_DELAY           GRANTED|OWN_PROSECUTION  asked   -  EXT_DELAY.estimate       -  UNTOC 16
                surrender   SURRENDER_ARRANGED  SURRENDERED|GRANTED      asked   -  EXT_SURR_ARRANGED.at     -  UNTOC 16
                review      EXT_POST            EXT_RESUME               asked   -  EXT_POST.review          -  UNTOC 16
                progress    EXT_STATQ           EXT_STAT                 asked   -  EXT_STATQ.answerBy       -  UNTOC 16
                """)
            .made();
    // spotless:on

    private Extradition() {}
}
