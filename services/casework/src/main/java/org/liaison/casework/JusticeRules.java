package org.liaison.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Rules for extradition, and those that joint investigations share with it. Rules for the text of
/// a joint investigation are in [JointRules], those for asset recovery in [AssetRules]. The names
/// of the methods are the rules.
final class JusticeRules {

    // spotless:off
    static final List<Rules.OfForm> OF_FORM = List.of(
            Rules.OfForm.of(JusticeRules::files_that_are_named_are_attached, "EXT-REQ", "JIT-AGR"),
            Rules.OfForm.of(JusticeRules::the_legal_basis_is_none_for_evidence_or_property, "EXT-REQ", "EXT-ARRQ", "JIT-REQ"));

    static final List<Rules.OfOccasion> OF_OCCASION = List.of(
            Rules.OfOccasion.of(JusticeRules::the_consultation_came_before_the_decision, "EXT-DEC", "JIT-DEC"),
            Rules.OfOccasion.of(JusticeRules::only_a_national_of_the_requested_state_is_an_own_national, "EXT-DEC"),
            Rules.OfOccasion.of(JusticeRules::only_a_sentence_can_be_enforced_instead, "EXT-DEC"),
            Rules.OfOccasion.of(JusticeRules::accepted_conditions_travel_with_the_surrender, "EXT-SURR"),
            Rules.OfOccasion.of(JusticeRules::a_surrender_is_arranged_ahead_and_done_afterwards, "EXT-SURR"),
            Rules.OfOccasion.of(JusticeRules::the_request_is_about_whom_the_arrest_was_about, "EXT-REQ"),
            Rules.OfOccasion.of(JusticeRules::what_lies_ahead_lies_ahead, "EXT-ARRQ", "EXT-ARR", "JIT-REQ", "JIT-AGR"),
            Rules.OfOccasion.of(JusticeRules::what_has_happened_has_happened,
                    "EXT-REQ", "EXT-ARRQ", "EXT-ARR", "EXT-DEC", "EXT-SURR", "EXT-OUTCOME", "JIT-AGR-RSP", "JIT-END"));
    // spotless:on

    private static final Set<String> FOR_OTHER_HELP = Set.of("EIO", "FREEZE1805");

    static void files_that_are_named_are_attached(Filled form) {
        List<String> attached = form.texts("/attachments", "file");
        for (String pointer : List.of("/warrantFile", "/judgmentFile", "/file"))
            if (form.has(pointer) && !attached.contains(form.text(pointer)))
                form.problem(
                        pointer,
                        "The file that is named here is not among the attachments.",
                        article(form),
                        "Attach it and list it under attachments.");
    }

    static void the_legal_basis_is_none_for_evidence_or_property(Filled form) {
        if (FOR_OTHER_HELP.contains(form.text("/legalBasis")))
            form.problem(
                    "/legalBasis",
                    "This is a basis for gathering evidence or freezing property, and for nothing else.",
                    article(form),
                    "Name the treaty, UNTOC+TIP or RECIPROCITY.");
    }

    static void the_consultation_came_before_the_decision(Filled form, Occasion occasion) {
        form.date("/consultation/on")
                .filter(date -> date.isAfter(form.date("/decidedOn").orElse(occasion.today()))
                        || date.isAfter(occasion.today()))
                .ifPresent(_ -> form.problem(
                        "/consultation/on",
                        "The consultation comes before the decision, not after it.",
                        form.text("/kind").startsWith("EXT") ? "UNTOC 16(16)" : "UNTOC 19",
                        "Consult the other side first, and decide then."));
    }

    static void only_a_national_of_the_requested_state_is_an_own_national(Filled form, Occasion occasion) {
        if (!form.text("/decision").equals("OWN_NATIONAL") || form.has("/ownNational/proof")) return;
        boolean told = request(occasion)
                .map(request -> new Filled(request)
                        .texts("/person/nationalities")
                        .contains(occasion.from().country().code()))
                .orElse(true);
        if (!told)
            form.problem(
                    "/ownNational/proof",
                    "The request does not say that the person is a national of this State.",
                    "UNTOC 16(10)",
                    "Say how it is known, or decide on the extradition.");
    }

