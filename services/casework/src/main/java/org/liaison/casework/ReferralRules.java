package org.liaison.casework;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.liaison.message.AuthorityCode;
import tools.jackson.databind.JsonNode;

/// Rules for referrals. The names of the methods are the rules. A notice to police or prosecutors has none of the
/// fields these rules look at, so they are silent about it.
final class ReferralRules {

    // spotless:off
    static final List<Rules.OfForm> OF_FORM = List.of(
            Rules.OfForm.of(ReferralRules::consent_was_given_in_a_language_understood, "REF-REQ"),
            Rules.OfForm.of(ReferralRules::the_part_for_police_does_not_say_who_or_where_the_victim_is, "REF-REQ"),
            Rules.OfForm.of(ReferralRules::a_reflection_period_lasts_at_least_thirty_days, "REF-REQ", "REF-RES-STATUS"));

    static final List<Rules.OfDay> OF_DAY = List.of(
            Rules.OfDay.of(ReferralRules::the_risk_assessment_is_in_date, "REF-REQ", "REF-PLAN"),
            Rules.OfDay.of(ReferralRules::nothing_on_record_lies_in_the_future, "REF-REQ", "REF-INFO", "REF-PLAN", "REF-CONSENT", "REF-ERASED", "NAT-VER", "TRV-DOC", "DOC-VER"),
            Rules.OfDay.of(ReferralRules::who_is_under_eighteen_is_no_adult, "REF-REQ"));

    static final List<Rules.OfOccasion> OF_OCCASION = List.of(
            Rules.OfOccasion.of(ReferralRules::the_risk_is_assessed_for_the_country_of_the_recipient, "REF-REQ", "REF-PLAN"),
            Rules.OfOccasion.of(ReferralRules::the_consent_names_the_recipient, "REF-REQ"));
    // spotless:on

    static final int LEGAL_AGE = 18;
    private static final int SHORTEST_REFLECTION = 30;
    private static final int SHORTEST_NAME = 3;

    private static final List<String> NAMES_AND_NUMBERS = List.of(
            "/person/givenNames",
            "/person/familyName",
            "/person/contact/phone",
            "/person/contact/email",
            "/person/delegate/name",
            "/guardian/name");
    /// Of an address the street counts, which stands before the first comma.
    private static final List<String> ADDRESSES = List.of("/person/contact/address", "/whereabouts/address");

    static void consent_was_given_in_a_language_understood(Filled form) {
        String language = form.text("/consent/language");
        boolean interpreter = form.at("/consent/interpreterUsed").booleanValue(false);
        List<String> understood = form.texts("/person/languagesUnderstood");
        if (language.isEmpty() || interpreter || understood.isEmpty()) return;
        if (understood.stream().noneMatch(tag -> GeneralRules.covers(tag, language)))
            form.problem(
                    "/consent/language",
                    "The consent was given in a language that the person is not said to understand.",
                    "CoE 15(1), TIP 6(2)",
                    "Explain everything again in a language the person understands, or with an interpreter.");
    }

    /// Only names and addresses of the form itself can be looked for; the officer answers for the rest.
    static void the_part_for_police_does_not_say_who_or_where_the_victim_is(Filled form) {
        List<String> secrets = new ArrayList<>();
        NAMES_AND_NUMBERS.forEach(pointer -> secrets.add(form.text(pointer)));
        ADDRESSES.forEach(pointer -> secrets.add(form.text(pointer).split(",", 2)[0]));
        secrets.addAll(form.texts("/person/otherNames"));
        secrets.addAll(form.texts("/person/documents", "number"));
        secrets.replaceAll(secret -> secret.toLowerCase(Locale.ROOT).strip());
        secrets.removeIf(secret -> secret.length() < SHORTEST_NAME);
        look(form, "/justice", form.at("/justice"), secrets);
    }

    static void a_reflection_period_lasts_at_least_thirty_days(Filled form) {
        form.date("/residence/reflectionFrom")
                .ifPresent(
                        from -> form.date("/residence/reflectionUntil")
                                .filter(until -> ChronoUnit.DAYS.between(from, until) < SHORTEST_REFLECTION)
                                .ifPresent(
                                        until -> form.problem(
                                                "/residence/reflectionUntil",
                                                "The recovery and reflection period is shorter than 30 days.",
                                                "CoE 13(1)",
                                                "Correct the days; a shorter period must be taken up with the authority that set it.")));
    }

