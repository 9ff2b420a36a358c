package org.liaison.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liaison.message.AuthorityKind;
import tools.jackson.databind.JsonNode;

/// Rules for mutual legal assistance. The names of the methods are the rules.
final class AssistanceRules {

    // spotless:off
    static final List<Rules.OfForm> OF_FORM = List.of(
            Rules.OfForm.of(AssistanceRules::items_are_numbered_apart, "MLA-REQ"),
            Rules.OfForm.of(AssistanceRules::every_person_named_is_described, "MLA-REQ"),
            Rules.OfForm.of(AssistanceRules::files_to_serve_or_enforce_are_attached, "MLA-REQ"),
            Rules.OfForm.of(AssistanceRules::who_is_transferred_was_informed_in_a_language_understood, "MLA-REQ"),
            Rules.OfForm.of(AssistanceRules::who_comes_to_testify_has_safe_conduct, "MLA-REQ"));

    static final List<Rules.OfOccasion> OF_OCCASION = List.of(
            Rules.OfOccasion.of(AssistanceRules::a_deadline_lies_ahead, "MLA-REQ"),
            Rules.OfOccasion.of(AssistanceRules::consent_and_validation_come_before_the_request, "MLA-REQ"),
            Rules.OfOccasion.of(AssistanceRules::an_oral_request_is_confirmed_forthwith, "MLA-ORALCONF"),
            Rules.OfOccasion.of(AssistanceRules::only_what_is_urgent_goes_by_the_national_bureaus, "MLA-REQ"));
    // spotless:on

    private static final Set<String> TESTIFYING = Set.of("WITNESS", "EXPERT");
    private static final Duration FORTHWITH = Duration.ofHours(24);

    static void items_are_numbered_apart(Filled form) {
        Set<Long> seen = new HashSet<>();
        List<JsonNode> items = form.list("/assistance");
        for (int i = 0; i < items.size(); i++) {
            JsonNode number = items.get(i).path("number");
            if (number.isIntegralNumber() && !seen.add(number.longValue()))
                form.problem(
                        "/assistance/" + i + "/number",
                        "Two items have the same number.",
                        "UNTOC 18(15)(d)",
                        "Number the items 1, 2, 3 ..., for answers refer to them by number.");
        }
    }

    static void every_person_named_is_described(Filled form) {
        List<String> described = form.texts("/persons", "id");
        if (new HashSet<>(described).size() < described.size())
            form.problem("/persons", "Two persons have the same id.", "UNTOC 18(15)(e)", "Give each an id of its own.");
        List<JsonNode> items = form.list("/assistance");
        for (int i = 0; i < items.size(); i++) {
            String person = items.get(i).path("person").stringValue("");
            if (!person.isEmpty() && !described.contains(person))
                form.problem(
                        "/assistance/" + i + "/person",
                        "No person of this id is described under \"Persons concerned\".",
                        "UNTOC 18(15)(e)",
                        "Describe the person there as far as known, or correct the id.");
        }
    }

    static void files_to_serve_or_enforce_are_attached(Filled form) {
        List<String> attached = form.texts("/attachments", "file");
        List<JsonNode> items = form.list("/assistance");
        for (int i = 0; i < items.size(); i++) {
            String place = "/assistance/" + i;
            if (form.has(place + "/orderFile") && !attached.contains(form.text(place + "/orderFile")))
                form.problem(
                        place + "/orderFile",
                        "The confiscation order is not among the attachments.",
                        "UNTOC 13(3)(b)",
                        "Attach a legally admissible copy and list it under attachments.");
            if (!attached.containsAll(form.texts(place + "/documents")))
                form.problem(
                        place + "/documents",
                        "A document to be served is not among the attachments.",
                        "UNTOC 18(3)(b)",
                        "Attach it and list it under attachments.");
        }
    }

    static void a_deadline_lies_ahead(Filled form, Occasion occasion) {
        form.date("/deadline/date")
                .filter(date -> date.isBefore(occasion.today()))
                .ifPresent(date -> form.problem(
                        "/deadline/date",
                        "The suggested deadline has passed already.",
                        "UNTOC 18(24)",
                        "Suggest a day that lies ahead, with reasons."));
    }