    static void only_a_sentence_can_be_enforced_instead(Filled form, Occasion occasion) {
        boolean prosecution = request(occasion)
                .filter(request -> request.path("purpose").stringValue("").equals("PROSECUTION"))
                .isPresent();
        if (prosecution && form.text("/ownNational/instead").equals("ENFORCEMENT"))
            form.problem(
                    "/ownNational/instead",
                    "Extradition was requested for prosecution: there is no sentence yet that could be enforced.",
                    "UNTOC 16(10), 16(12)",
                    "Submit the case to the own prosecution.");
    }

    static void accepted_conditions_travel_with_the_surrender(Filled form, Occasion occasion) {
        if (form.text("/step").equals("FAILED")) return;
        boolean accepted = occasion.docket()
                .latest("EXT-COND-RSP")
                .filter(answer -> answer.path("answer").stringValue("").equals("ACCEPTED"))
                .isPresent();
        if (!accepted) return;
        Stream<JsonNode> offers = Stream.of(
                        occasion.docket().latest("EXT-COND"),
                        occasion.docket()
                                .latest("EXT-DEC")
                                .filter(decision -> decision.path("decision")
                                        .stringValue("")
                                        .equals("CONDITIONAL")))
                .flatMap(Optional::stream);
        List<String> told = form.texts("/conditions");
        long missing = offers.flatMap(offer -> new Filled(offer).texts("/conditions").stream())
                .filter(condition -> !told.contains(condition))
                .count();
        if (missing > 0)
            form.problem(
                    "/conditions",
                    missing
                            + (missing == 1
                                    ? " condition that the requesting side accepted is"
                                    : " conditions that the requesting side accepted are")
                            + " not stated with the surrender.",
                    "UNTOC 16(11)",
                    "Repeat the conditions word for word: whoever takes the person over must know them.");
    }

    static void a_surrender_is_arranged_ahead_and_done_afterwards(Filled form, Occasion occasion) {
        Optional<Instant> at = form.moment("/at");
        String step = form.text("/step");
        if (step.equals("ARRANGED") && at.filter(occasion.at()::isAfter).isPresent())
            form.problem("/at", "This time has passed already.", "UNTOC 16", "Name a time that lies ahead.");
        if (step.equals("DONE") && at.filter(occasion.at()::isBefore).isPresent())
            form.problem("/at", "This time lies in the future.", "UNTOC 16", "Report the surrender when it is done.");
    }

    static void the_request_is_about_whom_the_arrest_was_about(Filled form, Occasion occasion) {
        Optional<JsonNode> arrest = occasion.docket().latest("EXT-ARRQ");
        if (arrest.isEmpty()) return;
        String name = arrest.get().at("/person/name").stringValue("");
        if (!name.equals(form.text("/person/name"))
                && !form.texts("/person/aliases").contains(name))
            form.problem(
                    "/person/name",
                    "The provisional arrest was asked for under another name.",
                    "UNTOC 16(9)",
                    "List the earlier name as an alias, or open a case of its own for another person.");
    }

    static void what_lies_ahead_lies_ahead(Filled form, Occasion occasion) {
        for (String pointer : List.of("/requestFollowsBy", "/arrestedUntil", "/until", "/runsUntil"))
            form.date(pointer)
                    .filter(date -> date.isBefore(occasion.today()))
                    .ifPresent(_ -> form.problem(
                            pointer, "This day has passed already.", article(form), "Name a day that lies ahead."));
    }

    static void what_has_happened_has_happened(Filled form, Occasion occasion) {
        for (String pointer : List.of(
                "/arrestedOn",
                "/decidedOn",
                "/detainedSince",
                "/ownNational/submittedOn",
                "/title/on",
                "/signedOn",
                "/endedOn"))
            form.date(pointer)
                    .filter(date -> date.isAfter(occasion.today()))
                    .ifPresent(_ -> form.problem(
                            pointer, "This day lies in the future.", article(form), "Correct the date, or wait."));
    }

    private static Optional<JsonNode> request(Occasion occasion) {
        return occasion.docket().latest("EXT-REQ");
    }

    private static String article(Filled form) {
        return switch (form.text("/kind")) {
            case "EXT-ARRQ", "EXT-ARR" -> "UNTOC 16(9)";
            case "EXT-DEC" -> "UNTOC 16(10)";
            case String kind when kind.startsWith("JIT") -> "UNTOC 19";
            default -> "UNTOC 16";
        };
    }

    private JusticeRules() {}
}
