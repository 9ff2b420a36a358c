package org.liaison.casework.course;

/// "Whom do I ask?": contact among authorities of countries of origin, transit and destination (A/RES/61/180
/// paragraph 10). Never about a person; whoever must write about one opens a case of its own kind.
final class ContactPoints {

    // spotless:off
    static final Course COURSE = new CourseTable("CON", "Contact between contact points")
            .states("""
                SENT       a question has been sent
                ANSWERED   the question is answered
                CLOSED*    the exchange has ended
                """)
            .asks("CON-ASK")
            .rows("""
                DRAFT|ANSWERED  CON_ASK    asking  SENT
                SENT            CON_ANS    asked   ANSWERED
                ANSWERED        CON_ANS    asked   SAME
                OPEN            CON_CLOSE  either  CLOSED
                """)
            .marks("CON-ASK", "answerBy=/answerBy")
            .clocks("""
                answer  CON_ASK  CON_ANS  asked  -  CON_ASK.answerBy  -  A/RES/61/180 10
                """)
            .made();
    // spotless:on

    private ContactPoints() {}
}
