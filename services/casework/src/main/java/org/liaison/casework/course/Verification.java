package org.liaison.casework.course;

/// What is checked beside a referral: nationality or residence (TIP 8(3)), travel documents (TIP 8(4)), the validity
/// of a document (TIP 13). Three families with one course. Each check is a case of its own, so none of them can hold up
/// help; for the answer the law gives no number of days ("without undue delay", "within a reasonable time").
final class Verification {

    static final Course NATIONALITY = course("NAT", "Verification of nationality or residence", "NAT-VER")
            .told("NAT-VER-RSP", "result", "CONFIRMED", "NOT_CONFIRMED", "DELAYED")
            .rows(answers("NAT_VER_RSP", "CONFIRMED", "NOT_CONFIRMED"))
            .clocks(clock("NAT_VER", "TIP 8(3)"))
            .made();

    static final Course TRAVEL_DOCUMENTS = course("TRV", "Travel documents", "TRV-DOC")
            .told("TRV-DOC-RSP", "result", "ISSUED", "NOT_ISSUED", "DELAYED")
            .rows(answers("TRV_DOC_RSP", "ISSUED", "NOT_ISSUED"))
            .clocks(clock("TRV_DOC", "TIP 8(4)"))
            .made();

    static final Course DOCUMENT = course("DOC", "Verification of a document", "DOC-VER")
            .told("DOC-VER-RSP", "result", "VALID", "NOT_VALID", "NOT_GENUINE", "NOT_FOUND", "DELAYED")
            .rows(answers("DOC_VER_RSP", "VALID", "NOT_VALID", "NOT_GENUINE", "NOT_FOUND"))
            .clocks(clock("DOC_VER", "TIP 13"))
            .made();

    private static CourseTable course(String family, String title, String request) {
        return new CourseTable(family, title)
                .states("""
                ASKED      the check has been asked for
                ANSWERED*  the check has been answered
                """)
                .asks(request)
                .marks(request, "wish=/answerBy")
                .marks(request + "-RSP", "estimate=/expectedBy")
                .rows("DRAFT  " + request.replace('-', '_') + "  asking  ASKED");
    }

    private static String answers(String answer, String... results) {
        StringBuilder rows = new StringBuilder("ASKED  " + answer + "_DELAYED  asked  SAME\n");
        for (String result : results)
            rows.append("ASKED  ").append(answer).append('_').append(result).append("  asked  ANSWERED\n");
        return rows.toString();
    }

    private static String clock(String request, String article) {
        return "answer  " + request + "  ANSWERED  asked  -  " + request + ".wish|" + request
                + "_RSP_DELAYED.estimate  -  " + article;
    }

    private Verification() {}
}
