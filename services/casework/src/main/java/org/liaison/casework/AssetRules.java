package org.liaison.casework;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Rules for asset recovery. The names of the methods are the rules.
final class AssetRules {

    // spotless:off
    static final List<Rules.OfForm> OF_FORM = List.of(
            Rules.OfForm.of(AssistanceRules::items_are_numbered_apart, "AST-REQ"),
            Rules.OfForm.of(AssistanceRules::files_to_serve_or_enforce_are_attached, "AST-REQ"),
            Rules.OfForm.of(AssetRules::every_property_named_is_described, "AST-REQ"),
            Rules.OfForm.of(AssetRules::an_investigation_order_freezes_nothing, "AST-REQ"),
            Rules.OfForm.of(AssetRules::shares_are_the_whole, "AST-RTN"),
            Rules.OfForm.of(AssetRules::who_gives_victims_nothing_says_why, "AST-RTN"));

    static final List<Rules.OfOccasion> OF_OCCASION = List.of(
            Rules.OfOccasion.of(SkeletonRules::each_part_has_a_number_of_its_own, "AST-RES"),
            Rules.OfOccasion.of(SkeletonRules::accepted_conditions_travel_with_the_result, "AST-RES"),
            Rules.OfOccasion.of(AssetRules::the_consultation_came_before_the_release, "AST-RES"),
            Rules.OfOccasion.of(AssetRules::what_was_done_was_asked_for, "AST-RES"),
            Rules.OfOccasion.of(AssetRules::compensation_that_was_sought_is_answered, "AST-RTN"),
            Rules.OfOccasion.of(AssetRules::an_answer_is_to_the_last_proposal, "AST-RTN-RSP", "AST-RTN-DONE"),
            Rules.OfOccasion.of(AssetRules::whoever_has_a_share_gets_it, "AST-RTN-DONE"),
            Rules.OfOccasion.of(AssetRules::frozen_means_from_now_on, "AST-RES"),
            Rules.OfOccasion.of(AssetRules::what_was_transferred_was_transferred, "AST-RTN-DONE"));
    // spotless:on

    private static final String VICTIMS_FIRST = "UNTOC 14(2)";
    private static final Set<String> TO_VICTIMS = Set.of("VICTIMS", "LEGITIMATE_OWNERS");
    private static final int WHOLE = 100;

    static void every_property_named_is_described(Filled form) {
        List<String> described = form.texts("/assets", "id");
        if (new HashSet<>(described).size() < described.size())
            form.problem(
                    "/assets", "Two properties have the same id.", "UNTOC 13(3)(a)", "Give each an id of its own.");
        List<JsonNode> items = form.list("/assistance");
        for (int i = 0; i < items.size(); i++) {
            String named = items.get(i).path("property").stringValue("");
            if (!named.isEmpty() && !described.contains(named))
                form.problem(
                        "/assistance/" + i + "/property",
                        "No property of this id is described.",
                        "UNTOC 13(3)(a)",
                        "Describe it under \"Property\", or correct the id.");
        }
    }

    static void an_investigation_order_freezes_nothing(Filled form) {
        if (form.text("/legalBasis").equals("EIO"))
            form.problem(
                    "/legalBasis",
                    "A European Investigation Order is for evidence, not for property.",
                    "Dir 2014/41 Annex A",
                    "Name FREEZE1805, the treaty, UNTOC+TIP or RECIPROCITY.");
    }

    static void shares_are_the_whole(Filled form) {
        List<JsonNode> shares = form.list("/shares");
        long sum = shares.stream()
                .mapToLong(share -> share.path("percent").longValue(0))
                .sum();
        if (!shares.isEmpty() && sum != WHOLE)
            form.problem(
                    "/shares", "The shares are not 100 percent together.", VICTIMS_FIRST, "Correct the percentages.");
        List<String> names = form.texts("/shares", "to");
        if (new HashSet<>(names).size() < names.size())
            form.problem("/shares", "One side is listed twice.", VICTIMS_FIRST, "Add its shares up.");
    }

    static void who_gives_victims_nothing_says_why(Filled form) {
        if (!form.list("/shares").isEmpty() && !giveToVictims(form.form()) && !form.has("/whyNoneForVictims"))
            form.problem(
                    "/whyNoneForVictims",
                    "Victims and legitimate owners get no share, and it is not said why.",
                    VICTIMS_FIRST,
                    "Give them a share, or say why they get none.");
    }

