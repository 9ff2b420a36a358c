package org.liaison.casework;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Rules for police information, spontaneous information and contact about protected witnesses. The names of the
/// methods are the rules.
final class PoliceRules {

    // spotless:off
    static final List<Rules.OfForm> OF_FORM = List.of(
            Rules.OfForm.of(PoliceRules::items_are_numbered_apart, "INT-REQ"),
            Rules.OfForm.of(PoliceRules::restrictions_are_agreed_before_information_is_given, "SPI-INFO"),
            Rules.OfForm.of(PoliceRules::no_more_children_than_persons, "WIT-REQ"));

    static final List<Rules.OfOccasion> OF_OCCASION = List.of(
            Rules.OfOccasion.of(PoliceRules::every_item_is_answered_in_the_end, "INT-ANS"),
            Rules.OfOccasion.of(PoliceRules::terms_are_agreed_with_one_authority_at_a_time, "SPI-TERMS", "SPI-INFO"),
            Rules.OfOccasion.of(PoliceRules::an_answer_names_the_terms_it_answers, "SPI-TERMS-RSP"),
            Rules.OfOccasion.of(PoliceRules::accepted_terms_travel_with_the_information, "SPI-INFO"),
            Rules.OfOccasion.of(PoliceRules::one_contact_is_about_one_person, "WIT-REQ", "WIT-ANS"),
            Rules.OfOccasion.of(PoliceRules::an_answer_names_the_request_it_answers, "WIT-ANS"),
            Rules.OfOccasion.of(PoliceRules::what_is_arranged_lies_ahead, "WIT-REQ", "WIT-ANS"));
    // spotless:on

    static void items_are_numbered_apart(Filled form) {
        Set<JsonNode> seen = new HashSet<>();
        List<JsonNode> items = form.list("/items");
        for (int i = 0; i < items.size(); i++)
            if (items.get(i).has("item") && !seen.add(items.get(i).path("item")))
                form.problem(
                        "/items/" + i + "/item",
                        "Two items have the same number.",
                        "UNTOC 27(1)(b)",
                        "Number the items 1, 2, 3 ..., for answers refer to them by number.");
    }

    static void every_item_is_answered_in_the_end(Filled form, Occasion occasion) {
        Optional<JsonNode> request = occasion.docket().latest("INT-REQ");
        if (request.isEmpty() || !form.at("/final").booleanValue(false)) return;
        Set<Long> open = new TreeSet<>();
        request.get().path("items").forEach(item -> open.add(item.path("item").longValue(0)));
        form.list("/answers").forEach(answer -> open.remove(answer.path("item").longValue(0)));
        for (JsonNode part : occasion.docket().all("INT-ANS"))
            part.path("answers")
                    .forEach(answer -> open.remove(answer.path("item").longValue(0)));
        for (long item : open)
            form.problem(
                    "/answers",
                    "Item " + item + " of the request is not answered, and nothing more is to follow.",
                    "UNTOC 27(1)(b)",
                    "Answer it, say why the information is unavailable, or do not call this part the final one.");
    }

    static void restrictions_are_agreed_before_information_is_given(Filled form) {
        if (!form.text("/terms").equals("NONE")) return;
        if (!Set.of("H0").containsAll(form.texts("/handling/codes")))
            form.problem(
                    "/handling/codes",
                    "The information is given without terms, but its handling codes restrict its use.",
                    "UNTOC 18(5), CoE 34(3)",
                    "Propose terms first with SPI-TERMS, or leave only H0.");
    }

    /// Each authority says for itself whether it can keep the terms; a second one would be told without having been
    /// asked.
    static void terms_are_agreed_with_one_authority_at_a_time(Filled form, Occasion occasion) {
        if (occasion.to().size() > 1 && !form.text("/terms").equals("NONE"))
            form.problem(
                    "/terms",
                    "Terms are agreed with one authority, but this goes to several.",
                    "CoE 34(3)",
                    "Open a case with each of them.");
    }

    static void an_answer_names_the_terms_it_answers(Filled form, Occasion occasion) {
        mustAnswer(form, occasion, "SPI-TERMS", "CoE 34(3)");
    }

    static void accepted_terms_travel_with_the_information(Filled form, Occasion occasion) {
        Optional<JsonNode> proposal = occasion.docket().latest("SPI-TERMS");
        if (proposal.isEmpty() || !form.text("/terms").equals("ACCEPTED")) return;
        Filled proposed = new Filled(proposal.get());
        if (!new HashSet<>(proposed.list("/terms")).equals(new HashSet<>(form.list("/boundTerms"))))
            form.problem(
                    "/boundTerms",
                    "These are not the terms that were proposed and accepted.",
                    "UNTOC 18(5), CoE 34(3)",
                    "Repeat the accepted terms word for word, no more and no fewer.");
        Set<String> codes = new HashSet<>(proposed.texts("/handling/codes"));
        if (!codes.equals(new HashSet<>(form.texts("/handling/codes"))))
            form.problem(
                    "/handling/codes",
                    "These are not the handling codes that were proposed and accepted.",
                    "UNTOC 18(5), CoE 34(3)",
                    "Write the codes of the proposal.");
    }

    static void no_more_children_than_persons(Filled form) {
        JsonNode persons = form.at("/relocation/persons");
        JsonNode children = form.at("/relocation/children");
        if (persons.isIntegralNumber() && children.isIntegralNumber() && children.longValue() > persons.longValue())
            form.problem(
                    "/relocation/children",
                    "There are more children than persons.",
                    "UNTOC 24(1)",
                    "Count the children among the persons.");
    }

    static void one_contact_is_about_one_person(Filled form, Occasion occasion) {
        List<JsonNode> earlier = occasion.docket().all("WIT-REQ");
        if (!earlier.isEmpty() && !earlier.getFirst().path("pseudonym").equals(form.at("/pseudonym")))
            form.problem(
                    "/pseudonym",
                    "This contact is about another person.",
                    "UNTOC 24(2)(a)",
                    "Write the pseudonym of the first request; for somebody else open another case.");
    }

    static void an_answer_names_the_request_it_answers(Filled form, Occasion occasion) {
        mustAnswer(form, occasion, "WIT-REQ", "UNTOC 24(3)");
    }

    static void what_is_arranged_lies_ahead(Filled form, Occasion occasion) {
        for (String pointer : List.of("/video/start", "/talkAt"))
            if (moment(form, pointer).filter(occasion.at()::isAfter).isPresent())
                form.problem(pointer, "This time has passed already.", "UNTOC 24(2)", "Name a time that lies ahead.");
    }

    static void mustAnswer(Filled form, Occasion occasion, String question, String why) {
        List<JsonNode> asked = occasion.docket().all(question);
        if (asked.isEmpty()) return;
        if (!asked.getLast().path("number").equals(form.at("/answersNumber")))
            form.problem(
                    "/answersNumber",
                    "This is not the number of the last " + question + " of the case.",
                    why,
                    "Write the number of the message that is answered.");
    }

    static Optional<Instant> moment(Filled form, String pointer) {
        try {
            return Optional.of(Instant.parse(form.text(pointer)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private PoliceRules() {}
}
