package org.liaison.message;

/// The 22 events of ETSI EN 319 522, by their names there; each has the URI `http://uri.etsi.org/19522/Event/<name>`.
public enum ErdsEvent {
    SUBMISSION_ACCEPTANCE("SubmissionAcceptance"),
    SUBMISSION_REJECTION("SubmissionRejection"),
    RELAY_ACCEPTANCE("RelayAcceptance"),
    RELAY_REJECTION("RelayRejection"),
    RELAY_FAILURE("RelayFailure"),
    NOTIFICATION_FOR_ACCEPTANCE("NotificationForAcceptance"),
    NOTIFICATION_FOR_ACCEPTANCE_FAILURE("NotificationForAcceptanceFailure"),
    CONSIGNMENT_ACCEPTANCE("ConsignmentAcceptance"),
    CONSIGNMENT_REJECTION("ConsignmentRejection"),
    ACCEPTANCE_REJECTION_EXPIRY("AcceptanceRejectionExpiry"),
    NOTIFICATION_DELIVERED("NotificationDelivered"),
    CONTENT_CONSIGNMENT("ContentConsignment"),
    CONTENT_CONSIGNMENT_FAILURE("ContentConsignmentFailure"),
    CONSIGNMENT_NOTIFICATION("ConsignmentNotification"),
    CONSIGNMENT_NOTIFICATION_FAILURE("ConsignmentNotificationFailure"),
    NOTIFICATION_ACCESS_TRACKING("NotificationAccessTracking"),
    CONTENT_ACCESS_TRACKING("ContentAccessTracking"),
    CONTENT_HANDOVER("ContentHandover"),
    CONTENT_HANDOVER_FAILURE("ContentHandoverFailure"),
    RELAY_TO_NON_ERDS("RelayToNonERDS"),
    RELAY_TO_NON_ERDS_FAILURE("RelayToNonERDSFailure"),
    RECEIVED_FROM_NON_ERDS("ReceivedFromNonERDS");

    private static final String BASE = "http://uri.etsi.org/19522/Event/";

    private final String code;

    ErdsEvent(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String uri() {
        return BASE + code;
    }

    public static ErdsEvent ofUri(String uri) {
        for (ErdsEvent event : values()) if (event.uri().equals(uri)) return event;
        throw new IllegalArgumentException("not an ERDS event: " + uri);
    }
}
