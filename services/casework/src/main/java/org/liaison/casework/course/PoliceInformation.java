package org.liaison.casework.course;

import java.util.List;
import org.liaison.casework.course.Event.Standing;
import org.liaison.message.MessageKind;

/// Police information on request (UNTOC article 27). The asked side is the police that may have it.
///
/// The request says how soon the information can be had, and that decides how long an answer may take. Handling codes
/// and purpose outlive the case, so the messages about another use may still come when it is over (TIP 10(3)).
final class PoliceInformation {

    // spotless:off
    static final Course COURSE = new CourseTable("INT", "Police information")
            .states("""
                SENT              the request for information has been sent
                RECEIVED          the request has reached the police asked
                ACKNOWLEDGED      the request is acknowledged
                INFO_REQUESTED~   the police asked wait for additional information
                PARTLY_ANSWERED   a part of the answer has been sent
                ANSWERED          the answer has been sent
                REFUSED*          the information is refused
                CLOSED*           the case is closed
                """)
            .event(asking("DIRECTLY_AVAILABLE")).event(asking("OBTAINABLE")).event(asking("OTHER"))
            .event(new Event("INT_ANS_PART", new MessageKind("INT-ANS"), "final", List.of("false"), Standing.PLAIN))
            .event(new Event("INT_ANS_FINAL", new MessageKind("INT-ANS"), "final", List.of("true"), Standing.PLAIN))
            .told("INT-DEC", "decision", "REFUSED")
            .told("INT-USED", "decision", "GRANTED", "REFUSED")
            .rows("""
                DRAFT                                       INT_REQ_DIRECTLY_AVAILABLE|INT_REQ_OBTAINABLE|INT_REQ_OTHER  asking  SENT

                SENT                                        INT_ACK            asked   RECEIVED  ACKNOWLEDGED
                RECEIVED                                    INT_ACK            asked             ACKNOWLEDGED
                SENT                                        INT_RFI            asked   RECEIVED  INFO_REQUESTED
                RECEIVED|ACKNOWLEDGED|PARTLY_ANSWERED       INT_RFI            asked             INFO_REQUESTED
                INFO_REQUESTED                              INT_INFO           asking            BACK

                SENT                                        INT_ANS_PART       asked   RECEIVED  PARTLY_ANSWERED
                RECEIVED|ACKNOWLEDGED|PARTLY_ANSWERED       INT_ANS_PART       asked             PARTLY_ANSWERED
                SENT                                        INT_ANS_FINAL      asked   RECEIVED  ANSWERED
                RECEIVED|ACKNOWLEDGED|PARTLY_ANSWERED|INFO_REQUESTED  INT_ANS_FINAL  asked       ANSWERED
                SENT                                        INT_DEC_REFUSED    asked   RECEIVED  REFUSED
                RECEIVED|ACKNOWLEDGED|PARTLY_ANSWERED|INFO_REQUESTED  INT_DEC_REFUSED  asked     REFUSED

                OPEN                                        INT_CLOSE          asking            CLOSED
                OPEN|OVER                                   INT_USEQ           asking            SAME
                OPEN|OVER                                   INT_USED_GRANTED   asked             SAME
                OPEN|OVER                                   INT_USED_REFUSED   asked             SAME
                """)
            .marks("INT-RFI", "answerBy=/answerBy")
            .marks("INT-USEQ", "answerBy=/answerBy")
            .marks("INT-USED", "passTo=/passTo")
            .clocks("""
                answer-direct      INT_REQ_DIRECTLY_AVAILABLE  INT_ANS_FINAL                      asked   PT8H  -                  INFO_REQUESTED  practice of police requests
                answer-obtainable  INT_REQ_OBTAINABLE          INT_ANS_FINAL                      asked   P3D   -                  INFO_REQUESTED  practice of police requests
                answer-other       INT_REQ_OTHER               INT_ANS_FINAL                      asked   P7D   -                  INFO_REQUESTED  practice of police requests
                information        INT_RFI                     INT_INFO|INT_ANS_FINAL             asking  -     INT_RFI.answerBy   -               UNTOC 27(1)
                permission         INT_USEQ                    INT_USED_GRANTED|INT_USED_REFUSED  asked   -     INT_USEQ.answerBy  -               TIP 10(3)
                """)
            .made();
    // spotless:on

    /// How soon the information can be had; the request is one event for each answer, for each has a clock of its own.
    private static Event asking(String availability) {
        return new Event(
                "INT_REQ_" + availability,
                new MessageKind("INT-REQ"),
                "availability",
                List.of(availability),
                Standing.ASKS);
    }

    private PoliceInformation() {}
}
