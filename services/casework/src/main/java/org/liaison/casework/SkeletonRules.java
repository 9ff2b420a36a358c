package org.liaison.casework;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.liaison.message.Digest;
import tools.jackson.databind.JsonNode;

/// Rules for what all requests between central authorities have in common. They are listed for the forms of mutual
/// legal assistance and hold for every family that shares these. The names of the methods are the rules.
final class SkeletonRules {

    // spotless:off
    static final List<Rules.OfOccasion> OF_OCCASION = List.of(
            Rules.OfOccasion.of(SkeletonRules::every_question_is_answered, "MLA-INFO"),
            Rules.OfOccasion.of(SkeletonRules::an_answer_names_what_it_answers, "MLA-CONSULT-RSP", "MLA-COND-RSP", "MLA-USED"),
            Rules.OfOccasion.of(SkeletonRules::the_consultation_came_first, "MLA-DEC", "MLA-POST"),
            Rules.OfOccasion.of(SkeletonRules::the_ground_is_one_of_the_legal_basis, "MLA-DEC", "MLA-CONSULT"),
            Rules.OfOccasion.of(SkeletonRules::declined_conditions_bind_nobody, "MLA-DEC"),
            Rules.OfOccasion.of(SkeletonRules::accepted_conditions_travel_with_the_result, "MLA-RES"),
            Rules.OfOccasion.of(SkeletonRules::each_part_has_a_number_of_its_own, "MLA-RES"),
            Rules.OfOccasion.of(SkeletonRules::the_manifest_is_true, "MLA-RES"),
            Rules.OfOccasion.of(SkeletonRules::what_is_announced_lies_ahead,
                    "MLA-RFI", "MLA-CONSULT", "MLA-COND", "MLA-POST", "MLA-DELAY", "MLA-STATQ", "MLA-USEQ", "MLA-COST"),
            Rules.OfOccasion.of(SkeletonRules::what_is_told_has_happened, "MLA-FWD", "MLA-CONFID", "MLA-RES", "MLA-RESUME"),
            Rules.OfOccasion.of(SkeletonRules::a_disclosure_before_its_notice_is_explained, "MLA-EXCULP"),
            Rules.OfOccasion.of(SkeletonRules::the_successor_is_a_case_of_the_sender, "MLA-CHG"));
    // spotless:on

    static void every_question_is_answered(Filled form, Occasion occasion) {
        Optional<JsonNode> question = earlier(form, occasion, "RFI");
        if (question.isEmpty()) return;
        JsonNode asked = question.get();
        if (!asked.path("number").equals(form.at("/answersNumber")))
            form.problem(
                    "/answersNumber",
                    "This is not the number of the question that is answered.",
                    article(form, "18(16)"),
                    "Write the number that the request for information has.");
        Set<JsonNode> answered = new HashSet<>();
        form.list("/answers").forEach(answer -> answered.add(answer.path("item")));
        for (JsonNode item : asked.path("items"))
            if (!answered.contains(item.path("item")))
                form.problem(
                        "/answers",
                        "Item " + item.path("item").longValue(0) + " of the question is not answered.",
                        article(form, "18(16)"),
                        "Answer it, or say why the information is unavailable.");
    }

    /// A permission or undertaking must not be read as one for something else.
    static void an_answer_names_what_it_answers(Filled form, Occasion occasion) {
        String asked = form.text("/kind").endsWith("-USED")
                ? "USEQ"
                : form.text("/kind").replaceAll("^[A-Z]+-|-RSP$", "");
        List<JsonNode> questions = occasion.docket().all(family(form) + "-" + asked);
        if (questions.isEmpty()) return;
        if (questions.stream().noneMatch(question -> question.path("number").equals(form.at("/answersNumber"))))
            form.problem(
                    "/answersNumber",
                    "There is no " + family(form) + "-" + asked + " of this number in the case.",
                    article(form, "18(19), 18(26)"),
                    "Write the number of the message that is answered.");
    }

    static void the_consultation_came_first(Filled form, Occasion occasion) {
        form.date("/consultation/on")
                .filter(date -> date.isAfter(occasion.today()))
                .ifPresent(date -> form.problem(
                        "/consultation/on",
                        "The consultation lies in the future: it comes before a refusal or postponement.",
                        article(form, "18(26)"),
                        "Consult the requesting authority first."));
    }

    static void the_ground_is_one_of_the_legal_basis(Filled form, Occasion occasion) {
        Optional<JsonNode> request = Stream.of("REQ", "ORALCONF", "SUPP")
                .flatMap(kind -> earlier(form, occasion, kind).stream())
                .findFirst();
        object(form, "/ground", request);
        for (int i = 0; i < form.list("/refusedItems").size(); i++)
            object(form, "/refusedItems/" + i + "/ground", request);
    }

    private static void object(Filled form, String pointer, Optional<JsonNode> request) {
        if (!form.has(pointer)) return;
        Grounds.objection(family(form), form.text(pointer), request)
                .ifPresent(objection -> form.problem(
                        pointer,
                        objection,
                        article(form, family(form).equals("MLA") ? "18(21), Dir 2014/41 11(1)" : "18(21)"),
                        "Choose another ground, if there is one."));
    }

