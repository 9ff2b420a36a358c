package org.liaison.casework;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Rules for what follows an accepted referral: plan, journey, arrival, reports, and alarms. The names of the methods
/// are the rules.
final class TransferRules {

    // spotless:off
    static final List<Rules.OfForm> OF_FORM = List.of(
            Rules.OfForm.of(TransferRules::help_never_depends_on_cooperation, "REF-REQ", "REF-ACK", "REF-RFI", "REF-INFO",
                    "REF-DEC", "REF-PLAN", "REF-PLAN-OK", "REF-FU", "REF-CANCEL", "REF-CLOSE", "REF-RES-STATUS"),
            Rules.OfForm.of(TransferRules::moments_follow_each_other, "REF-PLAN", "REF-DEPART"));

    static final List<Rules.OfOccasion> OF_OCCASION = List.of(
            Rules.OfOccasion.of(TransferRules::the_risk_was_assessed_anew, "REF-PLAN"),
            Rules.OfOccasion.of(TransferRules::the_journey_is_the_one_agreed, "REF-DEPART"),
            Rules.OfOccasion.of(TransferRules::nobody_leaves_on_an_old_risk_assessment, "REF-DEPART"),
            Rules.OfOccasion.of(TransferRules::the_person_was_met_by_the_one_named, "REF-ARRIVED"),
            Rules.OfOccasion.of(TransferRules::what_is_said_to_have_happened_has_happened, "REF-DEPART", "REF-ARRIVED", "REF-NOTARRIVED", "REF-EMERG"),
            Rules.OfOccasion.of(TransferRules::the_answer_has_the_number_of_what_it_answers, "REF-PLAN-OK", "REF-INFO"),
            Rules.OfOccasion.of(TransferRules::every_question_is_answered, "REF-INFO"),
            Rules.OfOccasion.of(TransferRules::only_agreed_needs_are_reported, "REF-FU"),
            Rules.OfOccasion.of(TransferRules::what_is_promised_lies_ahead, "REF-RFI", "REF-FU", "REF-EMERG", "REF-CONSENT", "REF-CANCEL",
                    "REF-RES-STATUS", "NAT-VER", "TRV-DOC", "DOC-VER", "NAT-VER-RSP", "TRV-DOC-RSP", "DOC-VER-RSP"));
    // spotless:on

    /// Names of fields and codes; what an officer writes in sentences is not searched.
    static void help_never_depends_on_cooperation(Filled form) {
        seek(form, "", form.form());
    }

    private static void seek(Filled form, String pointer, JsonNode node) {
        // The part for prosecutors may speak of it; a reason for declining has an answer in its schema.
        if (pointer.equals("/justice") || pointer.equals("/reason")) return;
        if (node.isString() && node.stringValue().matches("[A-Z_]+") && isCooperation(node.stringValue()))
            dependsOnCooperation(form, pointer);
        if (node.isObject())
            node.propertyStream().forEach(field -> {
                String inner = Pointer.below(pointer, field.getKey());
                if (isCooperation(field.getKey())) dependsOnCooperation(form, pointer);
                seek(form, inner, field.getValue());
            });
        if (node.isArray()) for (int i = 0; i < node.size(); i++) seek(form, pointer + "/" + i, node.path(i));
    }

    private static boolean isCooperation(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        return small.contains("cooperat") || small.contains("testif") || small.contains("testimony");
    }

    private static void dependsOnCooperation(Filled form, String pointer) {
        form.problem(
                pointer,
                "Help never depends on whether a person cooperates with police or courts, so it is not mentioned here.",
                "CoE 12(6), Dir 2011/36 11(3)",
                "Remove it.");
    }

    static void moments_follow_each_other(Filled form) {
        follows(form, "/journey/departAt", "/journey/arriveAt", "The arrival comes before the departure.", "CoE 16(2)");
        follows(form, "/departedAt", "/expectedAt", "The arrival is expected before the departure.", "CoE 16(2)");
        follows(form, "/expectedAt", "/alertAt", "The alarm comes before the person can have arrived.", "CoE 33(1)");
    }

    private static void follows(Filled form, String first, String second, String sentence, String why) {
        Optional<Instant> earlier = moment(form, first);
        moment(form, second)
                .filter(later -> earlier.isPresent() && !later.isAfter(earlier.get()))
                .ifPresent(_ -> form.problem(second, sentence, why, "Correct the moments."));
    }

    static void the_risk_was_assessed_anew(Filled form, Occasion occasion) {
        Optional<LocalDate> before =
                occasion.docket().latest("REF-REQ").flatMap(referral -> new Filled(referral).date("/risk/assessedOn"));
        form.date("/risk/assessedOn")
                .filter(on ->
                        before.filter(earlier -> !on.isAfter(earlier)).isPresent() && on.isBefore(occasion.today()))
                .ifPresent(_ -> form.problem(
                        "/risk/assessedOn",
                        "The risk has not been assessed anew since the referral.",
                        "CoE 16(2), 16(7)",
                        "Assess it again together with the person, and record the new assessment."));
    }

