package org.liaison.casework.course;

import java.util.List;
import org.liaison.casework.course.Event.Standing;

/// Referral of a victim of trafficking. The asked side is the authority that receives her or him.
///
/// Notices to police and prosecutors run beside the case and never hold it up; a report of immediate danger
/// (CoE 33(1)) may come at any time, also first. A person who withdraws consent before arriving ends the case; later,
/// assistance goes on and reports about it stop until the person agrees anew. Who still counts as on the way when the
/// moment for the alarm has come, which the departure told, has not arrived. Confirmations of erasure and reviews of
/// alarms may come when the case is over.
final class Referral {

    // spotless:off
    static final Course COURSE = new CourseTable("REF", "Referral of a victim")
            .states("""
                NOTIFIED               police or prosecutor have a notice, the referral itself has not been sent
                ALERTED                an immediate danger has been reported
                SENT                   the referral has been sent
                RECEIVED               the referral has reached the receiving authority
                UNDER_ASSESSMENT       the receiving authority considers the referral
                MORE_INFO~             the receiving authority waits for more information
                ACCEPTED               the referral is accepted
                PLAN_PROPOSED          a plan for the transfer has been proposed
                TRANSFER_PLANNED       the transfer is planned
                IN_TRANSIT             the person is on the way
                ARRIVED                the person has arrived
                NOT_ARRIVED            the person has not arrived
                IN_ASSISTANCE          the person is being assisted
                FOLLOW_UP              the person is being assisted, and follow-up has been reported
                ASSISTED_IN_PRIVATE    the person is being assisted and has ended the reports about it
                DECLINED*              the referral is declined
                CANCELLED*             the referral is cancelled
                EXPIRED*               the referral was never answered
                CLOSED*                the case is closed
                """)
            .event(new Event("REF_REQ", Event.plain("REF-REQ").kind(), "view", List.of(""), Standing.ASKS))
            .event(new Event("REF_REQ_NOTICE", Event.plain("REF-REQ").kind(), "view", List.of("police", "prosecutor"), Standing.NOTIFIES))
            .event(new Event("REF_EMERG", Event.plain("REF-EMERG").kind(), "stage", List.of("ALARM"), Standing.ASKS))
            .event(new Event("REF_EMERG_REVIEWED", Event.plain("REF-EMERG").kind(), "stage", List.of("REVIEW"), Standing.PLAIN))
            .event(new Event("REF_NOTARRIVED", Event.plain("REF-NOTARRIVED").kind(), "view", List.of(""), Standing.PLAIN))
            .event(new Event("REF_NOTARRIVED_NOTICE", Event.plain("REF-NOTARRIVED").kind(), "view", List.of("police"), Standing.ASKS))
            .told("REF-DEC", "decision", "ACCEPTED", "ACCEPTED_PARTIAL", "DECLINED")
            .told("REF-PLAN-OK", "answer", "AGREED", "CHANGES_WANTED")
            .told("REF-CONSENT", "change", "GIVEN", "NARROWED", "WITHDRAWN")
            .rows("""
                DRAFT                                        REF_REQ_NOTICE               asking                    NOTIFIED
                OPEN                                         REF_REQ_NOTICE               asking                    SAME
                DRAFT                                        REF_EMERG                    asking                    ALERTED
                DRAFT                                        REF_NOTARRIVED_NOTICE        asking                    ALERTED
                OPEN                                         REF_EMERG                    either                    SAME
                OPEN|OVER                                    REF_EMERG_REVIEWED           either                    SAME
                ALERTED                                      REF_ACK                      asked                     SAME
                DRAFT|NOTIFIED|ALERTED                       REF_REQ                      asking                    SENT

                SENT                                         REF_ACK                      asked   RECEIVED          UNDER_ASSESSMENT
                UNDER_ASSESSMENT                             REF_RFI                      asked                     MORE_INFO
                MORE_INFO                                    REF_INFO                     asking                    BACK
                UNDER_ASSESSMENT                             REF_DEC_ACCEPTED             asked                     ACCEPTED
                UNDER_ASSESSMENT                             REF_DEC_ACCEPTED_PARTIAL     asked                     ACCEPTED
                UNDER_ASSESSMENT                             REF_DEC_DECLINED             asked                     DECLINED

                ACCEPTED|PLAN_PROPOSED|TRANSFER_PLANNED      REF_PLAN                     asking                    PLAN_PROPOSED
                PLAN_PROPOSED                                REF_PLAN_OK_AGREED           asked                     TRANSFER_PLANNED
                PLAN_PROPOSED                                REF_PLAN_OK_CHANGES_WANTED   asked                     SAME
                TRANSFER_PLANNED                             REF_DEPART                   asking                    IN_TRANSIT
                IN_TRANSIT|NOT_ARRIVED                       REF_ARRIVED                  asked   ARRIVED           IN_ASSISTANCE
                IN_TRANSIT|NOT_ARRIVED                       REF_NOTARRIVED               asked                     NOT_ARRIVED

                ACCEPTED                                     REF_FU                       asked   IN_ASSISTANCE     FOLLOW_UP
                IN_ASSISTANCE|FOLLOW_UP                      REF_FU                       asked                     FOLLOW_UP
                ALERTED|ACCEPTED|NOT_ARRIVED|IN_ASSISTANCE|FOLLOW_UP|ASSISTED_IN_PRIVATE  REF_CLOSE  asked          CLOSED

                SENT|UNDER_ASSESSMENT|MORE_INFO|ACCEPTED|PLAN_PROPOSED|TRANSFER_PLANNED|IN_TRANSIT|NOT_ARRIVED|IN_ASSISTANCE|FOLLOW_UP  REF_CONSENT_GIVEN|REF_CONSENT_NARROWED  either  SAME
                ASSISTED_IN_PRIVATE                          REF_CONSENT_GIVEN            either                    IN_ASSISTANCE
                SENT|UNDER_ASSESSMENT|MORE_INFO|ACCEPTED|PLAN_PROPOSED|TRANSFER_PLANNED|IN_TRANSIT|NOT_ARRIVED  REF_CONSENT_WITHDRAWN  either  CANCELLED
                IN_ASSISTANCE|FOLLOW_UP                      REF_CONSENT_WITHDRAWN        either                    ASSISTED_IN_PRIVATE
                ALERTED|SENT|UNDER_ASSESSMENT|MORE_INFO|ACCEPTED|PLAN_PROPOSED|TRANSFER_PLANNED  REF_CANCEL  asking CANCELLED
                SENT|UNDER_ASSESSMENT|MORE_INFO|ACCEPTED|PLAN_PROPOSED|TRANSFER_PLANNED|IN_TRANSIT|NOT_ARRIVED|IN_ASSISTANCE|FOLLOW_UP  REF_RES_STATUS  either  SAME
                OPEN|OVER                                    REF_ERASED                   either                    SAME
                """)
            .marks("REF-ACK", "decisionBy=/decisionBy")
            .marks("REF-DEPART", "eta=/expectedAt", "alert=/alertAt")
            .marks("REF-EMERG", "review=/review/by")
            .marks("REF-RFI", "answerBy=/answerBy")
            .marks("REF-FU", "next=/nextOn")
            .timeouts("""
                SENT        REF_REQ.due     -     EXPIRED
                IN_TRANSIT  REF_DEPART.alert  -   NOT_ARRIVED
                """)
            .clocks("""
                acknowledge  REF_REQ                REF_ACK                 asked   PT24H/P3D  -               -          practice of referrals
                decide       UNDER_ASSESSMENT       ACCEPTED|DECLINED       asked   -          REF_ACK.decisionBy MORE_INFO practice of referrals
                answer       REF_RFI                REF_INFO                asking  -          REF_RFI.answerBy -         practice of referrals
                arrive       REF_DEPART             REF_ARRIVED|NOT_ARRIVED asked   -          REF_DEPART.eta  -          CoE 16(2), 33(1)
                review       REF_EMERG              REF_EMERG_REVIEWED      asking  -          REF_EMERG.review -        practice of referrals
                follow-up    IN_ASSISTANCE|REF_FU   REF_FU                  asked   P1M        REF_FU.next     -          CoE 16(5)
                """)
            .made();
    // spotless:on

    private Referral() {}
}
