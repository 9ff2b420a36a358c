package org.liaison.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.liaison.message.MessageKind;
import tools.jackson.databind.JsonNode;

/// What schemas cannot say: rules that compare fields with each other, and with the occasion of sending.
/// Each is one named function; the tables say to which kinds of message it applies.
final class Rules {

    /// Looks at the form alone.
    record OfForm(Set<String> kinds, Consumer<Filled> rule) {}

    /// Looks at the form and at who sends it to whom, when and with which files.
    record OfOccasion(Set<String> kinds, BiConsumer<Filled, Occasion> rule) {}

    private static final Set<String> ANY = Set.of();

    // spotless:off
    static final List<OfForm> OF_FORM = List.of(
            new OfForm(Set.of("REF-REQ"), ReferralRules::nothing_goes_beyond_the_consent),
            new OfForm(Set.of("REF-REQ"), ReferralRules::consent_was_given_in_a_language_understood),
            new OfForm(Set.of("REF-REQ"), ReferralRules::the_part_for_police_does_not_say_who_or_where_the_victim_is),
            new OfForm(Set.of("REF-REQ"), ReferralRules::a_reflection_period_lasts_at_least_thirty_days),
            new OfForm(Set.of("MLA-REQ"), AssistanceRules::items_are_numbered_apart),
            new OfForm(Set.of("MLA-REQ"), AssistanceRules::every_person_named_is_described),
            new OfForm(Set.of("MLA-REQ"), AssistanceRules::files_to_serve_or_enforce_are_attached));

    static final List<OfOccasion> OF_OCCASION = List.of(
            new OfOccasion(ANY, GeneralRules::the_language_is_one_the_recipient_reads),
            new OfOccasion(ANY, GeneralRules::listed_files_and_attached_files_are_the_same),
            new OfOccasion(Set.of("REF-REQ"), ReferralRules::the_risk_assessment_is_in_date),
            new OfOccasion(Set.of("REF-REQ"), ReferralRules::the_risk_is_assessed_for_the_country_of_the_recipient),
            new OfOccasion(Set.of("REF-REQ"), ReferralRules::the_consent_names_the_recipient),
            new OfOccasion(Set.of("REF-REQ"), ReferralRules::nothing_on_record_lies_in_the_future),
            new OfOccasion(Set.of("REF-REQ"), ReferralRules::who_is_under_eighteen_is_no_adult),
            new OfOccasion(Set.of("MLA-REQ"), AssistanceRules::a_deadline_lies_ahead),
            new OfOccasion(Set.of("MLA-DEC"), AssistanceRules::the_consultation_came_before_the_refusal),
            new OfOccasion(Set.of("MLA-INFO"), AssistanceRules::every_question_is_answered),
            new OfOccasion(Set.of("MLA-RES"), AssistanceRules::the_manifest_is_true));
    // spotless:on

    static List<Problem> check(MessageKind kind, JsonNode form) {
        Filled filled = new Filled(form);
        for (OfForm rule : OF_FORM) if (applies(rule.kinds, kind)) rule.rule.accept(filled);
        return filled.problems();
    }

    static List<Problem> check(MessageKind kind, JsonNode form, Occasion occasion) {
        Filled filled = new Filled(form, new ArrayList<>());
        for (OfOccasion rule : OF_OCCASION) if (applies(rule.kinds, kind)) rule.rule.accept(filled, occasion);
        return filled.problems();
    }

    private static boolean applies(Set<String> kinds, MessageKind kind) {
        return kinds.isEmpty() || kinds.contains(kind.code());
    }

    private Rules() {}
}