    static void the_risk_assessment_is_in_date(Filled form, LocalDate today) {
        form.date("/risk/validUntil")
                .filter(until -> until.isBefore(today))
                .ifPresent(until -> form.problem(
                        "/risk/validUntil",
                        "The risk assessment is out of date.",
                        "CoE 16(2), 16(7), 12(2)",
                        "Assess the risk anew together with the person, and record the new dates."));
        form.date("/risk/validUntil")
                .ifPresent(until -> form.date("/risk/assessedOn")
                        .filter(until::isBefore)
                        .ifPresent(on -> form.problem(
                                "/risk/validUntil",
                                "The risk assessment ends before it was made.",
                                "CoE 16(7)",
                                "Correct the dates.")));
    }

    static void the_risk_is_assessed_for_the_country_of_the_recipient(Filled form, Occasion occasion) {
        if (!form.has("/risk/countries")) return;
        List<String> assessed = form.texts("/risk/countries", "country");
        Set<AuthorityCode> missing = new java.util.TreeSet<>(occasion.to());
        missing.removeIf(to -> assessed.contains(to.country().code()));
        missing.forEach(to -> form.problem(
                "/risk/countries",
                "The risk is not assessed for " + to.country() + ", the country of " + to + ".",
                "CoE 16(7)",
                "Assess the risk there, and add the country."));
    }

    static void the_consent_names_the_recipient(Filled form, Occasion occasion) {
        if (!form.has("/consent/recipients")) return;
        List<String> agreed = form.texts("/consent/recipients");
        for (AuthorityCode to : occasion.to())
            if (!agreed.contains(to.toString()))
                form.problem(
                        "/consent/recipients",
                        "The person has not agreed that " + to + " gets this information.",
                        "CoE 12(7)",
                        "Ask the person, and add the recipient to the consent; or do not send to this recipient.");
    }

    static void nothing_on_record_lies_in_the_future(Filled form, LocalDate today) {
        for (String pointer : List.of(
                "/consent/givenOn",
                "/agreement/givenOn",
                "/risk/assessedOn",
                "/bestInterests/assessedOn",
                "/contactsGiven/on",
                "/decidedOn",
                "/on"))
            form.date(pointer)
                    .filter(date -> date.isAfter(today))
                    .ifPresent(
                            date -> form.problem(
                                    pointer,
                                    "This date lies in the future.",
                                    "CoE 12(7), 16(7)",
                                    "Consent, assessments and what is confirmed come before the message: correct the date, or wait."));
    }

    /// A date of birth of which only the year or month is known counts as the latest day it can mean. Of one that lies
    /// in the future another rule tells.
    static void who_is_under_eighteen_is_no_adult(Filled form, LocalDate today) {
        if (!form.text("/person/ageStatus").equals("ADULT") || form.isBornAfter("/person/dateOfBirth", today)) return;
        form.date("/person/dateOfBirth", Filled::latestDay)
                .filter(born -> born.plusYears(LEGAL_AGE).isAfter(today))
                .ifPresent(born -> form.problem(
                        "/person/ageStatus",
                        "By the date of birth the person is, or may be, under eighteen.",
                        "CoE 10(3), Dir 2011/36 13(2)",
                        "Write CHILD or PRESUMED_CHILD, and follow the rules for children."));
    }

    private static void look(Filled form, String pointer, JsonNode node, List<String> secrets) {
        if (node.isString()) {
            String text = node.stringValue().toLowerCase(Locale.ROOT);
            if (secrets.stream().anyMatch(text::contains))
                form.problem(
                        pointer,
                        "This part goes to police or prosecutors and holds a name, number or address of the victim.",
                        "CoE 11, TIP 6(1)",
                        "Write it so that it does not say who or where the victim is.");
        } else if (node.isObject()) {
            node.propertyStream()
                    .forEach(field -> look(form, Pointer.below(pointer, field.getKey()), field.getValue(), secrets));
        } else {
            for (int i = 0; i < node.size(); i++) look(form, pointer + "/" + i, node.path(i), secrets);
        }
    }

    private ReferralRules() {}
}
