package org.liaison.casework;

/// Where a case stands. The prefix is the family of the case: referrals never pass into states of legal assistance.
public enum CaseState {
    DRAFT("nothing has been sent yet", false),

    REF_NOTIFIED("police or prosecutor have a notice, the referral itself has not been sent", false),
    REF_SENT("the referral has been sent", false),
    REF_RECEIVED("the referral has reached the receiving authority", false),
    REF_UNDER_ASSESSMENT("the receiving authority considers the referral", false),
    REF_ACCEPTED("the referral is accepted", false),
    REF_DECLINED("the referral is declined", true),

    MLA_SUBMITTED("the request has been sent", false),
    MLA_RECEIVED("the request has reached the requested authority", false),
    MLA_ACKNOWLEDGED("the request is acknowledged", false),
    MLA_UNDER_ASSESSMENT("the requested authority considers the request", false),
    MLA_INFO_REQUESTED("the requested authority waits for additional information to decide", false),
    MLA_CONSULTING("the authorities consult on whether and how help can be given", false),
    MLA_ACCEPTED("the request is accepted", false),
    MLA_PARTIALLY_ACCEPTED("the request is accepted in part", false),
    MLA_REFUSED("the request is refused", true),
    MLA_IN_EXECUTION("the request is being executed", false),
    MLA_INFO_REQUESTED_IN_EXECUTION("the requested authority waits for additional information to execute", false),
    MLA_PARTIALLY_EXECUTED("a part of the result has been sent", false),
    MLA_EXECUTED("the result has been sent", false),
    MLA_CLOSED("the case is closed", true);

    private final String sentence;
    private final boolean terminal;

    CaseState(String sentence, boolean terminal) {
        this.sentence = sentence;
        this.terminal = terminal;
    }

    /// For an officer: "the request is acknowledged".
    public String sentence() {
        return sentence;
    }

    /// Whether the case can move no further.
    public boolean terminal() {
        return terminal;
    }
}