    static void declined_conditions_bind_nobody(Filled form, Occasion occasion) {
        List<String> offered = conditions(form, occasion, "DECLINED");
        List<String> told = form.texts("/conditions");
        for (int i = 0; i < told.size(); i++)
            if (offered.contains(told.get(i)))
                form.problem(
                        "/conditions/" + i,
                        "The requesting side declined this condition.",
                        article(form, "18(26)"),
                        "Leave it out, or offer conditions anew.");
    }

    static void accepted_conditions_travel_with_the_result(Filled form, Occasion occasion) {
        List<String> told = form.texts("/useLimitation/conditions");
        long missing = conditions(form, occasion, "ACCEPTED").stream()
                .filter(condition -> !told.contains(condition))
                .count();
        if (missing > 0)
            form.problem(
                    "/useLimitation/conditions",
                    missing
                            + (missing == 1
                                    ? " condition that the requesting side accepted is"
                                    : " conditions that the requesting side accepted are")
                            + " not stated with the result.",
                    article(form, "18(26)"),
                    "Repeat the conditions here word for word: whoever gets the evidence must know them.");
    }

    /// What the last offer said, if it was answered in this way.
    private static List<String> conditions(Filled form, Occasion occasion, String answer) {
        return earlier(form, occasion, "COND-RSP")
                .filter(given -> given.path("answer").stringValue("").equals(answer))
                .flatMap(_ -> earlier(form, occasion, "COND"))
                .map(offer -> new Filled(offer).texts("/conditions"))
                .orElse(List.of());
    }

    /// The same form may be looked at again when it is in the case already.
    static void each_part_has_a_number_of_its_own(Filled form, Occasion occasion) {
        boolean taken = occasion.docket().all(form.text("/kind")).stream()
                .anyMatch(part -> part.path("part").equals(form.at("/part")) && !part.equals(form.form()));
        if (taken)
            form.problem(
                    "/part",
                    "A part of the result with this number was sent before.",
                    article(form, "18(17)"),
                    "Number the parts 1, 2, 3 ...");
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
                        article(form, "18(17)"),
                        "Find out whether the right file is attached, then write its SHA-256.");
        }
    }

    static void what_is_announced_lies_ahead(Filled form, Occasion occasion) {
        for (String pointer : List.of("/answerBy", "/reviewOn", "/newEstimate"))
            form.date(pointer)
                    .filter(date -> date.isBefore(occasion.today()))
                    .ifPresent(date -> form.problem(
                            pointer,
                            "This day has passed already.",
                            article(form, "18(24)"),
                            "Name a day that lies ahead."));
    }

    static void what_is_told_has_happened(Filled form, Occasion occasion) {
        for (String pointer : List.of("/forwardedOn", "/knownOn", "/confidentialityToldOn", "/resumedOn"))
            form.date(pointer)
                    .filter(date -> date.isAfter(occasion.today()))
                    .ifPresent(date -> form.problem(
                            pointer,
                            "This day lies in the future.",
                            article(form, "18(13), 18(20)"),
                            "Correct the date."));
    }

    static void a_disclosure_before_its_notice_is_explained(Filled form, Occasion occasion) {
        LocalDate today = occasion.today();
        if (!form.has("/whyNotBefore"))
            form.date("/disclosureOn")
                    .filter(date -> date.isBefore(today))
                    .ifPresent(date -> form.problem(
                            "/whyNotBefore",
                            "It was disclosed before the giving side was told.",
                            article(form, "18(5), 18(19)"),
                            "Say why notice in advance was not possible: only then may it come afterwards."));
    }

    static void the_successor_is_a_case_of_the_sender(Filled form, Occasion occasion) {
        String successor = form.text("/successor");
        String start = occasion.from().country() + "-" + family(form) + "-";
        if (!successor.isEmpty() && !successor.startsWith(start))
            form.problem(
                    "/successor",
                    "The case that replaces this one is none that the sender opened in this family.",
                    article(form, "18(15)"),
                    "Open the new case first, then write its id, which begins with " + start + ".");
    }

    static Optional<JsonNode> earlier(Filled form, Occasion occasion, String kind) {
        return occasion.docket().latest(family(form) + "-" + kind);
    }

    /// The article behind a rule in the family of the form. Article 18 holds for confiscation too (UNTOC 13(3)); for
    /// extradition and joint investigations it is the model.
    static String article(Filled form, String paragraphs) {
        return switch (family(form)) {
            case "AST" -> "UNTOC 13(3), " + paragraphs;
            case "EXT" -> paragraphs.contains("18(26)") ? "UNTOC 16(16)" : "UNTOC 16; compare " + paragraphs;
            case "JIT" -> "UNTOC 19; compare " + paragraphs;
            default -> "UNTOC " + paragraphs;
        };
    }

    private static String family(Filled form) {
        return form.text("/kind").replaceAll("-.*$", "");
    }

    private SkeletonRules() {}
}
