package org.liaison.casework.course;

/// What is told of an incident: the complaint of a victim, transmitted without delay to the State of the offence
/// (CoE 27(2)), and the voluntary report to a coordinator. The asked side is who receives them.
///
/// A report is complete when it is sent; a correction is the same record in its next revision. Nothing obliges
/// anybody to report: the paragraph that asked for it was in the draft of October 2006 and not in A/RES/61/180.
final class Incidents {

    // spotless:off
    static final Course COURSE = new CourseTable("INC", "Complaints and incident reports")
            .states("""
                COMPLAINT_SENT       a complaint has been transmitted
                COMPLAINT_RECEIVED   the complaint is acknowledged
                ANSWERED*            it has been told what became of the complaint
                REPORTED*            the incident has been reported
                """)
            .asks("INC-VICTIM-COMPLAINT").asks("INC-RPT")
            .rows("""
                DRAFT                              INC_VICTIM_COMPLAINT  asking  COMPLAINT_SENT
                COMPLAINT_SENT                     INC_ACK               asked   COMPLAINT_RECEIVED
                COMPLAINT_SENT|COMPLAINT_RECEIVED  INC_ANS               asked   ANSWERED

                DRAFT                              INC_RPT               asking  REPORTED
                REPORTED                           INC_RPT               asking  SAME
                REPORTED                           INC_ACK               asked   SAME
                """)
            .marks("INC-VICTIM-COMPLAINT", "answerBy=/answerBy")
            .clocks("""
                answer  INC_VICTIM_COMPLAINT  INC_ANS  asked  -  INC_VICTIM_COMPLAINT.answerBy  -  CoE 27(2), 34(1)
                """)
            .made();
    // spotless:on

    private Incidents() {}
}