    /// "Informed" means: in a language the person understands, or with an interpreter.
    static void who_is_transferred_was_informed_in_a_language_understood(Filled form) {
        List<JsonNode> items = form.list("/assistance");
        for (int i = 0; i < items.size(); i++) {
            JsonNode transfer = items.get(i).path("transfer");
            String told = transfer.path("consentLanguage").stringValue("");
            List<String> understood = person(form, items.get(i))
                    .map(one -> new Filled(one).texts("/languages"))
                    .orElse(List.of());
            if (told.isEmpty()
                    || understood.isEmpty()
                    || transfer.path("interpreterUsed").booleanValue(false)) continue;
            if (understood.stream().noneMatch(language -> GeneralRules.covers(language, told)))
                form.problem(
                        "/assistance/" + i + "/transfer/consentLanguage",
                        "The person is not said to understand the language in which the transfer was explained.",
                        "UNTOC 18(10)(a)",
                        "Explain it again in a language that the person understands, or with an interpreter: consent is"
                                + " free and informed, or there is no transfer.");
        }
    }

    static void who_comes_to_testify_has_safe_conduct(Filled form) {
        List<JsonNode> items = form.list("/assistance");
        for (int i = 0; i < items.size(); i++) {
            JsonNode appearance = items.get(i).path("appearance");
            String role = person(form, items.get(i))
                    .map(one -> one.path("role").stringValue(""))
                    .orElse("");
            if (appearance.isObject()
                    && TESTIFYING.contains(role)
                    && !appearance.path("safeConduct").booleanValue(false))
                form.problem(
                        "/assistance/" + i + "/appearance/safeConduct",
                        "A witness or expert who consents to come has safe conduct.",
                        "UNTOC 18(27)",
                        "Write true, and how many days it lasts after the hearing.");
        }
    }

    static void consent_and_validation_come_before_the_request(Filled form, Occasion occasion) {
        List<String> told = new ArrayList<>(List.of("/investigationOrder/validation/on"));
        for (int i = 0; i < form.list("/assistance").size(); i++)
            told.add("/assistance/" + i + "/transfer/consentGivenOn");
        for (String pointer : told)
            form.date(pointer)
                    .filter(date -> date.isAfter(occasion.today()))
                    .ifPresent(date -> form.problem(
                            pointer,
                            "This day lies in the future.",
                            "UNTOC 18(10)(a), Dir 2014/41 Annex A, L",
                            "Consent and validation come before the request: correct the date, or wait."));
    }

    static void an_oral_request_is_confirmed_forthwith(Filled form, Occasion occasion) {
        Optional<Instant> made = form.moment("/oral/madeAt");
        if (made.isEmpty()) return;
        if (made.get().isAfter(occasion.at()))
            form.problem(
                    "/oral/madeAt",
                    "The oral request lies in the future.",
                    "UNTOC 18(14)",
                    "Correct day and time; they are in UTC.");
        else if (made.get().plus(FORTHWITH).isBefore(occasion.at()) && !form.has("/oral/whyLate"))
            form.problem(
                    "/oral/whyLate",
                    "An oral request is confirmed in writing forthwith; this one is more than a day old.",
                    "UNTOC 18(14)",
                    "Say why it was not confirmed within a day.");
    }

    static void only_what_is_urgent_goes_by_the_national_bureaus(Filled form, Occasion occasion) {
        boolean byBureau = occasion.from().kind() == AuthorityKind.NCB
                || occasion.to().stream().anyMatch(to -> to.kind() == AuthorityKind.NCB);
        if (byBureau && !form.has("/urgency"))
            form.problem(
                    "/urgency",
                    "Only in urgent cases, and where the States agreed on it, a request goes by the national bureaus.",
                    "UNTOC 18(13)",
                    "Say why it is urgent, or send the request to the central authority.");
    }

    private static Optional<JsonNode> person(Filled form, JsonNode item) {
        JsonNode id = item.path("person");
        return form.list("/persons").stream()
                .filter(person -> id.isString() && person.path("id").equals(id))
                .findFirst();
    }

    private AssistanceRules() {}
}