    static void the_journey_is_the_one_agreed(Filled form, Occasion occasion) {
        Optional<JsonNode> plan = occasion.docket().latest("REF-PLAN");
        if (plan.isEmpty()) return;
        for (String place : List.of("from", "to"))
            if (!plan.get().path("journey").path(place).equals(form.at("/" + place)))
                form.problem(
                        "/" + place,
                        "The plan that was agreed names another place.",
                        "CoE 16(2)",
                        "Correct the place, or send a new plan first (REF-PLAN).");
        occasion.docket()
                .latest("REF-PLAN-OK")
                .map(answer -> answer.path("metBy").path("name"))
                .filter(name -> name.isString() && !name.equals(form.at("/metBy/name")))
                .ifPresent(_ -> form.problem(
                        "/metBy/name",
                        "Somebody else was named to meet the person when the plan was agreed.",
                        "CoE 16(2)",
                        "Write who was named, or agree on another person by a new plan."));
    }

    static void nobody_leaves_on_an_old_risk_assessment(Filled form, Occasion occasion) {
        occasion.docket()
                .latest("REF-PLAN")
                .flatMap(plan -> new Filled(plan).date("/risk/validUntil"))
                .filter(until -> until.isBefore(occasion.today()))
                .ifPresent(_ -> form.problem(
                        "",
                        "The risk assessment of the plan is out of date.",
                        "CoE 16(2), 16(7)",
                        "Assess the risk anew and send a new plan (REF-PLAN) before the person leaves."));
    }

    static void the_person_was_met_by_the_one_named(Filled form, Occasion occasion) {
        occasion.docket()
                .latest("REF-DEPART")
                .map(departure -> departure.path("metBy").path("name").stringValue(""))
                .filter(name -> !name.equals(form.text("/metBy")) && !form.has("/otherReason"))
                .ifPresent(_ -> form.problem(
                        "/otherReason",
                        "Somebody else met the person than the one named.",
                        "CoE 16(2)",
                        "Say why, so that the referring side knows that all is well."));
    }

    static void what_is_said_to_have_happened_has_happened(Filled form, Occasion occasion) {
        for (String pointer :
                List.of("/departedAt", "/arrivedAt", "/lastContact/at", "/police/alertedAt", "/danger/knownSince"))
            moment(form, pointer)
                    .filter(at -> at.isAfter(occasion.at()))
                    .ifPresent(_ -> form.problem(
                            pointer, "This moment lies in the future.", "CoE 16(2), 33(1)", "Correct it, or wait."));
    }

    static void the_answer_has_the_number_of_what_it_answers(Filled form, Occasion occasion) {
        String asked = form.text("/kind").equals("REF-INFO") ? "REF-RFI" : "REF-PLAN";
        occasion.docket()
                .latest(asked)
                .filter(question -> !question.path("number").equals(form.at("/answersNumber")))
                .ifPresent(_ -> form.problem(
                        "/answersNumber",
                        "This is not the number of the last " + asked + ".",
                        "CoE 16(2), 11",
                        "Write the number that it has."));
    }

    static void every_question_is_answered(Filled form, Occasion occasion) {
        Set<JsonNode> answered = new HashSet<>();
        form.list("/answers").forEach(answer -> answered.add(answer.path("item")));
        occasion.docket().latest("REF-RFI").ifPresent(question -> {
            for (JsonNode item : question.path("items"))
                if (!answered.contains(item.path("item")))
                    form.problem(
                            "/answers",
                            "Item " + item.path("item").longValue(0) + " of the question is not answered.",
                            "CoE 12(7)",
                            "Answer it, or say why nothing is told: a person may refuse disclosure.");
        });
    }

    static void only_agreed_needs_are_reported(Filled form, Occasion occasion) {
        Optional<JsonNode> agreed = occasion.docket()
                .latest("REF-PLAN")
                .filter(plan -> plan.has("followUp"))
                .or(() -> occasion.docket().latest("REF-DEC"));
        if (agreed.isEmpty()) return;
        List<String> needs = new Filled(agreed.get()).texts("/followUp/indicators");
        List<String> reported = form.texts("/indicators", "need");
        for (int i = 0; i < reported.size(); i++)
            if (!needs.contains(reported.get(i)))
                form.problem(
                        "/indicators/" + i + "/need",
                        "The person has not agreed that this need is reported on.",
                        "CoE 11, 16(5)",
                        "Leave it out: reports hold the indicators that were agreed in the plan or the decision.");
    }

    static void what_is_promised_lies_ahead(Filled form, Occasion occasion) {
        for (String pointer : List.of("/answerBy", "/nextOn", "/review/by", "/erase/by", "/expectedBy"))
            form.date(pointer)
                    .filter(date -> date.isBefore(occasion.today())
                            && !form.text("/stage").equals("REVIEW"))
                    .ifPresent(_ -> form.problem(
                            pointer, "This day has passed already.", "CoE 11, 34(1)", "Give a day that lies ahead."));
    }

    private static Optional<Instant> moment(Filled form, String pointer) {
        try {
            return Optional.of(Instant.parse(form.text(pointer)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private TransferRules() {}
}
