package org.liaison.casework;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.liaison.message.AuthorityCode;
import org.liaison.message.MessageKind;
import tools.jackson.databind.JsonNode;

/// What binds every message of a referral to the consent that is in force when it is sent. Alarms (`REF-EMERG`,
/// `REF-NOTARRIVED`) are not bound: they hold nothing but the risk and what is needed to protect. The names of the
/// methods are the rules.
final class ConsentRules {

    // spotless:off
    static final List<Rules.OfForm> OF_FORM = List.of(
            Rules.OfForm.of(ConsentRules::nothing_goes_beyond_the_consent, "REF-REQ", "REF-INFO", "NAT-VER", "TRV-DOC", "DOC-VER"),
            Rules.OfForm.of(ConsentRules::a_change_of_consent_and_the_consent_have_one_version, "REF-CONSENT"));

    static final List<Rules.OfOccasion> OF_OCCASION = List.of(
            Rules.OfOccasion.of(ConsentRules::later_messages_stay_within_the_consent_in_force,
                    "REF-INFO", "REF-PLAN", "REF-DEPART", "REF-ARRIVED", "REF-FU", "REF-CLOSE", "REF-RES-STATUS"),
            Rules.OfOccasion.of(ConsentRules::nothing_is_shared_after_a_withdrawal, "REF-INFO", "REF-PLAN", "REF-DEPART", "REF-FU", "REF-RES-STATUS"),
            Rules.OfOccasion.of(ConsentRules::the_person_still_agrees_to_the_recipient, "REF-INFO", "REF-PLAN", "REF-DEPART"),
            Rules.OfOccasion.of(ConsentRules::only_what_the_consent_covers_is_asked_for, "REF-RFI"),
            Rules.OfOccasion.of(ConsentRules::each_change_of_consent_has_a_newer_version, "REF-CONSENT", "REF-INFO"),
            Rules.OfOccasion.of(ConsentRules::narrower_means_less, "REF-CONSENT"),
            Rules.OfOccasion.of(ConsentRules::what_is_no_longer_covered_is_to_be_erased, "REF-CONSENT"),
            Rules.OfOccasion.of(ConsentRules::a_child_does_not_become_an_adult_by_another_form, "REF-CONSENT", "REF-PLAN"),
            Rules.OfOccasion.of(ConsentRules::the_person_understood_the_language, "REF-CONSENT", "REF-INFO", "REF-PLAN"),
            Rules.OfOccasion.of(ConsentRules::the_confirmation_answers_the_change_of_consent, "REF-ERASED"));
    // spotless:on

    private static final String WHY = "CoE 11, 12(7)";

    /// Looks at the consent that the form itself carries.
    static void nothing_goes_beyond_the_consent(Filled form) {
        for (String scope : List.of("/consent/scope", "/agreement/scope")) {
            if (!form.has(scope)) continue;
            List<String> agreed = form.texts(scope);
            beyond(form, dataClass -> !Consent.COVERS.contains(dataClass) || agreed.contains(dataClass));
        }
    }

    static void later_messages_stay_within_the_consent_in_force(Filled form, Occasion occasion) {
        Optional<Consent> inForce = Consent.inForce(occasion.docket());
        // After a withdrawal another rule speaks; only a closure may still come, and tells the outcome alone.
        boolean over = inForce.filter(Consent::withdrawn).isPresent()
                && !form.text("/kind").equals("REF-CLOSE");
        if (inForce.isPresent() && !over && !form.has("/consent")) beyond(form, inForce.get()::covers);
    }

    private static void beyond(Filled form, Predicate<String> covered) {
        Map<Pointer, String> classes = Projection.classes(new MessageKind(form.text("/kind")), form.form());
        classes.entrySet().stream()
                .filter(place -> !covered.test(place.getValue()))
                .sorted(Comparator.comparing(place -> place.getKey().toString()))
                .forEach(place -> form.problem(
                        place.getKey().toString(),
                        "The consent does not cover this information.",
                        WHY,
                        "Leave it out, or ask the person and add " + place.getValue()
                                + " to the scope of a newer consent."));
    }

    static void nothing_is_shared_after_a_withdrawal(Filled form, Occasion occasion) {
        if (Consent.inForce(occasion.docket()).filter(Consent::withdrawn).isPresent() && !form.has("/consent"))
            form.problem(
                    "",
                    "The person has withdrawn the consent: nothing more about the person is shared. Help goes on.",
                    "CoE 12(6)-(7), 11",
                    "Do not send it. Should the person agree anew, send the new consent first (REF-CONSENT).");
    }

    static void the_person_still_agrees_to_the_recipient(Filled form, Occasion occasion) {
        Optional<Consent> inForce = Consent.in(form.form())
                .or(() -> Consent.inForce(occasion.docket()))
                .filter(one -> !one.withdrawn());
        for (AuthorityCode to : occasion.to())
            if (inForce.filter(one -> !one.recipients().contains(to.toString())).isPresent())
                form.problem(
                        form.has("/consent") ? "/consent/recipients" : "",
                        "The person has not agreed, or agrees no longer, that " + to + " gets this information.",
                        WHY,
                        "Ask the person; or do not send to this recipient.");
    }

