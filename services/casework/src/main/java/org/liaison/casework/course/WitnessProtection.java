package org.liaison.casework.course;

/// Contact about the protection of a witness (UNTOC article 24), who may be a victim (24(4)). The asked side is the
/// authority that could help. One contact may go from the first word to relocation and to testimony by video, so a
/// request may follow an answer.
final class WitnessProtection {

    // spotless:off
    static final Course COURSE = new CourseTable("WIT", "Witness protection contact")
            .states("""
                SENT           a request has been sent
                ACKNOWLEDGED   the request is acknowledged
                ANSWERED       the request is answered
                CLOSED*        the contact has ended
                """)
            .asks("WIT-REQ")
            .rows("""
                DRAFT|ANSWERED     WIT_REQ    asking  SENT
                SENT               WIT_ACK    asked   ACKNOWLEDGED
                SENT|ACKNOWLEDGED  WIT_ANS    asked   ANSWERED
                ANSWERED           WIT_ANS    asked   SAME
                OPEN               WIT_CLOSE  either  CLOSED
                """)
            .marks("WIT-REQ", "answerBy=/answerBy")
            .clocks("""
                answer  WIT_REQ  WIT_ANS  asked  -  WIT_REQ.answerBy  -  UNTOC 24(3)
                """)
            .made();
    // spotless:on

    private WitnessProtection() {}
}
