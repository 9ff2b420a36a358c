package org.liaison.statistics;

import java.util.Arrays;
import java.util.Locale;

/// What a coded fact can tell. The name of a variable is that of CTDC where the domain reference gives one.
@SuppressWarnings("ImmutableEnumChecker") // codes are never changed
public enum Variable {
    SEX("sex", "Sex of the person", Codes.of("1", "male", "2", "female"), "ISO/IEC 5218; CTDC gender"),
    MAJORITY(
            "majorityStatus",
            "Whether the person is a child; one presumed to be is counted as one",
            Codes.of("MINOR", "child or presumed child", "ADULT", "adult"),
            "CTDC majorityStatus"),
    AGE(
            "ageBroad",
            "Age when the referral was sent, in bands of our own made of those that CTDC was seen to use",
            Codes.of(
                    "0-8", "0 to 8 years",
                    "9-17", "9 to 17 years",
                    "18-29", "18 to 29 years",
                    "30-47", "30 to 47 years",
                    "48+", "48 years or more"),
            "CTDC ageBroad, bands merged"),
    EXPLOITATION(
            "exploitation",
            "Purpose of exploitation",
            Codes.named(
                            "PROSTITUTION_OF_OTHERS",
                            "SEXUAL",
                            "FORCED_LABOUR_SERVICES",
                            "SLAVERY",
                            "SIMILAR_TO_SLAVERY",
                            "SERVITUDE",
                            "ORGAN_REMOVAL",
                            "BEGGING",
                            "CRIMINAL_ACTIVITIES",
                            "FORCED_MARRIAGE",
                            "ILLEGAL_ADOPTION",
                            "SURROGACY")
                    .with(Codes.SEVERAL, "more than one purpose"),
            "compare CTDC typeOfExploitConcatenated"),
    GUARDIAN(
            "guardianDelay",
            "For a child: days between the first dated assessment in the referral and the guardian's appointment",
            Codes.of("WITHIN_A_DAY", "the same or the next day, or earlier", "LATER", "later"),
            "CoE 10(4), own indicator"),
    CITIZENSHIP("citizenship", "Citizenship", Codes.countries(), "CTDC citizenship"),
    ORIGIN("origin", "Country of origin", Codes.countries(), "domain A1, D.4"),
    DESTINATION("destination", "Country of destination", Codes.countries(), "domain A1, D.4"),
    TRANSIT(
            "transit",
            "Country of transit",
            Codes.countries().with(Codes.NONE, "no country of transit named"),
            "domain A1, D.4"),
    REFERRAL_DECISION(
            "decision",
            "What was decided about the referral",
            Codes.of(
                    "ACCEPTED", "accepted",
                    "ACCEPTED_PARTIAL", "accepted in part",
                    "DECLINED", "declined",
                    "CANCELLED", "cancelled, or consent withdrawn before the arrival",
                    "OPEN", "not decided when the period was closed"),
            "own codes"),
    DECLINE_REASON(
            "declineReason",
            "Why the referral was declined",
            Codes.named(
                    "NO_CAPACITY",
                    "OUT_OF_MANDATE",
                    "NO_CONSENT",
                    "RISK_UNACCEPTABLE",
                    "NOT_BEST_INTERESTS",
                    "NOT_NATIONAL_OR_RESIDENT",
                    "LEGAL_BAR",
                    "INSUFFICIENT_INFORMATION",
                    "DUPLICATE"),
            "own codes"),
    ACK_TIME("timeToAck", "Time to the acknowledgement", Codes.Days.codes(), "own indicator"),
    DECISION_TIME("timeToDecision", "Time to the decision", Codes.Days.codes(), "own indicator"),
    ARRIVAL_TIME("timeToArrival", "Time to the arrival", Codes.Days.codes(), "own indicator"),
    RESULT_TIME("timeToResult", "Time to the final result", Codes.Days.codes(), "own indicator"),
    DELIVERY(
            "deliveryEvidence",
            "Whether for every message sent in the case there is evidence that it was handed over",
            Codes.of("COMPLETE", "for every message", "INCOMPLETE", "not for every message"),
            "ETSI EN 319 522 (A.1, E.1), own indicator"),
    ASSISTANCE_TYPE(
            "assistance",
            "Type of assistance asked for",
            Codes.of(
                            "A", "evidence or statements from persons",
                            "B", "service of documents",
                            "C", "search, seizure, freezing",
                            "D", "examination of objects or sites",
                            "E", "information, evidentiary items, expert evaluations",
                            "F", "documents and records",
                            "G", "tracing of proceeds",
                            "H", "voluntary appearance",
                            "I", "other")
                    .with("V", "hearing by video-conference")
                    .with("T", "temporary transfer of a detained person")
                    .with("P1", "public government records")
                    .with("P2", "government records that are not public")
                    .with("K1", "own confiscation order")
                    .with("K2", "enforcement of a foreign confiscation order")
                    .with("K3", "tracing and freezing for confiscation")
                    .with(Codes.SEVERAL, "more than one type"),
            "UNTOC 18(3), 18(10), 18(18), 18(29), 13"),
    OFFENCE(
            "offence",
            "Offence",
            Codes.named("TIP", "SOM", "ML", "OCG", "CORR", "OBSTR", "FIREARMS", "DRUGS", "DOCFRAUD", "CSE")
                    .with(Codes.SEVERAL, "more than one offence"),
            "own codes"),
    ASKED("requestedCountry", "Country that was asked", Codes.countries(), "own indicator"),
    MLA_DECISION(
            "decision",
            "What was decided about the request",
            Codes.of(
                    "FULL", "granted",
                    "PARTIAL", "granted in part",
                    "REFUSED", "refused",
                    "RETURNED", "returned as not to be processed",
                    "WITHDRAWN", "withdrawn",
                    "SUPERSEDED", "replaced by another request",
                    "IMPOSSIBLE", "granted, and then found impossible",
                    "OPEN", "not decided when the period was closed"),
            "UNTOC 18(21), 18(23)"),
    GROUND(
            "refusalGround",
            "Ground of refusal",
            Codes.of(
                            "UNTOC_18_21_A",
                            "not in conformity, UNTOC 18(21)(a)",
                            "UNTOC_18_21_B",
                            "essential interests, UNTOC 18(21)(b)",
                            "UNTOC_18_21_C",
                            "barred by own law, UNTOC 18(21)(c)",
                            "UNTOC_18_21_D",
                            "contrary to own system, UNTOC 18(21)(d)",
                            "UNTOC_18_9",
                            "no dual criminality, UNTOC 18(9)",
                            "UNTOC_13_7",
                            "offence not covered, UNTOC 13(7)",
                            "TREATY",
                            "a ground of the treaty between the two",
                            "EIO_11_1_A",
                            "immunity, privilege or freedom of the press, EIO 11(1)(a)",
                            "EIO_11_1_B",
                            "national security or protection of a source, EIO 11(1)(b)",
                            "EIO_11_1_C",
                            "administrative proceedings, EIO 11(1)(c)",
                            "EIO_11_1_D",
                            "twice for the same, EIO 11(1)(d)")
                    .with("EIO_11_1_E", "extraterritorial act, EIO 11(1)(e)")
                    .with("EIO_11_1_F", "fundamental rights, EIO 11(1)(f)")
                    .with("EIO_11_1_G", "no dual criminality, EIO 11(1)(g)")
                    .with("EIO_11_1_H", "measure limited to other offences, EIO 11(1)(h)")
                    .with("UNTOC_16_1", "not punishable in both States, UNTOC 16(1)")
                    .with("UNTOC_16_14", "danger of persecution, UNTOC 16(14)")
                    .with("UNTOC_19", "sovereignty of the host State, UNTOC 19"),
            "UNTOC 18(9), 18(21); Dir 2014/41 11(1)"),
    ON_TIME(
            "onTime",
            "Whether the final result came by the date asked for",
            Codes.of("ON_TIME", "by that date", "LATE", "later"),
            "UNTOC 18(24)"),
    POSTPONED("postponed", "Whether execution was postponed", Codes.of("YES", "yes", "NO", "no"), "own indicator"),
    FAMILY(
            "family",
            "Family of the message",
            Codes.of("REF", "victim referral", "MLA", "mutual legal assistance").shaped("[A-Z]{3}", "another family"),
            "own codes"),
    SENT_FROM("sentFrom", "Country of the sender", Codes.countries(), "domain A1"),
    SENT_TO("sentTo", "Country of the recipient", Codes.countries(), "domain A1"),
    ANSWER("answer", "The hub's answer, and what refused the message", Codes.answers(), "PROTOCOL.md"),
    HANDOVER_TIME("timeToHandover", "Time to the hand-over", Codes.Minutes.codes(), "ETSI EN 319 522 (A.1 to E.1)"),
    PRIORITY("priority", "Priority", Codes.of("ROUTINE", "routine", "URGENT", "urgent"), "PROTOCOL.md");