    static void the_consultation_came_before_the_release(Filled form, Occasion occasion) {
        form.date("/consultation/on")
                .filter(date -> date.isAfter(form.date("/decidedOn").orElse(occasion.today()))
                        || date.isAfter(occasion.today()))
                .ifPresent(_ -> form.problem(
                        "/consultation/on",
                        "The consultation comes before the release, not after it.",
                        "UNTOC 13(3), 18(26)",
                        "Consult the requesting authority first."));
    }

    /// Tracing and freezing prepare everything else, and a release follows a freezing.
    static void what_was_done_was_asked_for(Filled form, Occasion occasion) {
        Optional<JsonNode> request = occasion.docket().latest("AST-REQ");
        String measure = switch (form.text("/outcome")) {
            case "CONFISCATED" -> "CONFISCATE";
            case "ENFORCED" -> "ENFORCE";
            default -> "";
        };
        if (request.isEmpty() || measure.isEmpty()) return;
        List<JsonNode> answered = form.list("/items");
        boolean asked = request.get()
                .path("assistance")
                .valueStream()
                .anyMatch(item ->
                        item.path("type").stringValue("").equals(measure) && answered.contains(item.path("number")));
        if (!asked)
            form.problem(
                    "/items",
                    "None of these items of the request asks for this measure.",
                    "UNTOC 13(1)",
                    "Name the item that does, or correct the outcome.");
    }

    static void compensation_that_was_sought_is_answered(Filled form, Occasion occasion) {
        boolean sought = occasion.docket()
                .latest("AST-REQ")
                .filter(request -> request.at("/victimsCompensation/sought").booleanValue(false))
                .isPresent();
        boolean given = form.list("/shares").stream()
                .anyMatch(share -> share.path("to").stringValue("").equals("VICTIMS")
                        && share.path("percent").longValue(0) > 0);
        if (sought && !given && !form.has("/whyNoneForVictims"))
            form.problem(
                    "/shares",
                    "The request seeks compensation for victims, and the proposal does not answer that.",
                    VICTIMS_FIRST,
                    "Give victims a share, or say why they get none.");
    }

    static void an_answer_is_to_the_last_proposal(Filled form, Occasion occasion) {
        occasion.docket()
                .latest("AST-RTN")
                .filter(proposal -> !proposal.path("number").equals(form.at("/answersNumber")))
                .ifPresent(_ -> form.problem(
                        "/answersNumber",
                        "This is not the number of the last proposal.",
                        VICTIMS_FIRST,
                        "Read the last proposal, and answer that one."));
    }

    static void whoever_has_a_share_gets_it(Filled form, Occasion occasion) {
        Optional<JsonNode> proposal = occasion.docket().latest("AST-RTN");
        if (proposal.isEmpty() || form.list("/transfers").isEmpty()) return;
        List<String> served = form.texts("/transfers", "to");
        long missing = proposal.get()
                .path("shares")
                .valueStream()
                .filter(share -> share.path("percent").longValue(0) > 0
                        && !served.contains(share.path("to").stringValue("")))
                .count();
        if (missing > 0)
            form.problem(
                    "/transfers",
                    missing
                            + (missing == 1 ? " share that was agreed on has" : " shares that were agreed on have")
                            + " no transfer.",
                    VICTIMS_FIRST,
                    "Report the return when everybody has got what was agreed on.");
    }

    static void frozen_means_from_now_on(Filled form, Occasion occasion) {
        form.date("/frozenUntil")
                .filter(date -> date.isBefore(occasion.today()))
                .ifPresent(_ -> form.problem(
                        "/frozenUntil", "This day has passed already.", "UNTOC 13(2)", "Name a day that lies ahead."));
        form.date("/decidedOn")
                .filter(date -> date.isAfter(occasion.today()))
                .ifPresent(_ -> form.problem(
                        "/decidedOn", "This day lies in the future.", "UNTOC 13", "Correct the date, or wait."));
    }

    static void what_was_transferred_was_transferred(Filled form, Occasion occasion) {
        for (int i = 0; i < form.list("/transfers").size(); i++) {
            String pointer = "/transfers/" + i + "/on";
            form.date(pointer)
                    .filter(date -> date.isAfter(occasion.today()))
                    .ifPresent(_ -> form.problem(
                            pointer, "This day lies in the future.", VICTIMS_FIRST, "Correct the date, or wait."));
        }
    }

    private static boolean giveToVictims(JsonNode proposal) {
        return proposal.path("shares")
                .valueStream()
                .anyMatch(share -> TO_VICTIMS.contains(share.path("to").stringValue(""))
                        && share.path("percent").longValue(0) > 0);
    }

    private AssetRules() {}
}
