package org.liaison.casework.course;

/// Technical assistance and training (ECOSOC 2006/27 paragraphs 6(a), 9, 16). It has no clocks: it never presses.
final class TechnicalAssistance {

    // spotless:off
    static final Course COURSE = new CourseTable("TAS", "Technical assistance")
            .states("""
                SENT           the request has been sent
                ACKNOWLEDGED   the request is acknowledged
                ANSWERED*      the request is answered
                """)
            .asks("TA-REQ")
            .rows("""
                DRAFT              TA_REQ  asking  SENT
                SENT               TA_ACK  asked   ACKNOWLEDGED
                SENT|ACKNOWLEDGED  TA_ANS  asked   ANSWERED
                """)
            .made();
    // spotless:on

    private TechnicalAssistance() {}
}
