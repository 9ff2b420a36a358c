package org.liaison.casework;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liaison.message.Digest;
import tools.jackson.databind.JsonNode;

/// Rules for mutual legal assistance. The names of the methods are the rules.
final class AssistanceRules {

    // spotless:off
    static final List<Rules.OfForm> OF_FORM = List.of(
            Rules.OfForm.of(AssistanceRules::items_are_numbered_apart, "MLA-REQ"),
            Rules.OfForm.of(AssistanceRules::every_person_named_is_described, "MLA-REQ"),
            Rules.OfForm.of(AssistanceRules::files_to_serve_or_enforce_are_attached, "MLA-REQ"));

    static final List<Rules.OfOccasion> OF_OCCASION = List.of(
            Rules.OfOccasion.of(AssistanceRules::a_deadline_lies_ahead, "MLA-REQ"),
            Rules.OfOccasion.of(AssistanceRules::the_consultation_came_before_the_refusal, "MLA-DEC"),
            Rules.OfOccasion.of(AssistanceRules::every_question_is_answered, "MLA-INFO"),
            Rules.OfOccasion.of(AssistanceRules::the_manifest_is_true, "MLA-RES"));
    // spotless:on

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

    static void the_consultation_came_before_the_refusal(Filled form, Occasion occasion) {
        form.date("/consultation/on")
                .filter(date -> date.isAfter(occasion.today()))
                .ifPresent(date -> form.problem(
                        "/consultation/on",
                        "The consultation lies in the future: it comes before a refusal.",
                        "UNTOC 18(26)",
                        "Consult the requesting authority first."));
    }

    static void every_question_is_answered(Filled form, Occasion occasion) {
        Optional<JsonNode> question = occasion.docket().latest("MLA-RFI");
        if (question.isEmpty()) return;
        JsonNode asked = question.get();
        if (!asked.path("number").equals(form.at("/answersNumber")))
            form.problem(
                    "/answersNumber",
                    "This is not the number of the question that is answered.",
                    "UNTOC 18(16)",
                    "Write the number that the request for information has.");
        Set<JsonNode> answered = new HashSet<>();
        form.list("/answers").forEach(answer -> answered.add(answer.path("item")));
        for (JsonNode item : asked.path("items"))
            if (!answered.contains(item.path("item")))
                form.problem(
                        "/answers",
                        "Item " + item.path("item").longValue(0) + " of the question is not answered.",
                        "UNTOC 18(16)",
                        "Answer it, or say why the information is unavailable.");
    }

    static void the_manifest_is_true(Filled form, Occasion occasion) {
        List<JsonNode> pieces = form.list("/manifest");
        for (int i = 0; i < pieces.size(); i++) {
            Digest digest =
                    occasion.attachments().get(pieces.get(i).path("file").stringValue(""));
            if (digest != null
                    && !digest.toHex().equals(pieces.get(i).path("sha256").stringValue("")))
                form.problem(
                        "/manifest/" + i + "/sha256",
                        "The digest is not that of the attached file.",
                        "UNTOC 18(17)",
                        "Find out whether the right file is attached, then write its SHA-256.");
        }
    }

    private AssistanceRules() {}
}