    /// Not stated, or withheld: one code for both, so that nobody can tell which. CTDC's code for missing.
    public static final String WITHHELD = "-99";

    private final String title;
    private final String meaning;
    private final Codes codes;
    private final String source;

    Variable(String title, String meaning, Codes codes, String source) {
        this.title = title;
        this.meaning = meaning;
        this.codes = codes;
        this.source = source;
    }

    /// As it stands in tables and queries.
    public String title() {
        return title;
    }

    public String meaning() {
        return meaning;
    }

    public String source() {
        return source;
    }

    Codes codes() {
        return codes;
    }

    public boolean accepts(String code) {
        return code.equals(WITHHELD) || codes.has(code);
    }

    public String meaning(String code) {
        return code.equals(WITHHELD) ? "not stated, or withheld" : codes.meaning(code);
    }

    /// The code if it is one of this variable's: whatever else stood there is not kept.
    String only(String text) {
        return codes.has(text) ? text : WITHHELD;
    }

    /// The variable of a population that is called so.
    public static Variable named(String title, Population population) {
        return population.variables().stream()
                .filter(variable -> variable.title.toLowerCase(Locale.ROOT).equals(title.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + printable(title) + "' is not counted for "
                        + population.title() + "; there are "
                        + String.join(
                                ", ",
                                population.variables().stream()
                                        .map(Variable::title)
                                        .toList()) + "."));
    }

    private static String printable(String text) {
        return Arrays.stream(text.split("[^A-Za-z0-9]")).findFirst().orElse("");
    }
}
