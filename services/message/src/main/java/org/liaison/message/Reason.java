package org.liaison.message;

/// Why a message went no further: the closed list, printed in `PROTOCOL.md` in the same words.
/// Each reason also names the ETSI REM event reason that other delivery systems understand.
public enum Reason {
    MALFORMED_ENVELOPE(
            Rem.INVALID_FORMAT,
            "The bytes that arrived are not an envelope of this protocol.",
            "Send the message again; if it recurs, update the gateway."),
    ENVELOPE_TOO_LARGE(
            Rem.POLICY, "The envelope is larger than the hub carries.", "Split the attachments over several messages."),
    MALFORMED_SLIP(Rem.INVALID_FORMAT, "The slip is not a slip of this protocol.", "Update the gateway that wrote it."),
    UNKNOWN_SENDER(
            Rem.OTHER,
            "The directory does not know the sending authority.",
            "Ask the directory's administrators to list the authority."),
    SENDER_NOT_AT_GATEWAY(
            Rem.POLICY,
            "The gateway that brought the message does not host the sending authority.",
            "Send from the gateway that the directory names for this authority."),
    BROKEN_SIGNATURE(
            Rem.INVALID_FORMAT,
            "The signature does not belong to what was signed, or breaks the signature profile.",
            "Send the message again; if it recurs, someone is changing messages on the way: tell the operator."),
    WRONG_SIGNER(
            Rem.POLICY,
            "The slip was signed by somebody other than the sending authority.",
            "Sign with the certificate that the directory lists for the sending authority."),
    CERTIFICATE_UNTRUSTED(
            Rem.POLICY,
            "The signer's certificate does not lead to a trusted root, or is not meant for signing messages.",
            "Have the certificate issued by the State's issuing authority under the right profile."),
    CERTIFICATE_EXPIRED(
            Rem.POLICY, "The signer's certificate is outside its validity.", "Renew the certificate and send again."),
    CERTIFICATE_REVOKED(
            Rem.POLICY,
            "The signer's certificate has been revoked.",
            "Obtain a new certificate; treat messages signed after the revocation as suspect."),
    REVOCATION_STALE(
            Rem.MALFUNCTION,
            "The revocation list for the signer's issuer is too old to rely on.",
            "The issuer must publish a fresh revocation list."),
    DIRECTORY_EXPIRED(
            Rem.MALFUNCTION,
            "The directory or rulebook in force has run out.",
            "The administrators must sign and distribute a new snapshot."),
    UNKNOWN_RECIPIENT(
            Rem.UNKNOWN_RECIPIENT,
            "The directory does not know a recipient.",
            "Look the authority up in the directory of contacts and correct the address."),
    KIND_NOT_PERMITTED(
            Rem.POLICY,
            "The rulebook does not let this sender send this kind of message to this recipient.",
            "Send through an authority that may, or ask for a rule; `liaison rules explain` says why."),
    KIND_NOT_ACCEPTED(
            Rem.POLICY,
            "The recipient does not accept this kind of message.",
            "Choose a recipient that lists this kind among those it accepts."),
    SUITE_NOT_ACCEPTED(
            Rem.POLICY,
            "The message is not sealed in the suite that the recipient's directory entry requires.",
            "Refresh the directory and seal again in the required suite."),
    CONTENT_TOO_LARGE(
            Rem.POLICY,
            "The content is larger than a recipient takes.",
            "Send fewer or smaller attachments, or split them over several messages."),
    LENGTH_OR_DIGEST_MISMATCH(
            Rem.INVALID_FORMAT,
            "The content is not the content that the slip announces.",
            "Send the message again; if it recurs, someone is changing messages on the way: tell the operator."),
    MESSAGE_EXPIRED(Rem.OTHER, "The message arrived after it had expired.", "Send it anew if it still matters."),
    CLOCK_SKEW(
            Rem.POLICY,
            "The message claims to come from the future, beyond the clock difference that is allowed.",
            "Set the sending gateway's clock."),
    REPLAY_WITH_OTHER_CONTENT(
            Rem.DUPLICATE,
            "A message with this id was seen before with other content.",
            "This is a security incident: the operator and the sending authority must look into it."),
    UNREADABLE_CONTENT(
            Rem.INVALID_FORMAT,
            "The recipient cannot open the content, or it is not a letter of this protocol.",
            "Refresh the directory, for the recipient's key may have changed, and send again."),
    LETTER_NOT_OF_SLIP(
            Rem.INVALID_FORMAT,
            "The letter inside does not belong to the slip outside.",
            "This can be an attempt to pass on a letter under a false address: tell the operator."),
    FORM_INVALID(
            Rem.INVALID_FORMAT,
            "The form breaks the rules of its kind.",
            "Correct every problem listed and send again."),
    STATE_NOT_ALLOWED(
            Rem.POLICY,
            "The case is not in a state in which this message may come.",
            "Look at the case's timeline for what may be done next."),
    NOT_HANDED_OVER_IN_TIME(
            Rem.UNREACHABLE,
            "The recipient did not confirm in time.",
            "Call the recipient's contact point; the message stays in its mailbox until it expires."),
    RETURNED_BY_HUB(
            Rem.MALFUNCTION,
            "The hub could not process the message, and its operators returned it.",
            "Send it again; if it comes back again, the gateway's operators and the hub's must look into it together.");

    private final String remUri;
    private final String sentence;
    private final String remedy;

    Reason(String remUri, String sentence, String remedy) {
        this.remUri = remUri;
        this.sentence = sentence;
        this.remedy = remedy;
    }

    /// What is wrong, as a sentence for an officer.
    public String sentence() {
        return sentence;
    }

    /// What to do about it.
    public String remedy() {
        return remedy;
    }

    /// The event reason of ETSI TS 102 640 as e-CODEX spells it (deliberately without `//`).
    public String remUri() {
        return remUri;
    }

    private static final class Rem {
        static final String BASE = "http:uri.etsi.org/REM/EventReason#";
        static final String MALFUNCTION = BASE + "TechnicalMalfunction";
        static final String POLICY = BASE + "PolicyViolation";
        static final String UNREACHABLE = BASE + "R_REMMD_Unreachable";
        static final String UNKNOWN_RECIPIENT = BASE + "UnknownRecipient";
        static final String INVALID_FORMAT = BASE + "InvalidMessageFormat";
        static final String OTHER = BASE + "Other";
        static final String DUPLICATE = "http:uri.eu-spocs.eu/edelivery/v1#DuplicateMsgID";
    }
}
