package org.liaison.casework.course;

import java.util.List;
import org.liaison.casework.course.Event.Standing;
import org.liaison.message.MessageKind;

/// Information that nobody asked for (UNTOC 18(4)-(5), CoE 34(2)-(3)). The asking side gives it: it asks the other one
/// to take it on its terms.
///
/// Where there are terms they come first, and without their acceptance there is no row for information that is bound
/// to them. If they are declined, whoever has the information decides: other terms, no terms, or silence. What was
/// given on terms stays bound, so permission and notice of disclosure may come at any time afterwards.
final class SpontaneousInformation {

    private static final MessageKind INFORMATION = new MessageKind("SPI-INFO");

    // spotless:off
    static final Course COURSE = new CourseTable("SPI", "Spontaneous information")
            .states("""
                TERMS_PROPOSED       terms have been proposed, nothing has been told yet
                TERMS_ACCEPTED       the terms are accepted, nothing has been told yet
                TERMS_DECLINED       the terms are declined, nothing has been told yet
                INFORMED*            the information has been given without terms
                INFORMED_ON_TERMS*   the information has been given on the accepted terms
                WITHDRAWN*           the information will not be given
                """)
            .asks("SPI-TERMS")
            .event(new Event("SPI_INFO_NONE", INFORMATION, "terms", List.of("NONE"), Standing.ASKS))
            .event(new Event("SPI_INFO_ACCEPTED", INFORMATION, "terms", List.of("ACCEPTED"), Standing.PLAIN))
            .told("SPI-TERMS-RSP", "answer", "ACCEPTED", "DECLINED")
            .told("SPI-USED", "decision", "GRANTED", "REFUSED")
            .rows("""
                DRAFT                                         SPI_INFO_NONE           asking  INFORMED
                DRAFT|TERMS_DECLINED                          SPI_TERMS               asking  TERMS_PROPOSED
                TERMS_PROPOSED                                SPI_TERMS_RSP_ACCEPTED  asked   TERMS_ACCEPTED
                TERMS_PROPOSED                                SPI_TERMS_RSP_DECLINED  asked   TERMS_DECLINED
                TERMS_ACCEPTED                                SPI_INFO_ACCEPTED       asking  INFORMED_ON_TERMS
                TERMS_DECLINED                                SPI_INFO_NONE           asking  INFORMED
                INFORMED                                      SPI_INFO_NONE           asking  SAME
                INFORMED_ON_TERMS                             SPI_INFO_ACCEPTED       asking  SAME
                TERMS_PROPOSED|TERMS_ACCEPTED|TERMS_DECLINED  SPI_WDR                 asking  WITHDRAWN

                INFORMED|INFORMED_ON_TERMS                    SPI_EXCULP              asked   SAME
                INFORMED|INFORMED_ON_TERMS                    SPI_USEQ                asked   SAME
                INFORMED|INFORMED_ON_TERMS                    SPI_USED_GRANTED        asking  SAME
                INFORMED|INFORMED_ON_TERMS                    SPI_USED_REFUSED        asking  SAME
                """)
            .marks("SPI-TERMS", "answerBy=/answerBy")
            .marks("SPI-USED", "passTo=/passTo")
            .clocks("""
                terms  SPI_TERMS  SPI_TERMS_RSP_ACCEPTED|SPI_TERMS_RSP_DECLINED  asked  -  SPI_TERMS.answerBy  -  CoE 34(3)
                """)
            .made();
    // spotless:on

    private SpontaneousInformation() {}
}