    static void only_what_the_consent_covers_is_asked_for(Filled form, Occasion occasion) {
        Optional<Consent> inForce = Consent.inForce(occasion.docket());
        List<JsonNode> items = form.list("/items");
        for (int i = 0; i < items.size(); i++) {
            String asked = items.get(i).path("dataClass").stringValue("");
            String pointer = "/items/" + i + "/dataClass";
            if (inForce.filter(consent -> !consent.covers(asked)).isPresent())
                form.problem(
                        pointer,
                        "The consent does not cover this class of information, so it is not asked for.",
                        WHY,
                        "Ask only for what the person agreed to share: see the scope of the consent.");
            if (Minimisation.classes().contains(asked)
                    && Minimisation.share(
                                    asked,
                                    new MessageKind("REF-INFO"),
                                    occasion.from().kind())
                            == Minimisation.Share.NEVER)
                form.problem(
                        pointer,
                        "An authority of kind " + occasion.from().kind().code()
                                + " never gets this class of information.",
                        "CoE 11",
                        "Ask for something else, or have it asked by an authority that may know.");
        }
    }

    static void a_change_of_consent_and_the_consent_have_one_version(Filled form) {
        if (form.has("/consent/version") && !form.at("/consent/version").equals(form.at("/consentVersion")))
            form.problem(
                    "/consent/version",
                    "The consent has another version than this change of it.",
                    "CoE 12(7)",
                    "Write the new version in both places.");
    }

    static void each_change_of_consent_has_a_newer_version(Filled form, Occasion occasion) {
        String pointer = form.has("/consentVersion") ? "/consentVersion" : "/consent/version";
        if (!form.has(pointer)) return;
        long version = form.at(pointer).longValue(0);
        Consent.inForce(occasion.docket())
                .filter(inForce -> version <= inForce.version())
                .ifPresent(inForce -> form.problem(
                        pointer,
                        "The case knows a consent of this or a newer version already.",
                        WHY,
                        "Ask the person anew, and give the consent the number after " + inForce.version() + "."));
    }

    static void narrower_means_less(Filled form, Occasion occasion) {
        if (!form.text("/change").equals("NARROWED")) return;
        Consent.inForce(occasion.docket())
                .ifPresent(
                        before -> Consent.in(form.form())
                                .filter(now -> !now.isLessThan(before))
                                .ifPresent(
                                        _ -> form.problem(
                                                "/consent",
                                                "This consent is not narrower than the one before.",
                                                WHY,
                                                "Leave out what the person no longer agrees to; where something is added write GIVEN.")));
    }

    static void what_is_no_longer_covered_is_to_be_erased(Filled form, Occasion occasion) {
        Optional<Consent> now = Consent.in(form.form());
        if (!form.text("/change").equals("NARROWED") || now.isEmpty()) return;
        Set<String> dropped = new TreeSet<>();
        Consent.inForce(occasion.docket()).ifPresent(before -> dropped.addAll(before.scope()));
        dropped.retainAll(Minimisation.classes());
        dropped.removeAll(now.get().scope());
        dropped.removeAll(form.texts("/erase/classes"));
        if (!dropped.isEmpty())
            form.problem(
                    "/erase/classes",
                    "Something is no longer covered by the consent and not to be erased: " + String.join(", ", dropped)
                            + ".",
                    "CoE 11, Convention 108",
                    "Add it to the classes to erase.");
    }

    /// Who has come of age in the meantime has a date of birth that says so.
    static void a_child_does_not_become_an_adult_by_another_form(Filled form, Occasion occasion) {
        Optional<JsonNode> referral = occasion.docket().latest("REF-REQ");
        if (referral.isEmpty() || !form.text("/ageStatus").equals("ADULT")) return;
        Filled earlier = new Filled(referral.get());
        String known = earlier.text("/person/ageStatus");
        if (known.isEmpty() || known.equals("ADULT")) return;
        boolean ofAge = earlier.date("/person/dateOfBirth", Filled::latestDay)
                .filter(born -> !born.plusYears(ReferralRules.LEGAL_AGE).isAfter(occasion.today()))
                .isPresent();
        if (!ofAge)
            form.problem(
                    "/ageStatus",
                    "The referral does not call the person an adult, so the rules for children hold.",
                    "CoE 10(3)-(4), Dir 2011/36 13(2)",
                    "Write what the referral says, and have the guardian decide together with the child.");
    }

    static void the_person_understood_the_language(Filled form, Occasion occasion) {
        List<String> understood = occasion.docket()
                .latest("REF-REQ")
                .map(Filled::new)
                .map(referral -> referral.texts("/person/languagesUnderstood"))
                .orElse(List.of());
        boolean interpreter = form.at("/consent/interpreterUsed").booleanValue(false);
        for (String pointer : List.of("/consent/language", "/contactsGiven/language"))
            if (form.has(pointer)
                    && !understood.isEmpty()
                    && !interpreter
                    && understood.stream().noneMatch(tag -> GeneralRules.covers(tag, form.text(pointer))))
                form.problem(
                        pointer,
                        "This is a language that the person is not said to understand.",
                        "CoE 15(1), TIP 6(2)",
                        "Explain everything again in a language the person understands, or with an interpreter.");
    }

    static void the_confirmation_answers_the_change_of_consent(Filled form, Occasion occasion) {
        Optional<JsonNode> change = occasion.docket().latest("REF-CONSENT");
        if (change.isEmpty() || !form.has("/consentVersion")) return;
        if (!change.get().path("consentVersion").equals(form.at("/consentVersion")))
            form.problem(
                    "/consentVersion",
                    "This is not the version of the last change of consent.",
                    "CoE 11",
                    "Write the version that the change of consent has.");
        Set<String> missing = new TreeSet<>(new Filled(change.get()).texts("/erase/classes"));
        missing.retainAll(Minimisation.classes());
        missing.removeAll(form.texts("/classes"));
        if (!missing.isEmpty())
            form.problem(
                    "/classes",
                    "Something was to be erased and is not confirmed: " + String.join(", ", missing) + ".",
                    "CoE 11, Convention 108",
                    "Erase it too, or say that it is restricted and which law demands that.");
    }

    private ConsentRules() {}
}
